extension XPathSyntax {
  /// The names of elements that are written without a prefix, so that they are in no namespace (§2.3), in
  /// the order of the text.
  package var unprefixedElementNames: [String] {
    switch self {
    case .operation(let first, let operations):
      first.unprefixedElementNames + operations.flatMap(\.operand.unprefixedElementNames)
    case .negation(_, let operand): operand.unprefixedElementNames
    case .union(let operands): operands.flatMap(\.unprefixedElementNames)
    case .path(let path): path.steps.flatMap(\.unprefixedElementNames)
    case .filter(let primary, let predicates, let steps):
      primary.unprefixedElementNames + predicates.flatMap(\.unprefixedElementNames)
        + steps.flatMap(\.unprefixedElementNames)
    case .literal, .number: []
    case .call(_, let arguments): arguments.flatMap(\.unprefixedElementNames)
    }
  }
}

extension XPathStep {
  fileprivate var unprefixedElementNames: [String] {
    var names: [String] = []
    if case .name(let name) = test, name.prefix == nil, axis != .attribute, axis != .namespace {
      names.append(name.local.string)
    }
    return names + predicates.flatMap(\.unprefixedElementNames)
  }
}
