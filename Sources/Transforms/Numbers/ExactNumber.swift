/// A number of RFC 8259 §6, digit for digit, in the one form it has among all that are equal to it.
///
/// ```
/// -012.500e3 is refused    -12.500e3  =  - 125 × 10²     isNegative  true
///                                                        digits      1 2 5
///                                                        exponent    2
/// ```
/// An exponent is a number here, never a length: what is done costs as much as the digits do, for
/// 1e999999999 as for 1.
struct ExactNumber: Hashable, Sendable {
  /// Never for zero.
  let isNegative: Bool
  /// From 0 to 9, the first and the last not 0; none for zero.
  let digits: [UInt8]
  /// The power of ten of the last digit; 0 for zero.
  let exponent: Int

  /// Beyond this a number is not compared or calculated with; sums of exponents cannot overflow.
  static let exponentLimit = 1_000_000_000_000_000

  /// The number `digits` × 10^`exponent`, brought into its one form.
  init(isNegative: Bool, digits: some Collection<UInt8>, exponent: Int) {
    let significant = digits.drop { $0 == 0 }
    let trailingZeros = Array(significant).reversed().prefix { $0 == 0 }.count
    self.digits = Array(significant.dropLast(trailingZeros))
    self.isNegative = isNegative && !self.digits.isEmpty
    self.exponent = self.digits.isEmpty ? 0 : exponent + trailingZeros
  }

  /// The number that a text is, the whole of it.
  ///
  /// - Throws: a mismatch that says why it is none: `notNumber`, `plusSign`, `surroundingSpace`, or
  ///   `numberOutOfRange` for an exponent of more than 15 digits.
  init(_ text: String) throws(TransformMismatch) {
    var reader = NumberReader(text)
    guard reader.read() else { throw ExactNumber.whyNone(text) }
    let digits = reader.digits.contains { $0 != 0 } ? reader.digits : []
    guard digits.isEmpty || abs(reader.exponent) < ExactNumber.exponentLimit else {
      throw .numberOutOfRange
    }
    self.init(isNegative: reader.isNegative, digits: digits, exponent: reader.exponent)
  }

  private static func whyNone(_ text: String) -> TransformMismatch {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else {
      return .notNumber
    }
    if first.properties.isWhitespace || last.properties.isWhitespace { return .surroundingSpace }
    var rest = NumberReader(String(text.unicodeScalars.dropFirst()))
    return first == "+" && rest.read() ? .plusSign : .notNumber
  }

  var isZero: Bool { digits.isEmpty }

  /// Whether the number has no fraction.
  var isInteger: Bool { exponent >= 0 }

  var magnitude: ExactNumber {
    ExactNumber(isNegative: false, digits: digits, exponent: exponent)
  }

  /// The power of ten of the first digit.
  var adjustedExponent: Int { exponent + digits.count - 1 }
}

extension ExactNumber: Comparable {
  static func < (left: ExactNumber, right: ExactNumber) -> Bool {
    guard left.isNegative == right.isNegative else { return left.isNegative }
    return left.isNegative
      ? right.isSmallerMagnitude(than: left) : left.isSmallerMagnitude(than: right)
  }

  private func isSmallerMagnitude(than other: ExactNumber) -> Bool {
    guard !isZero, !other.isZero else { return isZero && !other.isZero }
    guard adjustedExponent == other.adjustedExponent else {
      return adjustedExponent < other.adjustedExponent
    }
    return digits.lexicographicallyPrecedes(other.digits)
  }
}

extension ExactNumber: CustomStringConvertible {
  /// The number as text of RFC 8259 §6, the same for equal numbers: without zeros behind the
  /// fraction, and with an exponent only from 10⁴¹ on or below 10⁻⁴⁰ (`1.5e41`, `2e-41`).
  var description: String {
    guard !isZero else { return "0" }
    let sign = isNegative ? "-" : ""
    guard (-40...40).contains(adjustedExponent) else {
      let fraction = digits.count > 1 ? "." + ExactNumber.text(digits.dropFirst()) : ""
      return "\(sign)\(digits[0])\(fraction)e\(adjustedExponent)"
    }
    if exponent >= 0 {
      return sign + ExactNumber.text(digits[...]) + String(repeating: "0", count: exponent)
    }
    let wholeDigits = adjustedExponent + 1
    if wholeDigits > 0 {
      return sign + ExactNumber.text(digits.prefix(wholeDigits)) + "."
        + ExactNumber.text(digits.dropFirst(wholeDigits))
    }
    return sign + "0." + String(repeating: "0", count: -wholeDigits)
      + ExactNumber.text(digits[...])
  }

  private static func text(_ digits: ArraySlice<UInt8>) -> String {
    String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
  }
}
