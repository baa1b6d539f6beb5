package import CalendarTime
package import Transforms

/// What became of one mapping, without anything that had to be allocated: texts are ranges.
package struct SlotResult: Sendable {
  package enum Situation: Hashable, Sendable {
    case written(SlotValue)
    /// Written, cut off to the length that the field holds.
    case truncated(SlotValue)
    /// Written as no value.
    case cleared
    case missing
    /// A transform has no result for the value.
    case noResult
    case null
    case empty
    case mismatch(Mismatch)
    case overlong
  }

  package var situation: Situation
  package var warnings: ValueWarnings = []
  /// Which of the mapping's operands it comes from: 0 is the first, 1 the first that is fallen back to.
  package var operand: Int32 = 0

  package init(_ situation: Situation, _ warnings: ValueWarnings = []) {
    self.situation = situation
    self.warnings = warnings
  }
}

/// A value that fits its field.
package enum SlotValue: Hashable, Sendable {
  case text(BodyText)
  case integer(Int64)
  /// The exact text of a number.
  case decimal(BodyText)
  case boolean(Bool)
  case date(CalendarDate)
  case dateTime(UTCTime)
}

/// A text that an evaluation can give out.
package struct BodyText: Hashable, Sendable {
  package enum Storage: Hashable, Sendable {
    /// In JSON the body's bytes, without quotes, in XML the texts that were read from it.
    case plain
    /// The body's bytes, with JSON escapes in them.
    case escaped
    /// The texts that transforms and templates made.
    case computed
  }

  package let range: Range<Int>
  package let storage: Storage

  init(_ range: Range<Int>, _ storage: Storage) {
    self.range = range
    self.storage = storage
  }
}

/// What is worth knowing about a value that was written.
package struct ValueWarnings: OptionSet, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  package static let nullText = ValueWarnings(rawValue: 1 << 0)
  package static let lineBreak = ValueWarnings(rawValue: 1 << 1)
  package static let supplementaryCharacter = ValueWarnings(rawValue: 1 << 2)
  package static let repeatedKey = ValueWarnings(rawValue: 1 << 3)
  package static let beyond32Bits = ValueWarnings(rawValue: 1 << 4)
  package static let assumedUTC = ValueWarnings(rawValue: 1 << 5)
  package static let fractionDropped = ValueWarnings(rawValue: 1 << 6)
  package static let severalSiblings = ValueWarnings(rawValue: 1 << 7)
  package static let severalNodes = ValueWarnings(rawValue: 1 << 8)
}

/// Why a value does not fit its field's type; the wording is in `Mismatch+Wording.swift`.
package enum Mismatch: Hashable, Sendable {
  case object, array
  case elementWithChildren
  /// The value's kind has no conversion to the type.
  case number, boolean
  case nul, loneSurrogate
  /// A text too long to be of the type, whatever it holds.
  case oversized
  case notEmail
  case notNumber, plusSign, surroundingSpace, fraction, beyond64Bits
  case notBoolean
  case notDate, dateWithTime
  case notDateTime, dateAlone, noSuchTime
  /// A transform does not take the value.
  case refused(TransformMismatch)
}
