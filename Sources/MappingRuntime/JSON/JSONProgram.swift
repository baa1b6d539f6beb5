internal import JSONPath
internal import MappingPlan

// A trie of paths lowered to flat buffers, the form that JSON is walked with.
//
//     states    [ members 0..<2, elements - ][ members - ][ elements 0..<1 ] …
//     members   [ "name" → 2 ][ "size" → 3 ]      see KeyTable
//     elements  [ 0 → 4 ]                         edges of one state stand together, and ascend
//                                                 by position
//
// A state's number is that of the plan; 0 is the whole response.

/// A plan's paths in the form that JSON is walked with.
final class JSONProgram: Sendable {
  struct State {
    var parent: ProgramState
    var members: KeyTable.Edges
    var elements: ElementEdges
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
  let trie: PathTrie
  let states: FlatBuffer<State>
  let members: KeyTable
  let elements: FlatBuffer<ElementEdge>
  /// The bindings whose values are converted where they stand.
  let bindings: [DirectBinding]
  let queries: [JSONPathQuery]
  /// One a guard.
  let conditions: [JSONPathCondition]

  /// - Throws: When a query or condition of the plan is none of RFC 9535.
  init(lowering plan: Plan) throws(PlanProblem) {
    var lowering = JSONLowering(plan.trie)
    lowering.run()
    trie = plan.trie
    bindings = plan.directBindings
    queries = try plan.jsonPathQueries()
    conditions = try plan.jsonPathConditions()
    stateCount = lowering.states.count
    states = FlatBuffer(lowering.states)
    members = KeyTable(lowering.members)
    elements = FlatBuffer(lowering.elements)
  }
}

private struct JSONLowering {
  let trie: PathTrie
  var states: [JSONProgram.State] = []
  var members = KeyTable.Builder()
  var elements: [JSONProgram.ElementEdge] = []

  init(_ trie: PathTrie) { self.trie = trie }

  mutating func run() {
    var children = [[Int]](repeating: [], count: trie.states.count + 1)
    for (index, state) in trie.states.enumerated() {
      children[Int(state.parent.number)].append(index + 1)
    }
    for (id, children) in children.enumerated() {
      let parent = id == 0 ? ProgramState.none : ProgramState(trie.states[id - 1].parent.number)
      states.append(state(parent: parent, children: children))
    }
  }

  private mutating func state(parent: ProgramState, children: [Int]) -> JSONProgram.State {
    var keys: [(bytes: [UInt8], target: ProgramState)] = []
    var positions: [JSONProgram.ElementEdge] = []
    for child in children {
      switch trie.states[child - 1].step {
      case .key(let name): keys.append((Array(name.utf8), ProgramState(child)))
      case .index(let index):
        positions.append(JSONProgram.ElementEdge(index: index, target: ProgramState(child)))
      // A plan for JSON that has one is refused.
      case .attribute: break
      }
    }
    let firstElement = Int32(elements.count)
    elements += positions.sorted { $0.index < $1.index }
    return JSONProgram.State(
      parent: parent, members: members.append(keys),
      elements: JSONProgram.ElementEdges(first: firstElement, count: Int32(positions.count)))
  }
}

extension Plan {
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
