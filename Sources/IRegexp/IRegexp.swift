/// A regular expression of RFC 9485, compiled to an automaton without backtracking.
///
/// ```
/// let code = try IRegexp("[A-Z]{2}-[0-9]+")
/// code.matches("DE-1067")          // true: the whole text
/// code.isFound(in: "see DE-1067")  // true: a part of it
/// code.leftmostLongest(in: "see DE-1067.")  // "DE-1067"
/// ```
///
/// Texts are sequences of Unicode scalars. There are no anchors: `^` and `$` stand for themselves.
/// Every operation takes time linear in the text: O(*scalars* · *states*).
package struct IRegexp: Hashable, Sendable {
  package let pattern: String
  let automaton: Automaton

  /// How many states a step through a text may visit: what a scalar of the text costs at most.
  package var stateCount: Int { automaton.states.count }

  /// - Throws: ``IRegexpProblem`` if the pattern is not of the grammar of RFC 9485 §4, or beyond
  ///   a limit; refused before memory is spent on it.
  /// - Complexity: O(*states*).
  package init(_ pattern: String) throws(IRegexpProblem) {
    guard pattern.utf8.count <= IRegexp.lengthLimit else {
      throw IRegexpProblem(
        kind: .tooLong(limit: IRegexp.lengthLimit), offset: IRegexp.lengthLimit)
    }
    var parser = PatternParser(pattern)
    let root = try parser.wholePattern()
    // The state that accepts comes on top.
    guard root.stateCount < IRegexp.stateLimit else {
      throw IRegexpProblem(kind: .tooManyStates(limit: IRegexp.stateLimit), offset: 0)
    }
    self.pattern = pattern
    automaton = Automaton(root)
  }

  /// Whether the whole text matches: RFC 9535's `match`.
  package func matches(_ text: String) -> Bool {
    var run = Run(automaton)
    return run.matchesWhole(text.unicodeScalars)
  }

  /// Whether any part of the text matches: RFC 9535's `search`.
  package func isFound(in text: String) -> Bool {
    var run = Run(automaton)
    return run.findsAny(in: text.unicodeScalars)
  }

  /// Of the parts that match the one that begins first; of those that begin there the longest.
  ///
  /// The part is empty if the pattern matches nothing but an empty text there.
  package func leftmostLongest(in text: String) -> String? {
    var run = Run(automaton)
    let scalars = Array(text.unicodeScalars)
    guard let part = run.leftmostLongest(in: scalars) else { return nil }
    var found = String.UnicodeScalarView()
    found.append(contentsOf: scalars[part])
    return String(found)
  }

  package static func == (left: IRegexp, right: IRegexp) -> Bool {
    left.pattern.utf8.elementsEqual(right.pattern.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    for byte in pattern.utf8 { hasher.combine(byte) }
  }
}
