internal import CalendarTime

extension UTCTime {
  /// The second in which a time lies that is counted since 1970-01-01 in UTC.
  ///
  /// - Parameter fractionDigits: 0 if the number counts seconds, 3 if it counts milliseconds.
  /// - Throws: `timeOutOfRange` outside the years 0 to 9999.
  init(sinceEpoch number: ExactNumber, fractionDigits: Int) throws(TransformMismatch) {
    let seconds = ExactNumber(
      isNegative: number.isNegative, digits: number.digits,
      exponent: number.exponent - fractionDigits
    ).rounded(toFraction: 0, .floor)
    guard let count = Int(seconds.description), let time = UTCTime(secondsSinceEpoch: count) else {
      throw .timeOutOfRange
    }
    self = time
  }
}
