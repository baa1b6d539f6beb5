extension Transform {
  /// Unicode's full mapping, which depends on no language: `ß` becomes `SS`.
  static let uppercase = Transform(
    "uppercase", .text, "Turns all letters of a text into capital ones",
    input: .text, output: .text,
    examples: [
      Example(.text("de"), .text("DE")),
      Example(.text("straße"), .text("STRASSE")),
      Example(.number("1e5"), .text("1E5")),
      Example(nil, .missing),
      Example(.list([]), .mismatch(.list)),
    ]
  ) { _ in
    .text { text throws(TransformMismatch) in try ResultLimit.check(text.uppercased()) }
  }
}
