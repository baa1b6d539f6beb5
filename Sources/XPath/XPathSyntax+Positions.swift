extension XPathSyntax {
  /// Whether the value, as a predicate, may depend on the position of the context node (§2.4): it is a
  /// number, or `position()` or `last()` stands in it.
  package var mayBePositional: Bool { type == .number || mentionsPosition }

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
