/// The names of a document and of the expressions that ask it: each expanded name (XPath 1.0 §5) has one
/// number, so names are compared by numbers.
struct XMLNameTable {
  /// A name as it is written, and what it stands for.
  struct Name {
    let prefix: [UInt8]?
    let local: [UInt8]
    let uri: [UInt8]
    let expanded: Int32
    let namespace: Int32
  }

  private struct ExpandedName: Hashable {
    let uri: [UInt8]
    let local: [UInt8]
  }

  /// The number of no name.
  static let none: Int32 = -1

  private var expandedNames: [ExpandedName: Int32] = [:]
  private var namespaces: [[UInt8]: Int32] = [:]
  private(set) var names: [Name] = []
  /// Names as they are written, each of the kind that its namespace has as its number.
  private var words = XMLWordTable()
  /// The number of the name of each word.
  private var numbers: [Int32] = []

  mutating func expandedName(uri: [UInt8], local: [UInt8]) -> Int32 {
    let name = ExpandedName(uri: uri, local: local)
    if let known = expandedNames[name] { return known }
    let number = Int32(expandedNames.count)
    expandedNames[name] = number
    return number
  }

  mutating func namespace(_ uri: [UInt8]) -> Int32 {
    if let known = namespaces[uri] { return known }
    let number = Int32(namespaces.count)
    namespaces[uri] = number
    return number
  }

  /// The number of a name in ``names``.
  ///
  /// - Parameters:
  ///   - namespace: the number that the parser has for its namespace.
  ///   - uri: the namespace's name, if the name is not known yet.
  mutating func number(
    _ name: XMLQualifiedName, _ namespace: Int32, uri: (Int32) -> [UInt8]
  ) -> Int32 {
    let word = unsafe words.number(name.bytes, name.length, kind: namespace)
    if Int(word) < numbers.count { return numbers[Int(word)] }
    let prefix = unsafe name.hasPrefix ? Array(name.prefix) : nil
    let number = unsafe add(prefix, Array(name.local), uri(namespace))
    numbers.append(number)
    return number
  }

  /// Adds a name; it is not looked for.
  mutating func add(_ prefix: [UInt8]?, _ local: [UInt8], _ uri: [UInt8]) -> Int32 {
    names.append(
      Name(
        prefix: prefix, local: local, uri: uri, expanded: expandedName(uri: uri, local: local),
        namespace: namespace(uri)))
    return Int32(names.count - 1)
  }
}
