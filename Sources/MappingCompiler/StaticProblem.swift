import Diagnostics
import LeadFields
import MappingPlan
import MappingSyntax
import Transforms

/// What is wrong, or likely to be, with a mapping file that can be read; the wording is in
/// `StaticProblem+Wording.swift` and `StaticProblem+Values.swift`.
struct StaticProblem: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    // The file.
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

    // Targets.
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

    // Paths.
    case typeInKey(FieldType)
    case positionAsKey(String)
    case indexWithoutName(isSecond: Bool)
    case notAnElementName(String)
    case attributeInJSON(String)
    case wrongNotation(Notation, BodyFormat)
    case unparenthesizedXPath(text: String)
    case notPortable(Construct, rewrite: String?)

    // Values.
    case unknownTransform(String, suggestion: String?)
    case transformArguments(TransformCall, ArgumentProblem)
    case transformInput(String, takes: Kinds, given: Kinds)
    case listIntoTransform(String, insertAt: Int)
    case listIntoTemplate
    case listIntoField(field: String, insertAt: Int)
    case valueCannotFit(type: FieldType, given: Kinds)
    case literalCannotFit(type: FieldType, reason: String)
    case unreachableFallback(before: SourceRange)
  }

  enum Notation: String, Hashable, Sendable {
    case jsonPath = "JSONPath"
    case xPath = "XPath"
  }

  /// What the profile `marketo` does not have.
  enum Construct: Hashable, Sendable {
    case jsonPath, xPath, quotedKey, attribute, topLevelArray, template, fallback, transform
    case guardDirective, statusRule, policy, requirement, condition, nonASCIIKey(String)
  }

  let kind: Kind
  let range: SourceRange

  init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

extension StaticProblem {
  var code: DiagnosticCode {
    switch kind {
    case .missingResponse: .missingResponse
    case .repeatedDirective: .repeatedDirective
    case .misplacedDirective: .misplacedDirective
    case .noMappings: .noMappings
    case .repeatedPrefix, .repeatedStatus, .repeatedPolicy: .repeatedRule
    case .namespaceInJSON, .wrongNotation, .attributeInJSON: .wrongNotation
    case .actionNotAllowed: .actionNotAllowed
    case .unavailableCatalogue: .unavailableCatalogue
    case .malformedCatalogue: .malformedCatalogue
    case .restNamesKept, .noSOAPName: .noSOAPName
    case .unusedSuppression: .unusedSuppression
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
    case .typeInKey: .typeInKey
    case .positionAsKey: .positionAsKey
    case .indexWithoutName: .indexWithoutName
    case .notAnElementName: .notAnElementName
    case .unparenthesizedXPath: .xPathSyntax
    case .notPortable: .notPortable
    case .unknownTransform: .unknownTransform
    case .transformArguments: .transformArguments
    case .transformInput: .transformInput
    case .listIntoTransform, .listIntoTemplate, .listIntoField: .pluralIntoScalar
    case .valueCannotFit, .literalCannotFit: .valueCannotFit
    case .unreachableFallback: .unreachableFallback
    }
  }
}
