extension Transform {
  static let ceiling = Transform(
    "ceiling", .numbers, "Takes the smallest whole number that is not below a number",
    input: .number, output: .number,
    examples: [
      Example(.number("2.1"), .number("3")),
      Example(.text("-2.9"), .number("-2")),
      Example(.number("-0.5"), .number("0")),
      Example(nil, .missing),
      Example(.text("2,1"), .mismatch(.notNumber)),
    ]
  ) { _ in
    .number { number in .number(number.rounded(toFraction: 0, .ceiling).description) }
  }
}
