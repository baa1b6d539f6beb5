extension Transform {
  /// Null elements count; an object or a single value is one.
  static let count = Transform(
    "count", .lists, "Counts the elements of a list; no value counts as 0, a single one as 1",
    input: .any, output: .number, takesNothing: true,
    examples: [
      Example(.list([.text("a"), .null]), .number("2")),
      Example(.list([]), .number("0")),
      Example(.text("a"), .number("1")),
      Example(.object, .number("1")),
      Example(.null, .number("0")),
      Example(nil, .number("0")),
    ]
  ) { _ in
    .anything { value in
      guard let value, value != .null else { return .number("0") }
      return .number(String(value.asList.count))
    }
  }
}
