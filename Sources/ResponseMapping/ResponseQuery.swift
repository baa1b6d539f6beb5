public import Diagnostics
internal import MappingCompiler
internal import MappingPlan
public import MappingRuntime

/// One path in any notation, to be asked of response bodies.
///
/// ```swift
/// let query = try ResponseQuery("$.orders[?@.open].id", format: .json)
/// for node in try query.select(in: body) {
///   print(node.text, node.path ?? "")
/// }
/// ```
///
/// A path means what it means in a mapping, and a body is read with the same checks. A query is immutable:
/// any number of threads may use one at the same time.
public struct ResponseQuery: Sendable {
  /// What should be looked at in the path, though it can be used.
  public let warnings: [Diagnostic]
  public let format: ResponseFormat
  private let query: BodyQuery

  /// Parses a path: JSONPath if its first character is `$`, XPath if it is `/` or `(`, else Marketo's
  /// notation. It is taken as it is, blanks included.
  ///
  /// A number or truth value is a key here, and an XPath that is no location path needs no parentheses
  /// around it.
  ///
  /// - Parameters:
  ///   - path: in Marketo's notation, JSONPath or XPath.
  ///   - format: what the bodies are written in.
  ///   - namespaces: what the prefixes in XPath stand for; the other notations have none.
  /// - Throws: Everything that is wrong with the path; ranges count in the path's text.
  /// - Complexity: O(*n*) in the length of the path.
  public init(
    _ path: String, format: ResponseFormat, namespaces: [String: String] = [:]
  ) throws(MappingDiagnostics) {
    let source = Array(path.utf8)
    let namespaces = namespaces.map { Namespace(prefix: $0.key, uri: $0.value) }
      .sorted { $0.prefix < $1.prefix }
    let compilation = Compiler.compilePath(
      source, format: format.bodyFormat, namespaces: namespaces)
    guard let compiled = compilation.path else {
      throw MappingDiagnostics(
        diagnostics: compilation.diagnostics, omitted: 0, source: source)
    }
    do {
      query =
        switch compiled {
        case .steps(let steps): try BodyQuery(steps, format: format.bodyFormat)
        case .query(let text):
          try BodyQuery(text, format: format.bodyFormat, namespaces: namespaces)
        }
    } catch {
      throw MappingDiagnostics(error.diagnostic, source: source)
    }
    self.format = format
    warnings = compilation.diagnostics
  }

  /// The nodes that the path leads to, in document order; none is no error.
  ///
  /// - Parameters:
  ///   - body: with its content encodings decoded.
  ///   - limits: how large it may be.
  /// - Throws: Why the body cannot be read, as an evaluation says it.
  /// - Complexity: O(*n*) in the length of the body, and in the steps that the limits allow for the
  ///   search.
  public func select(
    in body: [UInt8], limits: Limits = Limits()
  ) throws(BodyFailure) -> [ResponseNode] {
    try selection(in: body, limits: limits).nodes
  }

  /// The same, and why there may be none.
  public func selection(
    in body: [UInt8], limits: Limits = Limits()
  ) throws(BodyFailure) -> ResponseSelection {
    do {
      let (nodes, missed) = try unsafe query.select(in: body.span.bytes, limits: limits)
      return ResponseSelection(
        nodes: nodes.map(ResponseNode.init), missedName: missed?.name, missedNamespace: missed?.uri)
    } catch {
      throw BodyFailure(error, of: query.plan)
    }
  }
}

/// What a path selects in a body.
public struct ResponseSelection: Sendable {
  /// In document order.
  public let nodes: [ResponseNode]
  /// Where an XPath selects nothing: an element that it speaks of by its name alone, while the body has it
  /// in a default namespace; nil if there is none.
  public let missedName: String?
  /// The namespace that holds it.
  public let missedNamespace: String?
}
