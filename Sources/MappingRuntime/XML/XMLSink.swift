internal import CXMLPush

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

  /// Prepares for a document.
  ///
  /// - Parameter keepsNames: whether the parser has names where it had them in the document before.
  mutating func reset(keepsNames: Bool) {
    if !keepsNames { match.forgetNames() }
    match.reset()
    stream?.reset(keepsNames: keepsNames)
    wholeTree?.reset(keepsNames: keepsNames)
  }

  /// Ends the document.
  mutating func finish() {
    stream?.finish()
    wholeTree?.finish()
  }

  fileprivate mutating func start(_ tag: XMLTag) -> Int {
    match.start(tag)
    if let hasRoom = wholeTree?.start(tag) { return XMLSink.reason(hasRoom) }
    guard let hasRoom = stream?.start(tag) else {
      return match.leavesUnmatched() ? Int(RESPMAP_XML_SKIP) : Int(RESPMAP_XML_OK)
    }
    guard hasRoom, match.isUnmatched, stream?.wantsNothing == true else {
      return XMLSink.reason(hasRoom)
    }
    _ = match.leavesUnmatched()
    stream?.leaveUnmatched()
    return Int(RESPMAP_XML_SKIP)
  }

  fileprivate mutating func end() {
    match.end()
    stream?.end()
    wholeTree?.end()
  }

  fileprivate mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard unsafe match.append(bytes) else { return RESPMAP_XML_FIELD_TEXT_BYTES }
    let hasRoom = unsafe stream?.append(bytes) ?? wholeTree?.append(bytes) ?? true
    return XMLSink.reason(hasRoom)
  }

  fileprivate mutating func append(
    aside text: UnsafePointer<CChar>?, target: UnsafePointer<CChar>?
  ) -> Int {
    stream?.breakText()
    return unsafe XMLSink.reason(wholeTree?.append(aside: text, target: target) ?? true)
  }

  private static func reason(_ hasRoom: Bool) -> Int {
    hasRoom ? RESPMAP_XML_OK : RESPMAP_XML_TREE_NODES
  }
}

extension respmap_xml_handlers {
  /// Handlers whose context is a pointer to an ``XMLSink``.
  ///
  /// - Parameter hearsAsides: whether comments and processing instructions play a part.
  static func ofSink(hearsAsides: Bool) -> respmap_xml_handlers {
    unsafe respmap_xml_handlers(
      start: { context, tag in
        guard let context = unsafe context, let tag = unsafe tag else { return 0 }
        let sink = unsafe context.assumingMemoryBound(to: XMLSink.self)
        return unsafe Int32(truncatingIfNeeded: sink.pointee.start(XMLTag(tag)))
      },
      end: { context in
        guard let context = unsafe context else { return }
        unsafe context.assumingMemoryBound(to: XMLSink.self).pointee.end()
      },
      text: { context, bytes, count in
        guard let context = unsafe context else { return 0 }
        let text = unsafe UnsafeBufferPointer(start: bytes, count: count)
        let sink = unsafe context.assumingMemoryBound(to: XMLSink.self)
        return unsafe Int32(truncatingIfNeeded: sink.pointee.append(text))
      },
      aside: hearsAsides ? appendAside : nil)
  }

  private static let appendAside:
    @convention(c) (
      UnsafeMutableRawPointer?, UnsafePointer<CChar>?, UnsafePointer<CChar>?
    ) -> Int32 = { context, target, text in
      guard let context = unsafe context else { return 0 }
      let sink = unsafe context.assumingMemoryBound(to: XMLSink.self)
      return unsafe Int32(
        truncatingIfNeeded: sink.pointee.append(aside: text, target: target))
    }
}
