package import Diagnostics

/// A logical expression of RFC 9535 that stands alone, as a guard: `$.status == "ok" && !$.error`.
///
/// `@` is the whole document there, as `$` is; it is read as `$`.
package struct JSONPathCondition: Hashable, Sendable {
  package let expression: LogicalExpression
  package let place: SourcePlace

  package var range: SourceRange { place.range }

  /// - Throws: ``JSONPathProblem``, the first one.
  /// - Complexity: O(*n*).
  package static func parse(
    _ text: [UInt8], in range: SourceRange
  ) throws(JSONPathProblem) -> JSONPathCondition {
    var parser = Parser(text, in: range)
    return JSONPathCondition(expression: try parser.condition(), place: SourcePlace(range))
  }

  package static func parse(_ text: String) throws(JSONPathProblem) -> JSONPathCondition {
    let bytes = Array(text.utf8)
    return try parse(bytes, in: SourceRange(0, bytes.count))
  }
}

extension JSONPathQuery {
  /// Reads a whole query; `range` is the part of the text that it is, which is UTF-8.
  ///
  /// - Throws: ``JSONPathProblem``, the first one.
  /// - Complexity: O(*n*).
  package static func parse(
    _ text: [UInt8], in range: SourceRange
  ) throws(JSONPathProblem) -> JSONPathQuery {
    var parser = Parser(text, in: range)
    return try parser.wholeQuery()
  }

  package static func parse(_ text: String) throws(JSONPathProblem) -> JSONPathQuery {
    let bytes = Array(text.utf8)
    return try parse(bytes, in: SourceRange(0, bytes.count))
  }
}
