package import JSONPath
package import JSONText

/// What a path selects in a body.
package enum BodyNode: Sendable {
  case json(JSONValue, NormalizedPath)
  case xml(XMLSelection)
  // What an XPath computes is no node and stands nowhere.
  case boolean(Bool)
  /// As XPath's `string` writes it.
  case number(String)
  case text(String)
}

/// A node of an XML document, taken out of it.
package struct XMLSelection: Hashable, Sendable {
  package let node: XMLNode
  /// An element as XML, or the root node's element; nil for other nodes.
  package let serialization: String?
  package let path: String
}
