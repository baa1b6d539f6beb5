internal import MappingPlan

extension Transform {
  /// What is equal to a literal: see ``EqualityKey``. A list is looked through for an element,
  /// any single value for a part of its text.
  static let contains = Transform(
    "contains", .truth, "Tells whether an element of a list, or a part of a text, is the one given",
    parameters: [Parameter("value", .literal)],
    input: [.list, .scalar], output: .boolean,
    examples: [
      Example([.text("b")], .list([.text("a"), .text("b")]), .boolean(true)),
      Example([.text("b")], .list([.text("abc")]), .boolean(false)),
      Example([.number("2")], .list([.number("1"), .number("2.0")]), .boolean(true)),
      Example([.text("b")], .text("abc"), .boolean(true)),
      Example([.text("B")], .text("abc"), .boolean(false)),
      Example([.text("b")], nil, .missing),
      Example([.text("b")], .object, .mismatch(.structure)),
    ]
  ) { arguments throws(ArgumentProblem) in
    let key = try arguments.equalityKey(0)
    let text = Value(try arguments.literal(0)).text
    let search = text.map { LiteralSearch($0) }
    return .value { value throws(TransformMismatch) in
      if case .list(let elements) = value {
        return .boolean(elements.contains { key.isEqual(to: $0) })
      }
      let bytes = Array(try value.asText().utf8)
      guard let search, text?.utf8.isEmpty == false else { return .boolean(text != nil) }
      return .boolean(search.first(in: bytes) != nil)
    }
  }
}
