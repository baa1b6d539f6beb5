extension Transform {
  static let last = Transform(
    "last", .lists, "Takes the last element of a list",
    input: .list, output: .any,
    examples: [
      Example(.list([.text("a"), .text("b")]), .text("b")),
      Example(.list([]), .missing),
      Example(.number("1"), .number("1")),
      Example(.null, .value(.null)),
    ]
  ) { _ in
    .list { elements in elements.last }
  }
}
