internal import CXMLText

// Reads a document of XML 1.0 (fifth edition) with namespaces, as far as it has no document type declaration:
// that is refused as soon as it begins, since everything that entities can do to a reader begins there.
// Without one the only entities are the five that XML itself has, attributes have no defaults, and white
// space is what it is, so that a document is read in one pass over its text.
//
//     <?xml version="1.0"?> <!-- a --> <r xmlns="urn:r"> t <b/> &amp; <![CDATA[ c ]]> </r> <?p i?>
//     └──────── prolog ─────────────┘ └────────────── content ───────────────────────┘ └ epilog ┘
//
// The text lies in memory as a whole, and the caller has seen to it that all its characters are allowed. NUL is
// none, so the parser finds one where the text ends, and every read is bounded by the same function.

/// Reads documents, one after the other, and tells a sink of what is in them.
///
/// Safety: the text outlives the call that it is given to; places in it are read through ``byte(_:)`` or within
/// bounds that have been compared with its length; the buffers are the parser's own.
@safe
struct XMLParser: ~Copyable {
  /// An element that is open: its name's place, and where its declarations begin.
  struct OpenElement {
    let name: Int
    let nameLength: Int
    let declarations: Int
  }

  let limits: Limits
  let classes: UnsafePointer<UInt8>
  let namespaces: UnsafeMutablePointer<XMLNamespaces>
  var text: UnsafePointer<UInt8>
  private(set) var count = 0
  /// Where it has come to.
  var at = 0
  /// The open elements, the outermost first.
  var open: [OpenElement] = []
  /// How many elements are open within, and with, one of which the sink wants nothing.
  var passedOver = 0
  var textLength = 0
  /// Of the tag that is read.
  var attributes: [XMLAttribute] = []
  var declarations: [XMLNamespaceDeclaration] = []
  /// The values of its attributes that are not written as they are meant.
  var values: [UInt8] = []
  /// The character that a reference stands for; and the text of a comment or instruction, if its line ends are
  /// not as they are meant.
  var resolved: [UInt8] = []

  init(_ limits: Limits) {
    self.limits = limits
    unsafe classes = XMLNameCharacters.classes.start
    unsafe namespaces = .allocate(capacity: 1)
    unsafe namespaces.initialize(to: XMLNamespaces())
    unsafe text = classes
    // There is an address even where there are no values.
    values.reserveCapacity(64)
  }

  deinit {
    unsafe namespaces.deinitialize(count: 1)
    unsafe namespaces.deallocate()
  }

  /// Prepares for a document; false if the numbers of namespaces are others from now on.
  mutating func reset() -> Bool {
    at = 0
    open.removeAll(keepingCapacity: true)
    passedOver = 0
    textLength = 0
    return unsafe namespaces.pointee.reset()
  }

  /// Reads a document of which nothing has been read.
  ///
  /// - Parameter text: characters of XML in UTF-8, without a byte order mark.
  /// - Complexity: O(*n*) in the text's length.
  mutating func parse(
    _ text: UnsafeBufferPointer<UInt8>, into sink: inout XMLSink
  ) throws(XMLFlaw) {
    guard let start = text.baseAddress else { throw malformed(.noElement, at: 0) }
    unsafe self.text = start
    count = text.count
    passDeclaration()
    try readProlog(&sink)
    try readStartTag(&sink)
    if !open.isEmpty { try readContent(&sink) }
    try readEpilog(&sink)
  }

  // MARK: Places

  /// The byte at a place; 0 where the text has ended.
  @inline(__always)
  func byte(_ offset: Int) -> UInt8 { offset < count ? unsafe text[offset] : 0 }

  /// Whether a word of ASCII stands at a place.
  func stands(_ word: StaticString, at offset: Int) -> Bool {
    for index in 0..<word.utf8CodeUnitCount
    where unsafe byte(offset &+ index) != word.utf8Start[index] { return false }
    return true
  }

  /// The same; the text may end within the word.
  func mayStand(_ word: StaticString, at offset: Int) -> Bool {
    for index in 0..<min(word.utf8CodeUnitCount, max(0, count - offset))
    where unsafe byte(offset &+ index) != word.utf8Start[index] { return false }
    return true
  }

  @inline(__always)
  mutating func skipSpace() { at = endOfSpace(at) }

  @inline(__always)
  func endOfSpace(_ start: Int) -> Int {
    var end = start
    while byte(end).isXMLWhiteSpace { end &+= 1 }
    return end
  }

  /// The end of the name without a colon that begins at a place; the place if none does.
  @inline(__always)
  func endOfName(_ start: Int) -> Int {
    var end = start
    while unsafe classes[Int(byte(end))] & XMLNameCharacters.inner != 0 { end &+= 1 }
    if byte(end) >= 0x80 { return endOfWideName(start) }
    if end == start { return start }
    let first = byte(start)
    return unsafe classes[Int(first)] & XMLNameCharacters.start != 0 ? end : start
  }

  /// The same for a name with characters beyond ASCII.
  private func endOfWideName(_ start: Int) -> Int {
    var end = start
    while true {
      let first = byte(end)
      if first < 0x80 {
        let wanted = end == start ? XMLNameCharacters.start : XMLNameCharacters.inner
        guard unsafe classes[Int(first)] & wanted != 0 else { return end }
        end &+= 1
      } else {
        let (scalar, length) = scalar(at: end)
        guard XMLNameCharacters.allow(scalar, atStart: end == start) else { return end }
        end &+= length
      }
    }
  }

  /// The character beyond ASCII that begins at a place, and its length in bytes.
  private func scalar(at offset: Int) -> (UInt32, Int) {
    let first = UInt32(byte(offset))
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    var scalar = first & (0xFF >> UInt32(length + 1))
    for index in 1..<length { scalar = scalar << 6 | UInt32(byte(offset &+ index) & 0x3F) }
    return (scalar, length)
  }

  // MARK: Flaws

  func malformed(_ malformation: XMLMalformation, at offset: Int) -> XMLFlaw {
    XMLFlaw(reason: .malformed(malformation), offset: offset)
  }

  func beyond(_ limit: Limits.Name, at offset: Int) -> XMLFlaw {
    XMLFlaw(reason: .limit(limit), offset: offset)
  }

  /// The text ends within the element that is open, and within the piece of markup that begins there.
  func cutShort(within start: Int) -> XMLFlaw {
    if count - start > limits.xmlTokenBytes { return beyond(.xmlTokenBytes, at: start) }
    return malformed(.truncated(within: innermost), at: count)
  }

  /// The innermost open element's name, as far as it is worth showing.
  var innermost: String? {
    open.last.map { element in
      let bytes = unsafe UnsafeBufferPointer(
        start: text + element.name, count: min(element.nameLength, Self.longestShownName))
      return unsafe String(decoding: bytes, as: UTF8.self)
    }
  }

  private static let longestShownName = 63

  /// Where the text is neither that nor at its end.
  func flaw(_ malformation: XMLMalformation, at offset: Int, within start: Int) -> XMLFlaw {
    offset >= count ? cutShort(within: start) : malformed(malformation, at: offset)
  }

  /// A piece of markup has been read.
  @inline(__always)
  func checkLength(from start: Int) throws(XMLFlaw) {
    if at &- start > limits.xmlTokenBytes { throw beyond(.xmlTokenBytes, at: start) }
  }

  // MARK: Beside the root

  /// Passes the XML declaration (§2.8), which has been looked at before: it says how to read the text.
  private mutating func passDeclaration() {
    guard stands("<?xml", at: 0), byte(5).isXMLWhiteSpace else { return }
    var end = 5
    while end < count, !stands("?>", at: end) { end &+= 1 }
    if end < count { at = end &+ 2 }
  }

  /// Reads up to the root's tag.
  private mutating func readProlog(_ sink: inout XMLSink) throws(XMLFlaw) {
    while true {
      skipSpace()
      let start = at
      guard byte(start) == UInt8(ascii: "<") else { throw flawBeforeRoot() }
      switch byte(start &+ 1) {
      case UInt8(ascii: "?"): try readInstruction(&sink)
      case UInt8(ascii: "!"):
        if mayStand("<!--", at: start) {
          try readComment(&sink)
        } else {
          throw flawOfDeclaration(at: start)
        }
      default: return
      }
    }
  }

  private func flawBeforeRoot() -> XMLFlaw {
    switch byte(at) {
    case 0 where at >= count: malformed(.noElement, at: count)
    case UInt8(ascii: "{"), UInt8(ascii: "["): malformed(.json, at: at)
    default: malformed(.textBeforeRoot, at: at)
    }
  }

  /// What begins with `<!` and is no comment; HTML spells its document type as it likes.
  private func flawOfDeclaration(at start: Int) -> XMLFlaw {
    let isDoctype = stands("<!DOCTYPE", at: start)
    if !isDoctype, mayStand("<!DOCTYPE", at: start) { return cutShort(within: start) }
    let word = start &+ 2
    let name = endOfSpace(word &+ 7)
    let isHTML = isWord("doctype", at: word) && isWord("html", at: name)
    guard isDoctype || isHTML else { return malformed(.invalidMarkup, at: start) }
    return malformed(.doctype(isHTML: isHTML), at: start)
  }

  /// Whether a word of lower case stands at a place, in any case.
  func isWord(_ word: StaticString, at offset: Int) -> Bool {
    for index in 0..<word.utf8CodeUnitCount
    where unsafe byte(offset &+ index) | 0x20 != word.utf8Start[index] { return false }
    return true
  }

  /// Reads what stands behind the root element.
  private mutating func readEpilog(_ sink: inout XMLSink) throws(XMLFlaw) {
    while true {
      skipSpace()
      if at >= count { return }
      if stands("<?", at: at) {
        try readInstruction(&sink)
      } else if stands("<!-", at: at) || at &+ 2 >= count && mayStand("<!-", at: at) {
        try readComment(&sink)
      } else {
        throw malformed(.contentBehindRoot, at: at)
      }
    }
  }
}
