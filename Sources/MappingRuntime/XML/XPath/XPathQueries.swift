package import XPath

/// Expressions that are prepared once, and evaluated on one document after the other. Immutable, so any
/// number of threads may use one at the same time.
package final class XPathQueries: Sendable {
  private let codes: [Result<XPathCode, XPathFailure>]
  private let names: XMLNameTable
  /// What the expressions want of a document, if they can be had without its tree.
  let patterns: XPathPatterns?

  /// - Parameters:
  ///   - wanted: how many nodes of each expression's value play a part; of those without a number all.
  ///   - streams: whether documents are streamed where all the expressions allow it.
  package init(
    _ expressions: [XPathExpression], namespaces: [(prefix: String, uri: String)],
    wanted: [Int] = [], streams: Bool
  ) {
    var lowering = XPathLowering(namespaces, streams: streams)
    var codes = XPathQueries.codes(expressions, wanted, &lowering)
    if streams, lowering.patterns == nil {
      lowering = XPathLowering(namespaces, streams: false)
      codes = XPathQueries.codes(expressions, wanted, &lowering)
    }
    self.codes = codes
    names = lowering.names
    patterns = lowering.patterns?.patterns()
  }

  private static func codes(
    _ expressions: [XPathExpression], _ wanted: [Int], _ lowering: inout XPathLowering
  ) -> [Result<XPathCode, XPathFailure>] {
    var codes: [Result<XPathCode, XPathFailure>] = []
    for (index, expression) in expressions.enumerated() {
      let wanted = index < wanted.count ? wanted[index] : .max
      do throws(XPathFailure) {
        codes.append(.success(try lowering.lower(expression.syntax, wanting: wanted)))
      } catch {
        codes.append(.failure(error))
      }
    }
    return codes
  }

  /// An empty tree that these expressions can be asked of.
  package func makeTree(mostNodes: Int) -> XMLTree { XMLTree(names, mostNodes: mostNodes) }

  /// The value of the expression of that index, the document's root node being the context.
  ///
  /// - Parameters:
  ///   - tree: one that these expressions have made.
  ///   - steps: what the evaluation may cost: a step is a node that is visited or kept, or 64 bytes of
  ///     text that are read or made.
  ///   - resultBytes: how long the string-values of the result may be together.
  /// - Complexity: O(steps), whatever the expression and the document; sorting makes it O(*n* log *n*).
  package func evaluate(
    _ index: Int, on tree: XMLTree, steps: Int, resultBytes: Int
  ) throws(XPathFailure) -> XPathResult {
    var evaluator = XPathEvaluator(tree, steps: steps)
    switch try evaluator.value(of: try codes[index].get(), in: .root) {
    case .nodes(let nodes): return .nodes(try tree.results(nodes, longest: resultBytes))
    case .boolean(let value): return .boolean(value)
    case .number(let value): return .number(text: XPathNumber.text(of: value))
    case .text(let text):
      guard text.count <= resultBytes else { throw .resultBytes }
      return .text(String(decoding: text, as: UTF8.self))
    }
  }

  /// Whether the expression of that index is true: `boolean` of its value (§4.3).
  package func holds(
    _ index: Int, on tree: XMLTree, steps: Int
  ) throws(XPathFailure) -> Bool {
    var evaluator = XPathEvaluator(tree, steps: steps)
    return try evaluator.value(of: try codes[index].get(), in: .root).boolean
  }
}

extension XMLTree {
  fileprivate func results(
    _ ids: [XMLNodeID], longest: Int
  ) throws(XPathFailure) -> [XMLNode] {
    var left = longest
    var results: [XMLNode] = []
    results.reserveCapacity(ids.count)
    for id in ids {
      let text = stringValue(of: id)
      guard text.count <= left else { throw .resultBytes }
      left -= text.count
      results.append(result(id, String(decoding: text, as: UTF8.self)))
    }
    return results
  }

  private func result(_ id: XMLNodeID, _ text: String) -> XMLNode {
    let isNode = id.declaration == nil
    return XMLNode(
      kind: kind(of: id), text: text,
      hasElementChildren: isNode && nodes[id.index].hasElementChildren,
      isNil: isNode && nodes[id.index].isNil, id: id, document: document)
  }
}
