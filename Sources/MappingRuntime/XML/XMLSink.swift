/// What becomes of an element that begins.
enum XMLReply {
  case goOn
  /// Nothing is wanted of it: no event is to follow up to its end, that included.
  case passOver
  /// It is beyond a limit.
  case stop(Limits.Name)
}

/// What the events of a parser go to.
struct XMLSink: ~Copyable {
  var match: XMLMatch
  /// For expressions of XPath: what selects nodes as they come, or the tree of the whole document; both nil
  /// where the mapping has none.
  private var stream: XPathStream?
  private var wholeTree: XMLTree?

  init(_ match: consuming XMLMatch, _ queries: XPathQueries?, mostNodes: Int) {
    self.match = match
    guard let queries else { return }
    let tree = queries.makeTree(mostNodes: mostNodes)
    if let patterns = queries.patterns {
      stream = XPathStream(patterns, selectingInto: tree)
    } else {
      wholeTree = tree
    }
  }

  /// The nodes that expressions are asked of.
  var tree: XMLTree? { stream?.tree ?? wholeTree }

  /// The names of elements in default namespaces: of those that a stream has met where it looked for
  /// others, or all in a tree.
  var defaultNamespaceNames: [XMLNameTable.Name] {
    if let stream { return stream.passedOver.map { stream.tree.names.names[Int($0)] } }
    guard let tree = wholeTree else { return [] }
    let numbers = Set(tree.nodes.lazy.filter { $0.kind == .element }.map(\.name))
    return numbers.sorted().map { tree.names.names[Int($0)] }.filter {
      $0.prefix == nil && !$0.uri.isEmpty
    }
  }

  /// Whether comments and processing instructions play a part.
  var hearsAsides: Bool { stream != nil || wholeTree != nil }

  /// Prepares for a document.
  ///
  /// - Parameter keepsNamespaces: whether the numbers of namespaces are those of the document before.
  mutating func reset(keepsNamespaces: Bool) {
    match.reset()
    stream?.reset(keepsNamespaces: keepsNamespaces)
    wholeTree?.reset(keepsNamespaces: keepsNamespaces)
  }

  /// Ends the document.
  mutating func finish() {
    stream?.finish()
    wholeTree?.finish()
  }

  /// Begins an element.
  mutating func start(_ tag: XMLTag) -> XMLReply {
    match.start(tag)
    if let hasRoom = wholeTree?.start(tag) { return hasRoom ? .goOn : .stop(.xmlNodes) }
    guard let hasRoom = stream?.start(tag) else {
      return match.leavesUnmatched() ? .passOver : .goOn
    }
    guard hasRoom else { return .stop(.xmlNodes) }
    guard match.isUnmatched, stream?.wantsNothing == true else { return .goOn }
    _ = match.leavesUnmatched()
    stream?.leaveUnmatched()
    return .passOver
  }

  /// Ends the innermost element.
  mutating func end() {
    match.end()
    stream?.end()
    wholeTree?.end()
  }

  /// Takes a piece of the innermost element's text; the limit that it is beyond.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) -> Limits.Name? {
    guard unsafe match.append(bytes) else { return .xmlFieldTextBytes }
    let hasRoom = unsafe stream?.append(bytes) ?? wholeTree?.append(bytes) ?? true
    return hasRoom ? nil : .xmlNodes
  }

  /// Takes a comment or, if it has a target, a processing instruction, which end the text before them; the limit
  /// that it is beyond.
  mutating func append(aside text: [UInt8], target: UnsafeBufferPointer<UInt8>?) -> Limits.Name? {
    stream?.breakText()
    let hasRoom = unsafe wholeTree?.append(aside: text, target: target) ?? true
    return hasRoom ? nil : .xmlNodes
  }
}
