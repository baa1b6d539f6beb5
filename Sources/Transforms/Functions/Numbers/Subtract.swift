extension Transform {
  /// Decimal, to 34 digits, half to even: see ``Decimal34``.
  static let subtract = Transform(
    "subtract", .numbers, "Subtracts a number, to 34 significant digits",
    parameters: [Parameter("number", .number)],
    input: .number, output: .number,
    examples: [
      Example([.number("0.1")], .number("0.3"), .number("0.2")),
      Example([.number("43")], .text("1"), .number("-42")),
      Example([.number("5")], .number("5.00"), .number("0")),
      Example([.number("1")], .null, .value(.null)),
      Example([.number("1")], .list([.number("2")]), .mismatch(.list)),
    ]
  ) { arguments throws(ArgumentProblem) in
    let operand = try arguments.number(0)
    return .number { number throws(TransformMismatch) in
      .number(try Decimal34(number).subtracting(operand).exactNumber.description)
    }
  }
}
