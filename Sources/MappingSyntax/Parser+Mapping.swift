import Diagnostics

extension Parser {
  /// mapping = expression arrow field [ ":" type ] { blanks modifier }
  mutating func mapping(arrow offset: Int) -> MappingStatementSyntax {
    let end = lexer.limit
    lexer.setLimit(offset)
    let source = expression(arrow: SourceRange(offset, offset + 2))
    lexer.setLimit(end)
    lexer.skipTrivia()
    let arrow = lexer.token(.arrow, upTo: offset + 2)
    let second = outline.secondArrow
    if let second { lexer.setLimit(second) }
    let (target, modifiers, tooMuch) = target(behind: arrow, isLast: second == nil)
    lexer.setLimit(end)
    if let second { reportSecondArrow(at: second, first: arrow) }
    return MappingStatementSyntax(
      source: source, arrow: arrow, target: target, modifiers: modifiers,
      unexpected: tooMuch + unexpectedText())
  }

  private mutating func reportSecondArrow(at offset: Int, first: Token) {
    // The sign that begins the line of the second arrow, if one does.
    let sign = outline.marks.first { mark in
      mark.offset > first.range.lowerBound && mark.offset <= offset && beginsLine(mark)
    }
    report(
      .secondArrow(first: first.range, continuedBy: sign.map { signText(at: $0.offset) }),
      at: SourceRange(offset, offset + 2))
  }

  private func signText(at offset: Int) -> String {
    lexer.text[SourceRange(offset, offset + 2)]
  }

  private func beginsLine(_ mark: StatementOutline.Mark) -> Bool {
    switch mark.kind {
    case .comment, .loneComment: return false
    case .arrow, .fallback, .transform:
      let before = lexer.text.bytes[..<mark.offset].last { !$0.isBlank }
      return before?.isLineEnd ?? true
    }
  }

  /// The target, its modifiers, and what follows them up to the limit.
  private mutating func target(
    behind arrow: Token, isLast: Bool
  ) -> (TargetSyntax, [ModifierSyntax], tooMuch: [Token]) {
    lexer.skipTrivia()
    if let unclosed = outline.unclosed {
      report(
        .unclosed(unclosed.opener, isBehindArrow: true),
        at: SourceRange(unclosed.offset, unclosed.offset + 1))
      let target = TargetSyntax(nameToken: lexer.missing(.word), name: nil, annotation: nil)
      return (target, [], unexpectedText())
    }
    let mark = operatorBehindArrow
    if let mark { lexer.setLimit(mark.offset) } else if isLast { setLimitBeforePunctuation() }
    let before = problemCount
    let target = target(arrow: arrow, isLast: isLast)
    let modifiers = target.isRead ? modifiers() : []
    let tooMuch = unexpectedText()
    if problemCount == before, target.isRead { reportTooMuch(tooMuch, target, modifiers) }
    if let mark, isLast, problemCount == before { reportOperatorBehindArrow(mark) }
    if tooMuch.isEmpty || target.annotation != nil || !modifiers.isEmpty {
      return (target, modifiers, tooMuch)
    }
    // Half a name is not to be compared with others.
    return (
      TargetSyntax(nameToken: target.nameToken, name: nil, annotation: nil), modifiers, tooMuch
    )
  }

  private mutating func reportTooMuch(
    _ tokens: [Token], _ target: TargetSyntax, _ modifiers: [ModifierSyntax]
  ) {
    guard let last = tokens.last else { return }
    if !modifiers.isEmpty { return reportUnexpected(tokens, after: .modifier) }
    if target.annotation != nil { return reportUnexpected(tokens, after: .type) }
    let range = target.nameToken.range.union(last.range)
    reportUnexpected(tokens, after: .field(whole: lexer.text[range], range: range))
  }

  /// The first `??` or `|>` between the first arrow and the second or the end.
  private var operatorBehindArrow: StatementOutline.Mark? {
    guard let arrow = outline.firstArrow else { return nil }
    return outline.marks.first {
      $0.offset > arrow && $0.offset < outline.secondArrow ?? .max
        && ($0.kind == .fallback || $0.kind == .transform)
    }
  }

  private mutating func reportOperatorBehindArrow(_ mark: StatementOutline.Mark) {
    report(
      .target(.operatorBehindArrow(mark.kind == .fallback ? .fallback : .transform)),
      at: SourceRange(mark.offset, mark.offset + 2))
  }

  /// field [ ":" type ]
  private mutating func target(arrow: Token, isLast: Bool) -> TargetSyntax {
    guard let first = lexer.byte, first != UInt8(ascii: ":") else {
      if isLast { report(.target(.missingField), at: arrow.range) }
      return TargetSyntax(nameToken: lexer.missing(.word), name: nil, annotation: annotation())
    }
    let (token, name) = first == UInt8(ascii: "\"") ? quotedField() : bareField()
    return TargetSyntax(nameToken: token, name: name, annotation: annotation())
  }

  /// field = name | filledString
  private mutating func bareField() -> (Token, String?) {
    let wordEnd = lexer.end(ofRun: \.isNameByte)
    let startsWithDigit = lexer.byte?.isDigit ?? false
    let stops = wordEnd == lexer.limit || lexer.text.bytes[wordEnd].endsField
    guard !startsWithDigit, wordEnd > lexer.offset, stops else {
      let token = lexer.token(.unexpected, upTo: endOfFieldText)
      report(.target(.invalidFieldName(lexer.text[token.range])), at: token.range)
      return (token, nil)
    }
    let token = lexer.token(.word, upTo: wordEnd)
    return (token, lexer.text[token.range])
  }

  /// The end of what was written for a field: `'First Name'`, `{{lead.Email Address}}`, else a word.
  private var endOfFieldText: Int {
    if lexer.byte == UInt8(ascii: "'") || lexer.isAt("lead[") || lexer.isAt("lead.'") {
      return lexer.topLevelEnd(where: \.endsField)
    }
    let word = lexer.end(ofRun: { !$0.endsField })
    guard lexer.isAt("{") else { return word }
    let brace = lexer.end(ofRun: { $0 != UInt8(ascii: "}") && !$0.isLineEnd })
    let closed = lexer.text.bytes[brace..<lexer.limit].prefix { $0 == UInt8(ascii: "}") }
    return closed.isEmpty ? word : closed.endIndex
  }

  private mutating func quotedField() -> (Token, String?) {
    let (token, name) = quoted(.string)
    guard let name, name.isEmpty else { return (token, name) }
    report(.target(.missingField), at: token.range)
    return (token, nil)
  }

  /// ":" type
  ///
  /// Grammar: type.
  private mutating func annotation() -> TypeAnnotationSyntax? {
    lexer.skipTrivia()
    guard lexer.byte == UInt8(ascii: ":") else { return nil }
    let colon = lexer.sign(.colon)
    lexer.skipTrivia()
    var unexpected: [Token] = []
    while lexer.byte == UInt8(ascii: ":") {
      let doubled = lexer.token(.unexpected, upTo: lexer.end(ofRun: { $0 == UInt8(ascii: ":") }))
      if unexpected.isEmpty { report(.unexpectedText(after: .colon), at: doubled.range) }
      unexpected.append(doubled)
      lexer.skipTrivia()
    }
    let end = lexer.endOfText
    guard end > lexer.offset else {
      if unexpected.isEmpty { report(.target(.missingType), at: colon.range) }
      return TypeAnnotationSyntax(
        colon: colon, unexpected: unexpected, typeToken: lexer.missing(.word), typeName: nil)
    }
    let colonWithin = lexer.text.bytes[lexer.offset..<end].firstIndex(of: UInt8(ascii: ":"))
    let token = lexer.token(.word, upTo: colonWithin ?? end)
    return TypeAnnotationSyntax(
      colon: colon, unexpected: unexpected, typeToken: token, typeName: lexer.text[token.range])
  }
}

extension TargetSyntax {
  /// Whether what follows can be read.
  fileprivate var isRead: Bool {
    annotation.map { !$0.typeToken.isMissing } ?? (name != nil)
  }
}

extension UInt8 {
  /// Whether a bare field name ends before the byte.
  fileprivate var endsField: Bool {
    isWhiteSpace || self == UInt8(ascii: "#") || self == UInt8(ascii: ":")
  }
}
