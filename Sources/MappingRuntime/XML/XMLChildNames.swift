/// What the children of matched elements are called: for the words about a path that found nothing.
struct XMLChildNames {
  private var names: [ProgramState: [String]] = [:]
  private var seen: Set<Seen> = []

  /// No more different names are kept in all.
  private static let mostNames = 4096
  /// A longer name is not what a person mistyped, nor one to show.
  private static let longestName = 256

  /// The parser keeps each name once, so its address tells it.
  private struct Seen: Hashable {
    let parent: ProgramState
    let prefix: UInt
    let name: UInt
  }

  subscript(_ parent: ProgramState) -> [String] { names[parent] ?? [] }

  mutating func note(
    _ prefix: UnsafePointer<CChar>?, _ name: UnsafePointer<CChar>, in parent: ProgramState
  ) {
    guard seen.count < XMLChildNames.mostNames else { return }
    let key = Seen(parent: parent, prefix: UInt(bitPattern: prefix), name: UInt(bitPattern: name))
    guard seen.insert(key).inserted else { return }
    let local = unsafe String(cString: name)
    let full = unsafe prefix.map { unsafe String(cString: $0) + ":" + local } ?? local
    if full.utf8.count <= XMLChildNames.longestName { names[parent, default: []].append(full) }
  }
}
