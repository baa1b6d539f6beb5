internal import MappingPlan

/// What a literal of the mapping file and the values that are equal to it have in common.
///
/// The literal's kind decides: the value is brought into it without loss, and one that cannot be is
/// not equal. A number is compared by its value, a text by its Unicode scalars. So a value has as
/// many keys as there are kinds it can be brought into, and a literal has one:
///
/// ```
/// the text      1         text 1, number 1         equal to   "1"   1
/// the number    1.0       text 1.0, number 1       equal to   "1.0" 1
/// the text      true      text true, true          equal to   "true" true
/// ```
/// XML knows texts only, that is why a text can be equal to a number.
enum EqualityKey: Hashable, Sendable {
  case null
  case boolean(Bool)
  case number(ExactNumber)
  /// The UTF-8 of a text.
  case text([UInt8])

  /// - Throws: `numberOutOfRange` for a number with an exponent beyond what is compared.
  init(_ literal: Literal) throws(TransformMismatch) {
    self =
      switch literal {
      case .null: .null
      case .boolean(let value): .boolean(value)
      case .number(let text): .number(try ExactNumber(text))
      case .text(let text): .text(Array(text.utf8))
      }
  }

  /// The keys of all literals that a value is equal to.
  ///
  /// - Complexity: O(*n*) in the value's text.
  static func keys(of value: Value) -> [EqualityKey] {
    guard let text = value.text else { return value == .null ? [.null] : [] }
    var keys = [EqualityKey.text(Array(text.utf8))]
    if let number = try? value.asNumber() { keys.append(.number(number)) }
    for truth in [true, false] where value == .boolean(truth) || value == .text("\(truth)") {
      keys.append(.boolean(truth))
    }
    return keys
  }

  func isEqual(to value: Value) -> Bool { EqualityKey.keys(of: value).contains(self) }
}
