extension Transform {
  /// Equal numbers keep their order; null elements are left out.
  static let sort = Transform(
    "sort", .lists,
    "Orders numbers by their values, texts by their Unicode scalars, times by the calendar",
    input: .list, output: .list,
    examples: [
      Example(.list([.number("10"), .number("9"), .null]), .list([.number("9"), .number("10")])),
      Example(.list([.text("10"), .text("9")]), .list([.text("10"), .text("9")])),
      Example(
        .list([.text("b"), .text("B"), .text("ä")]), .list([.text("B"), .text("b"), .text("ä")])),
      Example(.list([]), .list([])),
      Example(.list([.number("1"), .text("a")]), .mismatch(.mixedList)),
      Example(.list([.boolean(true), .boolean(false)]), .mismatch(.unsortable)),
      Example(.null, .value(.null)),
    ]
  ) { _ in
    .list { elements throws(TransformMismatch) in
      let values = try elements.singleValues()
      guard let first = values.first else { return .list([]) }
      guard values.allSatisfy({ $0.kinds == first.kinds }) else { throw .mixedList }
      guard first.kinds != .boolean else { throw .unsortable }
      return .list(first.kinds == .number ? try sortedNumbers(values) : sortedTexts(values))
    }
  }

  private static func sortedNumbers(_ values: [Value]) throws(TransformMismatch) -> [Value] {
    var numbers: [(value: Value, number: ExactNumber)] = []
    for value in values { numbers.append((value, try value.asNumber())) }
    return numbers.sorted { $0.number < $1.number }.map(\.value)
  }

  /// The order of UTF-8 is the order of scalars, and that of ISO 8601 the order of times.
  private static func sortedTexts(_ values: [Value]) -> [Value] {
    values.map { ($0, Array(($0.text ?? "").utf8)) }
      .sorted { $0.1.lexicographicallyPrecedes($1.1) }
      .map(\.0)
  }
}
