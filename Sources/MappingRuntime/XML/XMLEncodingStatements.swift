/// What is said of an XML body's encoding.
///
/// RFC 7303 §3 gives the order: the byte order mark, the charset of the content type, the XML
/// declaration. Where two of them differ, one of them is wrong, and so may be the text; that is
/// refused rather than guessed.
struct XMLEncodingStatements {
  private var statements: [(source: EncodingProblem.Source, encoding: TextEncoding)] = []
  private let isUTF16: Bool

  /// The encoding of a body.
  ///
  /// - Parameters:
  ///   - charset: what the content type says.
  ///   - declared: what the XML declaration says.
  static func encoding(
    of body: Span<UInt8>, mark: ByteOrderMark?, charset: String?, declared: String?
  ) throws(EncodingProblem) -> TextEncoding {
    var statements = try XMLEncodingStatements(body, mark: mark)
    if let charset { try statements.note(charset, from: .contentType) }
    if let declared { try statements.note(declared, from: .declaration) }
    return try statements.agreed()
  }

  private init(_ body: Span<UInt8>, mark: ByteOrderMark?) throws(EncodingProblem) {
    switch mark {
    case .utf8: statements.append((.byteOrderMark, .utf8))
    case .utf16(let isBigEndian):
      statements.append((.byteOrderMark, .utf16(isBigEndian: isBigEndian)))
    case .utf32: throw .utf32
    case nil: if let problem = EncodingProblem(signatureOf: body) { throw problem }
    }
    isUTF16 = if case .utf16 = mark { true } else { false }
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

extension UInt8 {
  /// White space of XML 1.0 §2.3: the same four characters as in JSON.
  var isXMLWhiteSpace: Bool { isJSONWhiteSpace }
}
