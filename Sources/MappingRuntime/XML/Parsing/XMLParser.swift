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
/// Safety: the text outlives the call that it is given to, and the namespaces are the parser's own.
@safe
struct XMLParser: ~Copyable {
  /// An element that is open: its name's place, and where its declarations begin.
  struct OpenElement {
    let name: Int
    let nameLength: Int
    let declarations: Int
  }

  let limits: Limits
  let namespaces: UnsafeMutablePointer<XMLNamespaces>
  private(set) var source = XMLSource()
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
    unsafe namespaces = .allocate(capacity: 1)
    unsafe namespaces.initialize(to: XMLNamespaces())
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
    guard let source = unsafe XMLSource(text) else { throw malformed(.noElement, at: 0) }
    self.source = source
    try passDeclaration()
    try readProlog(&sink)
    try readStartTag(&sink)
    if !open.isEmpty { try readContent(&sink) }
    try readEpilog(&sink)
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
    if source.count - start > limits.xmlTokenBytes { return beyond(.xmlTokenBytes, at: start) }
    return malformed(.truncated(within: innermost), at: source.count)
  }

  /// The innermost open element's name, as far as it is worth showing.
  var innermost: String? {
    open.last.map { element in
      let length = min(element.nameLength, Self.longestShownName)
      return unsafe String(
        decoding: source.bytes(element.name..<element.name + length), as: UTF8.self)
    }
  }

  private static let longestShownName = 63

  /// Where the text is neither that nor at its end.
  func flaw(_ malformation: XMLMalformation, at offset: Int, within start: Int) -> XMLFlaw {
    offset >= source.count ? cutShort(within: start) : malformed(malformation, at: offset)
  }

  /// A piece of markup has been read.
  @inline(__always)
  func checkLength(from start: Int) throws(XMLFlaw) {
    if at &- start > limits.xmlTokenBytes { throw beyond(.xmlTokenBytes, at: start) }
  }

  // MARK: Beside the root

  /// Passes the XML declaration (§2.8), which has been looked at before: it says how to read the text.
  private mutating func passDeclaration() throws(XMLFlaw) {
    guard source.stands("<?xml", at: 0), source.byte(5).isXMLWhiteSpace else { return }
    guard let end = source.find("?>", from: 5) else { throw cutShort(within: 0) }
    at = end &+ 2
    try checkLength(from: 0)
  }

  /// Reads up to the root's tag.
  private mutating func readProlog(_ sink: inout XMLSink) throws(XMLFlaw) {
    while true {
      at = source.endOfSpace(at)
      let start = at
      guard source.byte(start) == UInt8(ascii: "<") else { throw flawBeforeRoot() }
      switch source.byte(start &+ 1) {
      case UInt8(ascii: "?"): try readInstruction(&sink)
      case UInt8(ascii: "!"):
        if source.mayStand("<!--", at: start) {
          try readComment(&sink)
        } else {
          throw flawOfDeclaration(at: start)
        }
      default: return
      }
    }
  }

  private func flawBeforeRoot() -> XMLFlaw {
    switch source.byte(at) {
    case 0 where at >= source.count: malformed(.noElement, at: source.count)
    case UInt8(ascii: "{"), UInt8(ascii: "["): malformed(.json, at: at)
    default: malformed(.textBeforeRoot, at: at)
    }
  }

  /// What begins with `<!` and is no comment; HTML spells its document type as it likes.
  private func flawOfDeclaration(at start: Int) -> XMLFlaw {
    let isDoctype = source.stands("<!DOCTYPE", at: start)
    if !isDoctype, source.mayStand("<!DOCTYPE", at: start) { return cutShort(within: start) }
    let word = start &+ 2
    let name = source.endOfSpace(word &+ 7)
    let isHTML = source.isWord("doctype", at: word) && source.isWord("html", at: name)
    guard isDoctype || isHTML else { return malformed(.invalidMarkup, at: start) }
    return malformed(.doctype(isHTML: isHTML), at: start)
  }

  /// Reads what stands behind the root element.
  private mutating func readEpilog(_ sink: inout XMLSink) throws(XMLFlaw) {
    while true {
      at = source.endOfSpace(at)
      if at >= source.count { return }
      if source.stands("<?", at: at) {
        try readInstruction(&sink)
      } else if source.mayStand("<!-", at: at), source.byte(at) != 0 {
        try readComment(&sink)
      } else {
        throw malformed(.contentBehindRoot, at: at)
      }
    }
  }
}
