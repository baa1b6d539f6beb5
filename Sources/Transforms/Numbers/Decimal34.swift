/// A decimal number of up to 34 significant digits, as IEEE 754's decimal128 has them, by value:
/// `coefficient` × 10^`exponent`.
///
/// A result that needs more digits is rounded to the nearest, half to even, once. Its first digit's
/// power of ten is at most 6144; below -6143 digits are lost one by one, down to 10⁻⁶¹⁷⁶ and then
/// 0. There is no negative zero.
///
/// How a result comes about, whatever the operation: at most 38 digits that begin exactly, whose
/// last one is *sticky*, not zero if anything behind was not zero; so that one rounding is enough.
///
/// ```
/// 2 ÷ 3   6666666666666666666666666666666666 666   66…, so the last is sticky
///         └────────── 34 digits ───────────┘ └ decide how to round
/// ```
struct Decimal34: Hashable, Sendable {
  let isNegative: Bool
  /// Below 10³⁴.
  let coefficient: UInt128
  let exponent: Int

  static let digits = 34
  static let greatestExponent = 6144
  /// The exponent of the smallest number above 0.
  static let leastExponent = -6176

  private init(isNegative: Bool, coefficient: UInt128, exponent: Int) {
    self.isNegative = isNegative
    self.coefficient = coefficient
    self.exponent = exponent
  }

  /// The number rounded to 34 digits.
  ///
  /// - Throws: `overflow` beyond the range.
  init(_ number: ExactNumber) throws(TransformMismatch) {
    let first = number.digits.prefix(Decimal34.exactDigits)
    let rest = number.digits.count - first.count
    let coefficient = first.reduce(UInt128(0)) { $0 * 10 + UInt128($1) }
    self = try Decimal34.rounded(
      isNegative: number.isNegative, coefficient, isInexact: rest > 0,
      exponent: number.exponent + rest)
  }

  /// The number in its canonical text.
  var exactNumber: ExactNumber {
    ExactNumber(
      isNegative: isNegative, digits: String(coefficient).utf8.map { $0 - UInt8(ascii: "0") },
      exponent: exponent)
  }

  var isZero: Bool { coefficient == 0 }

  var negated: Decimal34 {
    Decimal34(isNegative: !isNegative, coefficient: coefficient, exponent: exponent)
  }
}

extension Decimal34 {
  /// As many digits as are kept exactly before the sticky one: with it, and with the carry of a
  /// sum, they are 38, which 128 bits hold.
  private static let exactDigits = 36

  /// 10⁰ to 10³⁸, all the powers of ten within 128 bits.
  private static let powersOfTen: [UInt128] = (0..<38).reduce(into: [1]) { powers, _ in
    powers.append(powers[powers.count - 1] * 10)
  }

  private static func digitCount(_ value: UInt128) -> Int {
    powersOfTen.firstIndex { value < $0 } ?? powersOfTen.count
  }

  /// Rounds to 34 digits and to the range, once.
  ///
  /// - Parameters:
  ///   - coefficient: of 37 digits at the most.
  ///   - isInexact: whether something follows that is more than 0 and less than 1.
  private static func rounded(
    isNegative: Bool, _ coefficient: UInt128, isInexact: Bool, exponent: Int
  ) throws(TransformMismatch) -> Decimal34 {
    let sticky = coefficient * 10 + (isInexact ? 1 : 0)
    let dropped = max(digitCount(sticky) - digits, leastExponent - (exponent - 1))
    guard dropped > 0 else {
      return try bounded(isNegative: isNegative, sticky, exponent: exponent - 1)
    }
    guard dropped < powersOfTen.count else {
      return Decimal34(isNegative: false, coefficient: 0, exponent: 0)
    }
    let (kept, rest) = sticky.quotientAndRemainder(dividingBy: powersOfTen[dropped])
    let half = powersOfTen[dropped] / 2
    let isUp = rest > half || (rest == half && !kept.isMultiple(of: 2))
    return try bounded(
      isNegative: isNegative, kept + (isUp ? 1 : 0), exponent: exponent - 1 + dropped)
  }

  private static func bounded(
    isNegative: Bool, _ coefficient: UInt128, exponent: Int
  ) throws(TransformMismatch) -> Decimal34 {
    guard coefficient != 0 else {
      return Decimal34(isNegative: false, coefficient: 0, exponent: 0)
    }
    guard exponent + digitCount(coefficient) - 1 <= greatestExponent else { throw .overflow }
    // Rounding up 34 nines gives 10³⁴, and a number of few digits may have had zeros appended.
    var (coefficient, exponent) = (coefficient, exponent)
    while coefficient.isMultiple(of: 10) {
      coefficient /= 10
      exponent += 1
    }
    return Decimal34(isNegative: isNegative, coefficient: coefficient, exponent: exponent)
  }
}

extension Decimal34 {
  /// - Throws: `overflow` beyond the range.
  func adding(_ other: Decimal34) throws(TransformMismatch) -> Decimal34 {
    guard !isZero else { return other }
    guard !other.isZero else { return self }
    let (large, small) = leadingPlace >= other.leadingPlace ? (self, other) : (other, self)
    // The large one gets 36 digits. The small one is brought to its exponent: if digits of it get
    // lost by that, it is smaller by two places at least, so 34 exact digits of the result remain.
    let scale = Decimal34.exactDigits - Decimal34.digitCount(large.coefficient)
    let exponent = large.exponent - scale
    let (aligned, isInexact) = small.coefficient(at: exponent)
    let scaled = large.coefficient * Decimal34.powersOfTen[scale]
    guard isNegative != other.isNegative else {
      return try Decimal34.rounded(
        isNegative: isNegative, scaled + aligned, isInexact: isInexact, exponent: exponent)
    }
    // What was lost is subtracted too: one is borrowed for it, and something remains.
    let borrowed = aligned + (isInexact ? 1 : 0)
    let isSmallLarger = borrowed > scaled
    return try Decimal34.rounded(
      isNegative: isSmallLarger ? small.isNegative : large.isNegative,
      isSmallLarger ? borrowed - scaled : scaled - borrowed, isInexact: isInexact,
      exponent: exponent)
  }

  /// - Throws: `overflow` beyond the range.
  func subtracting(_ other: Decimal34) throws(TransformMismatch) -> Decimal34 {
    try adding(other.negated)
  }

  /// The power of ten of the first digit.
  private var leadingPlace: Int { exponent + Decimal34.digitCount(coefficient) - 1 }

  /// The coefficient with a lower or higher exponent; inexact if digits are lost by that.
  ///
  /// A lower exponent is one at which the number has 37 digits at the most.
  private func coefficient(at place: Int) -> (UInt128, isInexact: Bool) {
    guard place > exponent else {
      return (coefficient * Decimal34.powersOfTen[exponent - place], false)
    }
    guard place - exponent < Decimal34.powersOfTen.count else { return (0, !isZero) }
    let (quotient, rest) = coefficient.quotientAndRemainder(
      dividingBy: Decimal34.powersOfTen[place - exponent])
    return (quotient, rest != 0)
  }

  /// - Throws: `overflow` beyond the range.
  func multiplied(by other: Decimal34) throws(TransformMismatch) -> Decimal34 {
    let product = coefficient.multipliedFullWidth(by: other.coefficient)
    // Below 10⁶⁸: behind the division by 10³⁴ both parts have 34 digits at the most.
    let (high, low) = Decimal34.powersOfTen[Decimal34.digits].dividingFullWidth(product)
    guard high != 0 else {
      return try Decimal34.rounded(
        isNegative: isNegative != other.isNegative, low, isInexact: false,
        exponent: exponent + other.exponent)
    }
    let dropped = max(0, Decimal34.digits + Decimal34.digitCount(high) - Decimal34.exactDigits)
    let (quotient, rest) = Decimal34.powersOfTen[dropped].dividingFullWidth(product)
    return try Decimal34.rounded(
      isNegative: isNegative != other.isNegative, quotient, isInexact: rest != 0,
      exponent: exponent + other.exponent + dropped)
  }

  /// - Throws: `divisionByZero`; `overflow` beyond the range.
  func divided(by other: Decimal34) throws(TransformMismatch) -> Decimal34 {
    guard !other.isZero else { throw .divisionByZero }
    // Both are brought to 34 digits; their quotient is between 1/10 and 10, and 10³⁵ times as much
    // has 35 or 36 digits.
    let scale = Decimal34.digits - Decimal34.digitCount(coefficient)
    let otherScale = Decimal34.digits - Decimal34.digitCount(other.coefficient)
    let dividend = (coefficient * Decimal34.powersOfTen[scale])
      .multipliedFullWidth(by: Decimal34.powersOfTen[35])
    let (quotient, rest) = (other.coefficient * Decimal34.powersOfTen[otherScale])
      .dividingFullWidth(dividend)
    return try Decimal34.rounded(
      isNegative: isNegative != other.isNegative, quotient, isInexact: rest != 0,
      exponent: exponent - scale - (other.exponent - otherScale) - 35)
  }
}
