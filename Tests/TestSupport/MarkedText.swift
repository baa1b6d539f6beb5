package import Diagnostics

/// A text with ranges marked in it: `a1️⃣.1️⃣b` marks the dot, a mark that stands once an empty range.
package struct MarkedText {
  package private(set) var text = ""
  /// By the marks' numbers.
  package private(set) var ranges: [SourceRange] = []

  package init(_ marked: String) {
    let scalars = Array(marked.unicodeScalars)
    var bounds: [Int: (lower: Int, upper: Int)] = [:]
    var position = 0
    while position < scalars.count {
      if let digit = MarkedText.mark(in: scalars[position...]) {
        let offset = text.utf8.count
        bounds[digit] = (bounds[digit]?.lower ?? offset, offset)
        position += 3
      } else {
        text.unicodeScalars.append(scalars[position])
        position += 1
      }
    }
    ranges = bounds.sorted { $0.key < $1.key }.map { SourceRange($0.value.lower, $0.value.upper) }
  }

  /// The digit of a keycap emoji: the digit, U+FE0F, U+20E3.
  private static func mark(in scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    guard scalars.dropFirst().starts(with: ["\u{FE0F}", "\u{20E3}"]) else { return nil }
    return scalars.first.flatMap { Int(String($0)) }
  }
}
