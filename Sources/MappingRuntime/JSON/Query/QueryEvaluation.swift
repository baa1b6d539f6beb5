internal import JSONPath

/// Evaluates queries over the index of one body, each step as RFC 9535 states it. Recursive in the nesting
/// of filters, which the parser limits; never in the nesting of the document.
///
/// Safety: numbers are those of entries of the index; offsets are those that the walk has found.
@safe
struct QueryEvaluation {
  typealias Number = JSONIndex.Number

  let body: UnsafeBufferPointer<UInt8>
  let bytes: UnsafePointer<UInt8>
  let index: JSONIndex
  let entries: UnsafeMutablePointer<JSONIndex.Entry>
  /// The value of each state, by its number.
  let captures: UnsafeMutablePointer<Capture>
  var budget: EvaluationBudget
  /// Whether a name was looked up that its object has more than once.
  var hasMetRepeatedKey = false

  init?(
    _ body: UnsafeBufferPointer<UInt8>, memory: JSONWalkMemory, budget: EvaluationBudget
  ) {
    guard let bytes = body.baseAddress else { return nil }
    unsafe self.body = unsafe body
    unsafe self.bytes = unsafe bytes
    index = memory.index
    unsafe entries = memory.index.entries
    unsafe captures = memory.captures
    self.budget = budget
  }

  /// What a node that is kept costs beside the visit.
  private static let stepsPerNode = 3

  // MARK: Nodelists

  /// The nodes that the query selects, in the order of RFC 9535 §2.1.2: members in the order of the
  /// document, descendants after the node they are in. `current` is what `@` stands for.
  mutating func nodes(
    _ query: IndexedQuery, at current: Number
  ) throws(EvaluationBudget.Exceeded) -> [Number] {
    if query.isSingular { return try node(query, at: current).map { [$0] } ?? [] }
    guard let origin = origin(of: query, current) else { return [] }
    var nodes = [origin]
    for segment in query.segments { nodes = try apply(segment, to: nodes) }
    return nodes
  }

  /// The node of a singular query.
  mutating func node(
    _ query: IndexedQuery, at current: Number
  ) throws(EvaluationBudget.Exceeded) -> Number? {
    guard var node = origin(of: query, current) else { return nil }
    for segment in query.segments {
      try budget.spend()
      guard case .child(let selectors) = segment, let selector = selectors.first,
        let child = try child(of: node, selector)
      else { return nil }
      node = child
    }
    return node
  }

  private func origin(of query: IndexedQuery, _ current: Number) -> Number? {
    guard let anchor = query.anchor else { return current }
    let entry = unsafe captures[Int(anchor)].entry
    return entry < 0 ? nil : entry
  }

  private mutating func child(
    of node: Number, _ selector: IndexedSelector
  ) throws(EvaluationBudget.Exceeded) -> Number? {
    switch selector {
    case .name(let name): return try member(of: node, name)
    case .index(let index): return try element(of: node, index)
    case .wildcard, .slice, .filter: return nil
    }
  }

  /// RFC 9535 §2.5: the selections of each node one after the other.
  private mutating func apply(
    _ segment: IndexedQuery.Segment, to nodes: [Number]
  ) throws(EvaluationBudget.Exceeded) -> [Number] {
    var selected: [Number] = []
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

  /// §2.5.2: the node itself and all within it, each before its children, which is the order of the
  /// index.
  private mutating func selectDescendants(
    _ selectors: [IndexedSelector], below node: Number, into selected: inout [Number]
  ) throws(EvaluationBudget.Exceeded) {
    if selectors.count == 1, case .name(let name) = selectors[0] {
      return try selectDescendants(named: name, below: node, into: &selected)
    }
    let end = unsafe entries[Int(node)].next
    var descendant = node
    while descendant < end {
      try budget.spend()
      if descendant != node, isShadowed(descendant) {
        descendant = next(after: descendant)
        continue
      }
      if isContainer(descendant) { try select(selectors, among: descendant, into: &selected) }
      descendant += 1
    }
  }

  /// The same for one name, the usual case: nothing but objects is looked at.
  private mutating func selectDescendants(
    named name: IndexedSelector.Name, below node: Number, into selected: inout [Number]
  ) throws(EvaluationBudget.Exceeded) {
    let end = unsafe entries[Int(node)].next
    var descendant = node
    while descendant < end {
      if descendant != node, isShadowed(descendant) {
        descendant = next(after: descendant)
        continue
      }
      if firstByte(of: descendant) == UInt8(ascii: "{"),
        let member = try member(of: descendant, name)
      {
        try budget.spend(1 + QueryEvaluation.stepsPerNode)
        selected.append(member)
      }
      descendant += 1
    }
    try budget.spend(Int(end - node))
  }

  private mutating func select(
    _ selectors: [IndexedSelector], among node: Number, into selected: inout [Number]
  ) throws(EvaluationBudget.Exceeded) {
    for selector in selectors {
      let before = selected.count
      try select(selector, among: node, into: &selected)
      try budget.spend(1 + (selected.count - before) * QueryEvaluation.stepsPerNode)
    }
  }

  /// §2.3
  private mutating func select(
    _ selector: IndexedSelector, among node: Number, into selected: inout [Number]
  ) throws(EvaluationBudget.Exceeded) {
    switch selector {
    case .name, .index:
      if let child = try child(of: node, selector) { selected.append(child) }
    case .wildcard:
      for child in children(of: node) {
        try budget.spend()
        selected.append(child)
      }
    case .slice(let slice): try select(slice, among: node, into: &selected)
    case .filter(let expression):
      for child in children(of: node) where try holds(expression, at: child) {
        selected.append(child)
      }
    }
  }

  // MARK: Children

  func next(after node: Number) -> Number { unsafe entries[Int(node)].next }

  func isShadowed(_ node: Number) -> Bool { unsafe entries[Int(node)].isShadowed }

  func isContainer(_ node: Number) -> Bool {
    firstByte(of: node) | 0x20 == UInt8(ascii: "{")
  }

  func firstByte(of node: Number) -> UInt8 { unsafe bytes[entries[Int(node)].start] }

  /// The values in an array or object, in their order, without those whose names come again.
  func children(of node: Number) -> Children {
    unsafe Children(
      entries: entries, child: node + 1, end: isContainer(node) ? next(after: node) : node + 1)
  }

  @safe
  struct Children: Sequence, IteratorProtocol {
    fileprivate let entries: UnsafeMutablePointer<JSONIndex.Entry>
    fileprivate var child: Number
    fileprivate let end: Number

    mutating func next() -> Number? {
      while child < end {
        let found = child
        child = unsafe entries[Int(found)].next
        if unsafe !entries[Int(found)].isShadowed { return found }
      }
      return nil
    }
  }

  /// §2.3.1: of members with one name the last.
  private mutating func member(
    of node: Number, _ name: IndexedSelector.Name
  ) throws(EvaluationBudget.Exceeded) -> Number? {
    guard firstByte(of: node) == UInt8(ascii: "{") else { return nil }
    let end = next(after: node)
    var child = node + 1
    var found: Number?
    var visited = 1
    while child < end {
      visited += 1
      let entry = unsafe entries[Int(child)]
      if entry.signature == name.signature, isNamed(entry, name) {
        if found != nil { hasMetRepeatedKey = true }
        found = child
      }
      child = entry.next
    }
    try budget.spend(visited)
    return found
  }

  private func isNamed(_ member: JSONIndex.Entry, _ wanted: IndexedSelector.Name) -> Bool {
    guard member.isMember else { return false }
    let text = unsafe index.nameText(of: member, bytes)
    if member.nameHasEscapes { return unsafe JSONIndex.bytes(ofEscaped: text) == wanted.bytes }
    return unsafe text.count == wanted.bytes.count && text.elementsEqual(wanted.bytes)
  }

  /// §2.3.3.2: a negative index counts from the end.
  private mutating func element(
    of node: Number, _ index: Int
  ) throws(EvaluationBudget.Exceeded) -> Number? {
    guard firstByte(of: node) == UInt8(ascii: "[") else { return nil }
    let position = index < 0 ? try countChildren(of: node) + index : index
    guard position >= 0 else { return nil }
    var left = position
    for child in children(of: node) {
      try budget.spend()
      if left == 0 { return child }
      left -= 1
    }
    return nil
  }

  mutating func countChildren(of node: Number) throws(EvaluationBudget.Exceeded) -> Int {
    var count = 0
    for _ in children(of: node) { count += 1 }
    try budget.spend(count)
    return count
  }

  /// §2.3.4
  private mutating func select(
    _ slice: JSONPathSlice, among node: Number, into selected: inout [Number]
  ) throws(EvaluationBudget.Exceeded) {
    guard firstByte(of: node) == UInt8(ascii: "[") else { return }
    let elements = Array(children(of: node))
    try budget.spend(elements.count)
    for position in slice.positions(in: elements.count) { selected.append(elements[position]) }
  }
}
