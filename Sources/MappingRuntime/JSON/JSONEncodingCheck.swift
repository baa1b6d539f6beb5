/// What the first bytes of a body say about its encoding, before anything is read.
///
/// RFC 8259 §8.1 allows UTF-8 only. UTF-16 and UTF-32 are told by their byte order mark or by the
/// zero bytes among their first two characters, which are ASCII in any JSON text.
enum JSONEncodingCheck {
  /// What is wrong with the encoding, if the first bytes tell.
  static func problem(in body: Span<UInt8>) -> EncodingProblem? {
    if let compression = compression(of: body) { return .compressed(compression) }
    let isFour = body.count >= 4
    switch (byte(body, 0), byte(body, 1), byte(body, 2), byte(body, 3)) {
    case (0xFF, 0xFE, 0x00, 0x00) where isFour: return .utf32
    case (0x00, 0x00, 0xFE, 0xFF): return .utf32
    case (0xFF, 0xFE, _, _), (0xFE, 0xFF, _, _): return .utf16
    case (0x00, 0x00, 0x00, 1...): return .utf32
    case (1..., 0x00, 0x00, 0x00) where isFour: return .utf32
    case (0x00, 1..., _, _) where body.count % 2 == 0: return .utf16
    case (1..., 0x00, _, _) where body.count % 2 == 0: return .utf16
    default: return nil
    }
  }

  /// Whether the body begins with the UTF-8 byte order mark.
  static func hasByteOrderMark(_ body: Span<UInt8>) -> Bool {
    byte(body, 0) == 0xEF && byte(body, 1) == 0xBB && byte(body, 2) == 0xBF
  }

  /// The magic numbers of gzip (RFC 1952), Zstandard (RFC 8878) and zlib (RFC 1950).
  private static func compression(of body: Span<UInt8>) -> EncodingProblem.Compression? {
    switch (byte(body, 0), byte(body, 1), byte(body, 2), byte(body, 3)) {
    case (0x1F, 0x8B, _, _): .gzip
    case (0x28, 0xB5, 0x2F, 0xFD): .zstandard
    case (0x78, 0x01, _, _), (0x78, 0x5E, _, _), (0x78, 0x9C, _, _), (0x78, 0xDA, _, _): .deflate
    default: nil
    }
  }

  private static func byte(_ body: Span<UInt8>, _ offset: Int) -> UInt8 {
    offset < body.count ? body[offset] : 0
  }
}
