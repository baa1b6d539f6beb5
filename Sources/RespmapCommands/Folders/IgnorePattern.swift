import Glibc

/// A line of a `.gitignore`, with the meaning that git gives it.
package struct IgnorePattern: Hashable, Sendable {
  /// Whether what it matches is to be taken after all: a line that begins with `!`.
  package let isException: Bool
  private let matchesFoldersOnly: Bool
  /// Patterns of one name each; `**` stands for any number of names.
  private let segments: [String]

  /// nil for a line that says nothing: it is empty or a comment.
  package init?(line: String) {
    var text = line[...]
    while text.last == " ", !text.hasSuffix("\\ ") { text.removeLast() }
    if text.isEmpty || text.hasPrefix("#") { return nil }
    isException = text.hasPrefix("!")
    if isException { text.removeFirst() }
    matchesFoldersOnly = text.hasSuffix("/")
    var segments = text.split(separator: "/").map(String.init)
    guard let last = segments.last else { return nil }
    // What is named without its folder is meant in any.
    let isAnchored = segments.count > 1 || text.hasPrefix("/")
    if !isAnchored { segments.insert("**", at: 0) }
    // `a/**` is what `a` holds, not `a`.
    if last == "**" { segments.append("*") }
    self.segments = segments
  }

  /// - Parameter names: the path from the folder of the `.gitignore`, name by name.
  package func matches(_ names: [String], isFolder: Bool) -> Bool {
    guard isFolder || !matchesFoldersOnly else { return false }
    var (name, segment) = (0, 0)
    /// Where to go on when what follows the last `**` does not match: it takes one name more.
    var retry: (name: Int, segment: Int)?
    while name < names.count {
      if segment < segments.count, segments[segment] == "**" {
        segment += 1
        retry = (name, segment)
      } else if segment < segments.count, isMatch(names[name], segments[segment]) {
        (name, segment) = (name + 1, segment + 1)
      } else if let last = retry {
        retry = (last.name + 1, last.segment)
        (name, segment) = (last.name + 1, last.segment)
      } else {
        return false
      }
    }
    return segments[segment...].allSatisfy { $0 == "**" }
  }

  private func isMatch(_ name: String, _ pattern: String) -> Bool {
    unsafe fnmatch(pattern, name, 0) == 0
  }
}
