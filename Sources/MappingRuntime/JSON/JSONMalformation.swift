/// How a body breaks the grammar of RFC 8259.
package enum JSONMalformation: Hashable, Sendable {
  case expectedValue(after: Before, found: UInt8)
  case expectedName(after: Before, found: UInt8)
  case expectedColon
  case expectedCommaOrEnd(of: Container)
  case trailingText
  case invalidNumber(NumberRule)
  case invalidLiteral
  case controlCharacter(UInt8)
  case invalidEscape
  case unterminatedString(start: Int)
  case unclosed(Container, start: Int)
  case unfinishedValue

  /// What stands before the place where something is missing.
  package enum Before: Hashable, Sendable { case start, opening, comma, colon }

  package enum Container: Hashable, Sendable { case object, array }

  package enum NumberRule: Hashable, Sendable {
    case leadingZero, digitExpected, textBehind
  }
}
