/// A point in time to the second, in the years 0 to 9999.
package struct UTCTime: Hashable, Sendable {
  package let date: CalendarDate
  package let hour: Int
  package let minute: Int
  package let second: Int

  package var secondsSinceEpoch: Int {
    date.daysSinceEpoch * 86_400 + hour * 3600 + minute * 60 + second
  }

  package init?(secondsSinceEpoch seconds: Int) {
    let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    guard let date = CalendarDate(daysSinceEpoch: day) else { return nil }
    self.date = date
    let secondOfDay = seconds - day * 86_400
    hour = secondOfDay / 3600
    minute = secondOfDay / 60 % 60
    second = secondOfDay % 60
  }
}

extension UTCTime: CustomStringConvertible {
  /// `YYYY-MM-DDThh:mm:ssZ`.
  package var description: String {
    "\(date)T\(hour.padded(2)):\(minute.padded(2)):\(second.padded(2))Z"
  }
}
