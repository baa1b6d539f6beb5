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
  /// Whether the grammar wants this token and the file does not have it.
  package let isMissing: Bool
  private let triviaStart: Int
  private let start: Int
  private let end: Int

  init(_ kind: Kind, behind triviaStart: Int, _ start: Int, _ end: Int, isMissing: Bool) {
    self.kind = kind
    self.isMissing = isMissing
    self.triviaStart = triviaStart
    self.start = start
    self.end = end
  }

  /// White space, comments and line breaks before the token.
  package var leadingTrivia: SourceRange { SourceRange(triviaStart, start) }
  /// The token's own text; empty for a missing token and at the end of the file.
  package var range: SourceRange { SourceRange(start, end) }
}
