/// A JSON document as a tree: for small documents of trusted size (captures, plans, output).
///
/// Numbers keep their exact source text; object members keep their order, duplicates included.
/// The runtime never builds such a tree from a response body.
package indirect enum JSONValue: Hashable, Sendable {
  case null
  case boolean(Bool)
  /// The number's text, which follows RFC 8259 §6.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([JSONMember])

  package static func integer(_ value: some BinaryInteger) -> JSONValue { .number("\(value)") }
}

/// A name and its value within a JSON object.
package struct JSONMember: Hashable, Sendable {
  package let name: String
  package let value: JSONValue

  package init(_ name: String, _ value: JSONValue) {
    self.name = name
    self.value = value
  }
}

extension JSONValue {
  /// The member of that name; of duplicates the last, as RFC 8259 §4 says most readers do.
  package subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name.utf8.elementsEqual(name.utf8) }?.value
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
