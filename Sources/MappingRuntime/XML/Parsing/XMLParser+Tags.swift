extension XMLParser {
  /// Reads a start tag or the tag of an empty element (§3.1), at whose `<` the parser stands.
  mutating func readStartTag(_ sink: inout XMLSink) throws(XMLFlaw) {
    let start = at
    guard open.count < limits.xmlDepth else { throw beyond(.xmlDepth, at: start) }
    guard let name = source.qualifiedName(at: start &+ 1) else {
      throw flawOfName(at: start &+ 1, within: start)
    }
    at = start &+ 1 &+ name.length
    let mark = unsafe namespaces.pointee.enter()
    let hasAttributes = source.byte(at) != UInt8(ascii: ">")
    var isNil = false
    if hasAttributes {
      attributes.removeAll(keepingCapacity: true)
      declarations.removeAll(keepingCapacity: true)
      values.removeAll(keepingCapacity: true)
      try readAttributes(of: start)
      isNil = try resolveAttributes(of: start)
    }
    let isEmpty = source.byte(at) == UInt8(ascii: "/")
    at &+= isEmpty ? 2 : 1
    try checkLength(from: start)
    let namespace = try namespace(of: name, at: start)
    let isWanted = try begin(name, namespace, isNil: isNil, hasAttributes, &sink)
    if isEmpty {
      if isWanted { sink.end() }
      unsafe namespaces.pointee.leave(to: mark)
    } else {
      if !isWanted { passedOver &+= 1 }
      open.append(OpenElement(name: start &+ 1, nameLength: name.length, declarations: mark))
    }
  }

  /// Tells the sink of an element; false if it wants nothing of it.
  @inline(__always)
  private mutating func begin(
    _ name: XMLQualifiedName, _ namespace: Int32, isNil: Bool, _ hasAttributes: Bool,
    _ sink: inout XMLSink
  ) throws(XMLFlaw) -> Bool {
    guard passedOver == 0 else { return false }
    let reply = unsafe attributes.withUnsafeBufferPointer { attributes in
      unsafe declarations.withUnsafeBufferPointer { declarations in
        unsafe values.withUnsafeBufferPointer { values in
          let tag = unsafe XMLTag(
            name, namespace, isNil: isNil,
            hasAttributes ? attributes : UnsafeBufferPointer(rebasing: attributes[..<0]),
            hasAttributes ? declarations : UnsafeBufferPointer(rebasing: declarations[..<0]),
            text: source.text, values: values.baseAddress ?? source.text, namespaces)
          return sink.start(tag)
        }
      }
    }
    switch reply {
    case .goOn: return true
    case .passOver: return false
    case .stop(let limit): throw beyond(limit, at: at)
    }
  }

  /// Reads an end tag, at whose `</` the parser stands.
  mutating func readEndTag(_ sink: inout XMLSink) throws(XMLFlaw) {
    let start = at
    let element = open[open.count - 1]
    var end = start &+ 2
    for offset in element.name..<element.name &+ element.nameLength {
      guard source.byte(end) == source.byte(offset) else { throw mismatch(at: start) }
      end &+= 1
    }
    if source.byte(end) != UInt8(ascii: ">") {
      let space = source.endOfSpace(end)
      guard source.byte(space) == UInt8(ascii: ">") else {
        // A longer name is another one.
        if space == end, space < source.count { throw mismatch(at: start) }
        throw flaw(.unfinishedTag, at: space, within: start)
      }
      end = space
    }
    at = end &+ 1
    try checkLength(from: start)
    open.removeLast()
    unsafe namespaces.pointee.leave(to: element.declarations)
    if passedOver > 0 { passedOver &-= 1 } else { sink.end() }
  }

  /// An end tag that is not that of the innermost element.
  private func mismatch(at start: Int) -> XMLFlaw {
    var end = start &+ 2
    while end < source.count, source.byte(end) != UInt8(ascii: ">"),
      source.byte(end) != UInt8(ascii: "<")
    { end &+= 1 }
    if end >= source.count { return cutShort(within: start) }
    return malformed(.mismatchedTags(open: innermost), at: start)
  }

  // MARK: Names

  /// No name, or none that has a namespace, where one must be: in a start tag it is the `<` that is wrong.
  func flawOfName(at place: Int, within start: Int) -> XMLFlaw {
    let prefixEnd = source.endOfName(place)
    if source.byte(prefixEnd) == UInt8(ascii: ":") {
      let end = source.endOfName(prefixEnd &+ 1)
      return flaw(.invalidNamespace, at: end, within: start)
    }
    if place >= source.count { return cutShort(within: start) }
    return place == start &+ 1
      ? malformed(.invalidMarkup, at: start) : malformed(.invalidName, at: place)
  }

  /// The number of the namespace that an element is in.
  @inline(__always)
  private mutating func namespace(
    of name: XMLQualifiedName, at start: Int
  ) throws(XMLFlaw) -> Int32 {
    guard name.hasPrefix else { return unsafe namespaces.pointee.defaultNamespace }
    return try namespace(ofPrefixOf: name, at: start)
  }

  mutating func namespace(
    ofPrefixOf name: XMLQualifiedName, at start: Int
  ) throws(XMLFlaw) -> Int32 {
    let namespace = unsafe namespaces.pointee.namespace(of: name.bytes, name.prefixLength)
    guard namespace != XMLNamespaces.none else { throw malformed(.undeclaredPrefix, at: start) }
    return namespace
  }
}
