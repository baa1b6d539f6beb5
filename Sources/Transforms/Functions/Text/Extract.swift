internal import IRegexp

extension Transform {
  /// The expression is one of RFC 9485, without anchors, and takes time in proportion to the text.
  static let extract = Transform(
    "extract", .text,
    "Takes the first part of a text that matches an expression, the longest there",
    parameters: [Parameter("regexp", .iregexp)],
    input: .text, output: .text,
    examples: [
      Example([.text("[0-9]{5}")], .text("Greenbelt, MD 20770"), .text("20770")),
      Example([.text("a|ab")], .text("xabab"), .text("ab")),
      Example([.text("[A-Z]+")], .text("none"), .missing),
      Example([.text("[A-Z]+")], .null, .value(.null)),
      Example([.text("[A-Z]+")], .list([.text("A")]), .mismatch(.list)),
    ]
  ) { arguments throws(ArgumentProblem) in
    let regexp = try arguments.iregexp(0)
    return .text { text throws(TransformMismatch) in
      try ResultLimit.check(text, against: regexp)
      return regexp.leftmostLongest(in: text).map { .text($0) }
    }
  }
}
