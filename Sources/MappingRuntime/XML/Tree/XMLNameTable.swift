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

  /// Where the parser keeps the parts of a name; 0 for none.
  private struct Address: Hashable {
    var local: UInt = 0
    var prefix: UInt = 0
    var uri: UInt = 0

    var hash: UInt { local ^ local >> 9 ^ prefix >> 3 ^ uri >> 5 }
  }

  /// The number of no name.
  static let none: Int32 = -1

  private var expandedNames: [ExpandedName: Int32] = [:]
  private var namespaces: [[UInt8]: Int32] = [:]
  private(set) var names: [Name] = []
  private var numbers: [Address: Int32] = [:]
  /// The last names that were asked for, by their addresses.
  private var recent = [(address: Address, number: Int32)](
    repeating: (Address(), XMLNameTable.none), count: recentCount)

  private static let recentCount = 64

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

  /// The number of a name in ``names``, by what the parser keeps; its addresses are the same whenever the
  /// name is.
  mutating func number(
    _ prefix: UnsafePointer<CChar>?, _ local: UnsafePointer<CChar>?, _ uri: UnsafePointer<CChar>?
  ) -> Int32 {
    let address = Address(
      local: UInt(bitPattern: local), prefix: UInt(bitPattern: prefix), uri: UInt(bitPattern: uri))
    let slot = Int(address.hash % UInt(XMLNameTable.recentCount))
    // The default namespace has the address of a slot that is free.
    if recent[slot].address == address, recent[slot].number >= 0 { return recent[slot].number }
    let number = unsafe numbers[address] ?? add(prefix, local, uri)
    numbers[address] = number
    recent[slot] = (address, number)
    return number
  }

  private mutating func add(
    _ prefix: UnsafePointer<CChar>?, _ local: UnsafePointer<CChar>?, _ uri: UnsafePointer<CChar>?
  ) -> Int32 {
    let spelledPrefix = unsafe prefix == nil ? nil : [UInt8](text: prefix)
    return unsafe add(spelledPrefix, [UInt8](text: local), [UInt8](text: uri))
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

extension [UInt8] {
  /// A text that ends in NUL; empty for none.
  @unsafe
  init(text: UnsafePointer<CChar>?) {
    guard let text = unsafe text else {
      self = []
      return
    }
    self = unsafe String(cString: text).utf8.map { $0 }
  }
}
