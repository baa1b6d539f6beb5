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
    if first == UInt8(ascii: "\"") { return .template(template()) }
    return literal().map(OperandSyntax.literal) ?? pathOperand()
  }

  /// The longest path or condition, in bytes: whoever makes mapping files may be hostile, and each step of
  /// a path costs much more than its text.
  static let longestPath = 1 << 16

  /// path | jsonPath | xPath
  ///
  /// The first character tells which it is; the path reaches to the limit. One that is too long is not
  /// read.
  ///
  /// Grammar: jsonPath, xPath.
  mutating func pathOperand() -> OperandSyntax {
    let end = lexer.trimmedLimit
    if isTooLong(upTo: end) { return .unreadable([lexer.token(.unexpected, upTo: end)]) }
    switch lexer.byte {
    case UInt8(ascii: "$"): return .jsonPath(lexer.token(.jsonPath, upTo: end))
    case UInt8(ascii: "/"), UInt8(ascii: "("): return .xPath(lexer.token(.xPath, upTo: end))
    default: return .path(path())
    }
  }

  /// Whether the text up to the end is too long to be a path or condition, which is reported then.
  mutating func isTooLong(upTo end: Int) -> Bool {
    guard end - lexer.offset > Parser.longestPath else { return false }
    report(.source(.tooLong(limit: Parser.longestPath)), at: SourceRange(lexer.offset, end))
    return true
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
