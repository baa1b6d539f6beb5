extension Transform {
  /// Null elements are left out.
  static let join = Transform(
    "join", .lists, "Joins the elements of a list into one text, a separator between them",
    parameters: [Parameter("separator", .text)],
    input: .list, output: .text,
    examples: [
      Example(
        [.text(";")], .list([.text("a"), .number("1.0"), .boolean(true)]), .text("a;1.0;true")),
      Example([.text(", ")], .list([.text("a"), .null, .text("")]), .text("a, ")),
      Example([.text(";")], .list([]), .text("")),
      Example([.text(";")], .text("a"), .text("a")),
      Example([.text(";")], .list([.object]), .mismatch(.structureInList)),
      Example([.text(";")], nil, .missing),
    ]
  ) { arguments throws(ArgumentProblem) in
    let separator = try arguments.text(0)
    return .list { elements throws(TransformMismatch) in
      .text(try joined(try elements.singleValues(), separator))
    }
  }

  private static func joined(
    _ elements: [Value], _ separator: String
  ) throws(TransformMismatch) -> String {
    var text = ""
    for (position, element) in elements.enumerated() {
      if position > 0 { text += separator }
      text += element.text ?? ""
      guard text.utf8.count <= ResultLimit.bytes else { throw .tooLong }
    }
    return text
  }
}
