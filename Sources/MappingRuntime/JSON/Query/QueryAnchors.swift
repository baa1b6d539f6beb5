internal import JSONPath
internal import MappingPlan

/// Finds for each query the state that it begins at, and adds what states are missing.
struct QueryAnchors {
  /// The steps of all states but the root, the plan's first; the number of a state is one more than its
  /// place.
  private(set) var states: [PathTrie.State]
  private(set) var indexed: Set<ProgramState> = []
  private var children: [Step: ProgramState] = [:]

  /// A step from a state, compared byte by byte.
  fileprivate struct Step: Hashable {
    let parent: ProgramState
    let name: [UInt8]?
    let index: UInt32?
  }

  init(_ trie: PathTrie) {
    states = trie.states
    for (place, state) in states.enumerated() {
      guard let step = Step(from: ProgramState(state.parent.number), state.step) else { continue }
      children[step] = ProgramState(place + 1)
    }
  }

  mutating func index(_ state: ProgramState) { indexed.insert(state) }

  // MARK: Lowering

  mutating func lowered(_ query: JSONPathQuery) -> IndexedQuery {
    var anchor: ProgramState?
    var rest = query.segments[...]
    if query.origin == .root {
      var state = ProgramState.root
      while let step = rest.first?.pathStep {
        state = child(of: state, step)
        rest.removeFirst()
      }
      index(state)
      anchor = state
    }
    return IndexedQuery(
      anchor: anchor, segments: rest.map { lowered($0) }, isSingular: query.isSingular)
  }

  /// Recursive in the nesting of the expression, which its parser limits.
  mutating func lowered(_ expression: LogicalExpression) -> IndexedExpression {
    switch expression {
    case .or(let parts): .or(parts.map { lowered($0) })
    case .and(let parts): .and(parts.map { lowered($0) })
    case .not(let part): .not(lowered(part))
    case .comparison(let comparison):
      .comparison(lowered(comparison.left), comparison.relation, lowered(comparison.right))
    case .existence(let query): .existence(lowered(query))
    case .test(let call): .test(lowered(call))
    }
  }

  private mutating func lowered(_ segment: JSONPathSegment) -> IndexedQuery.Segment {
    switch segment {
    case .child(let selectors): .child(selectors.map { lowered($0) })
    case .descendant(let selectors): .descendant(selectors.map { lowered($0) })
    }
  }

  private mutating func lowered(_ selector: JSONPathSelector) -> IndexedSelector {
    switch selector {
    case .name(let name):
      let bytes = Array(name.utf8)
      return .name(IndexedSelector.Name(bytes: bytes, signature: JSONIndex.signature(of: bytes)))
    case .wildcard: return .wildcard
    case .index(let index): return .index(index)
    case .slice(let slice): return .slice(slice)
    case .filter(let expression): return .filter(lowered(expression))
    }
  }

  private mutating func lowered(_ operand: JSONPathOperand) -> IndexedOperand {
    switch operand {
    case .literal(let literal): .literal(ComparedValue(literal))
    case .query(let query): .query(lowered(query))
    case .call(let call): .call(lowered(call))
    }
  }

  private mutating func lowered(_ call: JSONPathCall) -> IndexedCall {
    IndexedCall(
      function: call.function, arguments: call.arguments.map { lowered($0) },
      pattern: call.pattern)
  }

  // MARK: States

  private mutating func child(of parent: ProgramState, _ step: PathStep) -> ProgramState {
    guard let key = Step(from: parent, step) else { return parent }
    if let known = children[key] { return known }
    states.append(PathTrie.State(parent: StateID(UInt32(parent)), step: step))
    let state = ProgramState(states.count)
    children[key] = state
    return state
  }
}

extension QueryAnchors.Step {
  /// Nil for a step that JSON does not have.
  fileprivate init?(from parent: ProgramState, _ step: PathStep) {
    self.parent = parent
    switch step {
    case .key(let name): (self.name, index) = (Array(name.utf8), nil)
    case .index(let index): (name, self.index) = (nil, index)
    case .attribute: return nil
    }
  }
}

extension JSONPathSegment {
  /// The step of a path that the segment is.
  fileprivate var pathStep: PathStep? {
    switch singularSelector {
    case .name(let name): return .key(name)
    case .index(let index): return UInt32(exactly: index).map { .index($0) }
    case .wildcard, .slice, .filter, nil: return nil
    }
  }
}
