/// Why a transform has no result for a value.
package enum TransformMismatch: Error, Hashable, Sendable {
  /// A list for a transform of single values.
  case list
  /// A JSON object, or an XML element with elements in it.
  case structure
  /// A list, object or element as an element of a list of single values.
  case structureInList

  case notNumber
  case surroundingSpace
  case plusSign
  /// A number whose exponent is beyond what numbers are compared by.
  case numberOutOfRange
  /// The result is beyond 34 digits and exponents of 6144.
  case overflow
  case divisionByZero
  case fraction

  case notBoolean
  case notTruthValue

  case notOfPattern
  case noSuchTime
  case timeOutOfRange
  case noTimeOfDay
  case notTime

  /// More than one element, where there may be only one.
  case several
  case mixedList
  case unsortable
  case noEntry

  case notJSON
  /// A path that needs more steps in this document than there may be.
  case pathTooCostly
  /// A result longer than ``ResultLimit/bytes``.
  case tooLong
  /// A result of more elements than ``ResultLimit/elements``.
  case tooMany
}

/// What a result may measure: no value of a response makes a transform use memory without bound.
package enum ResultLimit {
  /// UTF-8 bytes of a text.
  package static let bytes = 1 << 20
  /// Elements of a list that a text was split into.
  package static let elements = 1 << 16

  /// The text, if it is within the limit.
  static func check(_ text: String) throws(TransformMismatch) -> Value {
    guard text.utf8.count <= bytes else { throw .tooLong }
    return .text(text)
  }
}
