internal import IRegexp
internal import JSONPath

/// What a result may measure and cost: no value of a response makes a transform use memory or time
/// without bound. At each limit a transform takes well below a second.
package enum ResultLimit {
  /// UTF-8 bytes of a text.
  package static let bytes = 1 << 20
  /// Elements of a list, those of lists within it included.
  package static let elements = 1 << 16
  /// Values of a JSON text within a text.
  package static let jsonValues = 100_000
  /// Steps of a JSONPath in it, as ``EvaluationBudget`` counts them.
  package static let pathSteps = 1_000_000
  /// States of a regular expression visited, at most one for each of its states and byte of a text.
  package static let regexpSteps = 5_000_000

  /// The text, if it is within the limit.
  static func check(_ text: String) throws(TransformMismatch) -> Value {
    guard text.utf8.count <= bytes else { throw .tooLong }
    return .text(text)
  }

  /// Checks that the text is not too long for the expression.
  static func check(_ text: String, against regexp: IRegexp) throws(TransformMismatch) {
    let (steps, overflows) = text.utf8.count.multipliedReportingOverflow(by: regexp.stateCount)
    guard !overflows, steps <= regexpSteps else { throw .tooCostly }
  }
}
