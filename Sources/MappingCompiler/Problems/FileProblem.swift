import Diagnostics
import LeadFields
import MappingPlan
import MappingSyntax

/// What is wrong with the file as a whole and its directives.
enum FileProblem: Hashable, Sendable {
  /// `readAsKey` is a line that would be the directive if no arrow below continued it.
  case missingResponse(readAsKey: SourceRange?)
  case repeatedDirective(DirectiveWord, first: SourceRange)
  case misplacedDirective(DirectiveWord, firstMapping: SourceRange)
  case noMappings
  case repeatedPrefix(String, first: SourceRange)
  case namespaceInJSON
  case repeatedStatus(String, first: SourceRange)
  case repeatedPolicy(Policies.Situation, first: SourceRange)
  case actionNotAllowed(Policies.Action, Policies.Situation)
  case unavailableCatalogue(String)
  case malformedCatalogue(String, CatalogueProblem)
  case restNamesKept(count: Int)
  case unusedSuppression(DiagnosticCode)

  var code: DiagnosticCode {
    switch self {
    case .missingResponse: .missingResponse
    case .repeatedDirective: .repeatedDirective
    case .misplacedDirective: .misplacedDirective
    case .noMappings: .noMappings
    case .repeatedPrefix, .repeatedStatus, .repeatedPolicy: .repeatedRule
    case .namespaceInJSON: .wrongNotation
    case .actionNotAllowed: .actionNotAllowed
    case .unavailableCatalogue: .unavailableCatalogue
    case .malformedCatalogue: .malformedCatalogue
    case .restNamesKept: .noSOAPName
    case .unusedSuppression: .unusedSuppression
    }
  }
}
