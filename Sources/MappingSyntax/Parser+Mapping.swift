import Diagnostics

extension Parser {
  /// mapping = source arrow field [ ":" type ]
  mutating func mapping(_ outline: StatementOutline, arrow offset: Int) -> MappingStatementSyntax {
    let end = lexer.limit
    lexer.setLimit(offset)
    let path = source(arrow: SourceRange(offset, offset + 2))
    lexer.setLimit(end)
    lexer.skipTrivia()
    let arrow = lexer.token(.arrow, upTo: offset + 2)
    let second = outline.arrows.dropFirst().first
    if let second { lexer.setLimit(second) }
    var target = target(after: arrow, unclosed: outline.unclosed, isLast: second == nil)
    let tooMuch = unexpectedText()
    if target.name != nil, target.annotation == nil, let first = tooMuch.first {
      let whole = target.nameToken.range.union(tooMuch.last?.range ?? first.range)
      report(
        .unexpectedText(after: .field(whole: lexer.text[whole])),
        at: first.range.union(tooMuch.last?.range ?? first.range))
      // Half a name is not to be compared with others.
      target = TargetSyntax(nameToken: target.nameToken, name: nil, annotation: nil)
    }
    if target.name != nil, target.annotation?.typeName != nil {
      reportUnexpected(tooMuch, after: .type)
    }
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

  /// field [ ":" type ]
  private mutating func target(
    after arrow: Token, unclosed: (opener: SyntaxProblem.Opener, offset: Int)?, isLast: Bool
  ) -> TargetSyntax {
    lexer.skipTrivia()
    if let unclosed {
      report(
        .unclosed(unclosed.opener, isBehindArrow: true),
        at: SourceRange(unclosed.offset, unclosed.offset + 1))
      return TargetSyntax(nameToken: lexer.missing(.word), name: nil, annotation: nil)
    }
    guard let first = lexer.byte, first != UInt8(ascii: ":") else {
      if isLast { report(.missingField, at: arrow.range) }
      return TargetSyntax(nameToken: lexer.missing(.word), name: nil, annotation: annotation())
    }
    let (token, name) = first == UInt8(ascii: "\"") ? quotedField() : bareField()
    return TargetSyntax(nameToken: token, name: name, annotation: annotation())
  }

  /// field = ( letter | "_" ) { letter | digit | "_" } | string - '""'
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
    var unexpected: [Token] = []
    while lexer.byte == UInt8(ascii: ":") {
      let doubled = lexer.token(.unexpected, upTo: lexer.end { $0 == ":" })
      if unexpected.isEmpty { report(.unexpectedText(after: .colon), at: doubled.range) }
      unexpected.append(doubled)
      lexer.skipTrivia()
    }
    let end = lexer.endOfText
    guard end > lexer.offset else {
      if unexpected.isEmpty { report(.missingType, at: colon.range) }
      return TypeAnnotationSyntax(
        colon: colon, unexpected: unexpected, typeToken: lexer.missing(.word), typeName: nil)
    }
    let colonWithin = lexer.text.bytes[lexer.offset..<end].firstIndex(of: UInt8(ascii: ":"))
    let token = lexer.token(.word, upTo: colonWithin ?? end)
    return TypeAnnotationSyntax(
      colon: colon, unexpected: unexpected, typeToken: token, typeName: lexer.text[token.range])
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
