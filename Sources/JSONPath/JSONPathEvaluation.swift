package import JSONText

extension JSONPathQuery {
  /// The nodes that the query selects in a document, in the order of RFC 9535 §2.1.2: members in the
  /// order of the document, descendants after the node they are in.
  ///
  /// Of members with one name only the last counts, at its place.
  ///
  /// - Throws: ``EvaluationBudget/Exceeded``.
  package func select(
    in document: JSONValue, budget: inout EvaluationBudget
  ) throws(EvaluationBudget.Exceeded) -> [JSONNode] {
    var evaluation = JSONPathEvaluation(document, budget)
    defer { budget = evaluation.budget }
    return try evaluation.nodes(self, at: evaluation.root)
  }
}

extension JSONPathCondition {
  /// Whether the condition is true of a document.
  ///
  /// - Throws: ``EvaluationBudget/Exceeded``.
  package func holds(
    for document: JSONValue, budget: inout EvaluationBudget
  ) throws(EvaluationBudget.Exceeded) -> Bool {
    var evaluation = JSONPathEvaluation(document, budget)
    defer { budget = evaluation.budget }
    return try evaluation.holds(expression, at: evaluation.root)
  }
}

/// Evaluates queries on a document, each step as the RFC states it. Recursive in the nesting of
/// filters, which the parser limits; never in the nesting of the document.
struct JSONPathEvaluation {
  let root: JSONNode
  var budget: EvaluationBudget

  /// What a node that is kept costs beside the visit.
  private static let stepsPerNode = 3

  init(_ document: JSONValue, _ budget: EvaluationBudget) {
    root = JSONNode(value: document, path: .root)
    self.budget = budget
  }

  /// The nodelist of a query; `current` is what `@` stands for.
  mutating func nodes(
    _ query: JSONPathQuery, at current: JSONNode
  ) throws(EvaluationBudget.Exceeded) -> [JSONNode] {
    var nodes = [query.origin == .root ? root : current]
    for segment in query.segments { nodes = try apply(segment, to: nodes) }
    return nodes
  }

  /// RFC 9535 §2.5: the selections of each node one after the other.
  private mutating func apply(
    _ segment: JSONPathSegment, to nodes: [JSONNode]
  ) throws(EvaluationBudget.Exceeded) -> [JSONNode] {
    var selected: [JSONNode] = []
    for node in nodes {
      try budget.spend()
      switch segment {
      case .child(let selectors): try select(selectors, among: node, into: &selected)
      case .descendant(let selectors):
        try selectDescendants(selectors, below: node, into: &selected)
      }
    }
    return selected
  }

  /// §2.5.2: the node itself and all within it, each before its children, by a stack of its own.
  private mutating func selectDescendants(
    _ selectors: [JSONPathSelector], below node: JSONNode, into selected: inout [JSONNode]
  ) throws(EvaluationBudget.Exceeded) {
    var pending = [node]
    while let node = pending.popLast() {
      try select(selectors, among: node, into: &selected)
      try budget.spend(1 + node.value.childCount)
      pending.append(contentsOf: node.children.reversed())
    }
  }

  private mutating func select(
    _ selectors: [JSONPathSelector], among node: JSONNode, into selected: inout [JSONNode]
  ) throws(EvaluationBudget.Exceeded) {
    for selector in selectors {
      let found = try children(of: node, selector)
      try budget.spend(1 + found.count * JSONPathEvaluation.stepsPerNode)
      selected.append(contentsOf: found)
    }
  }

  /// §2.3
  private mutating func children(
    of node: JSONNode, _ selector: JSONPathSelector
  ) throws(EvaluationBudget.Exceeded) -> [JSONNode] {
    switch selector {
    case .name(let name): return try member(of: node, name)
    case .index(let index): return element(of: node, index)
    case .wildcard:
      try budget.spend(node.value.childCount)
      return node.children
    case .slice(let slice): return try elements(of: node, slice)
    case .filter(let expression):
      try budget.spend(node.value.childCount)
      var found: [JSONNode] = []
      for child in node.children where try holds(expression, at: child) { found.append(child) }
      return found
    }
  }

  private mutating func member(
    of node: JSONNode, _ name: String
  ) throws(EvaluationBudget.Exceeded) -> [JSONNode] {
    guard case .object(let members) = node.value else { return [] }
    try budget.spend(members.count)
    guard let member = members.last(where: { $0.isNamed(name) }) else { return [] }
    return [node.child(member)]
  }

  /// §2.3.3.2: a negative index counts from the end.
  private func element(of node: JSONNode, _ index: Int) -> [JSONNode] {
    guard case .array(let elements) = node.value else { return [] }
    let position = index < 0 ? elements.count + index : index
    return elements.indices.contains(position) ? [node.child(elements[position], at: position)] : []
  }

  private mutating func elements(
    of node: JSONNode, _ slice: JSONPathSlice
  ) throws(EvaluationBudget.Exceeded) -> [JSONNode] {
    guard case .array(let elements) = node.value else { return [] }
    let positions = slice.positions(in: elements.count)
    try budget.spend(elements.count)
    return positions.map { node.child(elements[$0], at: $0) }
  }
}

extension JSONValue {
  /// How many children the value has, duplicates included.
  fileprivate var childCount: Int {
    switch self {
    case .array(let elements): elements.count
    case .object(let members): members.count
    case .null, .boolean, .number, .string, .illFormedString: 0
    }
  }
}

extension JSONPathSlice {
  /// The positions of the elements it selects, in its order: RFC 9535 §2.3.4.2.2. All numbers are
  /// within 2^53, so that nothing overflows.
  package func positions(in count: Int) -> [Int] {
    if step == 0 { return [] }
    func normalized(_ bound: Int) -> Int { bound >= 0 ? bound : count + bound }
    if step > 0 {
      let lower = min(max(normalized(start ?? 0), 0), count)
      let upper = min(max(normalized(end ?? count), 0), count)
      return Array(stride(from: lower, to: upper, by: step))
    }
    let upper = min(max(normalized(start ?? count - 1), -1), count - 1)
    let lower = min(max(end.map(normalized) ?? -1, -1), count - 1)
    return Array(stride(from: upper, to: lower, by: step))
  }
}
