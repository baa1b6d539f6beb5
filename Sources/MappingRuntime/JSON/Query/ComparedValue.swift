internal import JSONPath

/// What stands on one side of a comparison, or is passed to a function.
enum ComparedValue: Sendable {
  case null
  case boolean(Bool)
  case number(ComparedNumber)
  /// UTF-8.
  case text([UInt8])
  /// A value of the body.
  case node(JSONIndex.Number)

  init(_ literal: JSONPathLiteral) {
    self =
      switch literal.value {
      case .null: .null
      case .boolean(let value): .boolean(value)
      case .number(let text): .number(ComparedNumber(Array(text.utf8)))
      case .string(let text): .text(Array(text.utf8))
      }
  }
}

/// A number by its exact value.
///
/// Nearly all numbers have so few digits that two of them are compared without anything being allocated;
/// of the others the text is kept and compared digit by digit.
enum ComparedNumber: Sendable {
  case short(ShortNumber)
  case long(ExactNumber)

  /// The number that a text of RFC 8259 §6 stands for.
  init(_ text: some Collection<UInt8>) {
    if let short = ShortNumber(text) {
      self = .short(short)
    } else {
      self = .long(ExactNumber(String(decoding: text, as: UTF8.self)))
    }
  }

  init(_ count: Int) { self = .short(ShortNumber(count)) }

  static func == (left: ComparedNumber, right: ComparedNumber) -> Bool {
    guard case (.short(let left), .short(let right)) = (left, right) else {
      return left.exact == right.exact
    }
    return left.order(to: right) == 0
  }

  static func < (left: ComparedNumber, right: ComparedNumber) -> Bool {
    guard case (.short(let left), .short(let right)) = (left, right) else {
      return left.exact < right.exact
    }
    return left.order(to: right) < 0
  }

  private var exact: ExactNumber {
    switch self {
    case .short(let number): ExactNumber(number.text)
    case .long(let number): number
    }
  }
}

/// ± *mantissa* · 10^*exponent*
struct ShortNumber: Sendable {
  private let isNegative: Bool
  private let mantissa: UInt64
  private let exponent: Int

  /// An exponent of more digits is none of a short number.
  private static let mostExponentDigits = 6

  init(_ count: Int) {
    isNegative = count < 0
    mantissa = UInt64(count.magnitude)
    exponent = 0
  }

  /// Nil if the mantissa or exponent has too many digits.
  init?(_ text: some Collection<UInt8>) {
    var rest = text[...]
    isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest.removeFirst() }
    guard let whole = rest.takeDigits(upTo: .max / 10 - 1, after: 0) else { return nil }
    var mantissa = whole.value
    var exponent = 0
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      guard let decimals = rest.takeDigits(upTo: .max / 10 - 1, after: mantissa) else { return nil }
      mantissa = decimals.value
      exponent = -decimals.count
    }
    if let letter = rest.first, letter | 0x20 == UInt8(ascii: "e") {
      rest.removeFirst()
      let isBelowZero = rest.first == UInt8(ascii: "-")
      if isBelowZero || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
      guard rest.count <= ShortNumber.mostExponentDigits,
        let digits = rest.takeDigits(upTo: .max / 10 - 1, after: 0)
      else { return nil }
      exponent += isBelowZero ? -Int(digits.value) : Int(digits.value)
    }
    self.mantissa = mantissa
    self.exponent = exponent
  }

  /// Below 0, 0 or above 0 as the number is less than the other, equal to it or more.
  func order(to other: ShortNumber) -> Int {
    if sign != other.sign { return sign - other.sign }
    return sign * orderOfMagnitude(to: other)
  }

  private var sign: Int { mantissa == 0 ? 0 : isNegative ? -1 : 1 }

  /// The number with the higher exponent is brought to the lower one; where that overflows it is the
  /// larger one.
  private func orderOfMagnitude(to other: ShortNumber) -> Int {
    if exponent < other.exponent { return -other.orderOfMagnitude(to: self) }
    if mantissa == 0 { return other.mantissa == 0 ? 0 : -1 }
    var scaled = mantissa
    for _ in other.exponent..<exponent {
      let (product, overflows) = scaled.multipliedReportingOverflow(by: 10)
      if overflows { return 1 }
      scaled = product
    }
    return scaled == other.mantissa ? 0 : scaled < other.mantissa ? -1 : 1
  }

  var text: String { "\(isNegative ? "-" : "")\(mantissa)e\(exponent)" }
}

extension Collection<UInt8> where SubSequence == Self {
  /// Takes the digits at the beginning, which go on a number; nil if that would become too large.
  fileprivate mutating func takeDigits(
    upTo limit: UInt64, after start: UInt64
  ) -> (value: UInt64, count: Int)? {
    var value = start
    var count = 0
    while let digit = first, digit &- 0x30 < 10 {
      guard value <= limit else { return nil }
      value = value * 10 + UInt64(digit - 0x30)
      count += 1
      removeFirst()
    }
    return (value, count)
  }
}
