extension Transform {
  static let floor = Transform(
    "floor", .numbers, "Takes the greatest whole number that is not above a number",
    input: .number, output: .number,
    examples: [
      Example(.number("2.9"), .number("2")),
      Example(.text("-2.1"), .number("-3")),
      Example(.number("1e3"), .number("1000")),
      Example(.null, .value(.null)),
      Example(.list([.number("1")]), .mismatch(.list)),
    ]
  ) { _ in
    .number { number in .number(number.rounded(toFraction: 0, .floor).description) }
  }
}
