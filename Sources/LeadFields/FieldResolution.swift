/// What the name of a mapping's target stands for.
package enum FieldResolution: Hashable, Sendable {
  case standard(StandardField)
  /// No standard field has this name, but one has it as its label.
  case label(of: StandardField)
  case custom

  /// Resolves a target written as SOAP name, REST name or label of a standard field.
  ///
  /// Names are compared exactly: a custom field may differ from a standard one by case alone.
  package init(of name: String) {
    if let field = FieldResolution.byName[name] {
      self = .standard(field)
    } else if let field = FieldResolution.byLabel[name] {
      self = .label(of: field)
    } else {
      self = .custom
    }
  }

  private static let byName: [String: StandardField] = {
    var fields: [String: StandardField] = [:]
    for field in StandardField.all {
      fields[field.restName] = field
      if let soapName = field.soapName { fields[soapName] = field }
    }
    return fields
  }()

  private static let byLabel = [String: StandardField](
    StandardField.all.map { ($0.label, $0) }, uniquingKeysWith: { first, _ in first })
}
