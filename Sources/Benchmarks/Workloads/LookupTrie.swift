/// Look-ups merged at their common beginnings, for rivals that walk a body once.
final class LookupTrie {
  private(set) var edges: [(step: Lookup.Step, child: LookupTrie)] = []
  /// The kind of the value that ends here, if one does.
  private(set) var kind: Lookup.Kind?

  init(_ lookups: [Lookup] = []) {
    for lookup in lookups {
      lookup.steps.reduce(self) { $0.child(by: $1) }.kind = lookup.kind
    }
  }

  /// Whether its edges are elements of an array.
  var hasIndices: Bool {
    if case .index? = edges.first?.step { true } else { false }
  }

  private func child(by step: Lookup.Step) -> LookupTrie {
    // The last edge is the likeliest: look-ups come in the body's order.
    if let edge = edges.last(where: { $0.step == step }) { return edge.child }
    let child = LookupTrie()
    edges.append((step, child))
    return child
  }
}
