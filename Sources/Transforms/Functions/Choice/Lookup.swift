internal import MappingPlan

extension Transform {
  /// Which key a value is equal to: see ``EqualityKey``; the first one that fits is taken. `null:`
  /// fits null only. `else` is for whatever fits no key, null and a missing value included; without
  /// it null stays null, missing stays missing, and any other value is a mismatch. A list or a
  /// structure is one with `else`, too.
  static let lookup = Transform(
    "lookup", .choice, "Takes the entry for a value, or else what is given for all others",
    parameters: [Parameter("key", .entries)],
    input: [.null, .scalar], output: [.null, .scalar], takesNothing: true,
    examples: [
      Example(yesAndNo, .text("Y"), .boolean(true)),
      Example(yesAndNo + [.otherwise(.null)], .text("?"), .value(.null)),
      Example(yesAndNo, .text("?"), .mismatch(.noEntry)),
      Example(yesAndNo, nil, .missing),
      Example(yesAndNo + [.otherwise(.boolean(false))], nil, .boolean(false)),
      Example(yesAndNo + [.entry(.null, .text("none"))], .null, .text("none")),
      Example([.entry(.number("1"), .text("one"))], .text("1"), .text("one")),
      Example(yesAndNo, .list([.text("Y")]), .mismatch(.list)),
    ],
    outputOfCall: { arguments throws(ArgumentProblem) in
      try arguments.entries().reduce(into: []) { $0.formUnion(Value($1.value).kinds) }
    }
  ) { arguments throws(ArgumentProblem) in
    let table = try LookupTable(arguments)
    return .anything { value throws(TransformMismatch) in try table.entry(for: value) }
  }

  private static let yesAndNo: [Argument] = [
    .entry(.text("Y"), .boolean(true)), .entry(.text("N"), .boolean(false)),
  ]
}

/// The entries of a call of `lookup`.
private struct LookupTable: Sendable {
  private var entries: [EqualityKey: (position: Int, value: Value)] = [:]
  private var otherwise: Value?

  /// - Throws: `repeatedKey` for a key equal to one before, of its kind, and for a second `else`.
  init(_ arguments: Arguments) throws(ArgumentProblem) {
    for (position, entry) in try arguments.entries().enumerated() {
      let value = Value(entry.value)
      let isRepeated =
        if let key = entry.key {
          entries.updateValue(
            (position, value), forKey: try Arguments.equalityKey(of: key, position)) != nil
        } else {
          otherwise != nil
        }
      guard !isRepeated else { throw ArgumentProblem(.repeatedKey, argument: position) }
      if entry.key == nil { otherwise = value }
    }
  }

  /// - Complexity: O(*n*) in the value's text, whatever the number of entries.
  func entry(for value: Value?) throws(TransformMismatch) -> Value? {
    guard let value else { return otherwise }
    let found = EqualityKey.keys(of: value).compactMap { entries[$0] }
    if let first = found.min(by: { $0.position < $1.position }) { return first.value }
    guard value != .null else { return otherwise ?? .null }
    _ = try value.asText()
    guard let otherwise else { throw .noEntry }
    return otherwise
  }
}
