/// A JSON document as a tree: for small documents of trusted size (captures, plans, output).
///
/// Numbers keep their exact source text; object members keep their order, duplicates included.
/// The runtime never builds such a tree from a response body.
package indirect enum JSONValue: Sendable {
  case null
  case boolean(Bool)
  /// The number's text, which follows RFC 8259 §6.
  case number(String)
  case string(String)
  /// A string with half of a surrogate pair in it, which a Swift string cannot hold: its source
  /// text between the quotes. Only a reader that is told to keep such strings gives it.
  case illFormedString(String)
  case array([JSONValue])
  case object([JSONMember])

  package static func integer(_ value: some BinaryInteger) -> JSONValue { .number("\(value)") }
}

/// A name and its value within a JSON object.
package struct JSONMember: Sendable {
  package let name: String
  package let value: JSONValue
  /// Whether `name` is the source text of an ill-formed string, as in
  /// ``JSONValue/illFormedString(_:)``.
  package let hasIllFormedName: Bool

  package init(_ name: String, _ value: JSONValue, hasIllFormedName: Bool = false) {
    self.name = name
    self.value = value
    self.hasIllFormedName = hasIllFormedName
  }

  /// Whether the name is that text, scalar by scalar.
  package func isNamed(_ name: String) -> Bool {
    !hasIllFormedName && self.name.utf8.elementsEqual(name.utf8)
  }
}

extension JSONValue {
  /// The member of that name; of duplicates the last, as RFC 8259 §4 says most readers do.
  package subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.isNamed(name) }?.value
  }

  package var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  package var array: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  package var members: [JSONMember]? {
    if case .object(let members) = self { members } else { nil }
  }

  /// The value of a number written as an integer within 64 bits.
  package var integer: Int? {
    if case .number(let text) = self { Int(text) } else { nil }
  }
}
