import CXMLPush
import MappingPlan
@testable import MappingRuntime
import XPath

/// Documents that are read into a tree and asked.
///
/// Safety: the parser and what its events go to live as long as this value, which one test uses.
@safe
final class XMLAsking {
  struct Refusal: Error {}

  private let queries: XPathQueries
  private let parser: OpaquePointer
  private let sink: UnsafeMutablePointer<XMLSink>

  init(
    _ expressions: [String], namespaces: [(prefix: String, uri: String)] = [],
    treeNodes: Int = 1_000_000, streams: Bool = false
  ) throws {
    let expressions = try expressions.map { text throws(XPathProblem) in
      try XPathExpression.parse(text)
    }
    guard let parser = unsafe respmap_xml_create() else { throw Refusal() }
    let plan = Plan(format: .xml, trie: PathTrie(states: []), bindings: [])
    let match = XMLMatch(try XMLProgram(lowering: plan), longestText: 0)
    queries = XPathQueries(expressions, namespaces: namespaces, streams: streams)
    unsafe self.parser = parser
    unsafe sink = .allocate(capacity: 1)
    unsafe sink.initialize(to: XMLSink(match, queries, mostNodes: treeNodes))
  }

  deinit {
    unsafe respmap_xml_destroy(parser)
    unsafe sink.deinitialize(count: 1)
    unsafe sink.deallocate()
  }

  /// Reads a document, in pieces of that many bytes; the result is why it is refused.
  @discardableResult
  func read(_ document: some Collection<UInt8>, piece: Int = .max) -> Int {
    let limits = respmap_xml_limits(
      depth: 300, attributes: 256, token_bytes: 64 << 10, names: 4096, name_bytes: 4 << 20,
      text_bytes: 64 << 20)
    let keepsNames = unsafe respmap_xml_begin(parser, limits, .ofSink(hearsAsides: true), sink) != 0
    unsafe sink.pointee.reset(keepsNames: keepsNames)
    var rest = Array(document)[...]
    var wantsMore = true
    while !rest.isEmpty, wantsMore {
      let next = Array(rest.prefix(piece))
      rest = rest.dropFirst(piece)
      wantsMore = unsafe next.withUnsafeBufferPointer { bytes in
        unsafe respmap_xml_feed(parser, bytes.baseAddress, bytes.count) != 0
      }
    }
    let outcome = unsafe respmap_xml_end(parser)
    unsafe sink.pointee.finish()
    return Int(outcome.reason)
  }

  /// What the expressions are asked of.
  var tree: XMLTree { unsafe sink.pointee.tree ?? queries.makeTree(mostNodes: 0) }

  /// Whether the expressions are answered without a tree of the document.
  var isStreaming: Bool { queries.patterns != nil }

  func read(_ document: String) -> Int { read(document.utf8) }

  func value(
    _ index: Int = 0, steps: Int = 10_000_000, resultBytes: Int = 1 << 24
  ) throws(XPathFailure) -> XPathResult {
    try queries.evaluate(index, on: tree, steps: steps, resultBytes: resultBytes)
  }

  /// The value of one expression on one document.
  static func value(
    of expression: String, in document: String, namespaces: [(prefix: String, uri: String)] = []
  ) throws -> XPathResult {
    let asking = try XMLAsking([expression], namespaces: namespaces)
    guard asking.read(document) == RESPMAP_XML_OK else { throw Refusal() }
    return try asking.value()
  }
}

extension XPathResult {
  /// The nodes; none where the result is of another type.
  var nodes: [XMLNode] {
    if case .nodes(let nodes) = self { nodes } else { [] }
  }
}
