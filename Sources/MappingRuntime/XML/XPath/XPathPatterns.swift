internal import XPath

// Paths of named children from the root on, merged into a trie by which they are matched while a document
// is read. An element may be in several states at once: the second `b` is for `/a/b` and for `/a/b[2]`.
//
//     /a/b       pattern 0        0 ── a ──▸ 1 ── b ─────▸ 2  selects 0
//     /a/b[2]    pattern 1                     └─ b[2] ──▸ 3  selects 1
//
// Positions count the elements of that expanded name within one parent (XPath 1.0 §2.1). States are told by
// their depths, so one of them is open at most once, and one counter for each of its names is enough.

/// Patterns in the form that a stream is matched with. Names are numbers of expanded names.
struct XPathPatterns: Sendable {
  struct State: Sendable {
    /// By their names, so that those of one name stand together.
    var edges: [Edge] = []
    var attributes: [(name: Int32, pattern: Int)] = []
    /// The patterns that end here: with the element, and with a text in it.
    var elementPatterns: [Int] = []
    var textPatterns: [Int] = []
    /// The counters of its names.
    var counters: [Int] = []
  }

  struct Edge: Sendable {
    let name: Int32
    /// From 1; 0 for all.
    let position: Int32
    let target: Int
    /// What counts the elements of the name, if this is its first edge and it has one with a position.
    var counter: Int?
  }

  private(set) var states = [State()]
  /// How many nodes of each pattern are wanted.
  private(set) var wanted: [Int] = []
  private(set) var counterCount = 0
  private var numbers: [[XPathSimpleStep]: Int] = [:]

  /// So many nodes tell that there are several.
  static let several = 2

  /// The number of a pattern, which is added if it is not there yet.
  ///
  /// - Parameters:
  ///   - wanted: how many nodes are wanted at least.
  ///   - name: the number of the expanded name that a step has.
  mutating func add(
    _ steps: [XPathSimpleStep], wanted: Int,
    name: (XPathName) throws(XPathFailure) -> Int32
  ) throws(XPathFailure) -> Int {
    if let known = numbers[steps] {
      self.wanted[known] = max(self.wanted[known], wanted)
      return known
    }
    let pattern = self.wanted.count
    var state = 0
    for step in steps {
      switch step.target {
      case .element(let element):
        state = target(from: state, try name(element), Int32(clamping: step.position ?? 0))
      case .attribute(let attribute):
        states[state].attributes.append((try name(attribute), pattern))
      case .text: states[state].textPatterns.append(pattern)
      }
    }
    if case .element? = steps.last?.target { states[state].elementPatterns.append(pattern) }
    numbers[steps] = pattern
    self.wanted.append(wanted)
    return pattern
  }

  private mutating func target(from state: Int, _ name: Int32, _ position: Int32) -> Int {
    let edges = states[state].edges
    if let known = edges.first(where: { $0.name == name && $0.position == position }) {
      return known.target
    }
    states[state].edges.append(Edge(name: name, position: position, target: states.count))
    states.append(State())
    return states.count - 1
  }

  /// Orders the edges and gives counters to names that have positions; to be called when all patterns have
  /// been added.
  mutating func finish() {
    for state in states.indices {
      states[state].edges.sort { ($0.name, $0.position) < ($1.name, $1.position) }
      for index in states[state].edges.indices { giveCounter(toEdge: index, of: state) }
    }
  }

  private mutating func giveCounter(toEdge index: Int, of state: Int) {
    let edges = states[state].edges
    let isFirst = index == 0 || edges[index - 1].name != edges[index].name
    guard isFirst, edges[index...].contains(where: { $0.name == edges[index].name && $0.position > 0 })
    else { return }
    states[state].edges[index].counter = counterCount
    states[state].counters.append(counterCount)
    counterCount += 1
  }
}
