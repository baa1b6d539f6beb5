internal import Diagnostics

/// An encoding that a body may have.
///
/// JSON is UTF-8 (RFC 8259 §8.1). XML may be in any of these, all others are refused: in some what
/// looks like text is markup.
package enum TextEncoding: Hashable, Sendable {
  case utf8
  case utf16(isBigEndian: Bool)
  case ascii
  /// ISO-8859-1
  case latin1
  /// ISO-8859-15
  case latin9
  case windows1252

  /// The character whose bytes stand at the offset, which then moves behind it; nil where they are
  /// none. UTF-8 is not read by this.
  ///
  /// - Precondition: `offset` is below the body's length.
  func scalar(_ body: Span<UInt8>, at offset: inout Int) -> Unicode.Scalar? {
    if case .utf16(let isBigEndian) = self {
      return utf16Scalar(body, at: &offset, isBigEndian: isBigEndian)
    }
    let byte = body[offset]
    guard let scalar = scalar(ofByte: byte) else { return nil }
    offset += 1
    return scalar
  }

  private func scalar(ofByte byte: UInt8) -> Unicode.Scalar? {
    if byte < 0x80 { return Unicode.Scalar(byte) }
    switch self {
    case .latin1: return Unicode.Scalar(byte)
    case .latin9: return TextEncoding.latin9Scalar(byte)
    case .windows1252:
      let value = byte < 0xA0 ? TextEncoding.windows1252Scalars[Int(byte - 0x80)] : UInt32(byte)
      return value == 0 ? nil : Unicode.Scalar(value)
    case .ascii, .utf8, .utf16: return nil
    }
  }

  /// ISO-8859-15 differs from ISO-8859-1 in eight places.
  private static func latin9Scalar(_ byte: UInt8) -> Unicode.Scalar {
    switch byte {
    case 0xA4: "\u{20AC}"
    case 0xA6: "\u{160}"
    case 0xA8: "\u{161}"
    case 0xB4: "\u{17D}"
    case 0xB8: "\u{17E}"
    case 0xBC: "\u{152}"
    case 0xBD: "\u{153}"
    case 0xBE: "\u{178}"
    default: Unicode.Scalar(byte)
    }
  }

  /// What windows-1252 has from 0x80 to 0x9F; five places are not assigned.
  private static let windows1252Scalars: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  private func utf16Scalar(
    _ body: Span<UInt8>, at offset: inout Int, isBigEndian: Bool
  ) -> Unicode.Scalar? {
    func unit(_ at: Int) -> UInt32? {
      guard at + 1 < body.count else { return nil }
      let (high, low) = isBigEndian ? (body[at], body[at + 1]) : (body[at + 1], body[at])
      return UInt32(high) << 8 | UInt32(low)
    }
    guard let first = unit(offset) else { return nil }
    if first & 0xFC00 != 0xD800 {
      guard let scalar = Unicode.Scalar(first) else { return nil }
      offset += 2
      return scalar
    }
    guard let second = unit(offset + 2), second & 0xFC00 == 0xDC00 else { return nil }
    offset += 4
    return Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + second & 0x3FF)
  }
}

/// A place in a body as an editor shows it.
package struct TextPosition {
  /// From 1; a line ends at LF, CR LF or CR.
  package private(set) var line = 1
  /// From 1, in Unicode scalars.
  package private(set) var column = 1

  /// The position of a byte offset, which is not within a character.
  ///
  /// - Complexity: O(*offset*).
  package init(of offset: Int, in body: RawSpan, _ encoding: TextEncoding) {
    unsafe body.withUnsafeBytes { bytes in
      let text = unsafe UnsafeRawBufferPointer(rebasing: bytes.prefix(offset))
      if case .utf16(let isBigEndian) = encoding {
        unsafe passUTF16(text, isBigEndian: isBigEndian)
      } else {
        unsafe passBytes(text, isUTF8: encoding == .utf8)
      }
    }
  }

  /// Lines first: it is the last one only whose characters are counted.
  private mutating func passBytes(_ text: UnsafeRawBufferPointer, isUTF8: Bool) {
    var lineStart = 0
    for index in text.indices {
      let byte = unsafe text[index]
      guard byte == 0x0A || byte == 0x0D else { continue }
      lineStart = index + 1
      if unsafe byte == 0x0A && index > 0 && text[index - 1] == 0x0D { continue }
      line += 1
    }
    for index in lineStart..<text.count {
      let byte = unsafe text[index]
      if !isUTF8 || !byte.isUTF8Continuation { column += 1 }
    }
  }

  private mutating func passUTF16(_ text: UnsafeRawBufferPointer, isBigEndian: Bool) {
    var isBehindReturn = false
    for index in stride(from: 0, to: text.count & ~1, by: 2) {
      let (high, low) =
        unsafe isBigEndian ? (text[index], text[index + 1]) : (text[index + 1], text[index])
      let unit = UInt16(high) << 8 | UInt16(low)
      switch unit {
      case 0x0A where isBehindReturn: break
      case 0x0A, 0x0D:
        line += 1
        column = 1
      case 0xDC00...0xDFFF: break
      default: column += 1
      }
      isBehindReturn = unit == 0x0D
    }
  }
}
