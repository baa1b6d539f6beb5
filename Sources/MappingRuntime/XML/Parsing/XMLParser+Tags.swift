internal import CXMLText

extension XMLParser {
  /// Reads a start tag or the tag of an empty element (§3.1), at whose `<` the parser stands.
  mutating func readStartTag(_ sink: inout XMLSink) throws(XMLFlaw) {
    let start = at
    guard open.count < limits.xmlDepth else { throw beyond(.xmlDepth, at: start) }
    let name = try qualifiedName(at: start &+ 1, within: start)
    at = start &+ 1 &+ name.length
    let mark = unsafe namespaces.pointee.enter()
    let hasAttributes = byte(at) != UInt8(ascii: ">")
    var isNil = false
    if hasAttributes {
      attributes.removeAll(keepingCapacity: true)
      declarations.removeAll(keepingCapacity: true)
      values.removeAll(keepingCapacity: true)
      try readAttributes(of: start)
      isNil = try resolveAttributes(of: start)
    }
    let isEmpty = byte(at) == UInt8(ascii: "/")
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
            text: text, values: values.baseAddress ?? text, namespaces)
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
      guard unsafe byte(end) == text[offset] else { throw mismatch(at: start) }
      end &+= 1
    }
    if byte(end) != UInt8(ascii: ">") {
      let space = endOfSpace(end)
      guard byte(space) == UInt8(ascii: ">") else {
        // A longer name is another one.
        if space == end, space < count { throw mismatch(at: start) }
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
    while end < count, byte(end) != UInt8(ascii: ">"), byte(end) != UInt8(ascii: "<") { end &+= 1 }
    if end >= count { return cutShort(within: start) }
    return malformed(.mismatchedTags(open: innermost), at: start)
  }

  // MARK: Names

  /// The name with or without a prefix that begins at a place (Namespaces in XML 1.0 §4).
  ///
  /// - Parameter start: where the tag begins.
  @inline(__always)
  private func qualifiedName(
    at place: Int, within start: Int
  ) throws(XMLFlaw) -> XMLQualifiedName {
    var end = endOfName(place)
    if end == place { throw flawOfName(at: place, within: start) }
    guard byte(end) == UInt8(ascii: ":") else {
      return unsafe XMLQualifiedName(text + place, prefixLength: 0, length: end &- place)
    }
    let prefixLength = end &- place
    let local = end &+ 1
    end = endOfName(local)
    if end == local || byte(end) == UInt8(ascii: ":") {
      throw flaw(.invalidNamespace, at: end, within: start)
    }
    return unsafe XMLQualifiedName(text + place, prefixLength: prefixLength, length: end &- place)
  }

  /// No name where one must be: in a start tag, it is the `<` that is wrong.
  private func flawOfName(at place: Int, within start: Int) -> XMLFlaw {
    if place >= count { return cutShort(within: start) }
    if byte(place) == UInt8(ascii: ":") { return malformed(.invalidNamespace, at: start) }
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
      let place = endOfSpace(at)
      let hasSpace = place > at
      at = place
      switch byte(place) {
      case UInt8(ascii: ">"): return
      case UInt8(ascii: "/"):
        guard byte(place &+ 1) == UInt8(ascii: ">") else {
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
    if place >= count { return cutShort(within: start) }
    let isBehindValue = byte(place &- 1) == UInt8(ascii: "\"") || byte(place &- 1) == UInt8(ascii: "'")
    return malformed(isBehindValue ? .missingSpace : .unfinishedTag, at: place)
  }

  private mutating func readAttribute(of start: Int) throws(XMLFlaw) {
    guard attributes.count &+ declarations.count < limits.xmlAttributes else {
      throw beyond(.xmlAttributes, at: start)
    }
    let name = try qualifiedName(at: at, within: start)
    skip(name)
    skipSpace()
    guard byte(at) == UInt8(ascii: "=") else {
      throw flaw(.invalidAttribute, at: at, within: start)
    }
    at &+= 1
    skipSpace()
    let quote = byte(at)
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

  private mutating func skip(_ name: XMLQualifiedName) { at &+= name.length }

  private func isXMLNS(_ name: XMLQualifiedName) -> Bool {
    unsafe name.prefix.elementsEqual("xmlns".utf8)
  }

  /// Reads a value up to its quote, which it passes (§3.3.3): where it is, and whether it stands so in the text.
  private mutating func readValue(
    upTo quote: UInt8, within start: Int
  ) throws(XMLFlaw) -> (Range<Int>, isInText: Bool) {
    let first = at
    at = endOfPlainValue(at, quote)
    if byte(at) == quote {
      at &+= 1
      return (first..<at &- 1, true)
    }
    let valuesStart = values.count
    var from = first
    while true {
      unsafe values.append(contentsOf: UnsafeBufferPointer(start: text + from, count: at &- from))
      switch byte(at) {
      case quote:
        at &+= 1
        return (valuesStart..<values.count, false)
      case UInt8(ascii: "&"):
        let (character, end) = try reference(at: at, within: start)
        values.append(contentsOf: character.utf8)
        at = end
      case UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        // CR and LF together are one line end.
        at &+= stands("\r\n", at: at) ? 2 : 1
        values.append(UInt8(ascii: " "))
      case UInt8(ascii: "<"): throw malformed(.invalidAttribute, at: at)
      default: throw cutShort(within: start)
      }
      from = at
      at = endOfPlainValue(at, quote)
    }
  }

  /// The end of the part of a value that is written as it is meant.
  private func endOfPlainValue(_ start: Int, _ quote: UInt8) -> Int {
    var end = start
    while end < count {
      switch unsafe text[end] {
      case quote, UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "\t"), UInt8(ascii: "\n"),
        UInt8(ascii: "\r"):
        return end
      default: end &+= 1
      }
    }
    return end
  }

  private func bytes(of attribute: XMLAttribute) -> UnsafeBufferPointer<UInt8> {
    let range = attribute.value
    if attribute.isInText {
      return unsafe UnsafeBufferPointer(start: text + range.lowerBound, count: range.count)
    }
    return unsafe values.withUnsafeBufferPointer {
      unsafe UnsafeBufferPointer(rebasing: $0[range])
    }
  }

  // MARK: Namespaces

  private mutating func declare(_ attribute: XMLAttribute, in start: Int) throws(XMLFlaw) {
    let value = unsafe bytes(of: attribute)
    let namespace = unsafe namespaces.pointee.word(value.baseAddress ?? text, value.count)
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
        isNil = isNil || saysNil(attributes[index])
      }
    }
    if hasEqualAttributes() { throw malformed(.repeatedAttribute, at: start) }
    return isNil
  }

  /// Whether two attributes have one expanded name.
  private func hasEqualAttributes() -> Bool {
    guard attributes.count > 1 else { return false }
    if attributes.count > 8 { return hasEqualsAmongMany() }
    for (index, attribute) in attributes.enumerated().dropFirst() {
      for other in attributes[..<index]
      where attribute.namespace == other.namespace && hasEqualLocalName(attribute, other) {
        return true
      }
    }
    return false
  }

  private func hasEqualLocalName(_ one: XMLAttribute, _ other: XMLAttribute) -> Bool {
    let (local, otherLocal) = unsafe (one.name.local, other.name.local)
    return unsafe local.count == otherLocal.count && local.elementsEqual(otherLocal)
  }

  private func hasEqualsAmongMany() -> Bool {
    var words = XMLWordTable()
    for (index, attribute) in attributes.enumerated() {
      let local = unsafe attribute.name.local
      guard let first = local.baseAddress else { continue }
      let word = unsafe words.number(first, local.count, kind: attribute.namespace)
      if Int(word) < index { return true }
    }
    return false
  }

  /// Whether an attribute of the namespace of `xsi:nil` is that and true (XML Schema 1.0 part 1 §2.6.2: a boolean,
  /// white space around it collapsed).
  private func saysNil(_ attribute: XMLAttribute) -> Bool {
    guard unsafe attribute.name.local.elementsEqual("nil".utf8) else { return false }
    var value = unsafe bytes(of: attribute)[...]
    while let first = unsafe value.first, first.isXMLWhiteSpace { unsafe value.removeFirst() }
    while let last = unsafe value.last, last.isXMLWhiteSpace { unsafe value.removeLast() }
    return unsafe value.elementsEqual("1".utf8) || value.elementsEqual("true".utf8)
  }
}
