internal import CStructuralScan

/// What the children of matched elements are called: for the words about a path that found nothing.
///
/// Noting costs a run no more than a place in the text each; names are made of them when they are asked for.
struct XMLChildNames {
  private struct Child {
    let parent: ProgramState
    /// Where the name stands in the text, with its prefix.
    let start: Int
    let length: Int
  }

  private var children: [Child] = []

  /// Children beyond these are not noted.
  private static let mostChildren = 4096
  /// A longer name is not what a person mistyped, nor one to show.
  private static let longestName = 256

  mutating func reset() { children.removeAll(keepingCapacity: true) }

  /// Notes a child, of a row of equal siblings one.
  ///
  /// - Parameter text: the beginning of the text that the name stands in.
  mutating func note(
    _ name: XMLQualifiedName, in parent: ProgramState, of text: UnsafePointer<UInt8>
  ) {
    guard children.count < XMLChildNames.mostChildren else { return }
    if let last = children.last, last.parent == parent, last.length == name.length,
      unsafe respmap_compare(text + last.start, name.bytes, name.length) == 0
    {
      return
    }
    children.append(
      Child(parent: parent, start: unsafe name.bytes - text, length: name.length))
  }

  /// The different names of an element's children, in the order of the document.
  ///
  /// - Parameter text: the text that they were noted in.
  func names(in parent: ProgramState, of text: RawSpan) -> XMLNames {
    // Of names that are equal as strings the bytes may differ.
    var seen: Set<[UInt8]> = []
    var names: [String] = []
    for child in children
    where child.parent == parent && child.length <= XMLChildNames.longestName {
      let name = (child.start..<child.start + child.length).map {
        unsafe text.unsafeLoadUnaligned(fromByteOffset: $0, as: UInt8.self)
      }
      if seen.insert(name).inserted { names.append(String(decoding: name, as: UTF8.self)) }
    }
    return XMLNames(names)
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
