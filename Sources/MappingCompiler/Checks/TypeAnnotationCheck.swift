import Diagnostics
import LeadFields
import MappingSyntax

extension Checker {
  /// The type that an annotation names; nil without one, and for a word that is no type.
  mutating func annotatedType(_ annotation: TypeAnnotationSyntax?) -> FieldType? {
    guard let annotation, let name = annotation.typeName else { return nil }
    if let type = FieldType(rawValue: name) { return type }
    let nearest = Suggestion.nearest(to: name, among: FieldType.allCases.map(\.rawValue))
    let suggestion = FieldType.synonyms[name.lowercased()] ?? nearest.flatMap(FieldType.init)
    report(.unknownType(name, suggestion: suggestion), at: annotation.typeToken.range)
    return nil
  }

  /// An annotation that contradicts what is known of the field is followed, with a warning.
  mutating func checkAnnotation(
    _ annotation: TypeAnnotationSyntax?, _ annotated: FieldType?, of field: LeadField, name: String
  ) {
    guard let annotation, let annotated, annotated.conversion != nil, annotated != field.type
    else { return }
    report(
      .typeContradiction(field: name, annotated: annotated, actual: field.type),
      at: annotation.typeToken.range)
  }
}
