/// What the children of matched elements are called: for the words about a path that found nothing.
///
/// Noting costs a run no more than an address each; texts are made of them when they are asked for.
///
/// Safety: the addresses are of names that the parser keeps until it begins another document, which
/// is when ``reset()`` is called.
@safe
struct XMLChildNames {
  /// A child; the parser keeps each name once, so its address tells it.
  private struct Child: Hashable {
    let parent: ProgramState
    /// 0 where there is none.
    let prefix: UInt
    let name: UInt

    /// The name with its prefix.
    var text: String {
      let local = unsafe Child.text(at: name)
      return prefix == 0 ? local : unsafe Child.text(at: prefix) + ":" + local
    }

    @unsafe
    private static func text(at address: UInt) -> String {
      unsafe UnsafePointer<CChar>(bitPattern: address).map { unsafe String(cString: $0) } ?? ""
    }
  }

  private var children: [Child] = []

  /// Children beyond these are not noted.
  private static let mostChildren = 4096
  /// A longer name is not what a person mistyped, nor one to show.
  private static let longestName = 256

  mutating func reset() { children.removeAll(keepingCapacity: true) }

  /// Notes a child, of a row of equal siblings one.
  mutating func note(
    _ prefix: UnsafePointer<CChar>?, _ name: UnsafePointer<CChar>, in parent: ProgramState
  ) {
    let child = Child(
      parent: parent, prefix: UInt(bitPattern: prefix), name: UInt(bitPattern: name))
    guard children.count < XMLChildNames.mostChildren, children.last != child else { return }
    children.append(child)
  }

  /// The different names of an element's children, in the order of the document.
  func names(in parent: ProgramState) -> XMLNames {
    var seen: Set<Child> = []
    let own = children.filter { $0.parent == parent && seen.insert($0).inserted }.map(\.text)
    return XMLNames(own.filter { $0.utf8.count <= XMLChildNames.longestName })
  }
}

/// Different names, and the first of each local name.
struct XMLNames {
  let all: [String]
  private var byLocalName: [[UInt8]: String] = [:]

  init(_ names: [String]) {
    all = names
    for name in names.reversed() { byLocalName[XMLNames.localName(of: name)] = name }
  }

  /// The first name that has the same local name, if there is one: two names that differ in their
  /// prefixes only were probably meant for each other.
  func withLocalName(of name: String) -> String? { byLocalName[XMLNames.localName(of: name)] }

  private static func localName(of name: String) -> [UInt8] {
    let name = name[...].utf8
    let colon = name.firstIndex(of: UInt8(ascii: ":"))
    return Array(colon.map { name[name.index(after: $0)...] } ?? name)
  }
}
