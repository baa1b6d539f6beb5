internal import LeadFields

extension FieldType.Conversion {
  /// float, currency: a number or its text, digit for digit.
  func convertToDecimal(_ text: Span<UInt8>, of scalar: Scalar) -> SlotResult {
    if scalar.kind == .boolean { return SlotResult(.mismatch(.boolean)) }
    guard DecimalText(text) != nil else {
      return SlotResult(.mismatch(DecimalText.whyNoNumber(text)))
    }
    return SlotResult(.written(.decimal(scalar.place)))
  }
}
