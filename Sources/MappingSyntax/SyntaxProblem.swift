package import Diagnostics

/// Why a text is not a sentence of the mapping language, and where.
///
/// One mistake gives one problem; the wording is in `SyntaxProblem+Wording.swift` and the files
/// beside it.
package struct SyntaxProblem: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case notUTF8(byte: UInt8, isUTF16: Bool)
    case emptyFile
    case missingArrow(written: WrittenArrow?, comment: SourceRange?)
    /// `continuedBy`: the sign that begins the line, and so made it a part of the statement above.
    case secondArrow(first: SourceRange, continuedBy: String?)
    /// `isBehindArrow`: the opener stands where the field is written.
    case unclosed(Opener, isBehindArrow: Bool)
    case unexpectedText(after: Place)
    /// A `,` or `;` at the end of a statement.
    case strayPunctuation(String)
    case invalidEscape
    case controlCharacter
    case directive(DirectiveProblem)
    /// `isModifier`: behind a field, else in a directive of its own.
    case policy(PolicyProblem, isModifier: Bool)
    case source(SourceProblem)
    case target(TargetProblem)
    case template(TemplateProblem)
    case transform(TransformProblem)
    case suppression(SuppressionProblem)
  }

  package enum Opener: Hashable, Sendable { case bracket, singleQuote, doubleQuote }

  /// What somebody wrote where an arrow was wanted.
  package struct WrittenArrow: Hashable, Sendable {
    package enum Spelling: String, CaseIterable, Hashable, Sendable {
      case fat = "=>"
      case unicode = "→"
      case unicodeFat = "⇒"
      case dash = "–>"
      case longDash = "—>"
      case split = "- >"
      case backward = "<-"
      case assignment = "="
    }

    package let spelling: Spelling
    package let range: SourceRange
    /// Whether the statement has no other text that may be meant as its arrow.
    package let isOnly: Bool
  }

  package enum Place: Hashable, Sendable {
    /// A directive with all that belongs to it.
    case directive(DirectiveWord)
    case template
    /// The name of an attribute, a path's last step.
    case attribute
    case transform
    /// `whole` is the field with what follows it.
    case field(whole: String, range: SourceRange)
    case colon
    case type
    case modifier
  }

  package enum DirectiveProblem: Hashable, Sendable {
    case unknown(word: String, suggestion: DirectiveWord)
    case missingFormat
    case unknownFormat(word: String, suggestion: BodyFormatWord?)
    case missingProfile
    case unknownProfile(word: String, suggestion: ProfileWord?)
    /// `written`: what stands there without its quotes, nil where nothing does.
    case missingText(TextPlace, written: String?)
    case emptyText(TextPlace)
    case missingPrefix
    case invalidPrefix(String)
    case missingEquals
    /// `written`: the word that stands in its place.
    case missingWhen(GuardWord, written: String?)
    case missingCondition(GuardWord)
    case becauseWithoutReject(GuardWord)
    case missingStatusAction
    case unknownStatusAction(word: String, suggestion: StatusActionWord?)
    case invalidStatus(String)
    case missingComma
    case extraComma
  }

  /// Where a directive wants a text in double quotes.
  package enum TextPlace: Hashable, Sendable { case fields, namespace, because }

  package enum SourceProblem: Hashable, Sendable {
    /// There is no path before the arrow.
    case missing
    /// A path that stands alone holds nothing but white space.
    case emptyPath
    /// There is nothing before the operator, or behind it.
    case missingOperand(Operator, isBefore: Bool)
    case missingKey(after: KeyPlace)
    /// `quoted` is the key that holds it as it is written in quotes, in place of `key`.
    case illegalKeyCharacter(String, key: SourceRange, quoted: String?)
    case invalidIndex(String)
    case indexTooLarge
    case missingDot
    /// A path or condition of more bytes than that.
    case tooLong(limit: Int)
  }

  package enum Operator: String, Hashable, Sendable {
    case fallback = "??"
    case transform = "|>"
  }

  package enum KeyPlace: Hashable, Sendable { case dot, start, at }

  package enum TargetProblem: Hashable, Sendable {
    case missingField
    case invalidFieldName(String)
    case missingType
    /// `??` or `|>` behind the arrow.
    case operatorBehindArrow(Operator)
    case unknownModifier(word: String, suggestion: String)
    case repeatedModifier(String)
    case missingBlank(written: String?)
  }

  package enum PolicyProblem: Hashable, Sendable {
    case missingSituation
    case unknownSituation(word: String, suggestion: SituationWord?)
    case missingAction(SituationWord)
    case unknownAction(word: String, suggestion: PolicyActionWord?)
  }

  package enum TemplateProblem: Hashable, Sendable {
    case loneBrace
    case emptyHole
    case unclosedHole
    case quoteInHole
    case operatorInHole(Operator)
  }

  package enum TransformProblem: Hashable, Sendable {
    case missingName
    case invalidName(String)
    case missingOperator
    case unclosedArguments
    case missingComma
    case extraComma
    case missingArgument
    case missingValue
    /// `text` is what stands between the quotes, nil where it cannot simply change its quotes.
    case singleQuotes(text: String?)
    case unreadableArgument(String)
  }

  package enum SuppressionProblem: Hashable, Sendable {
    case malformed
    case noCodes
    case unknownCode(String, suggestion: String?)
    case errorCode(DiagnosticCode)
    case ownLine
  }

  package let kind: Kind
  package let range: SourceRange

  package init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}
