/// Reads a number of RFC 8259 §6 that is the whole of a text.
///
/// - Complexity: O(*n*), whatever the exponent.
struct NumberReader {
  private(set) var isNegative = false
  /// Those before and behind the point, from 0 to 9.
  private(set) var digits: [UInt8] = []
  /// The power of ten of the last digit; with far more digits than counted only its sign and that
  /// it is too large are kept.
  private(set) var exponent = 0

  private let text: [UInt8]
  private var offset = 0

  init(_ text: String) { self.text = Array(text.utf8) }

  /// number = [ "-" ] int [ frac ] [ exp ]
  mutating func read() -> Bool {
    isNegative = take("-")
    let whole = takeDigits()
    guard !whole.isEmpty, whole.count == 1 || whole.first != 0 else { return false }
    digits = Array(whole)
    if take(".") {
      let fraction = takeDigits()
      guard !fraction.isEmpty else { return false }
      digits += fraction
      exponent = -fraction.count
    }
    if take("e") || take("E") {
      guard readExponent() else { return false }
    }
    return offset == text.count
  }

  private mutating func readExponent() -> Bool {
    let isNegative = !take("+") && take("-")
    let written = takeDigits()
    guard !written.isEmpty else { return false }
    var value = 0
    for digit in written {
      value = min(value * 10 + Int(digit), 2 * ExactNumber.exponentLimit)
    }
    exponent += isNegative ? -value : value
    return true
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard offset < text.count, text[offset] == UInt8(ascii: character) else { return false }
    offset += 1
    return true
  }

  private mutating func takeDigits() -> [UInt8] {
    let start = offset
    while offset < text.count, text[offset] &- 0x30 < 10 { offset += 1 }
    return text[start..<offset].map { $0 - 0x30 }
  }
}
