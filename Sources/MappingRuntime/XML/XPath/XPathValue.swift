/// A value of one of the four types of XPath 1.0 (§1).
enum XPathValue {
  /// In document order, each once.
  case nodes([XMLNodeID])
  case boolean(Bool)
  case number(Double)
  /// In UTF-8.
  case text(ArraySlice<UInt8>)

  /// What `boolean` makes of it (§4.3).
  var boolean: Bool {
    switch self {
    case .nodes(let nodes): !nodes.isEmpty
    case .boolean(let value): value
    case .number(let value): !(value == 0 || value.isNaN)
    case .text(let text): !text.isEmpty
    }
  }
}

/// Where a part of an expression is evaluated (§1).
struct XPathContext {
  static let root = XPathContext(node: .root)

  let node: XMLNodeID
  var position = 1
  var size = 1
}
