/// The kinds of nodes that a node-set may hold (§5).
private struct NodeKinds: OptionSet {
  let rawValue: UInt8

  static let root = NodeKinds(rawValue: 1)
  static let element = NodeKinds(rawValue: 2)
  static let attribute = NodeKinds(rawValue: 4)
  static let namespace = NodeKinds(rawValue: 8)
  /// Texts, comments and processing instructions.
  static let other = NodeKinds(rawValue: 16)

  /// Whether it has both what is marked up by tags and what stands between them.
  var isMixed: Bool { contains(.other) && !isDisjoint(with: [.element, .attribute, .namespace]) }

  func after(_ step: XPathStep) -> NodeKinds {
    let reached = reached(by: step.axis)
    switch step.test {
    case .node: return reached
    case .text, .comment, .processingInstruction: return reached.intersection(.other)
    // A name is looked for among the axis' principal kind (§2.3).
    case .name, .any: return reached.intersection(NodeKinds.principal(of: step.axis))
    }
  }

  private func reached(by axis: XPathAxis) -> NodeKinds {
    switch axis {
    case .attribute: .attribute
    case .namespace: .namespace
    case .self: self
    case .parent, .ancestor: [.root, .element]
    case .ancestorOrSelf: union([.root, .element])
    case .child, .descendant, .following, .followingSibling, .preceding, .precedingSibling:
      [.element, .other]
    case .descendantOrSelf: union([.element, .other])
    }
  }

  private static func principal(of axis: XPathAxis) -> NodeKinds {
    switch axis {
    case .attribute: .attribute
    case .namespace: .namespace
    default: .element
    }
  }
}

extension XPathExpression {
  /// Whether a node-set of the expression may hold elements or attributes together with texts, comments
  /// or processing instructions.
  ///
  /// libxml2 compares such nodes wrongly in a tree whose elements are numbered, which it needs to
  /// compare elements fast.
  package var mixesNodeKinds: Bool { syntax.mixesNodeKinds(in: .root) }
}

extension XPathSyntax {
  /// Whether the expression or a part of it mixes kinds, the context node being one of these.
  fileprivate func mixesNodeKinds(in context: NodeKinds) -> Bool {
    if kinds(in: context).isMixed { return true }
    switch self {
    case .operation(let first, let operations):
      return first.mixesNodeKinds(in: context)
        || operations.contains { $0.operand.mixesNodeKinds(in: context) }
    case .negation(_, let operand): return operand.mixesNodeKinds(in: context)
    case .union(let operands): return operands.contains { $0.mixesNodeKinds(in: context) }
    case .path(let path):
      return XPathSyntax.mixesNodeKinds(path.steps, from: path.isAbsolute ? .root : context)
    case .filter(let primary, let predicates, let steps):
      let kinds = primary.kinds(in: context)
      return primary.mixesNodeKinds(in: context)
        || predicates.contains { $0.mixesNodeKinds(in: kinds) }
        || XPathSyntax.mixesNodeKinds(steps, from: kinds)
    case .literal, .number: return false
    case .call(_, let arguments): return arguments.contains { $0.mixesNodeKinds(in: context) }
    }
  }

  /// Whether a predicate of the steps mixes kinds.
  private static func mixesNodeKinds(_ steps: [XPathStep], from context: NodeKinds) -> Bool {
    var kinds = context
    for step in steps {
      kinds = kinds.after(step)
      if step.predicates.contains(where: { $0.mixesNodeKinds(in: kinds) }) { return true }
    }
    return false
  }

  /// The kinds of a node-set's nodes; of another value none.
  private func kinds(in context: NodeKinds) -> NodeKinds {
    switch self {
    case .path(let path):
      path.steps.reduce(path.isAbsolute ? .root : context) { $0.after($1) }
    case .union(let operands):
      operands.reduce(NodeKinds()) { $0.union($1.kinds(in: context)) }
    case .filter(let primary, _, let steps):
      steps.reduce(primary.kinds(in: context)) { $0.after($1) }
    case .call(let function, _): function == .id ? .element : []
    case .operation, .negation, .literal, .number: []
    }
  }
}
