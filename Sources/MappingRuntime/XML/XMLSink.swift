internal import CXMLPush

/// What the events of a parser go to.
struct XMLSink: ~Copyable {
  var match: XMLMatch
  /// For expressions of XPath: what selects nodes as they come, or the tree of the whole document.
  let expressions: Expressions

  enum Expressions {
    case none
    case stream(XPathStream)
    case tree(XMLTree)

    /// For expressions, and the tree that they are asked of.
    init(_ queries: XPathQueries, _ tree: XMLTree) {
      self = queries.patterns.map { .stream(XPathStream($0, selectingInto: tree)) } ?? .tree(tree)
    }

    /// The names of elements in default namespaces: of those that a stream has met where it looked for
    /// others, or all in a tree.
    func defaultNamespaceNames(in tree: XMLTree) -> [XMLNameTable.Name] {
      switch self {
      case .none: return []
      case .stream(let stream):
        return stream.passedOver.map { tree.names.names[Int($0)] }
      case .tree:
        let numbers = Set(tree.nodes.lazy.filter { $0.kind == .element }.map(\.name))
        return numbers.sorted().map { tree.names.names[Int($0)] }.filter {
          $0.prefix == nil && !$0.uri.isEmpty
        }
      }
    }
  }

  /// Prepares for a document.
  ///
  /// - Parameter keepsNames: whether the parser has names where it had them in the document before.
  mutating func reset(keepsNames: Bool) {
    if !keepsNames { match.forgetNames() }
    match.reset()
    switch expressions {
    case .none: break
    case .stream(let stream): stream.reset(keepsNames: keepsNames)
    case .tree(let tree): tree.reset(keepsNames: keepsNames)
    }
  }

  fileprivate mutating func start(_ tag: XMLTag) -> Int {
    match.start(tag)
    return switch expressions {
    case .none: RESPMAP_XML_OK
    case .stream(let stream): XMLSink.reason(stream.start(tag))
    case .tree(let tree): XMLSink.reason(tree.start(tag))
    }
  }

  fileprivate mutating func end() {
    match.end()
    switch expressions {
    case .none: break
    case .stream(let stream): stream.end()
    case .tree(let tree): tree.end()
    }
  }

  fileprivate mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard unsafe match.append(bytes) else { return RESPMAP_XML_FIELD_TEXT_BYTES }
    return switch expressions {
    case .none: RESPMAP_XML_OK
    case .stream(let stream): unsafe XMLSink.reason(stream.append(bytes))
    case .tree(let tree): unsafe XMLSink.reason(tree.append(bytes))
    }
  }

  fileprivate func append(
    aside text: UnsafePointer<CChar>?, target: UnsafePointer<CChar>?
  ) -> Int {
    switch expressions {
    case .none: return RESPMAP_XML_OK
    case .stream(let stream):
      stream.breakText()
      return RESPMAP_XML_OK
    case .tree(let tree): return unsafe XMLSink.reason(tree.append(aside: text, target: target))
    }
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
