extension XMLParser {
  /// Reads up to the end of a tag that begins there, which it does not pass.
  mutating func readAttributes(of start: Int) throws(XMLFlaw) {
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
  mutating func resolveAttributes(of start: Int) throws(XMLFlaw) -> Bool {
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
