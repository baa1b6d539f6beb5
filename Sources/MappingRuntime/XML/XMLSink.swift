internal import CXMLPush

/// What the events of a parser go to.
struct XMLSink: ~Copyable {
  var match: XMLMatch
  /// For expressions that want the whole document; nil where the mapping has none.
  let tree: XMLTree?

  /// Prepares for a document.
  mutating func reset() {
    match.reset()
    tree?.reset()
  }

  fileprivate mutating func start(_ tag: XMLTag) -> Int {
    match.start(tag)
    return tree?.start(tag) == false ? RESPMAP_XML_TREE_NODES : RESPMAP_XML_OK
  }

  fileprivate mutating func end() {
    match.end()
    tree?.end()
  }

  fileprivate mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard unsafe match.append(bytes) else { return RESPMAP_XML_FIELD_TEXT_BYTES }
    return unsafe tree?.append(bytes) == false ? RESPMAP_XML_TREE_NODES : RESPMAP_XML_OK
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
      let hasRoom = unsafe sink.pointee.tree?.append(aside: text, target: target) != false
      return Int32(hasRoom ? RESPMAP_XML_OK : RESPMAP_XML_TREE_NODES)
    }
}
