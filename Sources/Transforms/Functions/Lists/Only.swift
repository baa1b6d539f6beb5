extension Transform {
  static let only = Transform(
    "only", .lists, "Takes the element of a list that may have no other",
    input: .list, output: .any,
    examples: [
      Example(.list([.text("a")]), .text("a")),
      Example(.list([.text("a"), .text("a")]), .mismatch(.several)),
      Example(.list([]), .missing),
      Example(.text("a"), .text("a")),
      Example(nil, .missing),
    ]
  ) { _ in
    .list { elements throws(TransformMismatch) in
      guard elements.count <= 1 else { throw .several }
      return elements.first
    }
  }
}
