internal import LeadFields

extension FieldType.Conversion {
  /// string, text, phone, url: a text as it is, a number or boolean as its source text.
  func convertToText(
    _ text: Span<UInt8>, of scalar: Scalar, longest: LengthLimit?
  ) -> SlotResult {
    if let longest, longest.isExceeded(by: text) { return SlotResult(.overlong) }
    let facts = TextFacts(of: text)
    if facts.hasNUL { return SlotResult(.mismatch(.nul)) }
    var warnings: ValueWarnings = []
    if facts.hasLineBreak { warnings.insert(.lineBreak) }
    if facts.hasSupplementary { warnings.insert(.supplementaryCharacter) }
    if scalar.kind == .string, text.equals("null") { warnings.insert(.nullText) }
    return SlotResult(.written(.text(scalar.place)), warnings)
  }
}

extension LengthLimit {
  /// Whether a text in UTF-8 is longer.
  ///
  /// - Complexity: O(limit), whatever the length of the text.
  func isExceeded(by text: Span<UInt8>) -> Bool {
    switch unit {
    case .utf8Bytes: return text.count > count
    case .unicodeScalars:
      // A scalar is at most four bytes.
      if text.count <= count { return false }
      if text.count > 4 * count { return true }
      var scalars = 0
      for index in text.indices where text[index] & 0xC0 != 0x80 { scalars += 1 }
      return scalars > count
    }
  }

  /// No text within the limit has more bytes than this as the content of a JSON string: an escaped
  /// surrogate pair takes twelve for one scalar.
  var longestJSONContent: Int { 12 * count }
}

extension Span<UInt8> {
  /// Whether all bytes are of ASCII and none is below 0x10, looked at by eight at a time: there is nothing
  /// to be said of such a text.
  fileprivate var isPlain: Bool {
    unsafe withUnsafeBytes { bytes in
      var special: UInt64 = 0
      var offset = 0
      while offset &+ 8 <= bytes.count {
        let word = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        special |= word | word.bytesBelow16
        offset &+= 8
      }
      while offset < bytes.count {
        let byte = unsafe UInt64(bytes[offset])
        special |= byte | (byte &- 0x10) & 0x80
        offset &+= 1
      }
      return special & 0x8080_8080_8080_8080 == 0
    }
  }
}

extension UInt64 {
  /// The high bit of each byte below 0x10; where a byte is below it, those above may be wrong.
  fileprivate var bytesBelow16: UInt64 { (self &- 0x1010_1010_1010_1010) & ~self }
}

/// What is to be said of a text, found in one pass over its UTF-8.
struct TextFacts {
  private(set) var hasNUL = false
  private(set) var hasLineBreak = false
  private(set) var hasSupplementary = false

  init(of text: Span<UInt8>) {
    if text.isPlain { return }
    for index in text.indices {
      switch text[index] {
      case 0x00: hasNUL = true
      case 0x0A, 0x0D: hasLineBreak = true
      case 0xF0...: hasSupplementary = true
      default: break
      }
    }
  }
}
