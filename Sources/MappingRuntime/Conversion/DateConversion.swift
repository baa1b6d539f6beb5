internal import CalendarTime
internal import LeadFields

extension FieldType.Conversion {
  /// date: a full-date of RFC 3339 §5.6, `YYYY-MM-DD`, that the calendar has.
  func convertToDate(_ text: Span<UInt8>, of scalar: Scalar) -> SlotResult {
    guard let mismatch = kindMismatch(scalar) else { return dateResult(text) }
    return SlotResult(.mismatch(mismatch))
  }

  /// A number or boolean is neither date nor time.
  func kindMismatch(_ scalar: Scalar) -> Mismatch? {
    switch scalar.kind {
    case .string: nil
    case .number: .number
    case .boolean: .boolean
    }
  }

  private func dateResult(_ text: Span<UInt8>) -> SlotResult {
    var offset = 0
    guard let date = CalendarDate(text, at: &offset, isExtended: true) else {
      return SlotResult(.mismatch(.notDate))
    }
    guard offset == text.count else {
      let isTime =
        offset + 1 < text.count && text[offset + 1] &- 0x30 < 10
        && (text[offset] | 0x20 == UInt8(ascii: "t") || text[offset] == 0x20)
      return SlotResult(.mismatch(isTime ? .dateWithTime : .notDate))
    }
    return SlotResult(.written(.date(date)))
  }
}
