extension Transform {
  /// Where the text does not occur there is no value, so that `??` can give one.
  static let after = Transform(
    "after", .text, "Takes what stands behind the first occurrence of a text, if it occurs",
    parameters: [Parameter("text", .nonEmptyText)],
    input: .text, output: .text,
    examples: [
      Example([.text("@")], .text("ada@example.com"), .text("example.com")),
      Example([.text(", ")], .text("Sun, 06 Nov, 1994"), .text("06 Nov, 1994")),
      Example([.text("c")], .text("abc"), .text("")),
      Example([.text("@")], .text("nobody"), .missing),
      Example([.text("@")], .object, .mismatch(.structure)),
    ]
  ) { arguments throws(ArgumentProblem) in
    let search = LiteralSearch(try arguments.nonEmptyText(0))
    return .text { text in
      let bytes = Array(text.utf8)
      guard let place = search.first(in: bytes) else { return nil }
      return .text(String(decoding: bytes[place.upperBound...], as: UTF8.self))
    }
  }
}
