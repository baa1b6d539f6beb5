import Diagnostics
import LeadFields

extension Checker {
  /// Nothing writes a field that the catalogue calls read-only; false if it does.
  mutating func checkThatFieldIsNotReadOnly(
    _ field: LeadField, name: String, at range: SourceRange
  ) -> Bool {
    guard case .readOnly = field.obstacle else { return true }
    report(.readOnly(field: name), at: range)
    return false
  }

  /// Marketo computes formulas and keeps references itself; false for a field of such a type.
  mutating func checkThatTypeIsWritable(
    _ type: FieldType, _ field: String, at range: SourceRange
  ) -> Bool {
    if type.conversion != nil { return true }
    report(.notWritable(field: field, type: type), at: range)
    return false
  }
}
