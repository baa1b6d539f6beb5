internal import LeadFields

// How a value of the body is brought into a field's type: losslessly, or not at all.
//
// Each type's rule stands in a file of its own. It takes the value as plain text, with where it
// comes from, and answers with a `SlotResult`; no rule allocates, and no number passes through a
// binary float.

/// A scalar of the body. Its plain text is a string's content with the escapes resolved, or the
/// exact bytes of a number or literal.
struct Scalar {
  enum Kind { case string, number, boolean }

  let kind: Kind
  let place: BodyText
}

extension FieldType.Conversion {
  /// No number, date or truth value that is meant as one has more bytes than this.
  static let longestPlainText = 1 << 16

  /// Converts a scalar that is neither null nor empty, given its plain text.
  ///
  /// A text's length is looked at before anything else, so that the cost of a conversion does not
  /// depend on how long a text somebody sends.
  func convert(_ text: Span<UInt8>, of scalar: Scalar, longest: LengthLimit?) -> SlotResult {
    if longest == nil, text.count > Self.longestPlainText {
      return SlotResult(.mismatch(.oversized))
    }
    return switch self {
    case .text: convertToText(text, of: scalar, longest: longest)
    case .email: convertToEmail(text, of: scalar, longest: longest)
    case .integer: convertToInteger(text, of: scalar)
    case .decimal: convertToDecimal(text, of: scalar)
    case .boolean: convertToBoolean(text, of: scalar)
    case .date: convertToDate(text, of: scalar)
    case .dateTime: convertToDateTime(text, of: scalar)
    }
  }
}

extension Span<UInt8> {
  func equals(_ word: StaticString) -> Bool {
    guard count == word.utf8CodeUnitCount else { return false }
    for index in indices where unsafe self[index] != word.utf8Start[index] { return false }
    return true
  }

  /// Whether the text is the word, which is of small ASCII letters, in any case.
  func equalsIgnoringCase(_ word: StaticString) -> Bool {
    guard count == word.utf8CodeUnitCount else { return false }
    for index in indices where unsafe self[index] | 0x20 != word.utf8Start[index] { return false }
    return true
  }
}
