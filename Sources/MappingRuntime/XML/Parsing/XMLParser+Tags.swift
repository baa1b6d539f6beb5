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
  private func flawOfName(at place: Int, within start: Int) -> XMLFlaw {
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

  private mutating func namespace(
    ofPrefixOf name: XMLQualifiedName, at start: Int
  ) throws(XMLFlaw) -> Int32 {
    let namespace = unsafe namespaces.pointee.namespace(of: name.bytes, name.prefixLength)
    guard namespace != XMLNamespaces.none else { throw malformed(.undeclaredPrefix, at: start) }
    return namespace
  }

  // MARK: Attributes

  /// Reads up to the end of a tag that begins there, which it does not pass.
  private mutating func readAttributes(of start: Int) throws(XMLFlaw) {
    while true {
      let place = source.endOfSpace(at)
      let hasSpace = place > at
      at = place
      switch source.byte(place) {
      case UInt8(ascii: ">"): return
      case UInt8(ascii: "/"):
        guard source.byte(place &+ 1) == UInt8(ascii: ">") else {
          throw flaw(.unfinishedTag, at: place &+ 1, within: start)
        }
        return
      default:
        guard hasSpace else { throw flawBehindName(at: place, within: start) }
        try readAttribute(of: start)
      }
    }
  }

  /// What follows a name or a value and is neither space nor the end of the tag.
  private func flawBehindName(at place: Int, within start: Int) -> XMLFlaw {
    if place >= source.count { return cutShort(within: start) }
    let isBehindValue =
      source.byte(place &- 1) == UInt8(ascii: "\"") || source.byte(place &- 1) == UInt8(ascii: "'")
    return malformed(isBehindValue ? .missingSpace : .unfinishedTag, at: place)
  }

  private mutating func readAttribute(of start: Int) throws(XMLFlaw) {
    guard attributes.count &+ declarations.count < limits.xmlAttributes else {
      throw beyond(.xmlAttributes, at: start)
    }
    guard let name = source.qualifiedName(at: at) else { throw flawOfName(at: at, within: start) }
    at = source.endOfSpace(at &+ name.length)
    guard source.byte(at) == UInt8(ascii: "=") else {
      throw flaw(.invalidAttribute, at: at, within: start)
    }
    at = source.endOfSpace(at &+ 1)
    let quote = source.byte(at)
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      throw flaw(.invalidAttribute, at: at, within: start)
    }
    at &+= 1
    let (value, isInText) = try readValue(upTo: quote, within: start)
    let attribute = XMLAttribute(name: name, value: value, isInText: isInText)
    if name.isWord("xmlns") || name.prefixLength == 5 && isXMLNS(name) {
      try declare(attribute, in: start)
    } else {
      attributes.append(attribute)
    }
  }

  private func isXMLNS(_ name: XMLQualifiedName) -> Bool {
    unsafe name.prefix.elementsEqual("xmlns".utf8)
  }

  /// Reads a value up to its quote, which it passes (§3.3.3): where it is, and whether it stands so in the text.
  private mutating func readValue(
    upTo quote: UInt8, within start: Int
  ) throws(XMLFlaw) -> (Range<Int>, isInText: Bool) {
    let first = at
    at = source.endOfPlainValue(at, quote)
    if source.byte(at) == quote {
      at &+= 1
      return (first..<at &- 1, true)
    }
    let valuesStart = values.count
    var from = first
    while true {
      unsafe values.append(contentsOf: source.bytes(from..<at))
      switch source.byte(at) {
      case quote:
        at &+= 1
        return (valuesStart..<values.count, false)
      case UInt8(ascii: "&"):
        let (character, end) = try reference(at: at, within: start)
        values.append(contentsOf: character.utf8)
        at = end
      case UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        // CR and LF together are one line end.
        at &+= source.stands("\r\n", at: at) ? 2 : 1
        values.append(UInt8(ascii: " "))
      case UInt8(ascii: "<"): throw malformed(.invalidAttribute, at: at)
      default: throw cutShort(within: start)
      }
      from = at
      at = source.endOfPlainValue(at, quote)
    }
  }

  // MARK: Namespaces

  private mutating func declare(_ attribute: XMLAttribute, in start: Int) throws(XMLFlaw) {
    let value = unsafe source.value(of: attribute, values)
    let namespace = unsafe namespaces.pointee.word(value.baseAddress ?? source.text, value.count)
    let name = attribute.name
    // Of `xmlns:p` what is behind the colon, of `xmlns` nothing.
    let offset = name.hasPrefix ? name.prefixLength &+ 1 : name.length
    let prefix = unsafe XMLQualifiedName(
      name.bytes + offset, prefixLength: 0, length: name.length &- offset)
    let word = unsafe namespaces.pointee.word(prefix.bytes, prefix.length)
    do throws(XMLNamespaces.DeclarationFlaw) {
      guard try unsafe namespaces.pointee.declare(prefix: word, as: namespace) else { return }
    } catch {
      throw malformed(error == .repeated ? .repeatedAttribute : .invalidNamespace, at: start)
    }
    declarations.append(XMLNamespaceDeclaration(prefix: prefix, namespace: namespace))
  }

  /// Finds the namespaces of a tag's attributes, and sees that no two have one name; whether `xsi:nil` is true
  /// among them.
  private mutating func resolveAttributes(of start: Int) throws(XMLFlaw) -> Bool {
    var isNil = false
    for index in attributes.indices {
      let name = attributes[index].name
      guard name.hasPrefix else { continue }
      let namespace = try namespace(ofPrefixOf: name, at: start)
      attributes[index].namespace = namespace
      if namespace == XMLNamespaces.schemaInstance {
        isNil =
          unsafe isNil
          || name.local.elementsEqual("nil".utf8)
            && source.value(of: attributes[index], values).saysTrue
      }
    }
    if attributes.hasEquals { throw malformed(.repeatedAttribute, at: start) }
    return isNil
  }
}

extension XMLSource {
  /// The value of an attribute, which may be among the values that are not written as they are meant.
  fileprivate func value(
    of attribute: XMLAttribute, _ values: [UInt8]
  ) -> UnsafeBufferPointer<UInt8> {
    if attribute.isInText { return unsafe bytes(attribute.value) }
    return unsafe values.withUnsafeBufferPointer {
      unsafe UnsafeBufferPointer(rebasing: $0[attribute.value])
    }
  }
}

extension [XMLAttribute] {
  /// Whether two of them have one expanded name.
  fileprivate var hasEquals: Bool {
    guard count > 1 else { return false }
    if count > 8 { return hasEqualsAmongMany }
    for (index, attribute) in enumerated().dropFirst() {
      for other in self[..<index]
      where attribute.namespace == other.namespace && attribute.name.hasLocalName(of: other.name) {
        return true
      }
    }
    return false
  }

  private var hasEqualsAmongMany: Bool {
    var words = XMLWordTable()
    for (index, attribute) in enumerated() {
      let local = unsafe attribute.name.local
      guard let first = local.baseAddress else { continue }
      let word = unsafe words.number(first, local.count, kind: attribute.namespace)
      if Int(word) < index { return true }
    }
    return false
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether it is a boolean that is true, white space around it collapsed (XML Schema 1.0 part 2 §3.2.2).
  fileprivate var saysTrue: Bool {
    var value = unsafe self[...]
    while let first = unsafe value.first, first.isXMLWhiteSpace { unsafe value.removeFirst() }
    while let last = unsafe value.last, last.isXMLWhiteSpace { unsafe value.removeLast() }
    return unsafe value.elementsEqual("1".utf8) || value.elementsEqual("true".utf8)
  }
}
