package import Diagnostics

/// One lexical piece of a mapping file, as ranges into its ``SourceText``.
///
/// The tokens of a file, in order, tile it: each begins, with the trivia before it, where the one
/// before ended, so that the tree can print the file back byte for byte.
package struct Token: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case word, string, key, quotedKey, index, dot, leftBracket, rightBracket, arrow, colon
    case attribute, jsonPath, xPath, number, comma, equals, `operator`
    case leftParenthesis, rightParenthesis, condition
    case quote, templateText, leftBrace, rightBrace
    /// Text that no production can hold: kept, so that nothing is lost.
    case unexpected
    case endOfFile
  }

  package let kind: Kind
  /// White space, comments and line breaks before the token.
  package let leadingTrivia: SourceRange
  /// The token's own text; empty for a missing token and at the end of the file.
  package let range: SourceRange
  /// Whether the grammar wants this token and the file does not have it.
  package let isMissing: Bool
}
