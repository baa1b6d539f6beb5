internal import MappingPlan
internal import Transforms
internal import XPath

// A plan lowered for XML, where a step names an element and, perhaps, its position among the siblings
// of that name. A step without a position means the first, so every element that a path can reach is
// told by name and position at each level, and an element is in one state at most:
//
//     list.item[1].id       states  0 document      names  "list" in 0:  position 0 → 1
//     list.item.id                  1 list[0]              "item" in 1:  position 0 → 3, 1 → 2
//                                   2 item[1]              "id" in 2:    position 0 → 4
//                                   3 item[0]              "id" in 3:    position 0 → 5
//
// A state is met at most once in a document, since its parents are; so one counter a name is enough
// to know an element's position.

/// A plan in the form that XML is matched with.
final class XMLProgram: Sendable {
  struct State {
    /// What the names of elements within this one lead to: numbers of ``names``.
    var names: KeyTable.Edges
    /// What the names of its attributes lead to: states.
    var attributes: KeyTable.Edges
    /// Whether a mapping reads the element's text.
    var isRead: Bool
  }

  /// A name of elements within one state.
  struct Name {
    /// Of ``positions`` those of this name, ascending.
    var firstPosition: Int32 = 0
    var positionCount: Int32 = 0
  }

  struct Position {
    var position: Int
    var state: ProgramState
  }

  let trie: PathTrie
  let stateCount: Int
  let nameCount: Int
  let states: FlatBuffer<State>
  let keys: KeyTable
  let names: FlatBuffer<Name>
  let positions: FlatBuffer<Position>
  /// The bindings whose values are converted where they stand.
  let bindings: [DirectBinding]
  /// The plan's queries, behind them the conditions of its guards, and last the selected state's path.
  let expressions: [XPathExpression]
  let queryCount: Int
  /// The expressions in the form that is evaluated.
  let queries: XPathQueries
  /// The names on the path to a state of the plan's trie that are given without a position; of states
  /// that are read only.
  let unindexedNames: [[Int32]]
  /// The state here of each state of the plan's trie, or none where no element can match.
  let stateOfPlanState: [ProgramState]
  /// The name that a state of the plan's trie ends with, or -1.
  let nameOfPlanState: [Int32]

  /// - Parameters:
  ///   - selected: a state whose element or attribute is wanted as a node.
  ///   - wantsNodes: whether what expressions select is wanted with its surroundings.
  init(
    lowering plan: Plan, selecting selected: StateID? = nil, wantsNodes: Bool = false
  ) throws(PlanProblem) {
    expressions = try plan.xPathExpressions(selecting: selected)
    queries = XPathQueries(
      expressions, namespaces: plan.namespaces.map { ($0.prefix, $0.uri) },
      wanted: plan.wantedNodes, streams: !wantsNodes && selected == nil)
    queryCount = plan.queries.count
    let readStates = plan.readStates.union(selected.map { [$0] } ?? [])
    var lowering = XMLLowering(plan.trie)
    lowering.run()
    let flat = lowering.flatten(reading: readStates)
    trie = plan.trie
    stateCount = flat.states.count
    nameCount = flat.names.count
    states = FlatBuffer(flat.states)
    keys = KeyTable(flat.keys)
    names = FlatBuffer(flat.names)
    positions = FlatBuffer(flat.positions)
    stateOfPlanState = lowering.places.map(\.state)
    nameOfPlanState = lowering.places.map(\.name)
    bindings = plan.directBindings
    unindexedNames = (0...plan.trie.states.count).map {
      let state = StateID(UInt32($0))
      return readStates.contains(state) ? lowering.unindexedNames(onPathTo: state) : []
    }
  }
}

/// The flat form while it is built.
private struct XMLFlatForm {
  var states: [XMLProgram.State] = []
  var keys = KeyTable.Builder()
  var names: [XMLProgram.Name] = []
  var positions: [XMLProgram.Position] = []
}

private struct XMLLowering {
  /// The place of a state of the plan's trie: the element it leads to, and of which name that is.
  struct Place {
    var state: ProgramState
    var name: Int32
  }

  /// A name within a state, and the states of its positions.
  private struct NamedElements {
    let key: [UInt8]
    var states: [Int: ProgramState] = [:]
  }

  private struct Key: Hashable {
    let parent: ProgramState
    let bytes: [UInt8]
  }

  private let trie: PathTrie
  private(set) var places = [Place(state: .root, name: -1)]
  /// The names within each state.
  private var namesOfState: [[Int32]] = [[]]
  private var attributesOfState: [ProgramState: [(bytes: [UInt8], target: ProgramState)]] = [:]
  private var names: [NamedElements] = []
  private var numbers: [Key: Int32] = [:]

  init(_ trie: PathTrie) { self.trie = trie }

  mutating func run() { for state in trie.states { places.append(lower(state)) } }

  private mutating func lower(_ state: PathTrie.State) -> Place {
    let parent = places[Int(state.parent.number)]
    switch state.step {
    case .key(let key):
      guard parent.state >= 0 else { return Place(state: .none, name: -1) }
      let name = name(Array(key.utf8), in: parent.state)
      return Place(state: element(name, at: 0), name: name)
    case .index(let index):
      // A position belongs to the name before it; behind none it matches nothing.
      let isBehindName = if case .key = trie.step(of: state.parent) { true } else { false }
      guard isBehindName, parent.name >= 0 else { return Place(state: .none, name: -1) }
      return Place(state: element(parent.name, at: Int(index)), name: parent.name)
    case .attribute(let key):
      guard parent.state >= 0 else { return Place(state: .none, name: -1) }
      return Place(state: attribute(Array(key.utf8), of: parent.state), name: -1)
    }
  }

  private mutating func attribute(_ bytes: [UInt8], of parent: ProgramState) -> ProgramState {
    if let known = attributesOfState[parent]?.first(where: { $0.bytes == bytes }) {
      return known.target
    }
    let state = ProgramState(namesOfState.count)
    namesOfState.append([])
    attributesOfState[parent, default: []].append((bytes, state))
    return state
  }

  private mutating func name(_ bytes: [UInt8], in parent: ProgramState) -> Int32 {
    let key = Key(parent: parent, bytes: bytes)
    if let known = numbers[key] { return known }
    let number = Int32(names.count)
    numbers[key] = number
    names.append(NamedElements(key: bytes))
    namesOfState[Int(parent)].append(number)
    return number
  }

  private mutating func element(_ name: Int32, at position: Int) -> ProgramState {
    if let known = names[Int(name)].states[position] { return known }
    let state = ProgramState(namesOfState.count)
    namesOfState.append([])
    names[Int(name)].states[position] = state
    return state
  }

  func flatten(reading planStates: Set<StateID>) -> XMLFlatForm {
    let read = Set(planStates.map { places[Int($0.number)].state })
    var flat = XMLFlatForm()
    for name in names {
      let ordered = name.states.sorted { $0.key < $1.key }
      flat.names.append(
        XMLProgram.Name(
          firstPosition: Int32(flat.positions.count), positionCount: Int32(ordered.count)))
      flat.positions += ordered.map { XMLProgram.Position(position: $0.key, state: $0.value) }
    }
    for (state, numbers) in namesOfState.enumerated() {
      let keys = flat.keys.append(numbers.map { (names[Int($0)].key, $0) })
      let attributes = flat.keys.append(attributesOfState[ProgramState(state)] ?? [])
      flat.states.append(
        XMLProgram.State(
          names: keys, attributes: attributes, isRead: read.contains(ProgramState(state))))
    }
    return flat
  }

  func unindexedNames(onPathTo planState: StateID) -> [Int32] {
    var unindexed: [Int32] = []
    var isIndexed = false
    var id = planState
    while id != .root {
      switch trie.step(of: id) {
      case .key:
        let name = places[Int(id.number)].name
        if !isIndexed, name >= 0 { unindexed.append(name) }
        isIndexed = false
      case .index, nil: isIndexed = true
      case .attribute: break
      }
      id = trie.parent(of: id)
    }
    return unindexed
  }
}

extension Plan {
  /// How many nodes of each query, and of each guard's condition, play a part: where no transform takes a
  /// list the first, and whether it is the only one.
  fileprivate var wantedNodes: [Int] {
    var wanted = queries.map { _ in XPathPatterns.several }
    for binding in bindings where binding.source.mayTakeLists {
      for case .query(let query) in binding.source.operands.flatMap(\.paths) {
        wanted[query.number] = .max
      }
    }
    return wanted + guards.map { _ in 1 }
  }

  /// The queries, behind them the conditions of the guards, and the path to a state.
  fileprivate func xPathExpressions(
    selecting selected: StateID?
  ) throws(PlanProblem) -> [XPathExpression] {
    let prefixes = Set(namespaces.map(\.prefix))
    var expressions: [XPathExpression] = []
    for (index, text) in queries.enumerated() {
      expressions.append(try xPath(text, prefixes, in: "queries[\(index)]"))
    }
    for (index, rule) in guards.enumerated() {
      expressions.append(try xPath(rule.condition, prefixes, in: "guards[\(index)].when"))
    }
    if let selected {
      expressions.append(try xPath(trie.xPath(to: selected), prefixes, in: "states"))
    }
    return expressions
  }

  private func xPath(
    _ text: String, _ prefixes: Set<String>, in place: String
  ) throws(PlanProblem) -> XPathExpression {
    do {
      return try XPathExpression.parse(text, prefixes: prefixes)
    } catch {
      throw PlanProblem(.wrong(wanted: "an XPath"), in: place)
    }
  }
}

extension Expression {
  /// Whether a transform of the expression takes a list.
  fileprivate var mayTakeLists: Bool {
    stages.contains { stage in
      guard case .transform(let call) = stage else { return false }
      return Transform.named(call.name)?.input.contains(.list) != false
    }
  }
}
