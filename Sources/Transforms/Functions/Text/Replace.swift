extension Transform {
  /// Places are looked for from the start, none overlaps the one before.
  static let replace = Transform(
    "replace", .text, "Replaces every occurrence of a text by another one",
    parameters: [Parameter("text", .nonEmptyText), Parameter("by", .text)],
    input: .text, output: .text,
    examples: [
      Example([.text("-"), .text(" ")], .text("a-b-c"), .text("a b c")),
      Example([.text("aa"), .text("b")], .text("aaaaa"), .text("bba")),
      Example([.text(","), .text("")], .text("1,234,567"), .text("1234567")),
      Example([.text("x"), .text("y")], .text("abc"), .text("abc")),
      Example([.text("x"), .text("y")], nil, .missing),
      Example([.text("x"), .text("y")], .element, .mismatch(.structure)),
    ]
  ) { arguments throws(ArgumentProblem) in
    let search = LiteralSearch(try arguments.nonEmptyText(0))
    let replacement = Array(try arguments.text(1).utf8)
    return .text { text throws(TransformMismatch) in
      .text(try replaced(text, search, replacement))
    }
  }

  private static func replaced(
    _ text: String, _ search: LiteralSearch, _ replacement: [UInt8]
  ) throws(TransformMismatch) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var start = 0
    while let place = search.first(in: bytes, from: start) {
      result += bytes[start..<place.lowerBound]
      result += replacement
      start = place.upperBound
      guard result.count <= ResultLimit.bytes else { throw .tooLong }
    }
    result += bytes[start...]
    guard result.count <= ResultLimit.bytes else { throw .tooLong }
    return String(decoding: result, as: UTF8.self)
  }
}
