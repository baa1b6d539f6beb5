import Diagnostics
import LeadFields
import MappingPlan

/// What is wrong with a path.
enum PathProblem: Hashable, Sendable {
  case typeInKey(FieldType)
  case positionAsKey(String)
  case indexWithoutName(isSecond: Bool)
  case notAnElementName(String)
  case attributeInJSON(String)
  case tooManySteps
  case wrongNotation(Notation, BodyFormat)
  case unparenthesizedXPath(text: String)
  case notPortable(Construct, rewrite: String?)
  /// `[0]` in XPath, which counts from 1.
  case zeroPosition
  case rootNotNamed(name: String, root: String)
  /// An element has a child with an index and another without.
  case mixedChildren(of: String, repeated: String, single: String)

  enum Notation: String, Hashable, Sendable {
    case jsonPath = "JSONPath"
    case xPath = "XPath"
  }

  /// What the profile `marketo` does not have.
  enum Construct: Hashable, Sendable {
    case jsonPath, xPath, quotedKey, attribute, topLevelArray, template, fallback, transform
    case guardDirective, statusRule, policy, requirement, condition, nonASCIIKey(String)
  }

  var code: DiagnosticCode {
    switch self {
    case .wrongNotation, .attributeInJSON: .wrongNotation
    case .tooManySteps: .pathTooLong
    case .typeInKey: .typeInKey
    case .positionAsKey: .positionAsKey
    case .indexWithoutName: .indexWithoutName
    case .notAnElementName: .notAnElementName
    case .unparenthesizedXPath: .xPathSyntax
    case .notPortable: .notPortable
    case .zeroPosition: .zeroPosition
    case .rootNotNamed: .rootNotNamed
    case .mixedChildren: .mixedChildren
    }
  }
}
