package import Diagnostics

/// An expression of XPath 1.0 that is well-formed and well-typed, and what is known of it.
package struct XPathExpression: Hashable, Sendable {
  package let syntax: XPathSyntax
  /// The prefixes, in the order of the text; a prefix comes as often as it is used.
  package let usedPrefixes: [XPathPrefixUse]
  /// The predicates `[0]`: positions count from 1, so they select nothing.
  package let zeroPositions: [SourceRange]
  /// Whether one pair of parentheses holds the whole text.
  package let isParenthesized: Bool

  /// Parses a part of a text. Positions of problems and facts are offsets into the whole text.
  ///
  /// - Parameters:
  ///   - text: bytes that are UTF-8.
  ///   - prefixes: the prefixes that are declared; `nil`: any may be used. `xml` always may.
  /// - Throws: the first mistake in the grammar, else the first of those that it lets pass.
  /// - Complexity: O(*n*) in the range.
  package static func parse(
    _ text: [UInt8], in range: SourceRange, prefixes: Set<String>?
  ) throws(XPathProblem) -> XPathExpression {
    var lexer = Lexer(text, in: range)
    var parser = Parser(try lexer.allTokens(), of: text, prefixes: prefixes)
    return try parser.wholeExpression()
  }

  package static func parse(
    _ text: String, prefixes: Set<String>? = nil
  ) throws(XPathProblem) -> XPathExpression {
    let bytes = Array(text.utf8)
    return try parse(bytes, in: SourceRange(0, bytes.count), prefixes: prefixes)
  }

  /// The type of every value of the expression.
  package var type: XPathType { syntax.type }

  /// Whether it is a location path, or a union of them: what a mapping takes without parentheses.
  package var isLocationPathOrUnion: Bool {
    switch syntax {
    case .path: true
    case .union(let operands): operands.allSatisfy { $0.locationPath != nil }
    default: false
    }
  }

  /// Whether it is a location path or union of them that begins at the root in all its parts.
  package var isAbsolute: Bool {
    switch syntax {
    case .path(let path): path.isAbsolute
    case .union(let operands): operands.allSatisfy { $0.locationPath?.isAbsolute == true }
    default: false
    }
  }
}

/// A prefix of a name, and where it stands.
package struct XPathPrefixUse: Hashable, Sendable {
  package let prefix: String
  package let range: SourceRange
}

extension XPathSyntax {
  var locationPath: XPathLocationPath? {
    if case .path(let path) = self { path } else { nil }
  }
}
