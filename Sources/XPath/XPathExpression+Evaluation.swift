extension XPathExpression {
  /// The expression as it is given to libxml2: the same value, in less time.
  ///
  /// libxml2 collects all nodes that `//` leads to, and looks for each of them among those before, which
  /// is quadratic; a step on the descendant axis means the same where no predicate asks for a position.
  /// By itself it replaces only a `//` before a step without predicates.
  package var evaluationText: String { syntax.withDescendantSteps.canonicalText }
}

extension XPathSyntax {
  fileprivate var withDescendantSteps: XPathSyntax {
    switch self {
    case .operation(let first, let operations):
      .operation(
        first.withDescendantSteps,
        operations.map { XPathOperation($0.operator, $0.operand.withDescendantSteps) })
    case .negation(let count, let operand): .negation(count: count, operand.withDescendantSteps)
    case .union(let operands): .union(operands.map(\.withDescendantSteps))
    case .path(let path):
      .path(XPathLocationPath(isAbsolute: path.isAbsolute, path.steps.withDescendantSteps))
    case .filter(let primary, let predicates, let steps):
      .filter(
        primary.withDescendantSteps, predicates: predicates, steps: steps.withDescendantSteps)
    case .literal, .number: self
    case .call(let function, let arguments):
      .call(function, arguments.map(\.withDescendantSteps))
    }
  }

  /// Whether the value, as a predicate, may depend on the position of the context node (§2.4): it is a
  /// number, or `position()` or `last()` stands in it.
  fileprivate var mayBePositional: Bool { type == .number || mentionsPosition }

  private var mentionsPosition: Bool {
    switch self {
    case .operation(let first, let operations):
      first.mentionsPosition || operations.contains { $0.operand.mentionsPosition }
    case .negation(_, let operand): operand.mentionsPosition
    case .union(let operands): operands.contains(where: \.mentionsPosition)
    // In predicates of the predicate they speak of other nodes.
    case .path, .literal, .number: false
    case .filter(let primary, _, _): primary.mentionsPosition
    case .call(let function, let arguments):
      function == .position || function == .last || arguments.contains(where: \.mentionsPosition)
    }
  }
}

extension [XPathStep] {
  fileprivate var withDescendantSteps: [XPathStep] {
    var steps: [XPathStep] = []
    for step in self {
      let isDirect =
        step.axis == .child && !step.predicates.isEmpty
        && !step.predicates.contains(where: \.mayBePositional)
      if isDirect, steps.last == .descendants {
        steps[steps.count - 1] = XPathStep(.descendant, step.test, step.predicates)
      } else {
        steps.append(step)
      }
    }
    return steps
  }
}
