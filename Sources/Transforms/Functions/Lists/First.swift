extension Transform {
  static let first = Transform(
    "first", .lists, "Takes the first element of a list",
    input: .list, output: .any,
    examples: [
      Example(.list([.text("a"), .text("b")]), .text("a")),
      Example(.list([.null, .text("b")]), .value(.null)),
      Example(.list([]), .missing),
      Example(.text("a"), .text("a")),
      Example(nil, .missing),
    ]
  ) { _ in
    .list { elements in elements.first }
  }
}
