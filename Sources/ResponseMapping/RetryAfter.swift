internal import CalendarTime
internal import MappingRuntime

/// The header Retry-After (RFC 9110 §10.2.3) in both its forms.
enum RetryAfter {
  /// How long to wait, in seconds.
  ///
  /// A date is taken relative to the response's own Date header, so that the answer depends on the
  /// response alone; without one it is not known. A date that has passed is 0.
  static func seconds(of head: ResponseHead) -> Int? {
    guard let value = head[header: "Retry-After"]?.trimmingBlanks else { return nil }
    if !value.isEmpty, value.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return Int(value) }
    guard let until = HTTPDate.seconds(value),
      let sent = head[header: "Date"].flatMap({ HTTPDate.seconds($0.trimmingBlanks) })
    else { return nil }
    return max(0, until - sent)
  }
}

/// A date of HTTP (RFC 9110 §5.6.7), of which a recipient must take three forms.
enum HTTPDate {
  /// Seconds since 1970-01-01T00:00:00Z, or nil if the text is no such date.
  ///
  ///     Sun, 06 Nov 1994 08:49:37 GMT      IMF-fixdate
  ///     Sunday, 06-Nov-94 08:49:37 GMT     RFC 850
  ///     Sun Nov  6 08:49:37 1994           asctime
  static func seconds(_ text: String) -> Int? {
    let words = text.split { $0 == " " || $0 == "," || $0 == "-" }.map(String.init)
    guard words.count >= 5, words.count <= 6 else { return nil }
    if words.count == 5 {
      return seconds(year: words[4], month: words[1], day: words[2], time: words[3])
    }
    guard words[5] == "GMT" else { return nil }
    return seconds(year: words[3], month: words[2], day: words[1], time: words[4])
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private static func seconds(year: String, month: String, day: String, time: String) -> Int? {
    let clock = time.split(separator: ":", omittingEmptySubsequences: false).map { number($0) }
    guard let month = months.firstIndex(of: month), let day = number(day[...]),
      let year = number(year[...]),
      let date = CalendarDate(year: fullYear(year), month: month + 1, day: day),
      clock.count == 3, let hour = clock[0], let minute = clock[1], let second = clock[2],
      hour < 24, minute < 60, second <= 60
    else { return nil }
    return date.daysSinceEpoch * 86_400 + hour * 3600 + minute * 60 + second
  }

  private static func number(_ digits: Substring) -> Int? {
    let isNumber = digits.count <= 4 && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
    return isNumber ? Int(digits) : nil
  }

  /// RFC 850 gives two digits; years from 70 on are of the twentieth century.
  private static func fullYear(_ year: Int) -> Int {
    year >= 100 ? year : year >= 70 ? year + 1900 : year + 2000
  }
}
