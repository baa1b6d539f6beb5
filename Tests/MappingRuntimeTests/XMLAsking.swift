import CXMLPush
import MappingRuntime
import XPath

/// Documents that are read into a tree and asked.
///
/// Safety: the parser lives as long as this value, which one test uses.
@safe
final class XMLAsking {
  private let parser: OpaquePointer
  private(set) var tree: XMLTree

  init(_ expressions: [String], namespaces: [(prefix: String, uri: String)] = []) throws {
    let expressions = try expressions.map { text throws(XPathProblem) in
      try XPathExpression.parse(text)
    }
    guard let parser = unsafe respmap_xml_create() else { throw XMLTree.Problem.failed }
    unsafe self.parser = parser
    do {
      tree = unsafe try XMLTree(of: parser, namespaces: namespaces, expressions: expressions)
    } catch {
      unsafe respmap_xml_destroy(parser)
      throw error
    }
  }

  deinit { unsafe respmap_xml_destroy(parser) }

  /// Reads a document, in pieces of that many bytes; the result is why it is refused.
  @discardableResult
  func read(
    _ document: some Collection<UInt8>, piece: Int = .max, treeNodes: Int = 1_000_000,
    buildsTree: Bool = true
  ) -> Int {
    let limits = respmap_xml_limits(
      depth: 300, attributes: 256, token_bytes: 64 << 10, names: 4096, name_bytes: 4 << 20,
      text_bytes: 64 << 20, tree_nodes: Int32(clamping: treeNodes))
    let handlers = unsafe respmap_xml_handlers(
      start: { _, _, _, _, _, _ in }, end: { _ in }, text: { _, _, _ in 0 })
    _ = unsafe respmap_xml_begin(parser, limits, handlers, nil, buildsTree ? 1 : 0)
    var rest = Array(document)[...]
    var wantsMore = true
    while !rest.isEmpty, wantsMore {
      let next = Array(rest.prefix(piece))
      rest = rest.dropFirst(piece)
      wantsMore = unsafe next.withUnsafeBufferPointer { bytes in
        unsafe respmap_xml_feed(parser, bytes.baseAddress, bytes.count) != 0
      }
    }
    return unsafe Int(respmap_xml_end(parser).reason)
  }

  func read(_ document: String) -> Int { read(document.utf8) }

  func value(
    _ index: Int = 0, operations: Int = 10_000_000, resultBytes: Int = 1 << 24
  ) throws(XMLTree.Problem) -> XPathResult {
    try tree.evaluate(index, operations: operations, resultBytes: resultBytes)
  }

  /// The value of one expression on one document.
  static func value(
    of expression: String, in document: String, namespaces: [(prefix: String, uri: String)] = []
  ) throws -> XPathResult {
    let asking = try XMLAsking([expression], namespaces: namespaces)
    guard asking.read(document) == RESPMAP_XML_OK else { throw XMLTree.Problem.failed }
    return try asking.value()
  }
}

extension XPathResult {
  /// The nodes; none where the result is of another type.
  var nodes: [XMLNode] {
    if case .nodes(let nodes) = self { nodes } else { [] }
  }
}
