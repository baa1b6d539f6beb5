internal import JSONPath
internal import MappingPlan

// A trie of paths lowered to flat buffers, the form that JSON is walked with.
//
//     states    [ members 0..<2, elements - ][ members - ][ elements 0..<1 ] …
//     members   [ "name" → 2 ][ "size" → 3 ]      see KeyTable
//     elements  [ 0 → 4 ]                         edges of one state stand together, and ascend
//                                                 by position
//
// A state's number is that of the plan; 0 is the whole response. Behind the plan's states stand those that
// queries and conditions begin at: as much of `$.results[0].names[*]` as only names its way is a path like
// any other, and what it leads to is indexed, for the rest to be evaluated there.

/// A plan's paths in the form that JSON is walked with.
final class JSONProgram: Sendable {
  struct State {
    var parent: ProgramState
    var members: KeyTable.Edges
    var elements: ElementEdges
    /// Whether all within the value is noted in the index.
    var isIndexed: Bool
    /// Whether the value stands within one that is indexed, or is one.
    var isWithinIndexed: Bool
  }

  struct ElementEdges {
    var first: Int32
    var count: Int32
  }

  struct ElementEdge {
    var index: UInt32
    var target: ProgramState
  }

  let stateCount: Int
  /// How many states one below the other there are at most.
  let levels: Int
  let trie: PathTrie
  /// The plan's trie and what queries begin at.
  private let extendedTrie: PathTrie
  let states: FlatBuffer<State>
  let members: KeyTable
  let elements: FlatBuffer<ElementEdge>
  /// The bindings whose values are converted where they stand.
  let bindings: FlatBuffer<DirectBinding>
  let bindingCount: Int
  let queries: [IndexedQuery]
  /// One a guard.
  let conditions: [IndexedExpression]
  /// Whether any value is indexed.
  let hasIndex: Bool

  /// - Parameter selected: a state that the reader is asked for as a node.
  /// - Throws: When a query or condition of the plan is none of RFC 9535.
  init(lowering plan: Plan, selecting selected: StateID?) throws(PlanProblem) {
    var anchors = QueryAnchors(plan.trie)
    queries = try plan.jsonPathQueries().map { anchors.lowered($0) }
    conditions = try plan.jsonPathConditions().map { anchors.lowered($0.expression) }
    for state in plan.statesOfPipelines { anchors.index(ProgramState(state.number)) }
    if let selected { anchors.index(ProgramState(selected.number)) }
    var lowering = JSONLowering(anchors)
    lowering.run()
    trie = plan.trie
    extendedTrie = PathTrie(states: anchors.states)
    bindings = FlatBuffer(plan.directBindings)
    bindingCount = plan.directBindings.count
    hasIndex = !anchors.indexed.isEmpty
    stateCount = lowering.states.count
    levels = lowering.levels
    states = FlatBuffer(lowering.states)
    members = KeyTable(lowering.members)
    elements = FlatBuffer(lowering.elements)
  }

  /// The steps from the root to a state.
  func path(to state: ProgramState) -> [PathStep] {
    extendedTrie.path(to: StateID(UInt32(state)))
  }
}

private struct JSONLowering {
  private let steps: [PathTrie.State]
  private let indexed: Set<ProgramState>
  private(set) var states: [JSONProgram.State] = []
  private(set) var members = KeyTable.Builder()
  private(set) var elements: [JSONProgram.ElementEdge] = []
  private(set) var levels = 1

  init(_ anchors: QueryAnchors) {
    steps = anchors.states
    indexed = anchors.indexed
  }

  mutating func run() {
    var children = [[Int]](repeating: [], count: steps.count + 1)
    var level = [Int](repeating: 1, count: steps.count + 1)
    for (index, state) in steps.enumerated() {
      let parent = Int(state.parent.number)
      children[parent].append(index + 1)
      level[index + 1] = level[parent] + 1
    }
    levels = level.max() ?? 1
    for (id, children) in children.enumerated() {
      let parent = id == 0 ? ProgramState.none : ProgramState(steps[id - 1].parent.number)
      states.append(state(ProgramState(id), parent: parent, children: children))
    }
  }

  private mutating func state(
    _ number: ProgramState, parent: ProgramState, children: [Int]
  ) -> JSONProgram.State {
    var keys: [(bytes: [UInt8], target: ProgramState)] = []
    var positions: [JSONProgram.ElementEdge] = []
    for child in children {
      switch steps[child - 1].step {
      case .key(let name): keys.append((Array(name.utf8), ProgramState(child)))
      case .index(let index):
        positions.append(JSONProgram.ElementEdge(index: index, target: ProgramState(child)))
      // A plan for JSON that has one is refused.
      case .attribute: break
      }
    }
    let firstElement = Int32(elements.count)
    elements += positions.sorted { $0.index < $1.index }
    let isIndexed = indexed.contains(number)
    return JSONProgram.State(
      parent: parent, members: members.append(keys),
      elements: JSONProgram.ElementEdges(first: firstElement, count: Int32(positions.count)),
      isIndexed: isIndexed,
      isWithinIndexed: isIndexed || (parent >= 0 && states[Int(parent)].isWithinIndexed))
  }
}

extension Plan {
  /// The states whose values go through transforms, templates or fallbacks.
  fileprivate var statesOfPipelines: [StateID] {
    let direct = Set(directBindings.map(\.slot))
    let operands = bindings.enumerated().filter { !direct.contains($0.offset) }
      .flatMap(\.element.source.operands)
    return operands.flatMap(\.paths).compactMap { path in
      if case .state(let state) = path { state } else { nil }
    }
  }

  fileprivate func jsonPathQueries() throws(PlanProblem) -> [JSONPathQuery] {
    var parsed: [JSONPathQuery] = []
    for (index, text) in queries.enumerated() {
      do {
        parsed.append(try JSONPathQuery.parse(text))
      } catch {
        throw PlanProblem(.wrong(wanted: "a JSONPath"), in: "queries[\(index)]")
      }
    }
    return parsed
  }

  fileprivate func jsonPathConditions() throws(PlanProblem) -> [JSONPathCondition] {
    var parsed: [JSONPathCondition] = []
    for (index, rule) in guards.enumerated() {
      do {
        parsed.append(try JSONPathCondition.parse(rule.condition))
      } catch {
        throw PlanProblem(.wrong(wanted: "a condition of JSONPath"), in: "guards[\(index)].when")
      }
    }
    return parsed
  }
}
