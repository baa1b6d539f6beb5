internal import CXMLPush
package import XPath

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
  /// Its place in the result, and which result that was.
  fileprivate let position: Int
  fileprivate let evaluation: Int
}

/// XPath on the documents of one parser: expressions that are compiled once, and evaluated on the tree of
/// the last document that was read with one.
///
/// Safety: the parser outlives this value, and is used by one of the two at a time.
@safe
package struct XMLTree {
  package enum Problem: Error, Hashable, Sendable {
    /// An evaluation takes more operations than it may, or goes deeper than libxml2 does.
    case operations
    /// What an expression selects is longer than it may be.
    case resultBytes
    /// libxml2 takes a prefix or an expression for none, has no memory, or there is no tree.
    case failed
  }

  private let parser: OpaquePointer
  /// The expressions' numbers at the parser.
  private var expressions: [Int32] = []
  private var evaluation = 0

  /// Declares the prefixes, and compiles the expressions.
  ///
  /// - Parameter parser: one of `respmap_xml_create`.
  /// - Throws: `failed` if a prefix is no name or there is no memory.
  @unsafe
  package init(
    of parser: OpaquePointer, namespaces: [(prefix: String, uri: String)],
    expressions: [XPathExpression]
  ) throws(Problem) {
    unsafe self.parser = parser
    for (prefix, uri) in namespaces
    where unsafe respmap_xml_declare(parser, prefix, uri) == 0 { throw .failed }
    for expression in expressions {
      let number = unsafe respmap_xml_compile(
        parser, expression.evaluationText, expression.mixesNodeKinds ? 1 : 0)
      guard number >= 0 else { throw .failed }
      self.expressions.append(number)
    }
  }

  /// The value of the expression of that index, the document's root node being the context.
  ///
  /// - Parameters:
  ///   - operations: how many nodes the evaluation may look at, about. libxml2 may compare each of them
  ///     with all that were selected before: for `//a//b[1]`, `//@a/..`, and unions of paths with
  ///     predicates. So the time is limited by this number times that of the tree's nodes.
  ///   - resultBytes: how long the string-values of the result may be together.
  package mutating func evaluate(
    _ index: Int, operations: Int, resultBytes: Int
  ) throws(Problem) -> XPathResult {
    guard expressions.indices.contains(index) else { throw .failed }
    evaluation += 1
    let result = unsafe respmap_xml_evaluate(parser, expressions[index], max(1, operations))
    switch Int(result.kind) {
    case RESPMAP_XPATH_NODES: return .nodes(try nodes(result.count, resultBytes: resultBytes))
    case RESPMAP_XPATH_BOOLEAN: return .boolean(result.boolean != 0)
    case RESPMAP_XPATH_NUMBER: return .number(text: XPathNumber.text(of: result.number))
    case RESPMAP_XPATH_STRING: return .text(try text(of: 0, longest: resultBytes))
    case RESPMAP_XPATH_LIMIT: throw .operations
    default: throw .failed
    }
  }

  /// An element as XML, with all namespace declarations in scope; of a root node its element. `nil` for
  /// other nodes, and once a further expression has been evaluated or a document read.
  package func serialization(of node: XMLNode) -> String? {
    guard node.evaluation == evaluation else { return nil }
    return unsafe string { unsafe respmap_xml_result_serialization(parser, node.position, &$0) }
  }

  /// How many namespace declarations an element and those around it have: what its serialization costs
  /// beside its length.
  package func declarationCount(around node: XMLNode) -> Int {
    guard node.evaluation == evaluation else { return 0 }
    return unsafe respmap_xml_result_declarations(parser, node.position)
  }

  /// A path that selects the node, such as `/a/b[2]/@c`; `*` stands for a name in the default namespace.
  /// `nil` once a further expression has been evaluated or a document read.
  package func path(of node: XMLNode) -> String? {
    guard node.evaluation == evaluation else { return nil }
    return unsafe string { unsafe respmap_xml_result_path(parser, node.position, &$0) }
  }

  // MARK: Nodes

  private func nodes(_ count: Int, resultBytes: Int) throws(Problem) -> [XMLNode] {
    var nodes: [XMLNode] = []
    nodes.reserveCapacity(count)
    var left = resultBytes
    for position in 0..<count {
      let node = try node(position, longest: left)
      left -= node.text.utf8.count
      nodes.append(node)
    }
    return nodes
  }

  private func node(_ position: Int, longest: Int) throws(Problem) -> XMLNode {
    let node = unsafe respmap_xml_result_node(parser, position)
    return XMLNode(
      kind: XMLNode.Kind(node.kind), text: try text(of: position, longest: longest),
      hasElementChildren: node.has_element_children != 0, isNil: node.is_nil != 0,
      position: position, evaluation: evaluation)
  }

  private func text(of position: Int, longest: Int) throws(Problem) -> String {
    var count = 0
    guard let bytes = unsafe respmap_xml_result_text(parser, position, &count) else {
      throw .failed
    }
    guard count <= longest else { throw .resultBytes }
    return unsafe String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  private func string(_ text: (inout Int) -> UnsafePointer<UInt8>?) -> String? {
    var count = 0
    guard let bytes = unsafe text(&count) else { return nil }
    return unsafe String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }
}

extension XMLNode.Kind {
  fileprivate init(_ kind: Int32) {
    self =
      switch Int(kind) {
      case RESPMAP_NODE_ELEMENT: .element
      case RESPMAP_NODE_ATTRIBUTE: .attribute
      case RESPMAP_NODE_TEXT: .text
      case RESPMAP_NODE_COMMENT: .comment
      case RESPMAP_NODE_INSTRUCTION: .processingInstruction
      case RESPMAP_NODE_NAMESPACE: .namespace
      default: .root
      }
  }
}
