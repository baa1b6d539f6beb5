internal import Diagnostics

extension Parser {
  /// What is wrong where an operator or the end belongs.
  func unexpected() -> XPathProblem {
    let range = current.range
    switch current.kind {
    case .closeParenthesis: return XPathProblem(.unopenedBracket(.round), at: range)
    case .closeBracket: return XPathProblem(.unopenedBracket(.square), at: range)
    case .at: return XPathProblem(.missingSlash, at: range)
    case .strayName(let name): return XPathProblem(Parser.stray(name.text), at: range)
    case .comma, .colonColon, .openParenthesis, .openBracket:
      return XPathProblem(.unexpectedText(spelling(range)), at: range)
    default:
      return XPathProblem(.missingOperator(spelling(range), meant: nil), at: range)
    }
  }

  /// Operators that XPath 2 has beside those of XPath 1.0.
  private static let laterOperators: Set<String> = [
    "eq", "ne", "lt", "le", "gt", "ge", "is", "idiv", "to", "union", "intersect", "except",
    "return",
    "then", "else", "instance", "cast", "castable", "treat",
  ]

  private static func stray(_ name: String) -> XPathProblem.Kind {
    if laterOperators.contains(name) { return .laterOperator(name) }
    let meant = XPathOperator.allCases.first { $0.isWord && $0.rawValue == name.lowercased() }
    return .missingOperator(name, meant: meant?.rawValue)
  }

  /// What is wrong where an operand belongs.
  func missingOperand() -> XPathProblem {
    guard let previous else {
      return XPathProblem(.missingExpression(after: nil), at: current.range)
    }
    switch (current.kind, previous.kind) {
    case (.openBracket, _): return missingStep(behind: previous)
    case (.end, .openParenthesis): return XPathProblem(.unclosedBracket(.round), at: previous.range)
    case (.end, .openBracket): return XPathProblem(.unclosedBracket(.square), at: previous.range)
    default:
      return XPathProblem(
        .missingExpression(after: spelling(previous.range)),
        at: current.kind == .end ? previous.range : current.range)
    }
  }

  /// What is wrong where a step belongs, behind `/`, `//`, `@` or `::`.
  func missingStep(behind token: Token) -> XPathProblem {
    switch current.kind {
    case .functionName(let name):
      let kind = Parser.unknownFunction(name)
      if case .laterFunction = kind { return XPathProblem(kind, at: current.range) }
      return XPathProblem(.functionAsStep(name.text), at: current.range)
    case .slash, .doubleSlash, .openBracket, .literal, .number, .openParenthesis, .variable:
      return XPathProblem(.missingNodeTest(after: spelling(token.range)), at: current.range)
    default: break
    }
    let isSlash = token.kind == .slash || token.kind == .doubleSlash
    let text = spelling(token.range)
    return XPathProblem(
      isSlash ? .trailingSlash(text) : .missingNodeTest(after: text), at: token.range)
  }
}
