import Diagnostics

extension Parser {
  /// mapping = path "->" field [ ":" type ]
  mutating func mapping(_ outline: StatementOutline, arrow offset: Int) -> MappingStatementSyntax {
    let end = lexer.limit
    lexer.setLimit(offset)
    let path = path(arrow: SourceRange(offset, offset + 2))
    lexer.setLimit(end)
    lexer.skipTrivia()
    let arrow = lexer.token(.arrow, upTo: offset + 2)
    let second = outline.arrows.dropFirst().first
    if let second { lexer.setLimit(second) }
    let (target, isReadable) = target(after: arrow, unclosed: outline.unclosed)
    let tooMuch = unexpectedText()
    if isReadable { reportUnexpected(tooMuch, after: target.annotation == nil ? .field : .type) }
    lexer.setLimit(end)
    if let second {
      let startsLine = lexer.text.bytes[..<second].last { !$0.isBlank }.map(\.isWhiteSpace)
      report(
        .secondArrow(first: arrow.range, continuesLine: startsLine ?? false),
        at: SourceRange(second, second + 2))
    }
    return MappingStatementSyntax(
      path: path, arrow: arrow, target: target, unexpected: tooMuch + unexpectedText())
  }

  /// field [ ":" type ], and whether what follows it can be judged.
  private mutating func target(
    after arrow: Token, unclosed: (opener: SyntaxProblem.Opener, offset: Int)?
  ) -> (TargetSyntax, isReadable: Bool) {
    lexer.skipTrivia()
    if let unclosed {
      report(.unclosed(unclosed.opener), at: SourceRange(unclosed.offset, unclosed.offset + 1))
      let target = TargetSyntax(nameToken: lexer.missing(.word), name: nil, annotation: nil)
      return (target, false)
    }
    guard let first = lexer.byte, first != UInt8(ascii: ":") else {
      report(.missingField, at: arrow.range)
      return (
        TargetSyntax(nameToken: lexer.missing(.word), name: nil, annotation: annotation()), true
      )
    }
    let (token, name) = first == UInt8(ascii: "\"") ? quotedField() : bareField()
    return (TargetSyntax(nameToken: token, name: name, annotation: annotation()), name != nil)
  }

  /// field = letter { letter | digit | "_" } | string
  private mutating func bareField() -> (Token, String?) {
    let wordEnd = lexer.end { $0.isFieldNameScalar }
    let startsWithDigit = lexer.byte.map { (0x30...0x39).contains($0) } ?? false
    let next = lexer.scalar(at: wordEnd)?.scalar
    let stops = next.map { " \t\r\n#:".unicodeScalars.contains($0) } ?? true
    guard !startsWithDigit, wordEnd > lexer.offset, stops else {
      let token = lexer.token(
        .unexpected, upTo: lexer.end { !" \t\r\n#:".unicodeScalars.contains($0) })
      report(.invalidFieldName(lexer.text[token.range]), at: token.range)
      return (token, nil)
    }
    let token = lexer.token(.word, upTo: wordEnd)
    return (token, lexer.text[token.range])
  }

  private mutating func quotedField() -> (Token, String?) {
    let (token, name) = quoted(.string)
    guard let name, name.isEmpty else { return (token, name) }
    report(.missingField, at: token.range)
    return (token, nil)
  }

  /// ":" type
  private mutating func annotation() -> TypeAnnotationSyntax? {
    lexer.skipTrivia()
    guard lexer.byte == UInt8(ascii: ":") else { return nil }
    let colon = lexer.token(.colon, upTo: lexer.offset + 1)
    lexer.skipTrivia()
    let end = lexer.endOfText
    guard end > lexer.offset else {
      report(.missingType, at: colon.range)
      return TypeAnnotationSyntax(colon: colon, typeToken: lexer.missing(.word), typeName: nil)
    }
    let token = lexer.token(.word, upTo: end)
    return TypeAnnotationSyntax(
      colon: colon, typeToken: token, typeName: lexer.text[token.range])
  }
}

extension Unicode.Scalar {
  fileprivate var isFieldNameScalar: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "0"..."9", "_": true
    default: false
    }
  }
}
