/// The characters of one JSON string after another, in memory that is used again.
///
/// Bodies in records are JSON within JSON: a fifth of their bytes may be escapes, so the way from
/// one to the next is what counts. Eight bytes are copied at a time; how many of them stand before
/// the next that needs a look follows from one word of flags:
///
///     {\"id\":     bytes
///     01000010     flags: two of them to be looked at, the first behind 1 byte
package struct DecodedText {
  /// The characters in UTF-8, and behind them whatever was left there.
  package private(set) var storage: [UInt8] = []
  package private(set) var count = 0

  package init() {}

  package var string: String { String(decoding: storage[..<count], as: UTF8.self) }

  /// Decodes the string whose first character stands at the offset, and moves the offset behind the
  /// closing quote.
  ///
  /// - Returns: whether it is a well-formed string (RFC 8259 §7) without half surrogate pairs; if not,
  ///   neither the offset nor the characters mean anything.
  package mutating func decode(_ text: Span<UInt8>, from offset: inout Int) -> Bool {
    // No escape is shorter than what it stands for.
    reserve(text.count - offset + MemoryLayout<UInt64>.size)
    count = 0
    guard let length = DecodedText.decode(text, &offset, &storage) else { return false }
    count = length
    return true
  }

  /// How many bytes the characters take.
  private static func decode(
    _ text: Span<UInt8>, _ offset: inout Int, _ storage: inout [UInt8]
  ) -> Int? {
    var count = 0
    var span = storage.mutableSpan
    var output = unsafe span.mutableBytes
    while true {
      copyPlain(text, &offset, &output, &count)
      guard offset < text.count else { return nil }
      switch text[offset] {
      case UInt8(ascii: "\""):
        offset += 1
        return count
      case UInt8(ascii: "\\"):
        guard escape(text, &offset, &output, &count) else { return nil }
      case ..<0x20: return nil
      default:
        guard sequence(text, &offset, &output, &count) else { return nil }
      }
    }
  }

  /// Replaces the characters, which are base64 (RFC 4648 §4), by the bytes that they stand for.
  ///
  /// - Returns: whether they are base64 in its one proper form: padded, no bit left over.
  package mutating func decodeBase64() -> Bool {
    guard count.isMultiple(of: 4) else { return false }
    var written = 0
    for start in stride(from: 0, to: count, by: 4) {
      let isLast = start + 4 == count
      guard let group = Base64Group(storage.span, at: start), isLast || group.length == 3 else {
        return false
      }
      // Three bytes never reach the next group of four.
      for byte in 0..<group.length {
        storage[written] = UInt8(truncatingIfNeeded: group.bits >> (16 - 8 * byte))
        written += 1
      }
    }
    count = written
    return true
  }

  mutating func removeAll() { count = 0 }

  /// Gives memory back that one very long text has taken.
  mutating func shrink(to capacity: Int) {
    if storage.count > capacity { storage = [] }
  }

  private mutating func reserve(_ length: Int) {
    if storage.count < length { storage = Array(repeating: 0, count: length + length / 4) }
  }
}

extension DecodedText {
  /// Copies what stands for itself and is ASCII.
  @inline(__always)
  private static func copyPlain(
    _ text: Span<UInt8>, _ offset: inout Int, _ output: inout MutableRawSpan, _ count: inout Int
  ) {
    let width = MemoryLayout<UInt64>.size
    while offset + width <= text.count {
      let word = unsafe text.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
      output.storeBytes(of: word, toByteOffset: count, as: UInt64.self)
      let plain = UInt64(littleEndian: word).plainBytes
      offset += plain
      count += plain
      if plain < width { return }
    }
    while offset < text.count, text[offset].isPlain {
      output.storeBytes(of: text[offset], toByteOffset: count, as: UInt8.self)
      offset += 1
      count += 1
    }
  }

  /// What an escape of one letter stands for, by the letter; 0 if there is no such escape.
  private static let letters: InlineArray<128, UInt8> = {
    var letters = InlineArray<128, UInt8>(repeating: 0)
    for (letter, byte) in zip("\"\\/bfnrt".utf8, "\"\\/\u{8}\u{C}\n\r\t".utf8) {
      letters[Int(letter)] = byte
    }
    return letters
  }()

  @inline(__always)
  private static func escape(
    _ text: Span<UInt8>, _ offset: inout Int, _ output: inout MutableRawSpan, _ count: inout Int
  ) -> Bool {
    guard offset + 1 < text.count else { return false }
    let letter = text[offset + 1]
    // Most are quotes.
    let byte =
      letter == UInt8(ascii: "\"") ? letter : letter < 128 ? DecodedText.letters[Int(letter)] : 0
    guard byte != 0 else { return unicodeEscape(text, &offset, &output, &count) }
    output.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    offset += 2
    count += 1
    return true
  }

  private static func unicodeEscape(
    _ text: Span<UInt8>, _ offset: inout Int, _ output: inout MutableRawSpan, _ count: inout Int
  ) -> Bool {
    guard let lead = codeUnit(text, &offset) else { return false }
    var scalar = Unicode.Scalar(lead)
    if UTF16.isLeadSurrogate(lead), let trail = codeUnit(text, &offset),
      UTF16.isTrailSurrogate(trail)
    {
      scalar = UTF16.decode(UTF16.EncodedScalar([lead, trail]))
    }
    guard let scalar else { return false }
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
      output.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
      count += 1
    }
    return true
  }

  /// The code unit of a `\uXXXX` escape at the offset.
  private static func codeUnit(_ text: Span<UInt8>, _ offset: inout Int) -> UInt16? {
    guard offset + 6 <= text.count, text[offset] == UInt8(ascii: "\\"),
      text[offset + 1] == UInt8(ascii: "u")
    else { return nil }
    var unit: UInt16 = 0
    for place in (offset + 2)..<(offset + 6) {
      guard let digit = text[place].hexadecimalValue else { return nil }
      unit = unit << 4 | digit
    }
    offset += 6
    return unit
  }

  /// Copies one UTF-8 sequence of several bytes (Unicode, table 3-7).
  private static func sequence(
    _ text: Span<UInt8>, _ offset: inout Int, _ output: inout MutableRawSpan, _ count: inout Int
  ) -> Bool {
    let (length, second) = text[offset].sequence
    guard length > 0, offset + length <= text.count, second.contains(text[offset + 1]) else {
      return false
    }
    for place in 0..<length {
      let byte = text[offset + place]
      guard place < 2 || byte & 0xC0 == 0x80 else { return false }
      output.storeBytes(of: byte, toByteOffset: count + place, as: UInt8.self)
    }
    offset += length
    count += length
    return true
  }
}

extension UInt64 {
  /// How many of the word's bytes, the first being the lowest, stand before one that is no printable
  /// ASCII, or a quote or backslash.
  ///
  /// A borrow runs from such a byte to higher ones only, so the first flag is right.
  fileprivate var plainBytes: Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let flags: UInt64 = 0x8080_8080_8080_8080
    let quote = self ^ (ones &* 0x22)
    let backslash = self ^ (ones &* 0x5C)
    let special =
      (self &- ones &* 0x20) | self | (quote &- ones) & ~quote | (backslash &- ones) & ~backslash
    return (special & flags).trailingZeroBitCount >> 3
  }
}

extension UInt8 {
  /// Whether the byte is ASCII that stands for itself in a string.
  fileprivate var isPlain: Bool {
    self >= 0x20 && self < 0x80 && self != UInt8(ascii: "\"") && self != UInt8(ascii: "\\")
  }

  fileprivate var hexadecimalValue: UInt16? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(self - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(self - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(self - UInt8(ascii: "A") + 10)
    default: nil
    }
  }

  /// The length of the UTF-8 sequence that the byte begins, 0 if it begins none of several bytes, and
  /// what its second byte may be.
  fileprivate var sequence: (length: Int, second: ClosedRange<UInt8>) {
    switch self {
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: (0, 0...0)
    }
  }
}
