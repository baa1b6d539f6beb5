/// Finds the name a person probably meant.
package struct Suggestion {
  /// What the search may still cost, in steps of comparing two characters. A search over names that
  /// somebody else chose must not cost what they choose; when the steps are used up, the best so far
  /// stands.
  private var stepsLeft: Int

  package init(steps: Int = .max) { stepsLeft = steps }

  /// Names longer than this are not worth the comparison.
  private static let longestName = 128
  /// What a candidate costs before it is compared, beside a step for each of its bytes.
  private static let stepsPerCandidate = 32

  /// The candidate nearest to `word` by Damerau distance, ignoring case, if it is within
  /// max(1, length of `word` / 4); of two equally near ones the first.
  package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    var search = Suggestion()
    return search.nearest(to: word, among: candidates)
  }

  /// The nearest candidate; see ``nearest(to:among:)-type.method``.
  package mutating func nearest(
    to word: String, among candidates: some Sequence<String>
  ) -> String? {
    let wanted = Array(word.lowercased().unicodeScalars)
    guard wanted.count <= Suggestion.longestName else { return nil }
    var threshold = max(1, wanted.count / 4)
    var best: String?
    for candidate in candidates {
      guard stepsLeft > 0 else { return best }
      stepsLeft -= Suggestion.stepsPerCandidate + min(candidate.utf8.count, Suggestion.longestName)
      guard candidate.utf8.count <= 4 * (wanted.count + threshold) else { continue }
      let other = Array(candidate.lowercased().unicodeScalars)
      guard abs(other.count - wanted.count) <= threshold else { continue }
      let distance = damerauDistance(wanted, other)
      // A word of one letter is near to any other; that helps nobody.
      guard distance < wanted.count else { continue }
      if distance < threshold || (distance == threshold && best == nil) {
        threshold = distance
        best = candidate
      }
    }
    return best
  }

  /// The number of insertions, deletions, substitutions and swaps of neighbours between the two
  /// (optimal string alignment).
  package static func damerauDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var search = Suggestion()
    return search.damerauDistance(a, b)
  }

  private mutating func damerauDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    // What both begin and end with does not change the distance.
    let prefix = zip(a, b).prefix { $0 == $1 }.count
    let shorter = min(a.count, b.count) - prefix
    let suffix = zip(a.reversed(), b.reversed()).prefix(shorter).prefix { $0 == $1 }.count
    let a = Array(a[prefix..<(a.count - suffix)])
    let b = Array(b[prefix..<(b.count - suffix)])
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    stepsLeft -= min(stepsLeft, a.count * b.count)
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
