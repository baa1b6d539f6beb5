extension Transform {
  /// Null counts as nothing, unlike in a filter of RFC 9535: fields take null for nothing, too.
  static let exists = Transform(
    "exists", .truth, "Tells whether there is a value: a path found one, and it is not null",
    input: .any, output: .boolean, takesNothing: true,
    examples: [
      Example(.text("a"), .boolean(true)),
      Example(.text(""), .boolean(true)),
      Example(.boolean(false), .boolean(true)),
      Example(.list([]), .boolean(true)),
      Example(.null, .boolean(false)),
      Example(nil, .boolean(false)),
    ]
  ) { _ in
    .anything { value in .boolean(value != nil && value != .null) }
  }
}
