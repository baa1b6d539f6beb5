internal import Diagnostics

extension Parser {
  /// PathExpr ::= LocationPath | FilterExpr | FilterExpr '/' RelativeLocationPath
  ///            | FilterExpr '//' RelativeLocationPath
  mutating func path() throws(XPathProblem) -> Part {
    let start = current.range
    switch current.kind {
    case .slash, .doubleSlash:
      let steps = current.kind == .slash ? try stepsOfRoot() : try furtherSteps()
      return locationPath(isAbsolute: true, steps, from: start)
    case .dot, .dotDot, .at, .axisName, .nameTest, .nodeType:
      var steps = [try step()]
      steps += try furtherSteps()
      return locationPath(isAbsolute: false, steps, from: start)
    case .openParenthesis, .literal, .number, .functionName, .variable:
      return try filter()
    default: throw missingOperand()
    }
  }

  private func locationPath(
    isAbsolute: Bool, _ steps: [XPathStep], from start: SourceRange
  ) -> Part {
    Part(
      syntax: .path(XPathLocationPath(isAbsolute: isAbsolute, steps)),
      range: start.union(previous?.range ?? start))
  }

  /// AbsoluteLocationPath ::= '/' RelativeLocationPath?
  private mutating func stepsOfRoot() throws(XPathProblem) -> [XPathStep] {
    let slash = current
    advance()
    if beginsStep { return [try step()] + (try furtherSteps()) }
    switch current.kind {
    case .openBracket, .slash, .doubleSlash, .functionName: throw missingStep(behind: slash)
    default: return []
    }
  }

  /// ('/' Step | '//' Step)*
  private mutating func furtherSteps() throws(XPathProblem) -> [XPathStep] {
    var steps: [XPathStep] = []
    while current.kind == .slash || current.kind == .doubleSlash {
      let slash = advance()
      guard beginsStep else { throw missingStep(behind: slash) }
      if slash.kind == .doubleSlash { steps.append(.descendants) }
      steps.append(try step())
    }
    return steps
  }

  private var beginsStep: Bool {
    switch current.kind {
    case .dot, .dotDot, .at, .axisName, .nameTest, .nodeType: true
    default: false
    }
  }

  /// Step ::= AxisSpecifier NodeTest Predicate* | '.' | '..'
  private mutating func step() throws(XPathProblem) -> XPathStep {
    switch current.kind {
    case .dot: return try abbreviation(XPathStep(.self, .node))
    case .dotDot: return try abbreviation(XPathStep(.parent, .node))
    default:
      let axis = try axis()
      return XPathStep(axis, try nodeTest(), try predicates())
    }
  }

  private mutating func abbreviation(_ step: XPathStep) throws(XPathProblem) -> XPathStep {
    let token = advance()
    guard current.kind != .openBracket else {
      throw XPathProblem(.predicateOfAbbreviation(spelling(token.range)), at: current.range)
    }
    return step
  }

  /// AxisSpecifier ::= AxisName '::' | '@'?
  private mutating func axis() throws(XPathProblem) -> XPathAxis {
    if take(.at) != nil { return .attribute }
    guard case .axisName(let name) = current.kind else { return .child }
    guard let axis = XPathAxis(rawValue: name) else {
      let near = Suggestion.nearest(to: name, among: XPathAxis.allCases.map(\.rawValue))
      throw XPathProblem(
        .unknownAxis(name, suggestion: near.flatMap(XPathAxis.init)), at: current.range)
    }
    advance()
    advance()
    return axis
  }

  /// NodeTest ::= NameTest | NodeType '(' ')' | 'processing-instruction' '(' Literal ')'
  private mutating func nodeTest() throws(XPathProblem) -> XPathNodeTest {
    let token = current
    switch token.kind {
    case .nameTest(let test):
      advance()
      switch test {
      case .name(let name): use(prefix: name.prefix, at: token.range.lowerBound)
      case .any(let prefix): use(prefix: prefix, at: token.range.lowerBound)
      default: break
      }
      return test
    case .nodeType(let type):
      advance()
      return try nodeTest(of: type)
    default: throw missingStep(behind: previous ?? token)
    }
  }

  private mutating func nodeTest(of type: Token.NodeType) throws(XPathProblem) -> XPathNodeTest {
    let opener = advance()
    var target: XPathText?
    if case .literal(let text) = current.kind, type == .processingInstruction {
      target = text
      advance()
    }
    if current.kind != .closeParenthesis, current.kind != .end {
      throw XPathProblem(.nodeTypeArgument(type.rawValue), at: current.range)
    }
    try close(opener)
    switch type {
    case .comment: return .comment
    case .text: return .text
    case .node: return .node
    case .processingInstruction: return .processingInstruction(target: target)
    }
  }

  /// Predicate ::= '[' Expr ']'
  mutating func predicates() throws(XPathProblem) -> [XPathSyntax] {
    var predicates: [XPathSyntax] = []
    while let opener = take(.openBracket) {
      let predicate = try nested(in: opener)
      let closer = try close(opener)
      if predicate.syntax == .number("0") {
        zeroPositions.append(opener.range.union(closer.range))
      }
      predicates.append(predicate.syntax)
    }
    return predicates
  }

  // MARK: Filters

  /// FilterExpr ::= PrimaryExpr | FilterExpr Predicate
  private mutating func filter() throws(XPathProblem) -> Part {
    let primary = try primary()
    let predicates = try predicates()
    let steps = try furtherSteps()
    if !predicates.isEmpty || !steps.isEmpty {
      requireNodeSet(primary, for: predicates.isEmpty ? .steps : .predicate)
    }
    let syntax = Parser.filter(primary.syntax, predicates, steps)
    return Part(syntax: syntax, range: primary.range.union(previous?.range ?? primary.range))
  }

  /// The shortest syntax that means the same: `(a)/b` is `a/b`, `((a)[1])[2]` is `(a)[1][2]`; but
  /// `(a)[1]` is not `a[1]`.
  private static func filter(
    _ primary: XPathSyntax, _ predicates: [XPathSyntax], _ steps: [XPathStep]
  ) -> XPathSyntax {
    if predicates.isEmpty, steps.isEmpty { return primary }
    switch primary {
    case .path(let path) where predicates.isEmpty:
      return .path(XPathLocationPath(isAbsolute: path.isAbsolute, path.steps + steps))
    case .filter(let inner, let first, let before) where predicates.isEmpty:
      return .filter(inner, predicates: first, steps: before + steps)
    case .filter(let inner, let first, let before) where before.isEmpty:
      return .filter(inner, predicates: first + predicates, steps: steps)
    default: return .filter(primary, predicates: predicates, steps: steps)
    }
  }

  /// PrimaryExpr ::= VariableReference | '(' Expr ')' | Literal | Number | FunctionCall
  private mutating func primary() throws(XPathProblem) -> Part {
    let token = advance()
    switch token.kind {
    case .literal(let text): return Part(syntax: .literal(text), range: token.range)
    case .number(let text): return Part(syntax: .number(text), range: token.range)
    case .functionName(let name): return try call(name, token)
    case .variable(let name):
      note(.unknownVariable(name.text), at: token.range)
      return Part(syntax: .literal(""), range: token.range)
    default:
      let part = try nested(in: token)
      return Part(syntax: part.syntax, range: token.range.union(try close(token).range))
    }
  }
}
