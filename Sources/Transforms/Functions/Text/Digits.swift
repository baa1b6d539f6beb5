extension Transform {
  /// The digits of ASCII only: a number field takes no others.
  static let digits = Transform(
    "digits", .text, "Keeps the digits 0 to 9 of a text and drops everything else",
    input: .text, output: .text,
    examples: [
      Example(.text("+1 (415) 555-0100"), .text("14155550100")),
      Example(.text("EUR 1.234"), .text("1234")),
      Example(.text("none"), .text("")),
      Example(.text("٤٢ 42"), .text("42")),
      Example(.null, .value(.null)),
      Example(.element, .mismatch(.structure)),
    ]
  ) { _ in
    .text { text in
      .text(String(decoding: text.utf8.filter { $0 &- 0x30 < 10 }, as: UTF8.self))
    }
  }
}
