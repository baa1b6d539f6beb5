internal import JSONPath
internal import JSONText
internal import MappingRuntime

/// What a ``ResponseQuery`` selects: a value and where it stands.
public struct ResponseNode: Sendable {
  private let node: BodyNode

  init(_ node: BodyNode) { self.node = node }

  /// The value as text: of JSON its compact spelling, with numbers as the body has them; of XML an element
  /// as XML, and of any other node its string-value (XPath 1.0 §5).
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public var text: String {
    switch node {
    case .json(let value, _): value.text
    case .xml(let selection): selection.serialization ?? selection.node.text
    case .boolean(let value): value ? "true" : "false"
    case .number(let text), .text(let text): text
    }
  }

  /// The value in JSON: as ``text`` for JSON; a node of XML is a string.
  public var json: String {
    switch node {
    case .json, .boolean: text
    // JSON has no spelling for NaN and the infinities.
    case .number(let text):
      text.utf8.allSatisfy { !$0.isLetter } ? text : text.jsonQuoted
    case .xml, .text: text.jsonQuoted
    }
  }

  /// Whether the value is one of JSON, so that ``text`` and ``json`` are the same.
  public var isJSON: Bool { if case .json = node { true } else { false } }

  /// The text that the value is: the content of a JSON string, an XML node's string-value. Nil for JSON's
  /// other values, and for strings with half of a surrogate pair, which no text can hold.
  public var string: String? {
    switch node {
    case .json(let value, _): value.string
    case .xml(let selection): selection.node.text
    case .text(let text): text
    case .boolean, .number: nil
    }
  }

  /// Where the value stands: the normalized path of RFC 9535 §2.7 in JSON, a location path that selects it
  /// in XML. Nil for what an XPath computes.
  ///
  /// - Complexity: O(*n*) in the length of the path.
  public var path: String? {
    switch node {
    case .json(_, let path): path.text
    case .xml(let selection): selection.path
    case .boolean, .number, .text: nil
    }
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
}
