/// A text that is a number of RFC 8259 §6, taken apart without evaluating it.
struct DecimalText {
  let isNegative: Bool
  /// Indices of the digits before the point.
  let whole: Range<Int>
  /// Indices of the digits behind the point.
  let fraction: Range<Int>
  /// The exponent; beyond ±10⁹ only its magnitude's excess is lost.
  let exponent: Int

  /// What the number is as an integer.
  enum WholeValue {
    case value(Int64)
    case fraction
    case tooLarge
  }

  init?(_ text: Span<UInt8>) {
    var offset = 0
    isNegative = take(UInt8(ascii: "-"), of: text, at: &offset)
    whole = digits(text, at: &offset)
    guard !whole.isEmpty, whole.count == 1 || text[whole.lowerBound] != UInt8(ascii: "0") else {
      return nil
    }
    let hasPoint = take(UInt8(ascii: "."), of: text, at: &offset)
    fraction = digits(text, at: &offset)
    guard fraction.isEmpty != hasPoint, let exponent = readExponent(text, at: &offset),
      offset == text.count
    else { return nil }
    self.exponent = exponent
  }

  /// The number's value if it is whole and fits 64 bits.
  ///
  /// - Complexity: O(*digits*), whatever the exponent.
  func wholeValue(of text: Span<UInt8>) -> WholeValue {
    // The point moves right by the exponent: digits before its new place make the integer, those
    // behind must all be zero.
    let pointPlace = whole.count + exponent
    var value: Int64 = 0
    var overflows = false
    var isZero = true
    for position in 0..<(whole.count + fraction.count) {
      let digit = Int64(digit(position, of: text))
      if digit != 0 { isZero = false }
      if position >= pointPlace {
        if digit != 0 { return .fraction }
      } else if !overflows {
        overflows = !append(digit, to: &value)
      }
    }
    if isZero { return .value(0) }
    let zeros = pointPlace - (whole.count + fraction.count)
    for _ in 0..<max(0, min(zeros, 20)) where !overflows { overflows = !append(0, to: &value) }
    return overflows ? .tooLarge : .value(value)
  }

  /// Appends a decimal digit; false if the value would leave 64 bits.
  private func append(_ digit: Int64, to value: inout Int64) -> Bool {
    let (tens, overflowed) = value.multipliedReportingOverflow(by: 10)
    let (sum, carried) =
      isNegative
      ? tens.subtractingReportingOverflow(digit) : tens.addingReportingOverflow(digit)
    value = sum
    return !overflowed && !carried
  }

  private func digit(_ position: Int, of text: Span<UInt8>) -> UInt8 {
    let index =
      position < whole.count
      ? whole.lowerBound + position : fraction.lowerBound + position - whole.count
    return text[index] - 0x30
  }

  /// Why a text is not a number, for the hint that helps.
  static func whyNoNumber(_ text: Span<UInt8>) -> Mismatch {
    guard text.count > 0 else { return .notNumber }
    let first = text[0]
    let last = text[text.count - 1]
    if first.isJSONWhiteSpace || last.isJSONWhiteSpace { return .surroundingSpace }
    if first == UInt8(ascii: "+"), DecimalText(text.extracting(1...)) != nil { return .plusSign }
    return .notNumber
  }
}

/// The exponent at the offset, 0 where there is none; nil if its digits are missing.
private func readExponent(_ text: Span<UInt8>, at offset: inout Int) -> Int? {
  guard
    take(UInt8(ascii: "e"), of: text, at: &offset)
      || take(UInt8(ascii: "E"), of: text, at: &offset)
  else { return 0 }
  let isNegative =
    !take(UInt8(ascii: "+"), of: text, at: &offset)
    && take(UInt8(ascii: "-"), of: text, at: &offset)
  let range = digits(text, at: &offset)
  guard !range.isEmpty else { return nil }
  var value = 0
  for index in range { value = min(value * 10 + Int(text[index] - 0x30), 1_000_000_000) }
  return isNegative ? -value : value
}
