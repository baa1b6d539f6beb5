internal import MappingPlan

extension Transform {
  /// Which key a value is equal to: see ``LiteralMatcher``; the first one that fits is taken. `null:`
  /// fits null only. `else` is for whatever fits no key, null and a missing value included; without
  /// it null stays null, missing stays missing, and any other value is a mismatch.
  static let lookup = Transform(
    "lookup", .choice, "Takes the entry for a value, or else what is given for all others",
    parameters: [Parameter("key", .entries)],
    input: .any, output: .scalar, takesNothing: true,
    examples: [
      Example(yesAndNo, .text("Y"), .boolean(true)),
      Example(yesAndNo + [.otherwise(.null)], .text("?"), .value(.null)),
      Example(yesAndNo, .text("?"), .mismatch(.noEntry)),
      Example(yesAndNo, nil, .missing),
      Example(yesAndNo + [.otherwise(.boolean(false))], nil, .boolean(false)),
      Example(yesAndNo + [.entry(.null, .text("none"))], .null, .text("none")),
      Example([.entry(.number("1"), .text("one"))], .text("1"), .text("one")),
      Example(yesAndNo, .list([.text("Y")]), .mismatch(.list)),
    ]
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
  private var entries: [(key: LiteralMatcher, value: Value)] = []
  private var otherwise: Value?

  /// - Throws: `repeatedKey` for a key equal to one before, of its kind, and for a second `else`.
  init(_ arguments: Arguments) throws(ArgumentProblem) {
    var keys: Set<LiteralMatcher> = []
    for (position, entry) in try arguments.entries().enumerated() {
      guard let key = entry.key else {
        guard otherwise == nil else { throw ArgumentProblem(.repeatedKey, argument: position) }
        otherwise = Value(entry.value)
        continue
      }
      let matcher = try Arguments.matcher(key, position)
      guard keys.insert(matcher).inserted else {
        throw ArgumentProblem(.repeatedKey, argument: position)
      }
      entries.append((matcher, Value(entry.value)))
    }
  }

  /// - Complexity: O(*entries*).
  func entry(for value: Value?) throws(TransformMismatch) -> Value? {
    guard let value else { return otherwise }
    if let entry = entries.first(where: { $0.key.matches(value) }) { return entry.value }
    if let otherwise { return otherwise }
    if value == .null { return .null }
    _ = try value.asText()
    throw .noEntry
  }
}
