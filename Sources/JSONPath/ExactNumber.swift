/// The exact value of a JSON number (RFC 8259 §6), however long its digits and its exponent are.
///
/// The value is ± 0.*digits* · 10^*magnitude*, where the digits begin and end with none of 0; no
/// digits are zero.
///
/// - Complexity: O(*length of the text*).
package struct ExactNumber: Hashable, Comparable, Sendable {
  private let isNegative: Bool
  private let digits: [UInt8]
  private let magnitude: WholeNumber

  package init(_ text: String) {
    var rest = Substring(text)
    let hasMinus = rest.utf8.first == UInt8(ascii: "-")
    if hasMinus { rest.removeFirst() }
    let parts = rest.split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
    let decimal = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let whole = Array(decimal[0].utf8)
    let all = whole + (decimal.count > 1 ? Array(decimal[1].utf8) : [])
    let zeros = all.prefix { $0 == UInt8(ascii: "0") }.count
    var digits = all.dropFirst(zeros)
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    self.digits = Array(digits)
    isNegative = hasMinus && !digits.isEmpty
    let exponent = WholeNumber(parts.count > 1 ? Array(parts[1].utf8) : [])
    magnitude = digits.isEmpty ? WholeNumber([]) : exponent.adding(whole.count - zeros)
  }

  package static func < (left: ExactNumber, right: ExactNumber) -> Bool {
    if left.sign != right.sign { return left.sign < right.sign }
    let isSmaller =
      left.magnitude == right.magnitude
      ? left.digits.lexicographicallyPrecedes(right.digits)
      : left.magnitude < right.magnitude
    return left.isNegative ? left != right && !isSmaller : isSmaller
  }

  private var sign: Int { digits.isEmpty ? 0 : isNegative ? -1 : 1 }
}

/// A whole number of any length, in decimal digits: what the exponent of a JSON number is.
struct WholeNumber: Hashable, Comparable, Sendable {
  private let isNegative: Bool
  /// From 0 to 9, the least significant first, none of them a leading zero; none at all is zero.
  private let digits: [UInt8]

  /// The number in ASCII, with or without a sign; zero if there are no digits.
  init(_ text: [UInt8]) {
    let digits = text.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    self.init(
      isNegative: text.first == UInt8(ascii: "-"), digits: digits.reversed().map { $0 &- 0x30 })
  }

  private init(isNegative: Bool, digits: [UInt8]) {
    var digits = digits
    while digits.last == 0 { digits.removeLast() }
    self.digits = digits
    self.isNegative = isNegative && !digits.isEmpty
  }

  func adding(_ other: Int) -> WholeNumber {
    let other = WholeNumber(Array("\(other)".utf8))
    if isNegative == other.isNegative {
      return WholeNumber(
        isNegative: isNegative, digits: WholeNumber.sum(digits, other.digits))
    }
    return WholeNumber.isLess(digits, other.digits)
      ? WholeNumber(
        isNegative: other.isNegative, digits: WholeNumber.difference(other.digits, digits))
      : WholeNumber(isNegative: isNegative, digits: WholeNumber.difference(digits, other.digits))
  }

  static func < (left: WholeNumber, right: WholeNumber) -> Bool {
    if left.isNegative != right.isNegative { return left.isNegative }
    return left.isNegative
      ? isLess(right.digits, left.digits) : isLess(left.digits, right.digits)
  }

  private static func isLess(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.count == right.count
      ? left.reversed().lexicographicallyPrecedes(right.reversed()) : left.count < right.count
  }

  private static func sum(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
    var sum: [UInt8] = []
    var carry: UInt8 = 0
    for position in 0..<max(left.count, right.count) {
      let digit = left.digit(position) + right.digit(position) + carry
      sum.append(digit % 10)
      carry = digit / 10
    }
    return sum + [carry]
  }

  /// - Precondition: `left` is not less than `right`.
  private static func difference(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
    var difference: [UInt8] = []
    var borrow: UInt8 = 0
    for position in left.indices {
      let digit = 10 + left[position] - right.digit(position) - borrow
      difference.append(digit % 10)
      borrow = digit < 10 ? 1 : 0
    }
    return difference
  }
}

extension [UInt8] {
  fileprivate func digit(_ position: Int) -> UInt8 { position < count ? self[position] : 0 }
}
