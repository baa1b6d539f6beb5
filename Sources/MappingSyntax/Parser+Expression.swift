import Diagnostics

extension Parser {
  /// expression = source { fallback source | pipe transform }
  ///
  /// The limit is the arrow.
  mutating func expression(arrow: SourceRange) -> ExpressionSyntax {
    let end = lexer.limit
    let before = problemCount
    lexer.skipTrivia()
    setLimitToPiece(end)
    let first = operand()
    if case .unreadable = first, problemCount == before { reportMissingSource(arrow: arrow) }
    var stages = tooMuch(after: .template, isGood: problemCount == before)
    lexer.setLimit(end)
    lexer.skipTrivia()
    while !lexer.isAtLimit {
      stages += stage(end, isGood: problemCount == before)
      lexer.setLimit(end)
      lexer.skipTrivia()
    }
    return ExpressionSyntax(first: first, stages: stages)
  }

  /// Sets the limit to the next operator or comment, or to `end`.
  private mutating func setLimitToPiece(_ end: Int) {
    while nextMark < outline.marks.count, outline.marks[nextMark].offset < lexer.offset {
      nextMark += 1
    }
    lexer.setLimit(nextMark < outline.marks.count ? min(end, outline.marks[nextMark].offset) : end)
  }

  private mutating func reportMissingSource(arrow: SourceRange) {
    // With the limit at an operator, that is what lacks its operand.
    let isOperator = lexer.limit < arrow.lowerBound
    report(
      isOperator
        ? .source(.missingOperand(sign(at: lexer.limit), isBefore: true)) : .source(.missing),
      at: isOperator ? SourceRange(lexer.limit, lexer.limit + 2) : arrow)
  }

  private func sign(at offset: Int) -> SyntaxProblem.Operator {
    lexer.text.bytes[offset] == UInt8(ascii: "?") ? .fallback : .transform
  }

  /// One operator with what belongs to it; the offset is at the operator.
  private mutating func stage(_ end: Int, isGood: Bool) -> [StageSyntax] {
    let sign = sign(at: lexer.offset)
    let token = lexer.token(.operator, upTo: lexer.offset + 2)
    lexer.skipTrivia()
    setLimitToPiece(end)
    let before = problemCount
    if sign == .transform { return transforms(behind: token, isGood: isGood) }
    let operand = operand()
    if case .unreadable(let tokens) = operand, tokens.isEmpty, problemCount == before, isGood {
      report(.source(.missingOperand(.fallback, isBefore: false)), at: token.range)
    }
    let stage = StageSyntax.fallback(operator: token, operand)
    return [stage] + tooMuch(after: .template, isGood: problemCount == before)
  }

  /// What is left before the next operator, as an operand whose operator is missing.
  mutating func tooMuch(after place: SyntaxProblem.Place, isGood: Bool) -> [StageSyntax] {
    lexer.skipTrivia()
    if lexer.isAtLimit { return [] }
    let sign = lexer.missing(.operator)
    let tokens = unexpectedText()
    if isGood { reportUnexpected(tokens, after: place) }
    return [.fallback(operator: sign, .unreadable(tokens))]
  }

  /// source = path | jsonPath | xPath | literal | template
  ///
  /// The first character tells which it is; the operand reaches to the limit. Nothing is reported
  /// where there is none.
  private mutating func operand() -> OperandSyntax {
    guard let first = lexer.byte else { return .unreadable([]) }
    switch first {
    case UInt8(ascii: "$"): return .jsonPath(lexer.token(.jsonPath, upTo: lexer.trimmedLimit))
    case UInt8(ascii: "/"), UInt8(ascii: "("):
      return .xPath(lexer.token(.xPath, upTo: lexer.trimmedLimit))
    case UInt8(ascii: "\""): return .template(template())
    default: return literal().map(OperandSyntax.literal) ?? .path(path())
    }
  }

  /// literal = number | "true" | "false"
  private mutating func literal() -> LiteralSyntax? {
    let range = SourceRange(lexer.offset, lexer.trimmedLimit)
    guard let value = MarketoNotation.literal(lexer.text.bytes[range]) else { return nil }
    let kind: Token.Kind = if case .number = value { .number } else { .word }
    return LiteralSyntax(token: lexer.token(kind, upTo: range.upperBound), value: value)
  }
}

extension [UInt8] {
  subscript(range: SourceRange) -> ArraySlice<UInt8> { self[range.lowerBound..<range.upperBound] }
}
