import Diagnostics
import LeadFields

extension Checker {
  /// Marketo keeps float and currency fields as 32-bit floats.
  mutating func checkPrecision(of type: FieldType, at range: SourceRange) {
    if type.conversion == .decimal { report(.lossyType(type), at: range) }
  }
}
