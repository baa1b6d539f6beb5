internal import LeadFields

extension FieldType.Conversion {
  /// email: ASCII with one `@` and text on both of its sides; whether the address exists is not
  /// ours to say.
  func convertToEmail(
    _ text: Span<UInt8>, of scalar: Scalar, longest: LengthLimit?
  ) -> SlotResult {
    if let longest, longest.isExceeded(by: text) { return SlotResult(.overlong) }
    var signs = 0
    var signIndex = 0
    for index in text.indices {
      let byte = text[index]
      guard byte > 0x20, byte < 0x7F else { return SlotResult(.mismatch(.notEmail)) }
      if byte == UInt8(ascii: "@") {
        signs += 1
        signIndex = index
      }
    }
    guard signs == 1, signIndex > 0, signIndex < text.count - 1 else {
      return SlotResult(.mismatch(.notEmail))
    }
    return convertToText(text, of: scalar, longest: longest)
  }
}
