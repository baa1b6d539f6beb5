extension Transform {
  /// Takes no texts: what `"0"` means is for `boolean` to say.
  static let not = Transform(
    "not", .truth, "Turns true into false and false into true",
    input: .boolean, output: .boolean,
    examples: [
      Example(.boolean(true), .boolean(false)),
      Example(.boolean(false), .boolean(true)),
      Example(.text("true"), .mismatch(.notTruthValue)),
      Example(.number("0"), .mismatch(.notTruthValue)),
      Example(.list([]), .mismatch(.list)),
      Example(.null, .value(.null)),
    ]
  ) { _ in
    .value { value throws(TransformMismatch) in
      if case .boolean(let truth) = value { return .boolean(!truth) }
      _ = try value.asText()
      throw .notTruthValue
    }
  }
}
