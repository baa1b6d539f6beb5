import Diagnostics

extension Parser {
  /// bracketed-selection = "[" S selector *(S "," S selector) S "]"
  mutating func bracketedSelection() throws(JSONPathProblem) -> [JSONPathSelector] {
    let bracket = offset
    advance()
    var selectors: [JSONPathSelector] = []
    repeat {
      skipBlanks()
      selectors.append(try selector(in: bracket))
      skipBlanks()
    } while take(",")
    guard take("]") else { throw unclosedOrMissingComma(bracket, after: selectors.last) }
    noteBlanks(from: bracket)
    return selectors
  }

  private mutating func noteBlanks(from bracket: Int) {
    let hasBlanks = text[bracket + 1].isBlank || text[offset - 2].isBlank
    if hasBlanks, spacedBrackets == nil { spacedBrackets = SourceRange(bracket, offset) }
  }

  /// selector = name-selector / wildcard-selector / slice-selector / index-selector /
  /// filter-selector
  private mutating func selector(in bracket: Int) throws(JSONPathProblem) -> JSONPathSelector {
    guard let byte else {
      throw JSONPathProblem(.unclosed(.bracket), at: SourceRange(bracket, bracket + 1))
    }
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return .name(try stringLiteral())
    case UInt8(ascii: "*"):
      advance()
      return .wildcard
    case UInt8(ascii: "?"): return try filterSelector()
    case UInt8(ascii: ":"), UInt8(ascii: "-"): return try indexOrSlice()
    case UInt8(ascii: "("): throw JSONPathProblem(.scriptExpression, at: scalarRange)
    case _ where byte.isDigit: return try indexOrSlice()
    case _ where byte.beginsName: throw unquotedName()
    case UInt8(ascii: "]"):
      throw JSONPathProblem(.missingSelector, at: missingSelectorRange(bracket))
    default: throw missingSelector(bracket)
    }
  }

  private func missingSelector(_ bracket: Int) -> JSONPathProblem {
    byte == UInt8(ascii: ",")
      ? JSONPathProblem(.missingSelector, at: missingSelectorRange(bracket))
      : JSONPathProblem(.unexpectedText(string(offset, scalarEnd(offset))), at: scalarRange)
  }

  /// From the bracket or comma before which nothing stands.
  private func missingSelectorRange(_ bracket: Int) -> SourceRange {
    var start = offset
    while start > bracket, text[start - 1].isBlank { start -= 1 }
    return SourceRange(max(start - 1, bracket), offset + 1)
  }

  private func unquotedName() -> JSONPathProblem {
    var last = offset
    while last < end, text[last].continuesName || text[last] == UInt8(ascii: "-") { last += 1 }
    let name = string(offset, last)
    let range = SourceRange(offset, last)
    return JSONPathProblem(
      .unquotedName(name), at: range,
      rewrite: JSONPathProblem.Rewrite(range: range, text: "'\(name)'", isSafe: false))
  }

  private func unclosedOrMissingComma(
    _ bracket: Int, after selector: JSONPathSelector?
  ) -> JSONPathProblem {
    if offset == end {
      return JSONPathProblem(.unclosed(.bracket), at: SourceRange(bracket, bracket + 1))
    }
    if case .filter = selector { return unexpectedInExpression() }
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "*"), UInt8(ascii: "?"):
      return JSONPathProblem(.missingComma, at: scalarRange)
    case UInt8(ascii: "."):
      guard case .index = selector else { break }
      return JSONPathProblem(.fractionalIndex, at: scalarRange)
    case .some(let byte) where byte.isDigit:
      return JSONPathProblem(.missingComma, at: scalarRange)
    default: break
    }
    return JSONPathProblem(.unexpectedText(string(offset, scalarEnd(offset))), at: scalarRange)
  }

  /// filter-selector = "?" S logical-expr
  private mutating func filterSelector() throws(JSONPathProblem) -> JSONPathSelector {
    advance()
    skipBlanks()
    let outer = spacedBrackets
    let expression = try nested { (parser) throws(JSONPathProblem) in
      parser.filterDepth += 1
      defer { parser.filterDepth -= 1 }
      return try parser.orExpression()
    }
    spacedBrackets = outer
    return .filter(expression)
  }

  /// index-selector = int
  ///
  /// slice-selector = [start S] ":" S [end S] [":" [S step ]]
  private mutating func indexOrSlice() throws(JSONPathProblem) -> JSONPathSelector {
    let start = try optionalInteger()
    let afterStart = offset
    skipBlanks()
    guard take(":") else {
      move(to: afterStart)
      // Without a colon there has been an integer: a selector that begins with neither is refused.
      return .index(start ?? 0)
    }
    skipBlanks()
    let last = try optionalInteger()
    var step: Int?
    var afterParts = offset
    skipBlanks()
    if take(":") {
      afterParts = offset
      skipBlanks()
      step = try optionalInteger()
      if step != nil { afterParts = offset }
    }
    move(to: afterParts)
    return .slice(JSONPathSlice(start: start, end: last, step: step ?? 1))
  }
}
