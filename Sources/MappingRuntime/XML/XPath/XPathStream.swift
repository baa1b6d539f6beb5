// Matches the events of a document with patterns, and keeps the nodes that they select in a tree that has no
// others: what is kept does not grow with the document where few nodes are wanted.

/// Selects nodes while a document is read.
struct XPathStream {
  private struct OpenElement {
    /// Of ``active`` the first that is this element's.
    let firstState: Int
    /// Whether it is kept with its text.
    let isKept: Bool
  }

  private let patterns: XPathPatterns
  /// What has been selected.
  private(set) var tree: XMLTree
  /// The states of the open elements that are matched, the document's first.
  private var active: [Int] = []
  private var open: [OpenElement] = []
  /// How many elements are open within the innermost one that is matched.
  private var unmatched = 0
  /// How many elements are open that are kept with their texts.
  private var kept = 0
  private var counters: [Int32]
  /// The names without prefixes in default namespaces that no pattern led to, where one led to the elements
  /// around them; for the words about a path that found nothing.
  private(set) var passedOver: [Int32] = []
  /// More of them are not noted.
  private static let mostPassedOver = 32
  /// Whether the last event was text, and the text node that it belongs to.
  private var isInText = false
  private var textNode: XMLNodeID?

  init(_ patterns: XPathPatterns, selectingInto tree: XMLTree) {
    self.patterns = patterns
    self.tree = tree
    counters = Array(repeating: 0, count: patterns.counterCount)
  }

  /// Prepares for a document.
  mutating func reset(keepsNamespaces: Bool) {
    tree.reset(keepsNamespaces: keepsNamespaces, patterns: patterns.wanted.count)
    active.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    active.append(0)
    open.append(OpenElement(firstState: 0, isKept: false))
    unmatched = 0
    kept = 0
    isInText = false
    passedOver.removeAll(keepingCapacity: true)
    resetCounters(of: 0)
  }

  // MARK: Events

  /// False if too many nodes are selected.
  mutating func start(_ tag: XMLTag) -> Bool {
    isInText = false
    guard unmatched == 0 else {
      unmatched += 1
      return true
    }
    let parent = open[open.count - 1]
    if parent.isKept { tree.noteElementChild() }
    let name = tree.name(of: tag)
    let firstState = active.count
    enterStates(from: parent.firstState..<firstState, tree.names.names[Int(name)].expanded)
    guard active.count > firstState else {
      passOver(name)
      unmatched = 1
      return true
    }
    guard let isKept = selectElement(firstState, name, isNil: tag.isNil) else { return false }
    open.append(OpenElement(firstState: firstState, isKept: isKept))
    if isKept { kept += 1 }
    return selectAttributes(of: tag, firstState)
  }

  mutating func end() {
    isInText = false
    guard unmatched == 0 else {
      unmatched -= 1
      return
    }
    guard open.count > 1, let element = open.popLast() else { return }
    active.removeLast(active.count - element.firstState)
    guard element.isKept else { return }
    kept -= 1
    tree.end()
  }

  /// Whether no pattern enters the innermost element and nobody keeps its text.
  var wantsNothing: Bool { unmatched > 0 && kept == 0 }

  /// Leaves an element that ``wantsNothing``, of which no event is to follow.
  mutating func leaveUnmatched() { unmatched -= 1 }

  /// A comment or a processing instruction, which ends a text.
  mutating func breakText() { isInText = false }

  /// False if too many nodes are selected.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if !isInText {
      isInText = true
      textNode = nil
      if unmatched == 0 {
        guard selectText() else { return false }
      }
    }
    guard kept > 0 || textNode != nil else { return true }
    return unsafe tree.append(bytes, to: textNode)
  }

  /// Ends the document.
  mutating func finish() { tree.finish() }

  // MARK: Matching

  private mutating func enterStates(from parents: Range<Int>, _ name: Int32) {
    for parent in parents {
      let edges = patterns.states[active[parent]].edges
      var index = firstEdge(of: edges, name)
      var position: Int32 = 0
      while index < edges.upperBound, patterns.edges[index].name == name {
        let edge = patterns.edges[index]
        if edge.counter >= 0 {
          counters[edge.counter] &+= 1
          position = counters[edge.counter]
        }
        if edge.position == 0 || edge.position == position {
          active.append(edge.target)
          resetCounters(of: edge.target)
        }
        index += 1
      }
    }
  }

  private mutating func passOver(_ number: Int32) {
    guard passedOver.count < XPathStream.mostPassedOver, passedOver.last != number else { return }
    let name = tree.names.names[Int(number)]
    if name.prefix == nil, !name.uri.isEmpty { passedOver.append(number) }
  }

  /// The first edge whose name is not less.
  private func firstEdge(of edges: Range<Int>, _ name: Int32) -> Int {
    var (low, high) = (edges.lowerBound, edges.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if patterns.edges[middle].name < name { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func resetCounters(of state: Int) {
    for counter in patterns.states[state].counters { counters[counter] = 0 }
  }

  // MARK: Selecting

  /// Whether one more node of a pattern is wanted.
  private func isWanted(_ pattern: Int) -> Bool {
    tree.selections[pattern].count < patterns.wanted[pattern]
  }

  /// Whether its text is: the second of several nodes is counted, not read.
  private func isTextWanted(_ pattern: Int) -> Bool {
    tree.selections[pattern].isEmpty || patterns.wanted[pattern] > XPathPatterns.several
  }

  /// Selects the element that has just begun; whether it is kept with its text, `nil` if there are too many
  /// nodes.
  private mutating func selectElement(_ firstState: Int, _ name: Int32, isNil: Bool) -> Bool? {
    var node: XMLNodeID?
    var isKept = false
    for place in firstState..<active.count {
      let state = active[place]
      for end in patterns.states[state].elementPatterns {
        let pattern = patterns.ends[end]
        guard isWanted(pattern) else { continue }
        if node == nil { node = tree.select(element: name, isNil: isNil) }
        guard let node else { return nil }
        if isTextWanted(pattern) { isKept = true }
        tree.note(node, selectedBy: pattern)
      }
    }
    if node != nil, !isKept { tree.end() }
    return isKept
  }

  private mutating func selectAttributes(of tag: XMLTag, _ firstState: Int) -> Bool {
    guard unsafe !tag.attributes.isEmpty,
      active[firstState...].contains(where: { !patterns.states[$0].attributes.isEmpty })
    else { return true }
    for index in unsafe 0..<tag.attributes.count {
      guard unsafe select(tag.attributes[index], of: tag, firstState) else { return false }
    }
    return true
  }

  private mutating func select(
    _ attribute: XMLAttribute, of tag: XMLTag, _ firstState: Int
  ) -> Bool {
    let name = tree.expandedName(of: attribute, of: tag)
    var node: XMLNodeID?
    for place in firstState..<active.count {
      let state = active[place]
      for wanted in patterns.attributes[patterns.states[state].attributes]
      where wanted.name == name && isWanted(wanted.pattern) {
        let pattern = wanted.pattern
        if node == nil { node = tree.select(attribute, of: tag) }
        guard let node else { return false }
        tree.note(node, selectedBy: pattern)
      }
    }
    return true
  }

  private mutating func selectText() -> Bool {
    for place in open[open.count - 1].firstState..<active.count {
      let state = active[place]
      for end in patterns.states[state].textPatterns {
        let pattern = patterns.ends[end]
        guard isWanted(pattern) else { continue }
        if textNode == nil { textNode = tree.selectText() }
        guard let textNode else { return false }
        tree.note(textNode, selectedBy: pattern)
      }
    }
    return true
  }
}
