import Diagnostics

extension Parser {
  /// logical-or-expr = logical-and-expr *(S "||" S logical-and-expr)
  mutating func orExpression() throws(JSONPathProblem) -> LogicalExpression {
    var parts: [LogicalExpression] = []
    repeat {
      let part = try andExpression()
      if case .or(let inner) = part { parts += inner } else { parts.append(part) }
    } while try takeOperator("||")
    return parts.count == 1 ? parts[0] : .or(parts)
  }

  /// logical-and-expr = basic-expr *(S "&&" S basic-expr)
  private mutating func andExpression() throws(JSONPathProblem) -> LogicalExpression {
    var parts: [LogicalExpression] = []
    repeat {
      let part = try basicExpression()
      if case .and(let inner) = part { parts += inner } else { parts.append(part) }
    } while try takeOperator("&&")
    return parts.count == 1 ? parts[0] : .and(parts)
  }

  /// Blanks, the operator and blanks; nothing is passed if another thing stands there.
  private mutating func takeOperator(_ word: String) throws(JSONPathProblem) -> Bool {
    let before = offset
    skipBlanks()
    guard begins(with: word) else {
      move(to: before)
      return false
    }
    advance(word.utf8.count)
    skipBlanks()
    return true
  }

  /// basic-expr = paren-expr / comparison-expr / test-expr
  private mutating func basicExpression() throws(JSONPathProblem) -> LogicalExpression {
    if byte == UInt8(ascii: "!") {
      let bang = offset
      advance()
      skipBlanks()
      if byte == UInt8(ascii: "(") { return .not(try parenthesized()) }
      let operand = try operand()
      if comparisonFollows { throw problem(.negatedOperand, from: bang) }
      return .not(try test(operand))
    }
    if byte == UInt8(ascii: "(") { return try parenthesized() }
    let start = offset
    let left = try operand()
    let spaced = spacedBrackets
    guard let relation = try comparisonOperator() else { return try test(left) }
    return try comparison(left, spaced, relation, from: start)
  }

  /// paren-expr = [logical-not-op S] "(" S logical-expr S ")"
  private mutating func parenthesized() throws(JSONPathProblem) -> LogicalExpression {
    let start = offset
    advance()
    skipBlanks()
    let expression = try nested { (parser) throws(JSONPathProblem) in try parser.orExpression() }
    skipBlanks()
    guard take(")") else {
      if offset < end, byte != UInt8(ascii: "]") { throw unexpectedInExpression() }
      throw JSONPathProblem(.unclosed(.parenthesis), at: SourceRange(start, start + 1))
    }
    if comparisonFollows { throw problem(.parenthesizedOperand, from: start) }
    return expression
  }

  /// test-expr = [logical-not-op S] (filter-query / function-expr)
  private func test(_ operand: JSONPathOperand) throws(JSONPathProblem) -> LogicalExpression {
    switch operand {
    case .query(let query): return .existence(query)
    case .literal(let literal): throw JSONPathProblem(.literalAsTest, at: literal.range)
    case .call(let call):
      guard call.function.isLogical else {
        throw JSONPathProblem(.valueAsTest(call.function), at: call.range)
      }
      return .test(call)
    }
  }

  /// comparison-expr = comparable S comparison-op S comparable
  private mutating func comparison(
    _ left: JSONPathOperand, _ spaced: SourceRange?, _ relation: JSONPathComparison.Operator,
    from start: Int
  ) throws(JSONPathProblem) -> LogicalExpression {
    try checkComparable(left, spaced)
    skipBlanks()
    let right = try operand()
    try checkComparable(right, spacedBrackets)
    let range = SourceRange(start, offset)
    if comparisonFollows {
      skipBlanks()
      throw JSONPathProblem(.chainedComparison, at: scalarRange)
    }
    return .comparison(
      JSONPathComparison(
        left: left, relation: relation, right: right, place: SourcePlace(range)))
  }

  /// comparable = literal / singular-query / function-expr
  ///
  /// `spaced` are brackets of the operand with blanks in them: `name-segment` and `index-segment`
  /// of a singular query allow none.
  private func checkComparable(
    _ operand: JSONPathOperand, _ spaced: SourceRange?
  ) throws(JSONPathProblem) {
    switch operand {
    case .literal: return
    case .call(let call):
      if call.function.isLogical {
        throw JSONPathProblem(.comparedTest(call.function), at: call.range)
      }
    case .query(let query):
      guard query.isSingular else {
        throw JSONPathProblem(.notSingular(.comparison), at: query.range)
      }
      if let spaced { throw JSONPathProblem(.spaceInComparedBrackets, at: spaced) }
    }
  }

  /// Whether a comparison operator stands behind the blanks at the offset.
  private var comparisonFollows: Bool {
    var ahead = self
    ahead.skipBlanks()
    return ahead.operatorHere != nil
  }

  private var operatorHere: JSONPathComparison.Operator? {
    JSONPathComparison.Operator.allCases.first { begins(with: $0.rawValue) }
  }

  /// Blanks and a comparison operator; nothing is passed if another thing stands there.
  private mutating func comparisonOperator() throws(JSONPathProblem)
    -> JSONPathComparison.Operator?
  {
    let before = offset
    skipBlanks()
    if let problem = foreignOperator() { throw problem }
    guard let found = operatorHere else {
      move(to: before)
      return nil
    }
    advance(found.rawValue.utf8.count)
    return found
  }

  /// The problem if an operator of another language stands at the offset.
  func foreignOperator() -> JSONPathProblem? {
    guard
      let written = JSONPathProblem.WrittenOperator.allCases.first(where: { isWritten($0) })
    else { return nil }
    let range = SourceRange(offset, offset + written.rawValue.utf8.count)
    let rewrite = written.meant.map {
      JSONPathProblem.Rewrite(range: range, text: $0, isSafe: written.isSafelyMeant)
    }
    return JSONPathProblem(.wrongOperator(written), at: range, rewrite: rewrite)
  }

  private func isWritten(_ written: JSONPathProblem.WrittenOperator) -> Bool {
    let word = written.rawValue
    guard begins(with: word) else { return false }
    let after = offset + word.utf8.count < end ? text[offset + word.utf8.count] : 0
    switch written {
    case .and, .or, .not, .membership: return !after.continuesName
    case .bitAnd: return after != UInt8(ascii: "&")
    case .bitOr: return after != UInt8(ascii: "|")
    case .assignment: return after != UInt8(ascii: "=")
    case .strictEqual, .strictUnequal, .regexp, .arrowLess, .arrowGreater, .unequal: return true
    }
  }

  /// Something stands after an expression that can neither go on nor end it.
  func unexpectedInExpression() -> JSONPathProblem {
    if let problem = foreignOperator() { return problem }
    if byte == UInt8(ascii: "]") || byte == UInt8(ascii: ")") {
      return JSONPathProblem(.unexpectedText(string(offset, offset + 1)), at: scalarRange)
    }
    return unexpected(after: offset)
  }
}

extension JSONPathProblem.WrittenOperator {
  /// What RFC 9535 writes for it; nil where it has nothing as simple.
  var meant: String? {
    switch self {
    case .strictEqual, .assignment: "=="
    case .strictUnequal, .unequal: "!="
    case .arrowLess: "<="
    case .arrowGreater: ">="
    case .bitAnd, .and: "&&"
    case .bitOr, .or: "||"
    case .not: "!"
    case .regexp, .membership: nil
    }
  }

  var isSafelyMeant: Bool {
    switch self {
    case .strictEqual, .strictUnequal, .unequal, .arrowLess, .and, .or: true
    case .arrowGreater, .assignment, .bitAnd, .bitOr, .not, .regexp, .membership: false
    }
  }
}
