package import Diagnostics
package import IRegexp

/// Why a text is no well-formed and valid query of RFC 9535, and where.
///
/// The first mistake of a path is the one that is told; the wording is in
/// `JSONPathProblem+Wording.swift`.
package struct JSONPathProblem: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    // The grammar.
    case missingRoot
    /// Blank space before or behind the query.
    case surroundingSpace
    case missingName
    /// A character that a name after a dot cannot hold; `quoted` is the name in brackets.
    case illegalNameCharacter(String, quoted: String?)
    /// `$.['a']`
    case dotBeforeBracket
    /// `$.0`
    case dotBeforeIndex
    /// `$[a]`
    case unquotedName(String)
    /// `$[(@.length-1)]`
    case scriptExpression
    case missingSelector
    case missingComma
    case unclosed(Opener)
    case invalidEscape(inDoubleQuotes: Bool)
    case loneSurrogate
    case controlCharacter
    /// `@` where no filter is.
    case currentOutsideFilter
    case missingOperand
    /// A bare word where a value is wanted; `literal` is what was meant if that is known.
    case bareWord(String, literal: String?)
    case wrongOperator(WrittenOperator)
    /// `1 < @.a < 3`
    case chainedComparison
    /// `!@.a == 1`
    case negatedOperand
    /// `(@.a) == 1`
    case parenthesizedOperand
    /// `@.a.length()`
    case methodCall(String)
    case spaceBeforeArguments
    /// `@[ 'a' ] == 1`: what is compared is spelled without blanks within brackets.
    case spaceInComparedBrackets
    case unexpectedText(String)
    case tooDeep(limit: Int)

    // Numbers.
    case leadingZero
    case negativeZero
    case integerOutOfRange
    case missingDigit
    case fractionalIndex

    // Well-typedness, RFC 9535 §2.4.3.
    case unknownFunction(String, suggestion: JSONPathFunction?)
    case argumentCount(JSONPathFunction, found: Int)
    /// An argument that must be a query, and is not.
    case argumentIsNoQuery(JSONPathFunction)
    /// An argument that must be a value, and is true or false by a test.
    case argumentIsNoValue(JSONPathFunction)
    case literalAsTest
    case valueAsTest(JSONPathFunction)
    case comparedTest(JSONPathFunction)
    case notSingular(Use)
    case invalidRegexp(IRegexpProblem)
  }

  package enum Opener: Hashable, Sendable {
    case bracket, parenthesis, singleQuote, doubleQuote
  }

  /// What somebody wrote who thinks of another language.
  package enum WrittenOperator: String, CaseIterable, Hashable, Sendable {
    // The longer one first where one begins another.
    case strictEqual = "==="
    case strictUnequal = "!=="
    case regexp = "=~"
    case arrowLess = "=<"
    case arrowGreater = "=>"
    case unequal = "<>"
    case assignment = "="
    case bitAnd = "&"
    case bitOr = "|"
    case and, or, not
    case membership = "in"
  }

  package enum Use: Hashable, Sendable {
    case comparison
    case argument(JSONPathFunction)
  }

  /// A text that mends the problem if it takes the place of the range.
  package struct Rewrite: Hashable, Sendable {
    package let range: SourceRange
    package let text: String
    /// Whether this is what was meant beyond doubt.
    package let isSafe: Bool
  }

  package let kind: Kind
  package let range: SourceRange
  package let rewrite: Rewrite?

  package init(_ kind: Kind, at range: SourceRange, rewrite: Rewrite? = nil) {
    self.kind = kind
    self.range = range
    self.rewrite = rewrite
  }
}
