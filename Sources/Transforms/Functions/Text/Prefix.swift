extension Transform {
  /// Characters are grapheme clusters: what a reader sees as one is never taken apart.
  static let prefix = Transform(
    "prefix", .text, "Takes the first characters of a text",
    parameters: [Parameter("count", .count)],
    input: .text, output: .text,
    examples: [
      Example([.number("3")], .text("Müller"), .text("Mül")),
      Example([.number("1")], .text("👩‍👩‍👧 family"), .text("👩‍👩‍👧")),
      Example([.number("10")], .text("short"), .text("short")),
      Example([.number("5")], .text("20770-1441"), .text("20770")),
      Example([.number("3")], .null, .value(.null)),
      Example([.number("3")], .list([.text("a")]), .mismatch(.list)),
    ]
  ) { arguments throws(ArgumentProblem) in
    let count = try arguments.count(0)
    return .text { text in .text(String(text.prefix(count))) }
  }
}
