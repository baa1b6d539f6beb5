internal import XPath

/// Gathers patterns one after the other.
struct XPathPatternBuilder {
  private struct State {
    var edges: [XPathPatterns.Edge] = []
    var attributes: [XPathPatterns.Attribute] = []
    var elementPatterns: [Int] = []
    var textPatterns: [Int] = []
  }

  private var states = [State()]
  private var wanted: [Int] = []
  private var numbers: [[XPathSimpleStep]: Int] = [:]
  private var targets: [Step: Int] = [:]

  private struct Step: Hashable {
    let state: Int
    let name: Int32
    let position: Int32
  }

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
        state = target(
          of: Step(
            state: state, name: try name(element), position: Int32(clamping: step.position ?? 0)))
      case .attribute(let attribute):
        states[state].attributes.append(
          XPathPatterns.Attribute(name: try name(attribute), pattern: pattern))
      case .text: states[state].textPatterns.append(pattern)
      }
    }
    if case .element? = steps.last?.target { states[state].elementPatterns.append(pattern) }
    numbers[steps] = pattern
    self.wanted.append(wanted)
    return pattern
  }

  private mutating func target(of step: Step) -> Int {
    if let known = targets[step] { return known }
    let target = states.count
    states[step.state].edges.append(
      XPathPatterns.Edge(name: step.name, position: step.position, target: target))
    states.append(State())
    targets[step] = target
    return target
  }

  /// All patterns in their flat form.
  func patterns() -> XPathPatterns {
    var flat: [XPathPatterns.State] = []
    var edges: [XPathPatterns.Edge] = []
    var attributes: [XPathPatterns.Attribute] = []
    var ends: [Int] = []
    var counterCount = 0
    for state in states {
      var next = XPathPatterns.State()
      let firstCounter = counterCount
      next.edges = edges.appendAll(XPathPatternBuilder.ordered(state.edges, &counterCount))
      next.attributes = attributes.appendAll(state.attributes)
      next.elementPatterns = ends.appendAll(state.elementPatterns)
      next.textPatterns = ends.appendAll(state.textPatterns)
      next.counters = firstCounter..<counterCount
      flat.append(next)
    }
    return XPathPatterns(
      states: flat, edges: edges, attributes: attributes, ends: ends, wanted: wanted,
      counterCount: counterCount)
  }

  /// Edges by their names, the first of each name that has positions with a counter.
  private static func ordered(
    _ edges: [XPathPatterns.Edge], _ counterCount: inout Int
  ) -> [XPathPatterns.Edge] {
    var ordered = edges.sorted { ($0.name, $0.position) < ($1.name, $1.position) }
    var first = 0
    while first < ordered.count {
      let end = ordered[first...].firstIndex { $0.name != ordered[first].name } ?? ordered.count
      // Positions come behind the edge without one.
      if ordered[end - 1].position > 0 {
        ordered[first].counter = counterCount
        counterCount += 1
      }
      first = end
    }
    return ordered
  }
}

extension Array {
  /// Appends elements; where they stand.
  fileprivate mutating func appendAll(_ elements: [Element]) -> Range<Int> {
    let start = count
    self += elements
    return start..<count
  }
}
