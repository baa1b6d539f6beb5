// The smallest steps of reading a text: each takes the offset and moves it behind what it read.

/// The number written with exactly that many digits at the offset, which moves behind it.
func number(_ text: Span<UInt8>, at offset: inout Int, digits: Int) -> Int? {
  guard offset + digits <= text.count else { return nil }
  var value = 0
  for index in offset..<(offset + digits) {
    guard text[index] &- 0x30 < 10 else { return nil }
    value = value * 10 + Int(text[index] - 0x30)
  }
  offset += digits
  return value
}

/// Whether the byte stands at the offset, which then moves behind it.
func take(_ byte: UInt8, of text: Span<UInt8>, at offset: inout Int) -> Bool {
  guard offset < text.count, text[offset] == byte else { return false }
  offset += 1
  return true
}

/// The digits from the offset on, which moves behind them.
func digits(_ text: Span<UInt8>, at offset: inout Int) -> Range<Int> {
  let start = offset
  while offset < text.count, text[offset] &- 0x30 < 10 { offset += 1 }
  return start..<offset
}

extension UInt8 {
  /// White space of RFC 8259 §2.
  var isJSONWhiteSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}
