import MappingPlan
@testable import MappingRuntime
import XPath

/// Documents that are read into a tree and asked.
final class XMLAsking {
  /// What became of a document.
  enum Answer: Equatable {
    case read
    case malformed(XMLMalformation)
    case beyond(Limits.Name)
  }

  struct Refusal: Error {}

  private let queries: XPathQueries
  private var parser: XMLParser
  private var sink: XMLSink

  init(
    _ expressions: [String], namespaces: [(prefix: String, uri: String)] = [],
    treeNodes: Int = 1_000_000, streams: Bool = false
  ) throws {
    let expressions = try expressions.map { text throws(XPathProblem) in
      try XPathExpression.parse(text)
    }
    let plan = Plan(format: .xml, trie: PathTrie(states: []), bindings: [])
    let match = XMLMatch(try XMLProgram(lowering: plan), longestText: 0)
    queries = XPathQueries(expressions, namespaces: namespaces, streams: streams)
    parser = XMLParser(Limits(xmlDepth: 300))
    sink = XMLSink(match, queries, mostNodes: treeNodes)
  }

  /// Reads a document.
  @discardableResult
  func read(_ document: some Collection<UInt8>) -> Answer {
    sink.reset(keepsNamespaces: parser.reset())
    defer { sink.finish() }
    let text = Array(document)
    do throws(XMLFlaw) {
      try unsafe text.withUnsafeBufferPointer { text throws(XMLFlaw) in
        try unsafe parser.parse(text, into: &sink)
      }
      return .read
    } catch {
      switch error.reason {
      case .malformed(let malformation): return .malformed(malformation)
      case .limit(let name): return .beyond(name)
      }
    }
  }

  /// What the expressions are asked of.
  var tree: XMLTree { sink.tree ?? queries.makeTree(mostNodes: 0) }

  /// Whether the expressions are answered without a tree of the document.
  var isStreaming: Bool { queries.patterns != nil }

  func read(_ document: String) -> Answer { read(document.utf8) }

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
    guard asking.read(document) == .read else { throw Refusal() }
    return try asking.value()
  }
}

extension XPathResult {
  /// The nodes; none where the result is of another type.
  var nodes: [XMLNode] {
    if case .nodes(let nodes) = self { nodes } else { [] }
  }
}
