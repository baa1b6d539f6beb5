extension Transform {
  /// Numbers are compared by their value, texts by their Unicode scalars; a number and a text are
  /// never the same.
  static let unique = Transform(
    "unique", .lists, "Keeps each element of a list where it occurs first",
    input: .list, output: .list,
    examples: [
      Example(.list([.text("b"), .text("a"), .text("b")]), .list([.text("b"), .text("a")])),
      Example(
        .list([.number("1"), .number("1.0"), .text("1")]), .list([.number("1"), .text("1")])),
      Example(.list([.null, .null]), .list([.null])),
      Example(.text("a"), .list([.text("a")])),
      Example(.list([.list([])]), .mismatch(.structureInList)),
      Example(nil, .missing),
    ]
  ) { _ in
    .list { elements throws(TransformMismatch) in
      var seen: Set<Identity> = []
      var kept: [Value] = []
      for element in elements where seen.insert(try Identity(element)).inserted {
        kept.append(element)
      }
      return .list(kept)
    }
  }

  /// What two elements have in common that are the same.
  private enum Identity: Hashable {
    case number(ExactNumber)
    /// Null and all but numbers, which are what they are written as.
    case exact(Value)

    init(_ value: Value) throws(TransformMismatch) {
      switch value {
      case .number(let text): self = .number(try ExactNumber(text))
      case .null, .boolean, .text, .date, .dateTime: self = .exact(value)
      case .illFormedText, .list, .object, .element: throw value.elementMismatch
      }
    }
  }
}
