extension Transform {
  /// Decimal, to 34 digits, half to even: see ``Decimal34``.
  static let multiply = Transform(
    "multiply", .numbers, "Multiplies by a number, to 34 significant digits",
    parameters: [Parameter("number", .number)],
    input: .number, output: .number,
    examples: [
      Example([.number("100")], .number("0.29"), .number("29")),
      Example([.number("-1.1")], .text("1.1"), .number("-1.21")),
      Example(
        [.number("0.1")], .number("1e41"), .number("10000000000000000000000000000000000000000")),
      Example([.number("10")], .number("9e6144"), .mismatch(.overflow)),
      Example([.number("10")], .text("ten"), .mismatch(.notNumber)),
      Example([.number("10")], nil, .missing),
    ]
  ) { arguments throws(ArgumentProblem) in
    let operand = try arguments.number(0)
    return .number { number throws(TransformMismatch) in
      .number(try Decimal34(number).multiplied(by: operand).exactNumber.description)
    }
  }
}
