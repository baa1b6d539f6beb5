/// What an XPath expression yields: one of the four types of XPath 1.0 (§1).
package enum XPathResult: Hashable, Sendable {
  /// In document order.
  case nodes([XMLNode])
  case boolean(Bool)
  /// As XPath's `string` writes it.
  case number(text: String)
  case text(String)
}

/// A node that an expression has selected.
package struct XMLNode: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case root, element, attribute, text, comment, processingInstruction, namespace
  }

  package let kind: Kind
  /// The string-value (XPath 1.0 §5).
  package let text: String
  package let hasElementChildren: Bool
  /// Whether its attribute `xsi:nil` is true.
  package let isNil: Bool
  /// Where it stands, in a document of that number.
  let id: XMLNodeID
  let document: Int
}

/// Why an expression has no value.
package enum XPathFailure: Error, Hashable, Sendable {
  /// It takes more steps than it may.
  case steps
  /// What it selects is longer than it may be.
  case resultBytes
  /// It has a prefix that is not declared.
  case undeclaredPrefix
}
