extension Transform {
  static let abs = Transform(
    "abs", .numbers, "Takes a number without its sign",
    input: .number, output: .number,
    examples: [
      Example(.number("-42.5"), .number("42.5")),
      Example(.text("42"), .number("42")),
      Example(.number("-0"), .number("0")),
      Example(.null, .value(.null)),
      Example(.boolean(false), .mismatch(.notNumber)),
    ]
  ) { _ in
    .number { number in .number(number.magnitude.description) }
  }
}
