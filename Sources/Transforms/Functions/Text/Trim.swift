extension Transform {
  /// White space is what Unicode's property White_Space says: no-break spaces too, but no
  /// zero-width ones.
  static let trim = Transform(
    "trim", .text, "Takes white space off both ends of a text",
    input: .text, output: .text,
    examples: [
      Example(.text("  Ada Lovelace \n"), .text("Ada Lovelace")),
      Example(.text("\u{A0}42\u{2003}"), .text("42")),
      Example(.text(" \t "), .text("")),
      Example(.number("42"), .text("42")),
      Example(nil, .missing),
      Example(.list([.text(" a ")]), .mismatch(.list)),
    ]
  ) { _ in
    .text { text in .text(trimmed(text)) }
  }

  private static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars.drop(while: \.properties.isWhitespace)
    guard let last = scalars.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
    return String(scalars[...last])
  }
}
