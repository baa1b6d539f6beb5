import Diagnostics
import LeadFields
import MappingSyntax

extension Checker {
  /// Resolves the target's name and type: a standard field has its own type, any other is a string
  /// unless its annotation says otherwise.
  mutating func checkTarget(_ target: TargetSyntax) -> CheckedTarget? {
    guard let name = target.name else { return nil }
    let range = target.nameToken.range
    let annotated = annotatedType(target.annotation)
    if target.annotation != nil, annotated == nil { return nil }
    switch FieldResolution(of: name) {
    case .field(let field, let match):
      if match.note == .noSOAPNameOnRecord { report(.noSOAPName(field: name), at: range) }
      if let annotated, annotated.conversion != nil, annotated != field.type,
        let annotation = target.annotation
      {
        report(
          .typeContradiction(field: name, annotated: annotated, standard: field.type),
          at: annotation.typeToken.range)
      }
      return checked(field.emittedName, annotated ?? field.type, at: range)
    case .label(let field):
      report(.labelAsField(label: name, field: field.emittedName), at: range)
      return checked(name, annotated ?? .string, at: range)
    case .custom, .ambiguous, .notATarget, .unknown:
      // Only a catalogue could tell more than that the field is a custom one.
      return checked(name, annotated ?? .string, at: range)
    }
  }

  private mutating func checked(
    _ field: String, _ type: FieldType, at range: SourceRange
  ) -> CheckedTarget? {
    switch type.conversion {
    case nil:
      report(.notWritable(field: field, type: type), at: range)
      return nil
    case .decimal: report(.lossyType(type), at: range)
    case .text, .email, .integer, .boolean, .date, .dateTime: break
    }
    return CheckedTarget(field: field, type: type, range: range)
  }

  private mutating func annotatedType(_ annotation: TypeAnnotationSyntax?) -> FieldType? {
    guard let annotation, let name = annotation.typeName else { return nil }
    if let type = FieldType(rawValue: name) { return type }
    let nearest = Suggestion.nearest(to: name, among: FieldType.allCases.map(\.rawValue))
    let suggestion = FieldType.synonyms[name.lowercased()] ?? nearest.flatMap(FieldType.init)
    report(.unknownType(name, suggestion: suggestion), at: annotation.typeToken.range)
    return nil
  }
}
