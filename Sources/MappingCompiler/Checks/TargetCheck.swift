import Diagnostics
import LeadFields
import MappingSyntax

extension Checker {
  /// Resolves the target's name and type: a known field has its own type, any other is a string unless
  /// its annotation says otherwise.
  mutating func checkTarget(_ target: TargetSyntax) -> CheckedTarget? {
    guard let name = target.name else { return nil }
    let annotated = annotatedType(target.annotation)
    if target.annotation != nil, annotated == nil { return nil }
    let range = target.nameToken.range
    // A field that cannot be looked up is taken as it is written: what keeps it from that is told.
    if scope.lacksCatalogue { return written(name, annotated ?? .string, at: range) }
    switch (scope.catalogue ?? .standard).resolve(name, suggesting: &search) {
    case .field(let field, let match):
      return known(field, match, name: name, annotated, target.annotation, at: range)
    case .label(let field):
      report(.labelAsField(label: name, field: field.emittedName), at: range)
      return written(name, annotated ?? .string, at: range)
    case .ambiguous(let fields):
      report(.ambiguousLabel(name, candidates: fields.map(\.emittedName)), at: range)
    case .notATarget(let field):
      report(.notAWebhookTarget(field.emittedName), at: range)
    case .unknown(let suggestions, let standard):
      report(
        .unknownField(name, suggestions: suggestions, isStandard: standard != nil), at: range)
    case .custom: return written(name, annotated ?? .string, at: range)
    }
    return nil
  }

  private mutating func known(
    _ field: LeadField, _ match: FieldMatch, name: String, _ annotated: FieldType?,
    _ annotation: TypeAnnotationSyntax?, at range: SourceRange
  ) -> CheckedTarget? {
    if match.note == .noSOAPNameOnRecord { report(.noSOAPName(field: name), at: range) }
    guard checkThatFieldIsNotReadOnly(field, name: name, at: range) else { return nil }
    checkAnnotation(annotation, annotated, of: field, name: name)
    let type = annotated ?? field.type
    return written(
      field.emittedName, type, at: range,
      lengthLimit: type == field.type ? field.lengthLimit : type.lengthLimit,
      sideEffect: field.sideEffect)
  }

  private mutating func written(
    _ field: String, _ type: FieldType, at range: SourceRange
  ) -> CheckedTarget? {
    written(field, type, at: range, lengthLimit: type.lengthLimit, sideEffect: nil)
  }

  private mutating func written(
    _ field: String, _ type: FieldType, at range: SourceRange, lengthLimit: LengthLimit?,
    sideEffect: SideEffect?
  ) -> CheckedTarget? {
    guard checkThatTypeIsWritable(type, field, at: range) else { return nil }
    checkPrecision(of: type, at: range)
    return CheckedTarget(
      field: field, type: type, lengthLimit: lengthLimit, sideEffect: sideEffect, range: range)
  }
}
