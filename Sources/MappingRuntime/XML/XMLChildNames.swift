/// What the children of matched elements are called: for the words about a path that found nothing.
///
/// Noting costs a run no more than an address each; texts are made of them when they are asked for.
///
/// Safety: the addresses are of names that the parser keeps until it begins another document, which
/// is when ``reset()`` is called.
@safe
struct XMLChildNames {
  @safe
  private struct Child: Equatable {
    let parent: ProgramState
    let prefix: UnsafePointer<CChar>?
    let name: UnsafePointer<CChar>
  }

  private var children: [Child] = []

  /// Children beyond these are not noted.
  private static let mostChildren = 4096
  /// A longer name is not what a person mistyped, nor one to show.
  private static let longestName = 256

  init() { children.reserveCapacity(XMLChildNames.mostChildren) }

  mutating func reset() { children.removeAll(keepingCapacity: true) }

  /// Notes a child; the parser keeps each name once, so of a row of siblings one is noted.
  mutating func note(
    _ prefix: UnsafePointer<CChar>?, _ name: UnsafePointer<CChar>, in parent: ProgramState
  ) {
    let child = unsafe Child(parent: parent, prefix: prefix, name: name)
    guard children.count < XMLChildNames.mostChildren, children.last != child else { return }
    children.append(child)
  }

  /// The different names of an element's children, in the order of the document.
  func names(in parent: ProgramState) -> [String] {
    var names: [String] = []
    var seen: Set<String> = []
    for child in children where child.parent == parent {
      let local = unsafe String(cString: child.name)
      let name = unsafe child.prefix.map { unsafe String(cString: $0) + ":" + local } ?? local
      guard name.utf8.count <= XMLChildNames.longestName, seen.insert(name).inserted else {
        continue
      }
      names.append(name)
    }
    return names
  }
}
