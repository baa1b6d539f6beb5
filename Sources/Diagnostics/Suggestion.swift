/// Finds the name a person probably meant.
package enum Suggestion {
  /// The candidate nearest to `word` by Damerau distance, ignoring case, if it is within
  /// max(1, length of `word` / 4); of two equally near ones the first.
  ///
  /// - Complexity: O(*candidates* · length²) for candidates of a like length; others cost O(1).
  package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(word.lowercased().unicodeScalars)
    guard wanted.count <= longestWord else { return nil }
    var threshold = max(1, wanted.count / 4)
    var best: String?
    for candidate in candidates {
      // Of a long key only the start is compared: enough to tell that it is too long.
      let scalars = Array(candidate.unicodeScalars.prefix(wanted.count + threshold + 1))
      let other = Array(String(String.UnicodeScalarView(scalars)).lowercased().unicodeScalars)
      guard abs(other.count - wanted.count) <= threshold else { continue }
      let distance = damerauDistance(wanted, other)
      if distance < threshold || (distance == threshold && best == nil) {
        threshold = distance
        best = candidate
      }
    }
    return best
  }

  /// Names longer than this are not worth the quadratic comparison.
  private static let longestWord = 128

  /// The number of insertions, deletions, substitutions and swaps of neighbours between the two
  /// (optimal string alignment).
  package static func damerauDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforePrevious = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    var current = previous
    for i in 1...a.count {
      current[0] = i
      for j in 1...b.count {
        let substitution = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        current[j] = min(substitution, previous[j] + 1, current[j - 1] + 1)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          current[j] = min(current[j], beforePrevious[j - 2] + 1)
        }
      }
      (beforePrevious, previous, current) = (previous, current, beforePrevious)
    }
    return previous[b.count]
  }
}
