/// Numbers of XPath 1.0 as text.
package enum XPathNumber {
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
