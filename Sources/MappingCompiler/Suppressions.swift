import Diagnostics
import MappingSyntax

/// The comments of a file that ask for a warning not to be given.
struct Suppressions {
  private let suppressions: [SuppressionSyntax]

  init(_ suppressions: [SuppressionSyntax]) { self.suppressions = suppressions }

  /// What is left to be said: without the warnings that are suppressed on their lines, and with one for
  /// each code that suppresses nothing.
  ///
  /// - Parameter tellsUnused: not while a file has errors, since not all its warnings are known then.
  /// - Complexity: O(*f* log *s*) for *f* findings and *s* suppressions.
  func applied(to findings: [Finding], tellsUnused: Bool) -> [Finding] {
    if suppressions.isEmpty { return findings }
    var used: Set<SourceRange> = []
    var left: [Finding] = []
    for finding in findings {
      let codes = finding.severity == .warning ? codes(at: finding.range.lowerBound) : []
      let suppressing = codes.filter { $0.code == finding.code }
      if suppressing.isEmpty { left.append(finding) }
      used.formUnion(suppressing.map(\.range))
    }
    guard tellsUnused else { return left }
    let unused = suppressions.flatMap(\.codes).filter { !used.contains($0.range) }
    return left
      + unused.map { .check(StaticProblem(.file(.unusedSuppression($0.code)), at: $0.range)) }
  }

  /// The codes that are suppressed on the line of the offset; lines stand in the order of the file.
  private func codes(at offset: Int) -> [SuppressionSyntax.Code] {
    var low = 0
    var high = suppressions.count
    while low < high {
      let middle = (low + high) / 2
      if suppressions[middle].line.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    guard low < suppressions.count, suppressions[low].line.lowerBound <= offset else { return [] }
    return suppressions[low].codes
  }
}
