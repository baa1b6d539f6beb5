extension Transform {
  /// Exact, however many digits the number has. Zeros behind the fraction are not written.
  static let round = Transform(
    "round", .numbers,
    "Rounds a number to that many digits of its fraction, none if left out, half to even",
    parameters: [Parameter("places", .count, isOptional: true)],
    input: .number, output: .number,
    examples: [
      Example(.number("2.5"), .number("2")),
      Example(.number("3.5"), .number("4")),
      Example([.number("2")], .text("149.2345"), .number("149.23")),
      Example([.number("2")], .number("7.1"), .number("7.1")),
      Example([.number("1")], .number("-0.04"), .number("0")),
      Example(.text("abc"), .mismatch(.notNumber)),
      Example(nil, .missing),
    ]
  ) { arguments throws(ArgumentProblem) in
    let places = arguments.count > 0 ? try arguments.count(0) : 0
    return .number { number in
      .number(number.rounded(toFraction: places, .halfEven).description)
    }
  }
}
