import Diagnostics
import LeadFields

/// What is wrong, or likely to be, with a mapping file that can be read; the wording is in
/// `StaticProblem+Wording.swift`.
struct StaticProblem: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// `readAsKey` is a line that would be the directive if no arrow below continued it.
    case missingResponse(readAsKey: SourceRange?)
    case repeatedDirective(first: SourceRange)
    case misplacedDirective(firstMapping: SourceRange)
    case noMappings
    case unknownType(String, suggestion: FieldType?)
    case notWritable(field: String, type: FieldType)
    case typeContradiction(field: String, annotated: FieldType, standard: FieldType)
    case lossyType(FieldType)
    case noSOAPName(field: String)
    case labelAsField(label: String, field: String)
    case duplicateTarget(field: String, first: SourceRange)
    case typeInKey(FieldType)
    case positionAsKey(String)
    case indexWithoutName(isSecond: Bool)
    case notAnElementName(String)
  }

  let kind: Kind
  let range: SourceRange

  init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}
