internal import CalendarTime

extension TimePattern {
  /// English, as the only language there is here: nothing depends on where a program runs.
  static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// The text of a time in UTC.
  func text(of time: UTCTime) -> String {
    text(date: time.date, hour: time.hour, minute: time.minute, second: time.second)
  }

  /// The text of a date; for a pattern without time of day.
  func text(of date: CalendarDate) -> String {
    text(date: date, hour: 0, minute: 0, second: 0)
  }

  private func text(date: CalendarDate, hour: Int, minute: Int, second: Int) -> String {
    var text = ""
    for element in elements {
      switch element {
      case .text(let scalar): text.unicodeScalars.append(scalar)
      case .field(.year, 2): text += (date.year % 100).padded(2)
      case .field(.year, let width): text += date.year.padded(width)
      case .field(.month, 3): text += TimePattern.monthNames[date.month - 1].prefix(3)
      case .field(.month, 4): text += TimePattern.monthNames[date.month - 1]
      case .field(.month, let width): text += date.month.padded(width)
      case .field(.day, let width): text += date.day.padded(width)
      case .field(.hour, let width): text += hour.padded(width)
      case .field(.hourOfHalfDay, let width): text += ((hour + 11) % 12 + 1).padded(width)
      case .field(.halfDay, _): text += hour < 12 ? "AM" : "PM"
      case .field(.minute, let width): text += minute.padded(width)
      case .field(.second, let width): text += second.padded(width)
      case .field(.fraction, let width): text += 0.padded(width)
      case .field(.offset, _): text += "Z"
      }
    }
    return text
  }
}
