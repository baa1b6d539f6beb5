/// Four characters of base64 and the up to three bytes that they stand for (RFC 4648 §4).
struct Base64Group {
  /// The bytes, the first above the others: 24 bits.
  let bits: UInt32
  /// How many bytes there are: less than 3 where padding says so.
  let length: Int

  /// - Returns: nil where they are no base64, or have bits that belong to no byte.
  init?(_ text: Span<UInt8>, at start: Int) {
    var bits: UInt32 = 0
    var padding = 0
    for place in start..<(start + 4) {
      let byte = text[place]
      if byte == UInt8(ascii: "="), place >= start + 2 {
        padding += 1
        bits <<= 6
      } else {
        guard padding == 0, let value = Base64Group.value(of: byte) else { return nil }
        bits = bits << 6 | value
      }
    }
    let unused: UInt32 = (1 << UInt32(8 * padding)) - 1
    guard bits & unused == 0 else { return nil }
    self.bits = bits
    length = 3 - padding
  }

  private static func value(of byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a") + 26)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0") + 52)
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
