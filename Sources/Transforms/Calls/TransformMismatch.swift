/// Why a transform has no result for a value.
package enum TransformMismatch: Error, Hashable, Sendable {
  /// A list for a transform of single values.
  case list
  /// A JSON object, or an XML element with elements in it.
  case structure
  /// A list, object or element as an element of a list of single values.
  case structureInList
  /// A text with half of a surrogate pair.
  case loneSurrogate

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
  /// JSON that nests deeper, or holds more values, than is read.
  case jsonTooLarge
  /// A path, or a regular expression, that needs more steps than there may be.
  case tooCostly
  /// A result longer than ``ResultLimit/bytes``.
  case tooLong
  /// A result of more elements than ``ResultLimit/elements``.
  case tooMany
}
