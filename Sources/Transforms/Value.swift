package import CalendarTime

/// A value on its way from the response to a field, in a mapping with transforms or fallbacks.
package enum Value: Hashable, Sendable {
  case null
  case boolean(Bool)
  /// The exact text of a number of RFC 8259 §6.
  case number(String)
  case text(String)
  case date(CalendarDate)
  case dateTime(UTCTime)
  /// The elements of a JSON array, or the nodes of a plural path.
  case list([Value])
  /// A JSON object as its text.
  case object(String)
  /// An XML element with element children.
  case element
}

/// A set of kinds that a value may have; what is not known may have any.
package struct Kinds: OptionSet, Hashable, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  package static let null = Kinds(rawValue: 1 << 0)
  package static let boolean = Kinds(rawValue: 1 << 1)
  package static let number = Kinds(rawValue: 1 << 2)
  package static let text = Kinds(rawValue: 1 << 3)
  package static let date = Kinds(rawValue: 1 << 4)
  package static let dateTime = Kinds(rawValue: 1 << 5)
  package static let list = Kinds(rawValue: 1 << 6)
  /// An object of JSON or an element of XML that has elements in it.
  package static let structure = Kinds(rawValue: 1 << 7)

  /// What a text field takes: all that has one text.
  package static let scalar: Kinds = [.boolean, .number, .text, .date, .dateTime]
  package static let any: Kinds = [.null, .scalar, .list, .structure]
}
