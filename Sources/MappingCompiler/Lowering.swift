import LeadFields
import MappingPlan

/// Turns a checked file into a plan: paths into a trie, targets into bindings.
enum Lowering {
  /// The plan, or nil if the file names no format (which the checks have reported).
  static func plan(of file: CheckedFile) -> Plan? {
    guard let format = file.format else { return nil }
    var paths = PathTrieBuilder()
    let bindings = file.mappings.map { mapping in
      Binding(
        state: paths.insert(mapping.path), field: mapping.target.field, type: mapping.target.type,
        lengthLimit: mapping.target.type.lengthLimit)
    }
    return Plan(format: format, trie: PathTrie(states: paths.states), bindings: bindings)
  }
}

/// Merges paths into a trie, each common beginning once.
private struct PathTrieBuilder {
  private(set) var states: [PathTrie.State] = []
  private var known: [PathTrie.State: StateID] = [:]

  /// The state that the steps lead to from the root; states that are not there yet are added.
  mutating func insert(_ steps: [PathStep]) -> StateID {
    var id = StateID.root
    for step in steps {
      let state = PathTrie.State(parent: id, step: step)
      if let next = known[state] {
        id = next
      } else {
        states.append(state)
        id = StateID(UInt32(states.count))
        known[state] = id
      }
    }
    return id
  }
}
