internal import LeadFields

extension FieldType.Conversion {
  /// integer, score, percent: a number whose value is whole, or its text; 64 bits, exact.
  func convertToInteger(_ text: Span<UInt8>, of scalar: Scalar) -> SlotResult {
    if scalar.kind == .boolean { return SlotResult(.mismatch(.boolean)) }
    guard let number = DecimalText(text) else {
      return SlotResult(.mismatch(DecimalText.whyNoNumber(text)))
    }
    switch number.wholeValue(of: text) {
    case .value(let value):
      let fits32Bits = Int32(exactly: value) != nil
      return SlotResult(.written(.integer(value)), fits32Bits ? [] : [.beyond32Bits])
    case .fraction: return SlotResult(.mismatch(.fraction))
    case .tooLarge: return SlotResult(.mismatch(.beyond64Bits))
    }
  }
}
