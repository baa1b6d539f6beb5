extension XMLParser {
  /// Reads from behind the root's start tag up to the end of its end tag.
  mutating func readContent(_ sink: inout XMLSink) throws(XMLFlaw) {
    var start = at
    while true {
      at = source.endOfPlainText(at)
      switch source.byte(at) {
      case UInt8(ascii: "]"):
        if source.stands("]]>", at: at) { throw malformed(.endOfSectionInText, at: at) }
        at &+= 1
        continue
      case UInt8(ascii: "<"):
        try tell(of: start..<at, &sink)
        try readMarkup(&sink)
        if open.isEmpty { return }
      case UInt8(ascii: "&"):
        try tell(of: start..<at, &sink)
        try readReference(&sink)
      case UInt8(ascii: "\r"):
        try tell(of: start..<at, &sink)
        try readLineEnd(&sink)
      default:
        try tell(of: start..<at, &sink)
        throw cutShort(within: at)
      }
      start = at
    }
  }

  @inline(__always)
  private mutating func readMarkup(_ sink: inout XMLSink) throws(XMLFlaw) {
    switch source.byte(at &+ 1) {
    case UInt8(ascii: "/"): try readEndTag(&sink)
    case UInt8(ascii: "!"):
      if source.mayStand("<!--", at: at), source.byte(at &+ 2) != UInt8(ascii: "[") {
        try readComment(&sink)
      } else {
        try readSection(&sink)
      }
    case UInt8(ascii: "?"): try readInstruction(&sink)
    default: try readStartTag(&sink)
    }
  }

  // MARK: Text

  /// Tells of text that is written as it is meant.
  @inline(__always)
  private mutating func tell(of range: Range<Int>, _ sink: inout XMLSink) throws(XMLFlaw) {
    if range.isEmpty { return }
    try unsafe tell(of: source.bytes(range), &sink)
  }

  private mutating func tell(
    of characters: UnsafeBufferPointer<UInt8>, _ sink: inout XMLSink
  ) throws(XMLFlaw) {
    guard characters.count <= limits.xmlTextBytes &- textLength else {
      throw beyond(.xmlTextBytes, at: at)
    }
    textLength &+= characters.count
    guard passedOver == 0 else { return }
    if let limit = unsafe sink.append(characters) { throw beyond(limit, at: at) }
  }

  private mutating func tellOfResolved(_ sink: inout XMLSink) throws(XMLFlaw) {
    let characters = resolved
    try unsafe characters.withUnsafeBufferPointer { characters throws(XMLFlaw) in
      try unsafe tell(of: characters, &sink)
    }
  }

  /// CR, alone or before an LF, is an LF (§2.11).
  private mutating func readLineEnd(_ sink: inout XMLSink) throws(XMLFlaw) {
    at &+= 1
    if source.byte(at) == UInt8(ascii: "\n") { return }
    resolved.removeAll(keepingCapacity: true)
    resolved.append(UInt8(ascii: "\n"))
    try tellOfResolved(&sink)
  }

  /// A CDATA section (§2.7).
  private mutating func readSection(_ sink: inout XMLSink) throws(XMLFlaw) {
    let start = at
    guard source.stands("<![CDATA[", at: start) else {
      throw source.mayStand("<![CDATA[", at: start)
        ? cutShort(within: start) : malformed(.invalidMarkup, at: start)
    }
    at &+= 9
    var from = at
    while true {
      at = source.endOfPlainSection(at)
      if source.byte(at) == UInt8(ascii: "]"), !source.stands("]]>", at: at) {
        at &+= 1
        continue
      }
      try tell(of: from..<at, &sink)
      guard at < source.count else {
        throw malformed(.truncated(within: innermost), at: source.count)
      }
      if source.byte(at) == UInt8(ascii: "]") { break }
      try readLineEnd(&sink)
      from = at
    }
    at &+= 3
  }

  // MARK: References

  private mutating func readReference(_ sink: inout XMLSink) throws(XMLFlaw) {
    resolved.removeAll(keepingCapacity: true)
    let (scalar, end) = try reference(at: at, within: at)
    resolved.append(contentsOf: scalar.utf8)
    at = end
    try tellOfResolved(&sink)
  }

  /// The character that a reference stands for (§4.1, §4.6), and where it ends.
  ///
  /// - Parameter markup: where the piece of markup begins that it stands in.
  func reference(
    at start: Int, within markup: Int
  ) throws(XMLFlaw) -> (character: Unicode.Scalar, end: Int) {
    if source.byte(start &+ 1) == UInt8(ascii: "#") {
      return try characterReference(at: start, within: markup)
    }
    // The names of entities have no colons either (Namespaces in XML 1.0 §7).
    let nameEnd = source.endOfName(start &+ 1)
    guard nameEnd > start &+ 1, source.byte(nameEnd) == UInt8(ascii: ";") else {
      throw flawOfReference(at: start, upTo: nameEnd, within: markup)
    }
    let entity = XMLSource.predefined.first { source.stands($0.reference, at: start) }
    guard let character = entity?.character else { throw malformed(.undeclaredEntity, at: start) }
    return (character, nameEnd &+ 1)
  }

  /// A reference that has no semicolon: cut short, if it is not as long as none is.
  private func flawOfReference(at start: Int, upTo end: Int, within markup: Int) -> XMLFlaw {
    end >= source.count && end - start <= limits.xmlTokenBytes
      ? cutShort(within: markup) : malformed(.invalidReference, at: start)
  }

  private func characterReference(
    at start: Int, within markup: Int
  ) throws(XMLFlaw) -> (character: Unicode.Scalar, end: Int) {
    let isHexadecimal = source.byte(start &+ 2) == UInt8(ascii: "x")
    let radix: UInt32 = isHexadecimal ? 16 : 10
    let first = start &+ (isHexadecimal ? 3 : 2)
    var end = first
    var value: UInt32 = 0
    while let digit = source.byte(end).digit(radix: radix) {
      value = min(value &* radix &+ digit, 0x11_0000)
      end &+= 1
    }
    guard end > first, source.byte(end) == UInt8(ascii: ";") else {
      throw flawOfReference(at: start, upTo: end, within: markup)
    }
    guard let scalar = Unicode.Scalar(value), scalar.isXMLCharacter else {
      throw malformed(.invalidCharacter, at: start)
    }
    return (scalar, end &+ 1)
  }

  // MARK: Comments and instructions

  /// A comment (§2.5), at whose `<!` the parser stands.
  mutating func readComment(_ sink: inout XMLSink) throws(XMLFlaw) {
    let start = at
    guard source.stands("<!--", at: start) else {
      throw source.mayStand("<!--", at: start)
        ? cutShort(within: start) : malformed(.invalidMarkup, at: start)
    }
    let end = try find("--", from: start &+ 4, within: start)
    guard source.byte(end &+ 2) == UInt8(ascii: ">") else {
      throw flaw(.invalidComment, at: end &+ 2, within: start)
    }
    at = end &+ 3
    try checkLength(from: start)
    try tell(ofAside: start &+ 4..<end, target: nil, &sink)
  }

  /// A processing instruction (§2.6), at whose `<?` the parser stands.
  mutating func readInstruction(_ sink: inout XMLSink) throws(XMLFlaw) {
    let start = at
    let target = start &+ 2..<source.endOfName(start &+ 2)
    guard !target.isEmpty else {
      throw flaw(.invalidInstruction, at: target.lowerBound, within: start)
    }
    if source.byte(target.upperBound) == UInt8(ascii: ":") {
      throw malformed(.invalidNamespace, at: start)
    }
    if target.upperBound >= source.count { throw cutShort(within: start) }
    if target.count == 3, source.isWord("xml", at: target.lowerBound) {
      throw start == 0 && source.stands("xml", at: 2)
        ? flaw(.invalidDeclaration, at: try find("?>", from: 5, within: 0), within: 0)
        : malformed(.misplacedDeclaration, at: start)
    }
    let data = source.endOfSpace(target.upperBound)
    guard data > target.upperBound || source.mayStand("?>", at: data) else {
      throw malformed(.invalidInstruction, at: data)
    }
    let end = try find("?>", from: data, within: start)
    at = end &+ 2
    try checkLength(from: start)
    try tell(ofAside: data..<end, target: target, &sink)
  }

  /// Where a word begins that ends a piece of markup.
  private func find(
    _ word: StaticString, from start: Int, within markup: Int
  ) throws(XMLFlaw) -> Int {
    guard let found = source.find(word, from: start) else { throw cutShort(within: markup) }
    return found
  }

  private mutating func tell(
    ofAside range: Range<Int>, target: Range<Int>?, _ sink: inout XMLSink
  ) throws(XMLFlaw) {
    guard passedOver == 0, sink.hearsAsides else { return }
    resolved.removeAll(keepingCapacity: true)
    for offset in range {
      let byte = source.byte(offset)
      if byte != UInt8(ascii: "\r") {
        resolved.append(byte)
      } else if source.byte(offset &+ 1) != UInt8(ascii: "\n") {
        resolved.append(UInt8(ascii: "\n"))
      }
    }
    let name = unsafe target.map { unsafe source.bytes($0) }
    if let limit = unsafe sink.append(aside: resolved, target: name) { throw beyond(limit, at: at) }
  }
}

extension XMLSource {
  /// The entities that need no declaration (§4.6).
  fileprivate static let predefined: [(reference: StaticString, character: Unicode.Scalar)] = [
    ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"),
  ]
}

extension UInt8 {
  fileprivate func digit(radix: UInt32) -> UInt32? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(self - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f") where radix == 16:
      UInt32(self - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F") where radix == 16:
      UInt32(self - UInt8(ascii: "A")) + 10
    default: nil
    }
  }
}

extension Unicode.Scalar {
  /// Whether a document may hold it (§2.2).
  fileprivate var isXMLCharacter: Bool {
    switch value {
    case 0x9, 0xA, 0xD, 0x20...0xFFFD, 0x10000...: true
    default: false
    }
  }
}
