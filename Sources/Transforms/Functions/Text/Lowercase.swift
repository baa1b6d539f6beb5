extension Transform {
  /// Unicode's full mapping, which depends on no language: `İ` becomes `i̇` everywhere.
  static let lowercase = Transform(
    "lowercase", .text, "Turns all letters of a text into small ones",
    input: .text, output: .text,
    examples: [
      Example(.text("Ada@Example.COM"), .text("ada@example.com")),
      Example(.text("STRASSE ÄÖ"), .text("strasse äö")),
      Example(.boolean(true), .text("true")),
      Example(.null, .value(.null)),
      Example(.object, .mismatch(.structure)),
    ]
  ) { _ in
    .text { text throws(TransformMismatch) in try ResultLimit.check(text.lowercased()) }
  }
}
