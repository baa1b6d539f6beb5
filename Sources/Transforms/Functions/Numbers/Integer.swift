extension Transform {
  static let integer = Transform(
    "integer", .numbers, "Takes a number that is whole, and writes it without fraction",
    input: .number, output: .number,
    examples: [
      Example(.number("42.0"), .number("42")),
      Example(.text("4.2e1"), .number("42")),
      Example(.number("-0.0"), .number("0")),
      Example(.number("42.5"), .mismatch(.fraction)),
      Example(.text("abc"), .mismatch(.notNumber)),
      Example(.null, .value(.null)),
    ]
  ) { _ in
    .number { number throws(TransformMismatch) in
      guard number.isInteger else { throw .fraction }
      return .number(number.description)
    }
  }
}
