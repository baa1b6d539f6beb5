internal import MappingPlan

/// Tells which values are equal to a literal of the mapping file.
///
/// The literal's kind decides: the value is brought into it without loss, and one that cannot be is
/// not equal. A number is compared by its value, a text by its Unicode scalars. So `1` is equal to
/// the number `1.0` and, since XML knows texts only, to the text `1`; `"1"` is equal to the text `1`
/// and to the number written `1`; `true` to true and to the text `true`; null only to null.
struct LiteralMatcher: Sendable {
  private enum Wanted: Hashable {
    case null
    case boolean(Bool)
    case number(ExactNumber)
    case text([UInt8])
  }

  private let wanted: Wanted

  /// - Throws: a mismatch if the literal is a number outside the range that is compared.
  init(_ literal: Literal) throws(TransformMismatch) {
    wanted =
      switch literal {
      case .null: .null
      case .boolean(let value): .boolean(value)
      case .number(let text): .number(try ExactNumber(text))
      case .text(let text): .text(Array(text.utf8))
      }
  }

  func matches(_ value: Value) -> Bool {
    switch wanted {
    case .null: value == .null
    case .boolean(let wanted):
      value == .boolean(wanted) || value == .text(wanted ? "true" : "false")
    case .number(let wanted): (try? value.asNumber()) == wanted
    case .text(let wanted): value.text?.utf8.elementsEqual(wanted) ?? false
    }
  }
}

extension LiteralMatcher: Hashable {}
