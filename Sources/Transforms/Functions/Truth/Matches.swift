internal import IRegexp

extension Transform {
  /// The expression is one of RFC 9485; for a part of the text put `.*` around it.
  static let matches = Transform(
    "matches", .truth, "Tells whether a text matches an expression, the whole of it",
    parameters: [Parameter("regexp", .iregexp)],
    input: .text, output: .boolean,
    examples: [
      Example([.text("[0-9]{5}(-[0-9]{4})?")], .text("20770-1441"), .boolean(true)),
      Example([.text("[0-9]{5}")], .text("MD 20770"), .boolean(false)),
      Example([.text("4.*")], .number("42"), .boolean(true)),
      Example([.text("[0-9]+")], nil, .missing),
      Example([.text("[0-9]+")], .element, .mismatch(.structure)),
    ]
  ) { arguments throws(ArgumentProblem) in
    let regexp = try arguments.iregexp(0)
    return .text { text throws(TransformMismatch) in
      try ResultLimit.check(text, against: regexp)
      return .boolean(regexp.matches(text))
    }
  }
}
