extension ExactNumber {
  enum Rounding {
    /// To the nearest; of two equally near ones to that with an even last digit (IEEE 754 §4.3.1).
    case halfEven
    /// Towards negative infinity.
    case floor
    /// Towards positive infinity.
    case ceiling
  }

  /// The number rounded to that many digits of its fraction: exactly, however many digits it has.
  ///
  /// - Complexity: O(*digits*).
  func rounded(toFraction places: Int, _ rounding: Rounding) -> ExactNumber {
    let dropped = -places - exponent
    guard dropped > 0, !isZero else { return self }
    let kept = digits.prefix(max(0, digits.count - dropped))
    let isUp =
      switch rounding {
      case .floor: isNegative
      case .ceiling: !isNegative
      case .halfEven: isNearerUp(kept: kept, dropped: dropped)
      }
    let digits = isUp ? ExactNumber.successor(kept) : Array(kept)
    return ExactNumber(isNegative: isNegative, digits: digits, exponent: -places)
  }

  private func isNearerUp(kept: ArraySlice<UInt8>, dropped: Int) -> Bool {
    // With more places dropped than there are digits, a zero comes first: below a half.
    guard dropped <= digits.count else { return false }
    let rest = digits.dropFirst(kept.count)
    guard rest.first == 5, rest.count == 1 else { return (rest.first ?? 0) >= 5 }
    return (kept.last ?? 0) % 2 == 1
  }

  private static func successor(_ digits: ArraySlice<UInt8>) -> [UInt8] {
    let nines = digits.reversed().prefix { $0 == 9 }.count
    var result = Array(digits.dropLast(nines))
    if let last = result.popLast() { result.append(last + 1) } else { result.append(1) }
    return result + Array(repeating: 0, count: nines)
  }
}
