extension Transform {
  /// Empty parts are kept, so that their positions count; a text without the separator is a list of
  /// itself.
  static let split = Transform(
    "split", .text, "Splits a text at every occurrence of a separator, into a list",
    parameters: [Parameter("separator", .nonEmptyText)],
    input: .text, output: .list,
    examples: [
      Example(
        [.text(";")], .text("a;b;;c"), .list([.text("a"), .text("b"), .text(""), .text("c")])),
      Example([.text(", ")], .text("Paris, France"), .list([.text("Paris"), .text("France")])),
      Example([.text(";")], .text("a"), .list([.text("a")])),
      Example([.text(";")], .text(""), .list([.text("")])),
      Example([.text(";")], nil, .missing),
      Example([.text(";")], .list([.text("a;b")]), .mismatch(.list)),
    ]
  ) { arguments throws(ArgumentProblem) in
    let search = LiteralSearch(try arguments.nonEmptyText(0))
    return .text { text throws(TransformMismatch) in
      guard let parts = search.parts(of: Array(text.utf8), limit: ResultLimit.elements) else {
        throw .tooMany
      }
      return .list(parts.map { .text(String(decoding: $0, as: UTF8.self)) })
    }
  }
}
