/// A name as it is written in a document, with its prefix.
///
/// Safety: the bytes lie in the text that is read and are good as long as it is.
@safe
struct XMLQualifiedName {
  private let start: UnsafePointer<UInt8>
  /// In bytes, of the prefix without its colon; 0 for none.
  let prefixLength: Int
  /// In bytes, of all of it.
  let length: Int

  @unsafe
  init(_ start: UnsafePointer<UInt8>, prefixLength: Int, length: Int) {
    unsafe self.start = start
    self.prefixLength = prefixLength
    self.length = length
  }

  init?(withoutPrefix name: UnsafeBufferPointer<UInt8>) {
    guard let start = name.baseAddress else { return nil }
    unsafe self.init(start, prefixLength: 0, length: name.count)
  }

  /// The first of its bytes.
  @unsafe var bytes: UnsafePointer<UInt8> { unsafe start }
  var hasPrefix: Bool { prefixLength > 0 }
  var text: UnsafeBufferPointer<UInt8> { unsafe UnsafeBufferPointer(start: start, count: length) }
  var prefix: UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(start: start, count: prefixLength)
  }
  var local: UnsafeBufferPointer<UInt8> {
    let offset = prefixLength == 0 ? 0 : prefixLength &+ 1
    return unsafe UnsafeBufferPointer(start: start + offset, count: length &- offset)
  }

  /// Whether the names are the same but for their prefixes.
  func hasLocalName(of other: XMLQualifiedName) -> Bool {
    let (local, otherLocal) = unsafe (self.local, other.local)
    return unsafe local.count == otherLocal.count && local.elementsEqual(otherLocal)
  }

  /// Whether it is that word, which is of ASCII and has no prefix.
  func isWord(_ word: StaticString) -> Bool {
    guard length == word.utf8CodeUnitCount else { return false }
    for index in 0..<length where unsafe start[index] != word.utf8Start[index] { return false }
    return true
  }
}

/// An attribute of a tag.
struct XMLAttribute {
  let name: XMLQualifiedName
  /// The number of its namespace.
  var namespace = XMLNamespaces.none
  /// Where its value stands: in the text, or among the values that are not written as they are meant.
  let value: Range<Int>
  let isInText: Bool
}

/// A declaration in a tag: a prefix, which is empty for the default namespace, and the number of a namespace.
struct XMLNamespaceDeclaration {
  let prefix: XMLQualifiedName
  let namespace: Int32
}

/// The beginning of an element, as the parser gives it.
///
/// Safety: it points into the parser and the text, and is good until the handler that has been given it
/// returns.
@safe
struct XMLTag {
  let name: XMLQualifiedName
  /// The number of its namespace.
  let namespace: Int32
  /// Whether its attribute `xsi:nil` is true.
  let isNil: Bool
  let attributes: UnsafeBufferPointer<XMLAttribute>
  let declarations: UnsafeBufferPointer<XMLNamespaceDeclaration>
  private let text: UnsafePointer<UInt8>
  private let values: UnsafePointer<UInt8>
  private let namespaces: UnsafePointer<XMLNamespaces>

  @unsafe
  init(
    _ name: XMLQualifiedName, _ namespace: Int32, isNil: Bool,
    _ attributes: UnsafeBufferPointer<XMLAttribute>,
    _ declarations: UnsafeBufferPointer<XMLNamespaceDeclaration>, text: UnsafePointer<UInt8>,
    values: UnsafePointer<UInt8>, _ namespaces: UnsafePointer<XMLNamespaces>
  ) {
    self.name = name
    self.namespace = namespace
    self.isNil = isNil
    unsafe self.attributes = unsafe attributes
    unsafe self.declarations = unsafe declarations
    unsafe self.text = unsafe text
    unsafe self.values = unsafe values
    unsafe self.namespaces = unsafe namespaces
  }

  /// The value of one of its attributes: references are resolved, and white space is blanks (XML 1.0 §3.3.3).
  func value(of attribute: XMLAttribute) -> UnsafeBufferPointer<UInt8> {
    let start = unsafe (attribute.isInText ? text : values) + attribute.value.lowerBound
    return unsafe UnsafeBufferPointer(start: start, count: attribute.value.count)
  }

  /// Notes it as a child.
  func note(in parent: ProgramState, _ children: inout XMLChildNames) {
    unsafe children.note(name, in: parent, of: text)
  }

  /// The text of a namespace's name.
  func uri(_ namespace: Int32) -> [UInt8] {
    unsafe Array(namespaces.pointee.words.text(namespace))
  }
}
