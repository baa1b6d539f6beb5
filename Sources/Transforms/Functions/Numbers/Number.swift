extension Transform {
  /// The text has to be exactly a number of RFC 8259 §6; how it is written is kept.
  static let number = Transform(
    "number", .numbers, "Takes a text as the number that it is",
    input: .number, output: .number,
    examples: [
      Example(.text("42.50"), .number("42.50")),
      Example(.number("1e3"), .number("1e3")),
      Example(.text(" 42 "), .mismatch(.surroundingSpace)),
      Example(.text("+5"), .mismatch(.plusSign)),
      Example(.text("12 %"), .mismatch(.notNumber)),
      Example(.boolean(true), .mismatch(.notNumber)),
      Example(nil, .missing),
    ]
  ) { _ in
    .value { value throws(TransformMismatch) in
      _ = try value.asNumber()
      return value.text.map { .number($0) }
    }
  }
}
