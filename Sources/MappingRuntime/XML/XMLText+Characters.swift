extension XMLText {
  /// Whether a character stands at the offset that no XML document holds as it is (XML 1.0 §2.2);
  /// nothing stands behind the end.
  func isForbidden(at offset: Int) -> Bool {
    guard unsafe offset < body.count else { return false }
    if let character = character(at: offset) {
      return character < 0x20 && !character.isXMLWhiteSpace
    }
    let bytes = unsafe body[offset...].prefix(3)
    switch encoding {
    case .utf8:
      return unsafe bytes.starts(with: [0xEF, 0xBF]) && bytes.last.map { $0 >= 0xBE } == true
    case .utf16(true): return unsafe bytes.starts(with: [0xFF])
    case .utf16(false): return unsafe bytes.dropFirst().first == 0xFF
    default: return false
    }
  }

  /// Whether the body ends within a character that begins at the offset.
  func isCutOff(at offset: Int) -> Bool {
    guard unsafe offset < body.count else { return false }
    let bytes = unsafe body[offset...]
    switch encoding {
    case .utf8:
      let length = unsafe UTF8.length(ofCharacterBeginningWith: bytes[offset])
      return unsafe bytes.count < length && bytes.dropFirst().allSatisfy { $0 & 0xC0 == 0x80 }
    case .utf16(let isBigEndian):
      if unsafe bytes.count == 1 { return true }
      let high = unsafe bytes[isBigEndian ? offset : offset + 1]
      return unsafe bytes.count < 4 && high & 0xFC == 0xD8
    default: return false
    }
  }

  /// The character at an offset if it is of ASCII.
  private func character(at offset: Int) -> UInt8? {
    guard case .utf16(let isBigEndian) = encoding else {
      return unsafe body[offset] < 0x80 ? unsafe body[offset] : nil
    }
    guard unsafe offset + 1 < body.count else { return nil }
    let (high, low) =
      unsafe isBigEndian ? (body[offset], body[offset + 1]) : (body[offset + 1], body[offset])
    return high == 0 && low < 0x80 ? low : nil
  }
}

extension UTF8 {
  /// The length in bytes; 0 where no character begins with the byte.
  fileprivate static func length(ofCharacterBeginningWith byte: UInt8) -> Int {
    switch byte {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  }
}
