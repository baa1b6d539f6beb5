extension Transform {
  /// Decimal, to 34 digits, half to even: see ``Decimal34``.
  static let divide = Transform(
    "divide", .numbers, "Divides by a number, to 34 significant digits",
    parameters: [Parameter("number", .number)],
    input: .number, output: .number,
    examples: [
      Example([.number("100")], .number("2999"), .number("29.99")),
      Example([.number("3")], .text("2"), .number("0.6666666666666666666666666666666667")),
      Example([.number("1000")], .number("1726225173000"), .number("1726225173")),
      Example([.number("2")], .null, .value(.null)),
      Example([.number("2")], .text("1/2"), .mismatch(.notNumber)),
    ]
  ) { arguments throws(ArgumentProblem) in
    let operand = try arguments.number(0)
    guard !operand.isZero else { throw ArgumentProblem(.zeroDivisor, argument: 0) }
    return .number { number throws(TransformMismatch) in
      .number(try Decimal34(number).divided(by: operand).exactNumber.description)
    }
  }
}
