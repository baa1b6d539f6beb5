import Diagnostics
import LeadFields
import MappingPlan
import Transforms

/// What is wrong with a value on its way into a field.
enum ValueProblem: Hashable, Sendable {
  case unknownTransform(String, suggestion: String?)
  case transformArguments(TransformCall, ArgumentProblem)
  case transformInput(String, takes: Kinds, given: Kinds)
  case listIntoTransform(String, insertAt: Int)
  case listIntoTemplate
  case listIntoField(field: String, insertAt: Int)
  case valueCannotFit(type: FieldType, given: Kinds)
  case literalCannotFit(type: FieldType, reason: String)
  case unreachableFallback(before: SourceRange)

  var code: DiagnosticCode {
    switch self {
    case .unknownTransform: .unknownTransform
    case .transformArguments: .transformArguments
    case .transformInput: .transformInput
    case .listIntoTransform, .listIntoTemplate, .listIntoField: .pluralIntoScalar
    case .valueCannotFit, .literalCannotFit: .valueCannotFit
    case .unreachableFallback: .unreachableFallback
    }
  }
}
