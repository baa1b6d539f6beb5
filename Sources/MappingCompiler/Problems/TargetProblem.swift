import Diagnostics
import LeadFields

/// What is wrong with a lead field.
enum TargetProblem: Hashable, Sendable {
  case unknownType(String, suggestion: FieldType?)
  case unknownField(String, suggestions: [String], isStandard: Bool)
  case ambiguousLabel(String, candidates: [String])
  case notAWebhookTarget(String)
  case notWritable(field: String, type: FieldType)
  case readOnly(field: String)
  case typeContradiction(field: String, annotated: FieldType, actual: FieldType)
  case lossyType(FieldType)
  case noSOAPName(field: String)
  case labelAsField(label: String, field: String)
  case duplicateTarget(field: String, first: SourceRange)
  case sideEffect(SideEffect, field: String, others: [SourceRange])

  var code: DiagnosticCode {
    switch self {
    case .noSOAPName: .noSOAPName
    case .unknownType: .unknownType
    case .unknownField: .unknownField
    case .ambiguousLabel: .ambiguousLabel
    case .notAWebhookTarget: .notAWebhookTarget
    case .notWritable, .readOnly: .notWritable
    case .typeContradiction: .typeContradiction
    case .lossyType: .lossyType
    case .labelAsField: .labelAsField
    case .duplicateTarget: .duplicateTarget
    case .sideEffect: .sideEffects
    }
  }
}
