package import Diagnostics

/// Why a text is no expression of XPath 1.0, or one that cannot have a value, and where.
///
/// The first mistake in the grammar is the problem; only a text without one is looked at further. The
/// wording is in `XPathProblem+Wording.swift`.
package struct XPathProblem: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    // The grammar.
    case unclosedQuote
    case unclosedBracket(Bracket)
    case unopenedBracket(Bracket)
    case unexpectedCharacter(Unicode.Scalar)
    /// A letter that XML 1.0 lets stand in names and XPath 1.0 does not.
    case nameCharacter(Unicode.Scalar)
    /// An operator of another language: `==`.
    case foreignOperator(String, meant: String)
    /// `$.a`, `$`.
    case jsonPath
    /// `.a`, where a slash belongs between steps.
    case dotBeforeName
    case missingExpression(after: String?)
    case missingNodeTest(after: String)
    case trailingSlash(String)
    case unknownAxis(String, suggestion: XPathAxis?)
    /// `a b`; a word may be an operator in another spelling.
    case missingOperator(String, meant: String?)
    /// An operator of XPath 2.
    case laterOperator(String)
    /// `a/string()`: in XPath 1.0 no step is a function call.
    case functionAsStep(String)
    /// `.[1]`, `..[1]`.
    case predicateOfAbbreviation(String)
    case nodeTypeArgument(String)
    /// `a@b`
    case missingSlash
    case unexpectedText(String)
    case spaceInName
    case tooDeep(limit: Int)
    case tooLong(limit: Int)

    // What the grammar lets pass.
    case unknownFunction(String, suggestion: XPathFunction?)
    /// A function of XPath 2 or later.
    case laterFunction(String, instead: String)
    case argumentCount(XPathFunction, given: Int)
    case notANodeSet(XPathType, NodeSetPlace)
    case undeclaredPrefix(String, suggestion: String?)
    case unknownVariable(String)
  }

  package enum Bracket: Hashable, Sendable { case round, square }

  /// What wants a node-set.
  package enum NodeSetPlace: Hashable, Sendable {
    case argument(XPathFunction)
    case union, predicate, steps
  }

  package let kind: Kind
  package let range: SourceRange

  package init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}
