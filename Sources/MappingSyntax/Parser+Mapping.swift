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
    let (target, tooMuch) = target(after: arrow, outline, isLast: second == nil)
    lexer.setLimit(end)
    if let second { reportSecondArrow(at: second, first: arrow) }
    return MappingStatementSyntax(
      path: path, arrow: arrow, target: target, unexpected: tooMuch + unexpectedText())
  }

  private mutating func reportSecondArrow(at offset: Int, first: Token) {
    let before = lexer.text.bytes[..<offset].last { !$0.isBlank }
    report(
      .secondArrow(first: first.range, continuesLine: before?.isWhiteSpace ?? false),
      at: SourceRange(offset, offset + 2))
  }

  /// The target and what follows it up to the limit.
  private mutating func target(
    after arrow: Token, _ outline: StatementOutline, isLast: Bool
  ) -> (TargetSyntax, tooMuch: [Token]) {
    let target = target(after: arrow, unclosed: outline.unclosed, isLast: isLast)
    let tooMuch = unexpectedText()
    guard target.name != nil, let first = tooMuch.first, let last = tooMuch.last else {
      return (target, tooMuch)
    }
    if target.annotation == nil {
      let whole = lexer.text[target.nameToken.range.union(last.range)]
      report(.unexpectedText(after: .field(whole: whole)), at: first.range.union(last.range))
      // Half a name is not to be compared with others.
      return (TargetSyntax(nameToken: target.nameToken, name: nil, annotation: nil), tooMuch)
    }
    if target.annotation?.typeName != nil { reportUnexpected(tooMuch, after: .type) }
    return (target, tooMuch)
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
