internal import XPath

// Paths of named children from the root on, merged into a trie by which they are matched while a document
// is read. An element may be in several states at once: the second `b` is for `/a/b` and for `/a/b[2]`.
//
//     /a/b       pattern 0        0 ── a ──▸ 1 ── b ─────▸ 2  selects 0
//     /a/b[2]    pattern 1                     └─ b[2] ──▸ 3  selects 1
//
// Positions count the elements of that expanded name within one parent (XPath 1.0 §2.1). States are told by
// their depths, so one of them is open at most once, and one counter for each of its names is enough.

/// Patterns in the form that a stream is matched with. Names are numbers of expanded names.
struct XPathPatterns: Sendable {
  struct State {
    /// Of ``edges``, by their names, so that those of one name stand together.
    var edges = 0..<0
    /// Of ``attributes``.
    var attributes = 0..<0
    /// Of ``ends`` the patterns that end here: with the element, and with a text in it.
    var elementPatterns = 0..<0
    var textPatterns = 0..<0
    /// The counters of its names.
    var counters = 0..<0
  }

  struct Edge {
    let name: Int32
    /// From 1; 0 for all.
    let position: Int32
    let target: Int
    /// What counts the elements of the name, if this is its first edge and it has one with a position; else
    /// -1.
    var counter = -1
  }

  struct Attribute {
    let name: Int32
    let pattern: Int
  }

  let states: [State]
  let edges: [Edge]
  let attributes: [Attribute]
  let ends: [Int]
  /// How many nodes of each pattern are wanted.
  let wanted: [Int]
  let counterCount: Int

  /// So many nodes tell that there are several.
  static let several = 2
}
