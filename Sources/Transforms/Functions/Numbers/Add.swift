extension Transform {
  /// Decimal, to 34 digits, half to even: see ``Decimal34``.
  static let add = Transform(
    "add", .numbers, "Adds a number, to 34 significant digits",
    parameters: [Parameter("number", .number)],
    input: .number, output: .number,
    examples: [
      Example([.number("1")], .number("41"), .number("42")),
      Example([.number("-0.5")], .text("0.75"), .number("0.25")),
      Example([.number("1e-40")], .number("1"), .number("1")),
      Example([.number("1")], .text("one"), .mismatch(.notNumber)),
      Example([.number("1")], nil, .missing),
    ]
  ) { arguments throws(ArgumentProblem) in
    let operand = try arguments.number(0)
    return .number { number throws(TransformMismatch) in
      .number(try Decimal34(number).adding(operand).exactNumber.description)
    }
  }
}
