/// What is said of an XML body's encoding.
///
/// RFC 7303 §3 gives the order: the byte order mark, the charset of the content type, the XML
/// declaration. Where two of them differ, one of them is wrong, and so may be the text; that is
/// refused rather than guessed.
struct XMLEncodingStatements {
  private var statements: [(source: EncodingProblem.Source, encoding: TextEncoding)] = []
  private let isUTF16: Bool

  /// The encoding of a body, and how many bytes its byte order mark has.
  static func encoding(
    of body: Span<UInt8>, charset: String?
  ) throws(EncodingProblem) -> (encoding: TextEncoding, markLength: Int) {
    let mark = ByteOrderMark(of: body)
    let statements = try XMLEncodingStatements(body, mark: mark, charset: charset)
    return (try statements.agreed(), mark?.length ?? 0)
  }

  private init(
    _ body: Span<UInt8>, mark: ByteOrderMark?, charset: String?
  ) throws(EncodingProblem) {
    switch mark {
    case .utf8: statements.append((.byteOrderMark, .utf8))
    case .utf16(let isBigEndian):
      statements.append((.byteOrderMark, .utf16(isBigEndian: isBigEndian)))
    case .utf32: throw .utf32
    case nil: if let problem = EncodingProblem(signatureOf: body) { throw problem }
    }
    isUTF16 = if case .utf16 = mark { true } else { false }
    if let charset { try note(charset, from: .contentType) }
    if let name = XMLDeclaration.encodingName(in: body, isUTF16: isUTF16) {
      try note(name, from: .declaration)
    }
  }

  private mutating func note(
    _ name: String, from source: EncodingProblem.Source
  ) throws(EncodingProblem) {
    guard let encoding = TextEncoding(name: name) else { throw .unsupported(name: name, source) }
    switch encoding {
    case .utf16 where isUTF16: return
    case .utf16 where statements.isEmpty: throw .notUTF16(source)
    default: statements.append((source, encoding))
    }
  }

  private func agreed() throws(EncodingProblem) -> TextEncoding {
    guard let first = statements.first else { return .utf8 }
    for other in statements.dropFirst() where other.encoding != first.encoding {
      throw .contradiction(first.source, first.encoding, other.source, other.encoding)
    }
    return first.encoding
  }
}

/// The XML declaration, `<?xml version="1.0" encoding="…"?>`, as far as its encoding goes. Whether it is
/// well-formed is for the parser to say.
enum XMLDeclaration {
  /// The declaration is looked for in this many bytes.
  private static let longest = 1024

  /// The name that the declaration gives; nil where it gives none.
  static func encodingName(in body: Span<UInt8>, isUTF16: Bool) -> String? {
    var text: [UInt8] = []
    let start = ByteOrderMark(of: body)?.length ?? 0
    for index in start..<max(start, min(body.count, longest)) {
      // A declaration is of ASCII characters; in UTF-16 each has a zero byte beside it.
      if isUTF16, body[index] == 0 { continue }
      text.append(body[index])
      if body[index] == UInt8(ascii: ">") { break }
    }
    guard text.starts(with: "<?xml".utf8), text.count > 5, text[5].isXMLWhiteSpace else {
      return nil
    }
    return value(of: "encoding", in: text[6...])
  }

  /// The quoted value behind `name =`.
  private static func value(of name: String, in text: ArraySlice<UInt8>) -> String? {
    var rest = text
    while !rest.isEmpty, !rest.starts(with: name.utf8) { rest.removeFirst() }
    rest = rest.dropFirst(name.utf8.count).drop { $0.isXMLWhiteSpace }
    guard rest.first == UInt8(ascii: "=") else { return nil }
    rest = rest.dropFirst().drop { $0.isXMLWhiteSpace }
    guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return nil
    }
    return String(decoding: rest.dropFirst().prefix { $0 != quote }, as: UTF8.self)
  }
}

extension UInt8 {
  /// White space of XML 1.0 §2.3: the same four characters as in JSON.
  var isXMLWhiteSpace: Bool { isJSONWhiteSpace }
}
