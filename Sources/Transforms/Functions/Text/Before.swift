extension Transform {
  /// Where the text does not occur there is no value, so that `??` can give one.
  static let before = Transform(
    "before", .text, "Takes what stands before the first occurrence of a text, if it occurs",
    parameters: [Parameter("text", .nonEmptyText)],
    input: .text, output: .text,
    examples: [
      Example([.text("@")], .text("ada@example.com"), .text("ada")),
      Example([.text("-")], .text("20770-1441-9"), .text("20770")),
      Example([.text("a")], .text("abc"), .text("")),
      Example([.text("@")], .text("nobody"), .missing),
      Example([.text("@")], .list([.text("a@b")]), .mismatch(.list)),
    ]
  ) { arguments throws(ArgumentProblem) in
    let search = LiteralSearch(try arguments.nonEmptyText(0))
    return .text { text in
      let bytes = Array(text.utf8)
      guard let place = search.first(in: bytes) else { return nil }
      return .text(String(decoding: bytes[..<place.lowerBound], as: UTF8.self))
    }
  }
}
