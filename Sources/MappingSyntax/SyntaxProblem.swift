package import Diagnostics

/// Why a text is not a sentence of the mapping language, and where.
///
/// One mistake gives one problem; the wording is in `SyntaxProblem+Wording.swift`.
package struct SyntaxProblem: Error, Hashable, Sendable {
  package enum Opener: Hashable, Sendable { case bracket, singleQuote, doubleQuote }

  package enum Notation: Hashable, Sendable {
    case jsonPath, xPath, template, literal, fallback, transform
  }

  package enum Kind: Hashable, Sendable {
    case notUTF8(byte: UInt8, isUTF16: Bool)
    case emptyFile
    case unknownDirective(word: String, suggestion: DirectiveWord)
    /// A directive of the language that this version does not have.
    case unavailableDirective(String)
    case missingFormat
    case unknownFormat(word: String, suggestion: BodyFormatWord?)
    case missingArrow(written: WrittenArrow?, comment: SourceRange?)
    case secondArrow(first: SourceRange, continuesLine: Bool)
    /// `isBehindArrow`: the opener stands where the field is written.
    case unclosed(Opener, isBehindArrow: Bool)
    case missingPath
    case missingField
    case missingKey(after: KeyPlace)
    case illegalKeyCharacter(String, quoted: String?)
    case invalidIndex(String)
    case indexTooLarge
    case missingDot
    case invalidFieldName(String)
    case missingType
    case invalidEscape
    case controlCharacter
    case unexpectedText(after: Place)
    case unavailableNotation(Notation, quoted: String?)
  }

  /// What somebody wrote where an arrow was wanted.
  package enum WrittenArrow: String, CaseIterable, Hashable, Sendable {
    case fat = "=>"
    case unicode = "→"
    case unicodeFat = "⇒"
    case dash = "–>"
    case longDash = "—>"
    case backward = "<-"
    case assignment = "="
  }

  package enum KeyPlace: Hashable, Sendable { case dot, start }

  package enum Place: Hashable, Sendable {
    case response
    /// `whole` is the field with what follows it.
    case field(whole: String)
    case colon
    case type
  }

  package let kind: Kind
  package let range: SourceRange

  package init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}
