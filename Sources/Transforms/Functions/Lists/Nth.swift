extension Transform {
  static let nth = Transform(
    "nth", .lists, "Takes the element of a list at a position, counted from 0",
    parameters: [Parameter("position", .count)],
    input: .list, output: .any,
    examples: [
      Example([.number("1")], .list([.text("a"), .text("b")]), .text("b")),
      Example([.number("2")], .list([.text("a"), .text("b")]), .missing),
      Example([.number("0")], .text("a"), .text("a")),
      Example([.number("0")], .null, .value(.null)),
    ]
  ) { arguments throws(ArgumentProblem) in
    let position = try arguments.count(0)
    return .list { elements in elements.indices.contains(position) ? elements[position] : nil }
  }
}
