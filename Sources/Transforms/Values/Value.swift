package import CalendarTime
package import MappingPlan

/// A value on its way from the response to a field, in a mapping with transforms or fallbacks.
///
/// Two values are equal if they are of one kind and have the same Unicode scalars; numbers are
/// compared by what they stand for in ``ExactNumber`` only.
package enum Value: Hashable, Sendable {
  case null
  case boolean(Bool)
  /// The exact text of a number of RFC 8259 §6.
  case number(String)
  case text(String)
  /// A JSON string with half of a surrogate pair, which is no text: its source text.
  case illFormedText(String)
  case date(CalendarDate)
  case dateTime(UTCTime)
  /// The elements of a JSON array, or the nodes of a plural path.
  case list([Value])
  /// A JSON object: its members are for paths to select.
  case object
  /// An XML element with element children.
  case element

  package init(_ literal: Literal) {
    self =
      switch literal {
      case .text(let text): .text(text)
      case .number(let text): .number(text)
      case .boolean(let value): .boolean(value)
      case .null: .null
      }
  }

  package var kinds: Kinds {
    switch self {
    case .null: .null
    case .boolean: .boolean
    case .number: .number
    case .text, .illFormedText: .text
    case .date: .date
    case .dateTime: .dateTime
    case .list: .list
    case .object, .element: .structure
    }
  }

  /// The text of a single value, without loss; nil for null, lists, structures and what is no text.
  package var text: String? {
    switch self {
    case .boolean(let value): value ? "true" : "false"
    case .number(let text), .text(let text): text
    case .date(let date): date.description
    case .dateTime(let time): time.description
    case .null, .illFormedText, .list, .object, .element: nil
    }
  }

  // Swift compares texts by canonical equivalence, data is compared by what was sent.
  package static func == (left: Value, right: Value) -> Bool {
    switch (left, right) {
    case (.null, .null), (.object, .object), (.element, .element): true
    case (.boolean(let left), .boolean(let right)): left == right
    case (.number(let left), .number(let right)), (.text(let left), .text(let right)),
      (.illFormedText(let left), .illFormedText(let right)):
      left.utf8.elementsEqual(right.utf8)
    case (.date(let left), .date(let right)): left == right
    case (.dateTime(let left), .dateTime(let right)): left == right
    case (.list(let left), .list(let right)): left == right
    default: false
    }
  }
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
