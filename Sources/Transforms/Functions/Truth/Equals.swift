internal import MappingPlan

extension Transform {
  /// What is equal to a literal: see ``EqualityKey``. Null passes, so it cannot be compared with.
  static let equals = Transform(
    "equals", .truth, "Tells whether a value is equal to the one given",
    parameters: [Parameter("value", .literal)],
    input: .scalar, output: .boolean,
    examples: [
      Example([.text("ok")], .text("ok"), .boolean(true)),
      Example([.text("ok")], .text("OK"), .boolean(false)),
      Example([.number("1")], .number("1.0"), .boolean(true)),
      Example([.number("1")], .text("1"), .boolean(true)),
      Example([.number("1")], .text("one"), .boolean(false)),
      Example([.literal(.boolean(true))], .text("true"), .boolean(true)),
      Example([.text("ok")], nil, .missing),
      Example([.text("ok")], .list([.text("ok")]), .mismatch(.list)),
    ]
  ) { arguments throws(ArgumentProblem) in
    guard try arguments.literal(0) != .null else {
      throw ArgumentProblem(.nullNeverCompared, argument: 0)
    }
    let key = try arguments.equalityKey(0)
    return .value { value throws(TransformMismatch) in
      _ = try value.asText()
      return .boolean(key.isEqual(to: value))
    }
  }
}
