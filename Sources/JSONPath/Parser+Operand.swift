import Diagnostics
import IRegexp

extension Parser {
  /// comparable / filter-query: what stands at either side of an operator, or alone as a test.
  mutating func operand() throws(JSONPathProblem) -> JSONPathOperand {
    guard let byte else { throw JSONPathProblem(.missingOperand, at: SourceRange(at: offset)) }
    switch byte {
    case UInt8(ascii: "$"), UInt8(ascii: "@"): return .query(try filterQuery())
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      let start = offset
      let string = try stringLiteral()
      return .literal(
        JSONPathLiteral(value: .string(string), place: SourcePlace(SourceRange(start, offset))))
    case UInt8(ascii: "-"): return .literal(try numberLiteral())
    case _ where byte.isDigit: return .literal(try numberLiteral())
    case _ where byte.beginsName: return try wordOperand()
    default: throw missingOperand()
    }
  }

  private func missingOperand() -> JSONPathProblem {
    if let problem = foreignOperator() { return problem }
    switch byte {
    case UInt8(ascii: "]"), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: "&"),
      UInt8(ascii: "|"), UInt8(ascii: "="), UInt8(ascii: "!"), UInt8(ascii: "<"),
      UInt8(ascii: ">"), UInt8(ascii: "("):
      return JSONPathProblem(.missingOperand, at: scalarRange)
    default:
      return JSONPathProblem(.unexpectedText(string(offset, scalarEnd(offset))), at: scalarRange)
    }
  }

  /// filter-query = rel-query / jsonpath-query
  private mutating func filterQuery() throws(JSONPathProblem) -> JSONPathQuery {
    let start = offset
    let isCurrent = byte == UInt8(ascii: "@")
    advance()
    let segments = try segments()
    let origin: JSONPathQuery.Origin = isCurrent && filterDepth > 0 ? .current : .root
    return JSONPathQuery(origin, segments, at: SourceRange(start, offset))
  }

  /// `true`, `false`, `null` or a call.
  private mutating func wordOperand() throws(JSONPathProblem) -> JSONPathOperand {
    let start = offset
    while let byte, byte.continuesName { advance() }
    let word = string(start, offset)
    let range = SourceRange(start, offset)
    if byte == UInt8(ascii: "(") { return .call(try call(word, at: range)) }
    let place = SourcePlace(range)
    switch word {
    case "true": return .literal(JSONPathLiteral(value: .boolean(true), place: place))
    case "false": return .literal(JSONPathLiteral(value: .boolean(false), place: place))
    case "null": return .literal(JSONPathLiteral(value: .null, place: place))
    default: throw bareWord(word, at: range)
    }
  }

  private func bareWord(_ word: String, at range: SourceRange) -> JSONPathProblem {
    var ahead = self
    ahead.skipBlanks()
    if ahead.byte == UInt8(ascii: "("), JSONPathFunction(rawValue: word) != nil {
      let blanks = SourceRange(offset, ahead.offset)
      return JSONPathProblem(
        .spaceBeforeArguments, at: blanks,
        rewrite: JSONPathProblem.Rewrite(range: blanks, text: "", isSafe: true))
    }
    if word == "not" {
      ahead.move(to: range.lowerBound)
      if let problem = ahead.foreignOperator() { return problem }
    }
    let literal = Parser.literalsOfOtherLanguages[word.lowercased()]
    let rewrite = literal.map {
      JSONPathProblem.Rewrite(range: range, text: $0, isSafe: true)
    }
    return JSONPathProblem(.bareWord(word, literal: literal), at: range, rewrite: rewrite)
  }

  private static let literalsOfOtherLanguages = [
    "true": "true", "false": "false", "null": "null", "nil": "null", "none": "null",
    "undefined": "null",
  ]

  /// function-expr = function-name "(" S [function-argument *(S "," S function-argument)] S ")"
  private mutating func call(
    _ name: String, at range: SourceRange
  ) throws(JSONPathProblem) -> JSONPathCall {
    if name == "not", let problem = foreignNot(at: range) { throw problem }
    guard let function = JSONPathFunction(rawValue: name) else {
      throw unknownFunction(name, at: range)
    }
    let parenthesis = offset
    advance()
    let arguments = try nested { (parser) throws(JSONPathProblem) in
      try parser.arguments(of: function, parenthesis)
    }
    let whole = SourceRange(range.lowerBound, offset)
    guard arguments.count == function.parameters.count else {
      throw JSONPathProblem(.argumentCount(function, found: arguments.count), at: whole)
    }
    return JSONPathCall(
      function: function, arguments: arguments, pattern: try pattern(function, arguments),
      place: SourcePlace(whole))
  }

  private func foreignNot(at range: SourceRange) -> JSONPathProblem? {
    var ahead = self
    ahead.move(to: range.lowerBound)
    return ahead.foreignOperator()
  }

  private func unknownFunction(_ name: String, at range: SourceRange) -> JSONPathProblem {
    let names = JSONPathFunction.allCases.map(\.rawValue)
    let suggestion = Suggestion.nearest(to: name, among: names).flatMap(
      JSONPathFunction.init(rawValue:))
    return JSONPathProblem(
      .unknownFunction(name, suggestion: suggestion), at: range,
      rewrite: suggestion.map {
        JSONPathProblem.Rewrite(range: range, text: $0.rawValue, isSafe: false)
      })
  }

  private mutating func arguments(
    of function: JSONPathFunction, _ parenthesis: Int
  ) throws(JSONPathProblem) -> [JSONPathOperand] {
    var arguments: [JSONPathOperand] = []
    skipBlanks()
    if take(")") { return arguments }
    repeat {
      skipBlanks()
      let kinds = function.parameters
      let kind = arguments.count < kinds.count ? kinds[arguments.count] : nil
      arguments.append(try argument(of: function, kind))
      skipBlanks()
    } while take(",")
    guard take(")") else {
      if offset < end, byte != UInt8(ascii: "]") { throw unexpectedInExpression() }
      throw JSONPathProblem(.unclosed(.parenthesis), at: SourceRange(parenthesis, parenthesis + 1))
    }
    return arguments
  }

  /// function-argument = literal / filter-query / logical-expr / function-expr
  ///
  /// No function of the RFC takes a logical expression; `kind` is nil for an argument too many.
  private mutating func argument(
    of function: JSONPathFunction, _ kind: JSONPathFunction.ParameterKind?
  ) throws(JSONPathProblem) -> JSONPathOperand {
    let start = offset
    if byte != UInt8(ascii: "!"), byte != UInt8(ascii: "(") {
      let operand = try operand()
      let last = offset
      skipBlanks()
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ")") {
        move(to: last)
        try check(operand, as: kind, of: function)
        return operand
      }
      // The parenthesis is not closed, which comes first.
      if offset == end || byte == UInt8(ascii: "]") { return operand }
    }
    move(to: start)
    _ = try orExpression()
    throw problem(
      kind == .nodes ? .argumentIsNoQuery(function) : .argumentIsNoValue(function), from: start)
  }

  private func check(
    _ operand: JSONPathOperand, as kind: JSONPathFunction.ParameterKind?,
    of function: JSONPathFunction
  ) throws(JSONPathProblem) {
    switch (operand, kind) {
    case (.query(let query), .value):
      guard query.isSingular else {
        throw JSONPathProblem(.notSingular(.argument(function)), at: query.range)
      }
    case (.call(let call), .value):
      if call.function.isLogical {
        throw JSONPathProblem(.argumentIsNoValue(function), at: call.range)
      }
    case (.literal(let literal), .nodes):
      throw JSONPathProblem(.argumentIsNoQuery(function), at: literal.range)
    case (.call(let call), .nodes):
      throw JSONPathProblem(.argumentIsNoQuery(function), at: call.range)
    case (.literal, .value), (.query, .nodes), (_, nil): return
    }
  }

  /// The pattern of `match` and `search` if it is a literal.
  private func pattern(
    _ function: JSONPathFunction, _ arguments: [JSONPathOperand]
  ) throws(JSONPathProblem) -> IRegexp? {
    guard function.isLogical, case .literal(let literal) = arguments.last,
      case .string(let pattern) = literal.value
    else { return nil }
    do { return try IRegexp(pattern) } catch {
      throw JSONPathProblem(.invalidRegexp(error), at: range(of: error, in: literal, pattern))
    }
  }

  /// Where in the literal the pattern is wrong; the whole literal if escapes shift the offsets.
  private func range(
    of problem: IRegexpProblem, in literal: JSONPathLiteral, _ pattern: String
  ) -> SourceRange {
    let whole = literal.range
    guard whole.count == pattern.utf8.count + 2 else { return whole }
    let start = whole.lowerBound + 1 + problem.offset
    return SourceRange(start, min(scalarEnd(start), whole.upperBound))
  }
}
