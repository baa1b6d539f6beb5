/// Why a text is no I-Regexp (RFC 9485), or one too costly to run, and where.
package struct IRegexpProblem: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// A character that must be escaped, such as `)` without its `(` or a `]`.
    case unexpectedCharacter(Unicode.Scalar)
    /// `*`, `+`, `?` or `{` without anything before it to repeat.
    case nothingToRepeat
    /// `{` is not followed by a count, or the count is not closed.
    case malformedCount
    /// `{3,2}`.
    case descendingCount
    /// A backslash before a character that has no escape, such as `\d`.
    case invalidEscape
    /// `\p{` without one of the categories of RFC 9485 §4.
    case unknownCategory
    case unclosedParenthesis
    case unclosedClass
    case emptyClass
    /// A hyphen that neither makes a range nor stands first or last in its class.
    case misplacedHyphen
    /// `[z-a]`.
    case descendingRange
    case tooLong(limit: Int)
    case tooDeep(limit: Int)
    case tooManyStates(limit: Int)
  }

  package let kind: Kind
  /// Where in the pattern, in bytes of its UTF-8.
  package let offset: Int
}
