/// A name as it is written: `soapenv:Body` has the prefix `soapenv` and the local name `Body`.
///
/// Names are compared scalar by scalar, which Swift's strings are not.
package struct SlowXMLName: Hashable, Sendable {
  package let prefix: [Unicode.Scalar]?
  package let local: [Unicode.Scalar]

  /// With its prefix.
  package var scalars: [Unicode.Scalar] { (prefix.map { $0 + [":"] } ?? []) + local }
}

package struct SlowXMLAttribute: Sendable {
  package let name: SlowXMLName
  /// nil without a prefix: default namespaces are for elements only.
  package let namespace: [Unicode.Scalar]?
  package let value: [Unicode.Scalar]
}

package struct SlowXMLElement: Sendable {
  package let name: SlowXMLName
  /// nil if the element is in no namespace.
  package let namespace: [Unicode.Scalar]?
  /// Without the declarations of namespaces.
  package let attributes: [SlowXMLAttribute]
  package let children: [SlowXMLNode]

  package var childElements: [SlowXMLElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The text between its children, joined.
  package var text: [Unicode.Scalar] {
    children.reduce(into: []) { if case .text(let text) = $1 { $0 += text } }
  }
}

package indirect enum SlowXMLNode: Sendable {
  case element(SlowXMLElement)
  /// As long as can be: what stands on both sides of a comment is one text.
  case text([Unicode.Scalar])
}

/// Why a document is refused, and near which byte.
package enum SlowXMLRefusal: Error, Equatable {
  case notUTF8(Int)
  case malformed(Int)
  /// It is XML, and breaks a rule of namespaces.
  case namespace(Int)
  /// It is deeper than this reader cares for; it may be well-formed.
  case tooDeep(Int)
}

/// Reads XML 1.0 (fifth edition) with namespaces (third edition) scalar by scalar, recursively and
/// slowly, along the productions: the oracle of other readers.
///
/// Documents have no DTD: `<!DOCTYPE` is refused.
package struct SlowXML {
  private typealias Scope = [[Unicode.Scalar]: [Unicode.Scalar]]

  private static let xmlNamespace = Array("http://www.w3.org/XML/1998/namespace".unicodeScalars)
  private static let xmlnsNamespace = Array("http://www.w3.org/2000/xmlns/".unicodeScalars)
  private static let xml = Array("xml".unicodeScalars)
  private static let xmlns = Array("xmlns".unicodeScalars)
  private static let deepest = 400

  private let scalars: [Unicode.Scalar]
  /// Where each scalar begins, and where the last one ends.
  private let offsets: [Int]
  private var position = 0

  /// The root element of a document in UTF-8, with a byte order mark or without.
  ///
  /// What encoding the document declares plays no part.
  package static func document(_ bytes: [UInt8]) throws(SlowXMLRefusal) -> SlowXMLElement {
    var scalars: [Unicode.Scalar] = []
    var offset = 0
    var iterator = bytes.makeIterator()
    var decoder = UTF8()
    decoding: while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar):
        scalars.append(scalar)
        offset += UTF8.width(scalar)
      case .emptyInput: break decoding
      case .error: throw .notUTF8(offset)
      }
    }
    let hasMark = scalars.first == "\u{FEFF}"
    return try document(scalars.dropFirst(hasMark ? 1 : 0), from: hasMark ? 3 : 0)
  }

  /// The root element of a document that has been decoded; `offset` is where it begins.
  package static func document(
    _ scalars: some Sequence<Unicode.Scalar>, from offset: Int = 0
  ) throws(SlowXMLRefusal) -> SlowXMLElement {
    var reader = SlowXML(scalars, from: offset)
    return try reader.document()
  }

  /// The name of the encoding that the XML declaration gives, if there is such a declaration.
  package static func declaredEncoding(_ bytes: [UInt8]) -> String? {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = bytes.dropFirst(bytes.starts(with: mark) ? 3 : 0)
    // A declaration holds one `>` only, its last byte.
    let first = text.prefix { $0 != UInt8(ascii: ">") } + [UInt8(ascii: ">")]
    var reader = SlowXML(first.map { Unicode.Scalar($0) }, from: 0)
    return (try? reader.declaration())?.map { String(String.UnicodeScalarView($0)) }
  }

  /// Line ends become LF before anything else (§2.11).
  private init(_ text: some Sequence<Unicode.Scalar>, from start: Int) {
    var scalars: [Unicode.Scalar] = []
    var offsets: [Int] = []
    var offset = start
    var isBehindReturn = false
    for scalar in text {
      if scalar != "\n" || !isBehindReturn {
        scalars.append(scalar == "\r" ? "\n" : scalar)
        offsets.append(offset)
      }
      isBehindReturn = scalar == "\r"
      offset += UTF8.width(scalar)
    }
    self.scalars = scalars
    self.offsets = offsets + [offset]
  }

  // MARK: - The document

  /// [1] document ::= prolog element Misc*
  /// [22] prolog ::= XMLDecl? Misc* (doctypedecl Misc*)?
  private mutating func document() throws(SlowXMLRefusal) -> SlowXMLElement {
    for index in scalars.indices where !SlowXML.isChar(scalars[index]) {
      throw .malformed(offsets[index])
    }
    if isAt("<?xml"), position + 5 < scalars.count, SlowXML.isSpace(scalars[position + 5]) {
      _ = try declaration()
    }
    try misc()
    let root = try element(in: [SlowXML.xml: SlowXML.xmlNamespace], depth: 1)
    try misc()
    if position < scalars.count { throw wrong() }
    return root
  }

  /// [23] XMLDecl ::= '<?xml' VersionInfo EncodingDecl? SDDecl? S? '?>'
  /// [24] VersionInfo ::= S 'version' Eq ("'" VersionNum "'" | '"' VersionNum '"')
  /// [80] EncodingDecl ::= S 'encoding' Eq ('"' EncName '"' | "'" EncName "'" )
  /// [32] SDDecl ::= S 'standalone' Eq (("'" ('yes' | 'no') "'") | ('"' ('yes' | 'no') '"'))
  ///
  /// Gives the EncName.
  private mutating func declaration() throws(SlowXMLRefusal) -> [Unicode.Scalar]? {
    try take("<?xml")
    guard skipSpace(), isAt("version") else { throw wrong() }
    let version = try pseudoAttribute("version")
    guard SlowXML.isVersionNum(version) else { throw wrong() }
    var encoding: [Unicode.Scalar]?
    var isBehindSpace = skipSpace()
    if isBehindSpace, isAt("encoding") {
      let name = try pseudoAttribute("encoding")
      guard SlowXML.isEncName(name) else { throw wrong() }
      encoding = name
      isBehindSpace = skipSpace()
    }
    if isBehindSpace, isAt("standalone") {
      let value = String(String.UnicodeScalarView(try pseudoAttribute("standalone")))
      guard value == "yes" || value == "no" else { throw wrong() }
      _ = skipSpace()
    }
    try take("?>")
    return encoding
  }

  /// A word, [25] Eq ::= S? '=' S?, and what stands in quotes behind it.
  private mutating func pseudoAttribute(_ word: String) throws(SlowXMLRefusal) -> [Unicode.Scalar] {
    try take(word)
    try equals()
    let quote = try quotationMark()
    return try scalars(before: String(quote))
  }

  /// [26] VersionNum ::= '1.' [0-9]+
  private static func isVersionNum(_ text: [Unicode.Scalar]) -> Bool {
    text.count > 2 && text[0] == "1" && text[1] == "." && text[2...].allSatisfy(isDigit)
  }

  /// [81] EncName ::= [A-Za-z] ([A-Za-z0-9._] | '-')*
  private static func isEncName(_ text: [Unicode.Scalar]) -> Bool {
    guard let first = text.first, isLetter(first) else { return false }
    return text.allSatisfy { isLetter($0) || isDigit($0) || $0 == "." || $0 == "_" || $0 == "-" }
  }

  /// [27] Misc ::= Comment | PI | S, any number of them
  private mutating func misc() throws(SlowXMLRefusal) {
    while true {
      if isAt("<!--") {
        try comment()
      } else if isAt("<?") {
        try processingInstruction()
      } else if !skipSpace() {
        return
      }
    }
  }

  /// [15] Comment ::= '<!--' ((Char - '-') | ('-' (Char - '-')))* '-->'
  private mutating func comment() throws(SlowXMLRefusal) {
    try take("<!--")
    _ = try scalars(before: "--")
    try take(">")
  }

  /// [16] PI ::= '<?' PITarget (S (Char* - (Char* '?>' Char*)))? '?>'
  /// [17] PITarget ::= Name - (('X' | 'x') ('M' | 'm') ('L' | 'l'))
  ///
  /// With namespaces the target holds no colon.
  private mutating func processingInstruction() throws(SlowXMLRefusal) {
    try take("<?")
    let start = position
    let target = try name()
    if String(String.UnicodeScalarView(target)).lowercased() == "xml" {
      throw .malformed(offsets[start])
    }
    if target.contains(":") { throw .namespace(offsets[start]) }
    if skipSpace() {
      _ = try scalars(before: "?>")
    } else {
      try take("?>")
    }
  }

  // MARK: - Elements

  /// [39] element ::= EmptyElemTag | STag content ETag
  /// [44] EmptyElemTag ::= '<' Name (S Attribute)* S? '/>'
  /// [40] STag ::= '<' Name (S Attribute)* S? '>'
  /// [42] ETag ::= '</' Name S? '>'
  private mutating func element(
    in outer: Scope, depth: Int
  ) throws(SlowXMLRefusal) -> SlowXMLElement {
    let start = offsets[position]
    if depth > SlowXML.deepest { throw .tooDeep(start) }
    try take("<")
    let written = try name()
    var specified: [(name: [Unicode.Scalar], value: [Unicode.Scalar], offset: Int)] = []
    while skipSpace(), !isAt("/"), !isAt(">") {
      let offset = offsets[position]
      let name = try name()
      try equals()
      let value = try attributeValue()
      // Well-formedness constraint: Unique Att Spec
      if specified.contains(where: { $0.name == name }) { throw .malformed(offset) }
      specified.append((name, value, offset))
    }
    var scope = outer
    var plain: [(name: SlowXMLName, value: [Unicode.Scalar], offset: Int)] = []
    for (name, value, offset) in specified {
      let name = try SlowXML.qualified(name, offset)
      if name.prefix == nil, name.local == SlowXML.xmlns {
        try SlowXML.declare(default: value, in: &scope, offset)
      } else if name.prefix == SlowXML.xmlns {
        try SlowXML.declare(name.local, value, in: &scope, offset)
      } else {
        plain.append((name, value, offset))
      }
    }
    var attributes: [SlowXMLAttribute] = []
    for (name, value, offset) in plain {
      let namespace = try SlowXML.namespace(of: name.prefix, in: scope, offset)
      // Namespace constraint: Attributes Unique
      for other in attributes where other.name.local == name.local && other.namespace == namespace {
        throw .namespace(offset)
      }
      attributes.append(SlowXMLAttribute(name: name, namespace: namespace, value: value))
    }
    let name = try SlowXML.qualified(written, start)
    let namespace =
      name.prefix == nil ? scope[[]] : try SlowXML.namespace(of: name.prefix, in: scope, start)
    var children: [SlowXMLNode] = []
    if isAt("/") {
      try take("/>")
    } else {
      try take(">")
      children = try content(in: scope, depth: depth)
      try take("</")
      let end = offsets[position]
      // Well-formedness constraint: Element Type Match
      if try self.name() != written { throw .malformed(end) }
      _ = skipSpace()
      try take(">")
    }
    return SlowXMLElement(
      name: name, namespace: namespace, attributes: attributes, children: children)
  }

  /// [43] content ::= CharData? ((element | Reference | CDSect | PI | Comment) CharData?)*
  private mutating func content(
    in scope: Scope, depth: Int
  ) throws(SlowXMLRefusal) -> [SlowXMLNode] {
    var children: [SlowXMLNode] = []
    var text: [Unicode.Scalar] = []
    while !isAt("</") {
      if isAt("<!--") {
        try comment()
      } else if isAt("<![CDATA[") {
        // [18] CDSect ::= '<![CDATA[' (Char* - (Char* ']]>' Char*)) ']]>'
        try take("<![CDATA[")
        text += try scalars(before: "]]>")
      } else if isAt("<?") {
        try processingInstruction()
      } else if isAt("<") {
        if !text.isEmpty { children.append(.text(text)) }
        text = []
        children.append(.element(try element(in: scope, depth: depth + 1)))
      } else if isAt("&") {
        text.append(try reference())
      } else {
        text += try characterData()
      }
    }
    if !text.isEmpty { children.append(.text(text)) }
    return children
  }

  /// [14] CharData ::= [^<&]* - ([^<&]* ']]>' [^<&]*)
  ///
  /// At least one scalar.
  private mutating func characterData() throws(SlowXMLRefusal) -> [Unicode.Scalar] {
    var text: [Unicode.Scalar] = []
    repeat {
      if isAt("]]>") { throw wrong() }
      text.append(try next())
    } while position < scalars.count && scalars[position] != "<" && scalars[position] != "&"
    return text
  }

  /// [10] AttValue ::= '"' ([^<&"] | Reference)* '"' | "'" ([^<&'] | Reference)* "'"
  ///
  /// White space becomes spaces, but for references to it (§3.3.3).
  private mutating func attributeValue() throws(SlowXMLRefusal) -> [Unicode.Scalar] {
    let quote = try quotationMark()
    var value: [Unicode.Scalar] = []
    while !isAt(String(quote)) {
      if isAt("<") { throw wrong() }
      if isAt("&") {
        value.append(try reference())
      } else {
        let scalar = try next()
        value.append(SlowXML.isSpace(scalar) ? " " : scalar)
      }
    }
    try take(String(quote))
    return value
  }

  /// [67] Reference ::= EntityRef | CharRef
  /// [68] EntityRef ::= '&' Name ';'
  /// [66] CharRef ::= '&#' [0-9]+ ';' | '&#x' [0-9a-fA-F]+ ';'
  private mutating func reference() throws(SlowXMLRefusal) -> Unicode.Scalar {
    let start = offsets[position]
    try take("&")
    if isAt("#") {
      try take("#")
      let radix: UInt32 = isAt("x") ? 16 : 10
      if radix == 16 { try take("x") }
      let digits = try scalars(before: ";")
      var value: UInt32 = 0
      for digit in digits {
        guard digit.isASCII, let number = Character(digit).hexDigitValue, number < Int(radix) else {
          throw .malformed(start)
        }
        value = min(value * radix + UInt32(number), 0x11_0000)
      }
      // Well-formedness constraint: Legal Character
      guard !digits.isEmpty, let scalar = Unicode.Scalar(value), SlowXML.isChar(scalar) else {
        throw .malformed(start)
      }
      return scalar
    }
    let name = try name()
    try take(";")
    switch String(String.UnicodeScalarView(name)) {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "apos": return "'"
    case "quot": return "\""
    // Well-formedness constraint: Entity Declared
    default: throw .malformed(start)
    }
  }

  // MARK: - Namespaces

  /// [7] QName ::= PrefixedName | UnprefixedName
  /// [8] PrefixedName ::= Prefix ':' LocalPart
  /// [4] NCName ::= Name - (Char* ':' Char*)
  private static func qualified(
    _ name: [Unicode.Scalar], _ offset: Int
  ) throws(SlowXMLRefusal) -> SlowXMLName {
    let parts = name.split(separator: ":", omittingEmptySubsequences: false).map(Array.init)
    for part in parts {
      guard let first = part.first, isNameStartChar(first) else { throw .namespace(offset) }
    }
    switch parts.count {
    case 1: return SlowXMLName(prefix: nil, local: parts[0])
    case 2: return SlowXMLName(prefix: parts[0], local: parts[1])
    default: throw .namespace(offset)
    }
  }

  /// `xmlns="…"`; an empty one takes the default namespace away.
  private static func declare(
    default namespace: [Unicode.Scalar], in scope: inout Scope, _ offset: Int
  ) throws(SlowXMLRefusal) {
    // Namespace constraint: Reserved Prefixes and Namespace Names
    if namespace == xmlNamespace || namespace == xmlnsNamespace { throw .namespace(offset) }
    scope[[]] = namespace.isEmpty ? nil : namespace
  }

  /// `xmlns:prefix="…"`.
  private static func declare(
    _ prefix: [Unicode.Scalar], _ namespace: [Unicode.Scalar], in scope: inout Scope, _ offset: Int
  ) throws(SlowXMLRefusal) {
    // Namespace constraint: No Prefix Undeclaring
    if namespace.isEmpty { throw .namespace(offset) }
    // Namespace constraint: Reserved Prefixes and Namespace Names
    if prefix == xmlns || namespace == xmlnsNamespace { throw .namespace(offset) }
    if (prefix == xml) != (namespace == xmlNamespace) { throw .namespace(offset) }
    scope[prefix] = namespace
  }

  /// Namespace constraint: Prefix Declared. `xmlns` never is.
  private static func namespace(
    of prefix: [Unicode.Scalar]?, in scope: Scope, _ offset: Int
  ) throws(SlowXMLRefusal) -> [Unicode.Scalar]? {
    guard let prefix else { return nil }
    guard let namespace = scope[prefix] else { throw .namespace(offset) }
    return namespace
  }

  // MARK: - Scalars

  /// [2] Char ::= #x9 | #xA | #xD | [#x20-#xD7FF] | [#xE000-#xFFFD] | [#x10000-#x10FFFF]
  private static func isChar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  /// [3] S ::= (#x20 | #x9 | #xD | #xA)+
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\r" || scalar == "\n"
  }

  /// [4] NameStartChar
  private static func isNameStartChar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3A, 0x41...0x5A, 0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF,
      0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF,
      0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
      true
    default: false
    }
  }

  /// [4a] NameChar ::= NameStartChar | "-" | "." | [0-9] | #xB7 | [#x0300-#x036F] | [#x203F-#x2040]
  private static func isNameChar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
    default: isNameStartChar(scalar)
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// [5] Name ::= NameStartChar (NameChar)*
  private mutating func name() throws(SlowXMLRefusal) -> [Unicode.Scalar] {
    let start = position
    guard position < scalars.count, SlowXML.isNameStartChar(scalars[position]) else {
      throw wrong()
    }
    while position < scalars.count, SlowXML.isNameChar(scalars[position]) { position += 1 }
    return Array(scalars[start..<position])
  }

  /// [25] Eq ::= S? '=' S?
  private mutating func equals() throws(SlowXMLRefusal) {
    _ = skipSpace()
    try take("=")
    _ = skipSpace()
  }

  private mutating func quotationMark() throws(SlowXMLRefusal) -> Unicode.Scalar {
    guard isAt("\"") || isAt("'") else { throw wrong() }
    return try next()
  }

  /// Whether there was any.
  private mutating func skipSpace() -> Bool {
    let start = position
    while position < scalars.count, SlowXML.isSpace(scalars[position]) { position += 1 }
    return position > start
  }

  private func isAt(_ text: String) -> Bool {
    var position = position
    for scalar in text.unicodeScalars {
      guard position < scalars.count, scalars[position] == scalar else { return false }
      position += 1
    }
    return true
  }

  private mutating func take(_ text: String) throws(SlowXMLRefusal) {
    guard isAt(text) else { throw wrong() }
    position += text.unicodeScalars.count
  }

  private mutating func next() throws(SlowXMLRefusal) -> Unicode.Scalar {
    guard position < scalars.count else { throw wrong() }
    position += 1
    return scalars[position - 1]
  }

  /// What stands before the first such text, which is taken too.
  private mutating func scalars(
    before end: String
  ) throws(SlowXMLRefusal) -> [Unicode.Scalar] {
    let start = position
    while !isAt(end) { _ = try next() }
    try take(end)
    return Array(scalars[start..<(position - end.unicodeScalars.count)])
  }

  private func wrong() -> SlowXMLRefusal { .malformed(offsets[position]) }
}
