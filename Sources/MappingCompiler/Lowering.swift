import LeadFields
import MappingPlan

/// Turns a checked file into a plan: paths into a trie and a list of queries, targets into bindings.
///
/// Rules whose order in the file has no meaning are put in one order: the same meaning is the same plan.
enum Lowering {
  /// The plan, or nil if the file names no format (which the checks have reported).
  static func plan(of file: CheckedFile) -> Plan? {
    guard let format = file.format else { return nil }
    var paths = PathCollection()
    let bindings = file.mappings.map { mapping in
      Binding(
        source: paths.insert(mapping.source), field: mapping.target.field,
        type: mapping.target.type, lengthLimit: mapping.target.lengthLimit,
        policies: mapping.policies, onlyWhenBlank: mapping.onlyWhenBlank)
    }
    return Plan(
      format: format, namespaces: file.namespaces.sorted { $0.prefix < $1.prefix },
      statusRules: file.statusRules.sorted { $0.pattern.text < $1.pattern.text },
      guards: Guard.Kind.inOrderOfDecision.flatMap { kind in
        file.guards.filter { $0.kind == kind }
      }, trie: PathTrie(states: paths.states),
      queries: paths.queries, bindings: bindings)
  }
}

/// Merges paths into a trie, each common beginning once, and queries into a list, each once.
private struct PathCollection {
  private(set) var states: [PathTrie.State] = []
  private(set) var queries: [String] = []
  private var knownStates: [PathTrie.State: StateID] = [:]
  /// By their bytes: Swift takes canonically equivalent texts for equal.
  private var knownQueries: [[UInt8]: QueryID] = [:]

  mutating func insert(_ expression: CheckedExpression) -> Expression {
    let first = insert(expression.first)
    var stages: [Expression.Stage] = []
    for stage in expression.stages {
      switch stage {
      case .fallback(let operand): stages.append(.fallback(insert(operand)))
      case .transform(let call): stages.append(.transform(call))
      }
    }
    return Expression(first, stages)
  }

  private mutating func insert(_ operand: CheckedOperand) -> Operand {
    switch operand.content {
    case .path(let path): return .path(insert(path))
    case .literal(let literal): return .literal(literal)
    case .template(let parts):
      var lowered: [TemplatePart] = []
      for part in parts {
        switch part {
        case .text(let text): lowered.append(.text(text))
        case .path(let path): lowered.append(.path(insert(path)))
        }
      }
      return .template(lowered)
    }
  }

  private mutating func insert(_ path: CheckedPath) -> Path {
    switch path {
    case .steps(let steps): .state(insert(steps))
    case .query(let text): .query(insert(text))
    }
  }

  /// The state that the steps lead to from the root; states that are not there yet are added.
  private mutating func insert(_ steps: [PathStep]) -> StateID {
    var id = StateID.root
    for step in steps {
      let state = PathTrie.State(parent: id, step: step)
      if let next = knownStates[state] {
        id = next
      } else {
        states.append(state)
        id = StateID(UInt32(states.count))
        knownStates[state] = id
      }
    }
    return id
  }

  private mutating func insert(_ query: String) -> QueryID {
    let bytes = Array(query.utf8)
    if let known = knownQueries[bytes] { return known }
    let id = QueryID(queries.count)
    queries.append(query)
    knownQueries[bytes] = id
    return id
  }
}
