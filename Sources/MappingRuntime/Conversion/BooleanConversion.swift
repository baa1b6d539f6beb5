internal import LeadFields

extension FieldType.Conversion {
  /// boolean: `true` and `false`, their texts in any case, 1 and 0.
  func convertToBoolean(_ text: Span<UInt8>, of scalar: Scalar) -> SlotResult {
    if text.equalsIgnoringCase("true") { return SlotResult(.written(.boolean(true))) }
    if text.equalsIgnoringCase("false") { return SlotResult(.written(.boolean(false))) }
    if text.equals("1") { return SlotResult(.written(.boolean(true))) }
    if text.equals("0") { return SlotResult(.written(.boolean(false))) }
    guard scalar.kind == .number, let number = DecimalText(text),
      case .value(let value) = number.wholeValue(of: text), value == 0 || value == 1
    else { return SlotResult(.mismatch(.notBoolean)) }
    return SlotResult(.written(.boolean(value == 1)))
  }
}
