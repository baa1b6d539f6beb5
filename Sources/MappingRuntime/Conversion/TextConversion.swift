internal import LeadFields

extension FieldType.Conversion {
  /// string, text, phone, url: a text as it is, a number or boolean as its source text.
  func convertToText(
    _ text: Span<UInt8>, of scalar: Scalar, longest: LengthLimit?
  ) -> SlotResult {
    let facts = TextFacts(of: text)
    if facts.hasNUL { return SlotResult(.mismatch(.nul)) }
    if let longest, facts.length(in: longest.unit) > longest.count {
      return SlotResult(.overlong)
    }
    var warnings: ValueWarnings = []
    if facts.hasLineBreak { warnings.insert(.lineBreak) }
    if facts.hasSupplementary { warnings.insert(.supplementaryCharacter) }
    if scalar.kind == .string, text.equals("null") { warnings.insert(.nullText) }
    return SlotResult(.written(.text(scalar.place)), warnings)
  }
}

/// What decides whether a text can be written, found in one pass over its UTF-8.
struct TextFacts {
  private(set) var unicodeScalars = 0
  private(set) var utf8Bytes = 0
  private(set) var hasNUL = false
  private(set) var hasLineBreak = false
  private(set) var hasSupplementary = false

  init(of text: Span<UInt8>) {
    utf8Bytes = text.count
    for index in text.indices {
      let byte = text[index]
      if byte & 0xC0 != 0x80 { unicodeScalars += 1 }
      switch byte {
      case 0x00: hasNUL = true
      case 0x0A, 0x0D: hasLineBreak = true
      case 0xF0...: hasSupplementary = true
      default: break
      }
    }
  }

  func length(in unit: LengthLimit.Unit) -> Int {
    switch unit {
    case .unicodeScalars: unicodeScalars
    case .utf8Bytes: utf8Bytes
    }
  }
}
