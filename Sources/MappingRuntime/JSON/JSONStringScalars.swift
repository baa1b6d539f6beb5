/// The text of a JSON string, code point by code point, with its escapes resolved.
///
/// A lone surrogate escape, which RFC 8259 §8.2 lets stand, is handed out as the surrogate's number;
/// everything else is a Unicode scalar. Nothing is allocated.
///
/// Safety: `bytes` is what stands between the quotes of a string that the scan has passed, so its
/// escapes and UTF-8 sequences are whole.
@safe
struct JSONStringScalars: IteratorProtocol {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { unsafe self.bytes = unsafe bytes }

  mutating func next() -> UInt32? {
    guard unsafe offset < bytes.count else { return nil }
    let byte = unsafe bytes[offset]
    if byte == UInt8(ascii: "\\") { return escape() }
    if byte < 0x80 {
      offset += 1
      return UInt32(byte)
    }
    return sequence(first: byte)
  }

  private mutating func sequence(first: UInt8) -> UInt32 {
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for index in (offset + 1)..<(offset + length) {
      value = unsafe value << 6 | UInt32(bytes[index] & 0x3F)
    }
    offset += length
    return value
  }

  private mutating func escape() -> UInt32 {
    let letter = unsafe bytes[offset + 1]
    guard letter == UInt8(ascii: "u") else {
      offset += 2
      return simpleEscape(letter)
    }
    let unit = codeUnit(at: offset)
    offset += 6
    guard unit & 0xFC00 == 0xD800, unsafe offset + 6 <= bytes.count,
      unsafe bytes[offset] == UInt8(ascii: "\\"), unsafe bytes[offset + 1] == UInt8(ascii: "u")
    else { return unit }
    let trail = codeUnit(at: offset)
    guard trail & 0xFC00 == 0xDC00 else { return unit }
    offset += 6
    return 0x10000 + ((unit & 0x3FF) << 10 | trail & 0x3FF)
  }

  private func simpleEscape(_ letter: UInt8) -> UInt32 {
    switch letter {
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: UInt32(letter)
    }
  }

  private func codeUnit(at offset: Int) -> UInt32 {
    var unit: UInt32 = 0
    for index in (offset + 2)..<(offset + 6) {
      let digit = unsafe bytes[index]
      let value = digit < 0x40 ? digit &- 0x30 : (digit | 0x20) &- 0x61 &+ 10
      unit = unit << 4 | UInt32(value)
    }
    return unit
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether no UTF-8 text can begin with these bytes.
  var beginsWithInvalidUTF8: Bool {
    var decoder = UTF8()
    var iterator = unsafe prefix(4).makeIterator()
    return unsafe decoder.decode(&iterator) == .error
  }
}
