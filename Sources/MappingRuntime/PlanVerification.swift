internal import LeadFields
internal import MappingPlan

extension Plan {
  /// Checks what the plan's numbers and names refer to, so that nothing need be checked again.
  ///
  /// The texts of paths, conditions and transforms are checked where they are lowered.
  func verify() throws(PlanProblem) {
    try trie.verify(for: format)
    try verifyNamespaces()
    for (index, binding) in bindings.enumerated() {
      try verify(binding, in: "bindings[\(index)]")
    }
  }

  private func verifyNamespaces() throws(PlanProblem) {
    let prefixes = Set(namespaces.map { Array($0.prefix.utf8) })
    guard prefixes.count == namespaces.count else {
      throw PlanProblem(.wrong(wanted: "a list that names each prefix once"), in: "namespaces")
    }
    // A C string ends at NUL.
    let texts = namespaces.flatMap { [$0.prefix, $0.uri] }
    guard !texts.contains(where: { $0.isEmpty || $0.utf8.contains(0) }) else {
      throw PlanProblem(.wrong(wanted: "a list of prefixes and names"), in: "namespaces")
    }
  }

  private func verify(_ binding: Binding, in place: String) throws(PlanProblem) {
    guard binding.type.conversion != nil else {
      throw PlanProblem(.wrong(wanted: "a type that can be written"), in: place + ".type")
    }
    let takesText = binding.type.conversion == .text || binding.type.conversion == .email
    guard (binding.lengthLimit != nil) == takesText else {
      let wanted = takesText ? "a length, as for each text" : "no length: it is not a text"
      throw PlanProblem(.wrong(wanted: wanted), in: place + ".longest")
    }
    for path in binding.source.operands.flatMap(\.paths) {
      try verify(path, in: place + ".source")
    }
  }

  private func verify(_ path: Path, in place: String) throws(PlanProblem) {
    switch path {
    case .state(let state):
      guard Int(state.number) <= trie.states.count else {
        throw PlanProblem(.wrong(wanted: "a state of the plan"), in: place)
      }
    case .query(let query):
      guard queries.indices.contains(query.number) else {
        throw PlanProblem(.wrong(wanted: "a query of the plan"), in: place)
      }
    }
  }
}

extension PathTrie {
  /// More states than a walk's numbers can tell apart.
  private static let tooMany = Int(Int32.max)

  /// Parents come before their children, no two states are one place, and an attribute, which only XML
  /// has, is the end of a path.
  fileprivate func verify(for format: BodyFormat) throws(PlanProblem) {
    guard states.count < PathTrie.tooMany else {
      throw PlanProblem(.wrong(wanted: "a list of fewer states"), in: "states")
    }
    var known: Set<State> = []
    var depths = [0]
    for (index, state) in states.enumerated() {
      let parent = Int(state.parent.number)
      guard parent <= index, known.insert(state).inserted else {
        throw PlanProblem(
          .wrong(wanted: "a new place within an earlier one"), in: "states[\(index)]")
      }
      depths.append(depths[parent] + 1)
      guard depths[index + 1] <= PathTrie.mostSteps else {
        throw PlanProblem(
          .wrong(wanted: "a path of \(PathTrie.mostSteps) steps at most"), in: "states[\(index)]")
      }
      let isBehindAttribute = if case .attribute = step(of: state.parent) { true } else { false }
      let isAttribute = if case .attribute = state.step { true } else { false }
      guard !isBehindAttribute, !isAttribute || (format == .xml && parent > 0) else {
        throw PlanProblem(.wrong(wanted: "a step that the format has"), in: "states[\(index)]")
      }
    }
  }
}
