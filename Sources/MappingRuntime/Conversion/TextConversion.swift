internal import LeadFields

extension FieldType.Conversion {
  /// string, text, phone, url: a text as it is, a number or boolean as its source text.
  func convertToText(
    _ text: Span<UInt8>, of scalar: Scalar, longest: LengthLimit?
  ) -> SlotResult {
    if let longest, longest.isExceeded(by: text) { return SlotResult(.overlong) }
    let facts = TextFacts(of: text)
    if facts.hasNUL { return SlotResult(.mismatch(.nul)) }
    var warnings: ValueWarnings = []
    if facts.hasLineBreak { warnings.insert(.lineBreak) }
    if facts.hasSupplementary { warnings.insert(.supplementaryCharacter) }
    if scalar.kind == .string, text.equals("null") { warnings.insert(.nullText) }
    return SlotResult(.written(.text(scalar.place)), warnings)
  }
}

extension LengthLimit {
  /// Whether a text in UTF-8 is longer.
  ///
  /// - Complexity: O(limit), whatever the length of the text.
  func isExceeded(by text: Span<UInt8>) -> Bool {
    switch unit {
    case .utf8Bytes: return text.count > count
    case .unicodeScalars:
      // A scalar is at most four bytes.
      if text.count <= count { return false }
      if text.count > 4 * count { return true }
      var scalars = 0
      for index in text.indices where text[index] & 0xC0 != 0x80 { scalars += 1 }
      return scalars > count
    }
  }

  /// No text within the limit has more bytes than this as the content of a JSON string: an escaped
  /// surrogate pair takes twelve for one scalar.
  var longestJSONContent: Int { 12 * count }
}

/// What is to be said of a text, found in one pass over its UTF-8.
struct TextFacts {
  private(set) var hasNUL = false
  private(set) var hasLineBreak = false
  private(set) var hasSupplementary = false

  init(of text: Span<UInt8>) {
    for index in text.indices {
      switch text[index] {
      case 0x00: hasNUL = true
      case 0x0A, 0x0D: hasLineBreak = true
      case 0xF0...: hasSupplementary = true
      default: break
      }
    }
  }
}
