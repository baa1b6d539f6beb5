/// Numbers of XPath 1.0 and their texts.
package enum XPathNumber {
  /// More digits than any number needs to be told from its neighbours, and one that stands for the rest.
  private static let mostDigits = 800

  /// What XPath's `number` makes of a text (§4.4): the nearest number to white space, perhaps a minus sign,
  /// digits with a point perhaps, and white space; NaN of anything else, exponents and plus signs included.
  package static func value(of text: ArraySlice<UInt8>) -> Double {
    let trimmed = text.trimmingXMLSpace
    let isNegative = trimmed.first == UInt8(ascii: "-")
    let number = isNegative ? trimmed.dropFirst() : trimmed
    let magnitude = magnitude(of: number)
    return isNegative ? -magnitude : magnitude
  }

  /// The same of few digits, which a double holds exactly, as it does the power of ten that they are
  /// divided by.
  private static func smallMagnitude(of number: ArraySlice<UInt8>) -> Double? {
    guard number.count <= 15 else { return nil }
    var digits: UInt64 = 0
    var divisor = 1.0
    var isBehindPoint = false
    for byte in number {
      if byte == UInt8(ascii: "."), !isBehindPoint {
        isBehindPoint = true
        continue
      }
      guard (0x30...0x39).contains(byte) else { return .nan }
      digits = digits * 10 + UInt64(byte - 0x30)
      if isBehindPoint { divisor *= 10 }
    }
    return number.contains { $0 != UInt8(ascii: ".") } ? Double(digits) / divisor : .nan
  }

  private static func magnitude(of number: ArraySlice<UInt8>) -> Double {
    if let small = smallMagnitude(of: number) { return small }
    let point = number.firstIndex(of: UInt8(ascii: ".")) ?? number.endIndex
    let digits = number[..<point] + number[point...].dropFirst()
    guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return .nan }
    let significant = digits.drop { $0 == 0x30 }
    let kept = significant.prefix(mostDigits)
    let rest = significant.dropFirst(mostDigits).contains { $0 != 0x30 } ? "1" : "0"
    let exponent = number.distance(from: number.startIndex, to: point) - digits.count
    let dropped = significant.count - kept.count - 1
    let text = "0" + String(decoding: kept, as: UTF8.self) + rest + "e\(exponent + dropped)"
    return Double(text) ?? .nan
  }

  /// What XPath's `string` makes of a number (§4.2): decimal, never with an exponent, as many digits as
  /// tell the number from all others. libxml2 writes exponents from a billion on.
  ///
  /// - Complexity: O(1): no double has more than some 330 digits before or behind the point.
  package static func text(of number: Double) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
    if number == 0 { return "0" }
    let sign = number < 0 ? "-" : ""
    return sign + decimal(of: number.magnitude.description)
  }

  /// Swift's shortest digits, `1.25e+20`, without their exponent.
  private static func decimal(of description: String) -> String {
    let parts = description.split(separator: "e")
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let mantissa = parts[0].split(separator: ".")
    let whole = mantissa[0]
    let fraction = mantissa.count > 1 && mantissa[1] != "0" ? mantissa[1] : ""
    let digits = String(whole + fraction)
    return place(point: whole.utf8.count + exponent, in: digits)
  }

  /// The digits with a point behind that many of them, zeros added or dropped as needed.
  private static func place(point: Int, in digits: String) -> String {
    let digits = Array(digits.utf8)
    let zero = UInt8(ascii: "0")
    let missing = Array(repeating: zero, count: max(0, -point))
    let following = Array(repeating: zero, count: max(0, point - digits.count))
    let split = min(max(0, point), digits.count)
    var whole = (digits[..<split] + following).drop { $0 == zero }
    var fraction = missing + digits[split...]
    while fraction.last == zero { fraction.removeLast() }
    if whole.isEmpty { whole = [zero] }
    let text = fraction.isEmpty ? Array(whole) : whole + [UInt8(ascii: ".")] + fraction
    return String(decoding: text, as: UTF8.self)
  }
}

extension ArraySlice<UInt8> {
  fileprivate var trimmingXMLSpace: ArraySlice<UInt8> {
    var text = self
    while let first = text.first, first.isXMLWhiteSpace { text.removeFirst() }
    while let last = text.last, last.isXMLWhiteSpace { text.removeLast() }
    return text
  }
}
