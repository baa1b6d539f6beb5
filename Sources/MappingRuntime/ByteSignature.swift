/// A byte order mark (Unicode §23.8) at the beginning of a body.
enum ByteOrderMark {
  case utf8
  case utf16(isBigEndian: Bool)
  case utf32

  init?(of body: Span<UInt8>) {
    switch body.firstFour {
    case (0xFF, 0xFE, 0, 0) where body.count >= 4, (0, 0, 0xFE, 0xFF): self = .utf32
    case (0xFF, 0xFE, _, _): self = .utf16(isBigEndian: false)
    case (0xFE, 0xFF, _, _): self = .utf16(isBigEndian: true)
    case (0xEF, 0xBB, 0xBF, _): self = .utf8
    default: return nil
    }
  }

  /// In bytes.
  var length: Int {
    switch self {
    case .utf8: 3
    case .utf16: 2
    case .utf32: 4
    }
  }
}

extension EncodingProblem {
  /// What the first bytes of a body, which has no byte order mark, tell of encodings that no body
  /// may have. Without a mark UTF-16 and UTF-32 are told by the zero bytes among their first two
  /// characters, which are ASCII in any JSON text and nearly any XML document; EBCDIC by an XML
  /// declaration in it.
  init?(signatureOf body: Span<UInt8>) {
    if let compression = Compression(of: body) {
      self = .compressed(compression)
      return
    }
    let isFour = body.count >= 4
    switch body.firstFour {
    case (0x4C, 0x6F, 0xA7, 0x94): self = .ebcdic
    case (0x00, 0x00, 0x00, 1...): self = .utf32
    case (1..., 0x00, 0x00, 0x00) where isFour: self = .utf32
    case (0x00, 1..., _, _) where body.count % 2 == 0: self = .utf16
    case (1..., 0x00, _, _) where body.count % 2 == 0: self = .utf16
    default: return nil
    }
  }
}

extension EncodingProblem.Compression {
  /// The magic numbers of gzip (RFC 1952), Zstandard (RFC 8878) and zlib (RFC 1950).
  fileprivate init?(of body: Span<UInt8>) {
    switch body.firstFour {
    case (0x1F, 0x8B, _, _): self = .gzip
    case (0x28, 0xB5, 0x2F, 0xFD): self = .zstandard
    case (0x78, 0x01, _, _), (0x78, 0x5E, _, _), (0x78, 0x9C, _, _), (0x78, 0xDA, _, _):
      self = .deflate
    default: return nil
    }
  }
}

extension Span<UInt8> {
  /// The first bytes, with zeros where there are none.
  fileprivate var firstFour: (UInt8, UInt8, UInt8, UInt8) {
    (byte(0), byte(1), byte(2), byte(3))
  }

  private func byte(_ offset: Int) -> UInt8 { offset < count ? self[offset] : 0 }
}
