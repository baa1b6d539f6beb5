internal import CalendarTime

/// Reads a text by a pattern; afterwards it has the fields that stood in it.
///
/// Digits are taken as the pattern asks for them, never more; the whole text has to fit.
struct TimeReader {
  private var rest: Substring.UnicodeScalarView
  private var year = 0
  private var month = 1
  private var day = 1
  private var hour = 0
  private var hourOfHalfDay: Int?
  private var isAfternoon = false
  private var minute = 0
  private var second = 0
  /// Seconds east of UTC; 0 where none is written.
  private var offset = 0

  /// - Throws: `notOfPattern` if the text is not written by the pattern.
  init(_ text: String, by pattern: TimePattern) throws(TransformMismatch) {
    rest = text.unicodeScalars[...]
    for element in pattern.elements {
      let fits =
        switch element {
        case .text(let scalar): takeText(scalar)
        case .field(let field, let width): read(field, width)
        }
      guard fits else { throw .notOfPattern }
    }
    guard rest.isEmpty else { throw .notOfPattern }
  }

  /// The day that is written, whatever the offset.
  ///
  /// - Throws: `noSuchTime` for a day, time or offset that does not exist.
  func date() throws(TransformMismatch) -> CalendarDate {
    _ = try secondOfDay()
    guard let date = CalendarDate(year: year, month: month, day: day) else { throw .noSuchTime }
    return date
  }

  /// The point in time, without its fraction of a second.
  ///
  /// - Throws: `noSuchTime`; `timeOutOfRange` if it is in another year than 0 to 9999 in UTC.
  func dateTime() throws(TransformMismatch) -> UTCTime {
    let seconds = try date().daysSinceEpoch * 86_400 + secondOfDay() - offset
    guard let time = UTCTime(secondsSinceEpoch: seconds) else { throw .timeOutOfRange }
    return time
  }

  /// A leap second is refused, as fields do: no other value stands for it.
  private func secondOfDay() throws(TransformMismatch) -> Int {
    var hour = hour
    if let hourOfHalfDay {
      guard (1...12).contains(hourOfHalfDay) else { throw .noSuchTime }
      hour = hourOfHalfDay % 12 + (isAfternoon ? 12 : 0)
    }
    guard hour < 24, minute < 60, second < 60 else { throw .noSuchTime }
    return hour * 3600 + minute * 60 + second
  }

  private mutating func read(_ field: TimeField, _ width: Int) -> Bool {
    switch field {
    case .year: readYear(width)
    case .month: width > 2 ? readMonthName(width) : read(\.month, width)
    case .day: read(\.day, width)
    case .hour: read(\.hour, width)
    case .hourOfHalfDay: readHourOfHalfDay(width)
    case .halfDay: readHalfDay()
    case .minute: read(\.minute, width)
    case .second: read(\.second, width)
    case .fraction: takeNumber(1...Int.max) != nil
    case .offset: readOffset(width)
    }
  }

  private mutating func readYear(_ width: Int) -> Bool {
    guard let value = takeNumber(width == 1 ? 1...4 : width...width) else { return false }
    year = width == 2 ? value + (value >= 69 ? 1900 : 2000) : value
    return true
  }

  /// A number of two digits, or of one or two where the letter stands once.
  private mutating func read(_ field: WritableKeyPath<TimeReader, Int>, _ width: Int) -> Bool {
    guard let value = takeNumber(width...2) else { return false }
    self[keyPath: field] = value
    return true
  }

  private mutating func readHourOfHalfDay(_ width: Int) -> Bool {
    hourOfHalfDay = takeNumber(width...2)
    return hourOfHalfDay != nil
  }

  private mutating func readMonthName(_ width: Int) -> Bool {
    // No full name begins with another one; `May` is its own abbreviation.
    for (position, name) in TimePattern.monthNames.enumerated()
    where takeWord(width == 3 ? String(name.prefix(3)) : name) {
      month = position + 1
      return true
    }
    return false
  }

  private mutating func readHalfDay() -> Bool {
    isAfternoon = takeWord("PM")
    return isAfternoon || takeWord("AM")
  }

  /// Z, ±hh and ±hhmm for `X`, ±hhmm for `XX`, ±hh:mm for `XXX`.
  private mutating func readOffset(_ width: Int) -> Bool {
    if take("Z") { return true }
    let isWest = take("-")
    guard isWest || take("+"), let hours = takeNumber(2...2), hours < 24 else { return false }
    var minutes = 0
    if width > 1 || rest.first.map(TimeReader.isDigit) == true {
      guard width < 3 || take(":"), let value = takeNumber(2...2), value < 60 else { return false }
      minutes = value
    }
    offset = (isWest ? -1 : 1) * (hours * 3600 + minutes * 60)
    return true
  }

  /// As many digits as there are, within the range; digits beyond the fourth only pass by.
  private mutating func takeNumber(_ count: ClosedRange<Int>) -> Int? {
    let digits = rest.prefix(count.upperBound).prefix(while: TimeReader.isDigit)
    guard digits.count >= count.lowerBound else { return nil }
    rest.removeFirst(digits.count)
    return digits.prefix(4).reduce(0) { $0 * 10 + Int($1.value - 0x30) }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private mutating func takeText(_ scalar: Unicode.Scalar) -> Bool {
    take(scalar) || scalar == " " && (take("\u{A0}") || take("\u{202F}"))
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard rest.first == scalar else { return false }
    rest.removeFirst()
    return true
  }

  /// Takes a word of ASCII letters in any case.
  private mutating func takeWord(_ word: String) -> Bool {
    let candidate = rest.prefix(word.utf8.count)
    guard candidate.allSatisfy(\.isASCII),
      candidate.map({ $0.properties.lowercaseMapping }).joined() == word.lowercased()
    else { return false }
    rest.removeFirst(candidate.count)
    return true
  }
}
