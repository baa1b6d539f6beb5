extension Transform {
  /// The same as a boolean field takes.
  static let boolean = Transform(
    "boolean", .truth, "Takes true, false, their texts in any case, 1 and 0 as true or false",
    input: [.boolean, .number, .text], output: .boolean,
    examples: [
      Example(.text("TRUE"), .boolean(true)),
      Example(.text("0"), .boolean(false)),
      Example(.number("1.0"), .boolean(true)),
      Example(.boolean(false), .boolean(false)),
      Example(.text("yes"), .mismatch(.notBoolean)),
      Example(.number("2"), .mismatch(.notBoolean)),
      Example(nil, .missing),
    ]
  ) { _ in
    .value { value throws(TransformMismatch) in
      guard let truth = try truth(of: value) else { throw .notBoolean }
      return .boolean(truth)
    }
  }

  private static func truth(of value: Value) throws(TransformMismatch) -> Bool? {
    let text = try value.asText()
    if case .number = value { return numbers.first { (try? value.asNumber()) == $0.0 }?.1 }
    guard text.utf8.count <= 5, text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    return texts[text.lowercased()]
  }

  private static let numbers = [
    (ExactNumber(isNegative: false, digits: [1], exponent: 0), true),
    (ExactNumber(isNegative: false, digits: [], exponent: 0), false),
  ]

  private static let texts = ["true": true, "1": true, "false": false, "0": false]
}
