import CalendarTime
import MappingPlan
import TestSupport
import Testing
import Transforms

@Suite struct TimeTests {
  @Test(arguments: dates)
  func `a date is read by its pattern`(
    _ pattern: String, _ text: String, _ date: String
  ) throws {
    #expect(try written("date", pattern, text) == date)
  }

  @Test(arguments: times)
  func `a date and time is read by its pattern and brought to UTC`(
    _ pattern: String, _ text: String, _ time: String
  ) throws {
    #expect(try written("datetime", pattern, text) == time)
  }

  @Test(arguments: foreignTexts)
  func `a text that is not written by the pattern is a mismatch`(
    _ pattern: String, _ text: String
  ) throws {
    #expect(try apply("date", [.text(pattern)], to: .text(text)) == .mismatch(.notOfPattern))
  }

  @Test(arguments: impossibleTimes)
  func `a time that does not exist is a mismatch`(_ pattern: String, _ text: String) throws {
    #expect(try apply("date", [.text(pattern)], to: .text(text)) == .mismatch(.noSuchTime))
  }

  @Test(arguments: formats)
  func `a time is written by a pattern`(_ pattern: String, _ text: String) throws {
    let time = try #require(UTCTime(secondsSinceEpoch: 1_578_236_345))
    #expect(try apply("format", [.text(pattern)], to: .dateTime(time)) == .text(text))
  }

  @Test(arguments: [
    ("-62167219200", "0000-01-01T00:00:00Z"), ("253402300799", "9999-12-31T23:59:59Z"),
    ("253402300799.999999999999", "9999-12-31T23:59:59Z"), ("1e0", "1970-01-01T00:00:01Z"),
    ("0.0000001", "1970-01-01T00:00:00Z"), ("-1e-999999999", "1969-12-31T23:59:59Z"),
    ("951782400", "2000-02-29T00:00:00Z"),
  ])
  func `seconds of the epoch are the second they lie in`(
    _ number: String, _ time: String
  ) throws {
    #expect(try result(of: apply("epoch", to: .number(number))) == time)
    let milliseconds = try apply("multiply", [.number("1000")], to: .number(number))
    guard case .value(let value) = milliseconds, number != "-1e-999999999" else { return }
    #expect(try result(of: apply("epoch_ms", to: value)) == time)
  }

  @Test(arguments: ["-62167219200.1", "253402300800", "1e400", "-1e999999999"])
  func `a time beyond the years 0 to 9999 is a mismatch`(_ number: String) throws {
    #expect(try apply("epoch", to: .number(number)) == .mismatch(.timeOutOfRange))
  }

  @Test func `an offset may not lead out of the years there are`() throws {
    let pattern = Argument.text("yyyy-MM-dd HH:mmX")
    #expect(
      try apply("datetime", [pattern], to: .text("9999-12-31 23:59-01"))
        == .mismatch(.timeOutOfRange))
  }

  @Test(arguments: roundTripPatterns)
  func `what is written by a pattern is read by it`(_ pattern: String) throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<200 {
      let seconds = Int.random(in: -86_400 * 365 * 1900...86_400 * 365 * 8000, using: &generator)
      let time = try #require(UTCTime(secondsSinceEpoch: seconds))
      guard case .value(let text) = try apply("format", [.text(pattern)], to: .dateTime(time))
      else {
        Issue.record("\(time) is not written")
        continue
      }
      #expect(try apply("datetime", [.text(pattern)], to: text) == .value(.dateTime(time)))
    }
  }

  private func written(_ name: String, _ pattern: String, _ text: String) throws -> String {
    try result(of: apply(name, [.text(pattern)], to: .text(text)))
  }

  private func result(of result: Transform.Result) -> String {
    if case .value(let value) = result, let text = value.text { text } else { "\(result)" }
  }
}

private let dates: [(String, String, String)] = [
  ("yyyy-MM-dd", "2024-02-29", "2024-02-29"), ("M/d/yyyy", "12/31/1999", "1999-12-31"),
  ("M/d/yyyy", "01/05/2020", "2020-01-05"), ("M/d/yy", "1/5/68", "2068-01-05"),
  ("M/d/yy", "1/5/69", "1969-01-05"), ("M/d/yy", "1/5/00", "2000-01-05"),
  ("d.M.y", "5.1.476", "0476-01-05"), ("d. MMMM yyyy", "5. May 2020", "2020-05-05"),
  ("MMM d, yyyy", "sep 5, 2020", "2020-09-05"), ("MMM d, yyyy", "MAY 5, 2020", "2020-05-05"),
  ("MMMM d, yyyy", "September 5, 2020", "2020-09-05"), ("yyyyMMdd", "00000101", "0000-01-01"),
  ("yyMMdd", "200105", "2020-01-05"), ("ddMMMyyyy", "05JAN2020", "2020-01-05"),
  ("'week of' yyyy-MM-dd", "week of 2020-01-05", "2020-01-05"),
  ("yyyy''MM''dd", "2020'01'05", "2020-01-05"), ("''''yyyyMMdd", "''20200105", "2020-01-05"),
  ("'it''s' yyyyMMdd", "it's 20200105", "2020-01-05"),
  ("yyyy年M月d日", "2020年1月5日", "2020-01-05"),
  ("yyyy-MM-dd'T'HH:mm:ssXXX", "2020-01-05T23:30:00-05:00", "2020-01-05"),
]

private let times: [(String, String, String)] = [
  ("M/d/yyyy h:mm a", "1/5/2020 2:59 PM", "2020-01-05T14:59:00Z"),
  ("M/d/yyyy h:mm a", "1/5/2020 12:00 AM", "2020-01-05T00:00:00Z"),
  ("M/d/yyyy h:mm a", "1/5/2020 12:00 pm", "2020-01-05T12:00:00Z"),
  ("M/d/yyyy h:mm a", "1/5/2020 2:59\u{202F}PM", "2020-01-05T14:59:00Z"),
  ("M/d/yyyy h:mm a", "1/5/2020\u{A0}2:59 PM", "2020-01-05T14:59:00Z"),
  ("M/d/yyyy hh:mma", "1/5/2020 02:59am", "2020-01-05T02:59:00Z"),
  ("yyyy-MM-dd HH:mm:ss", "2020-01-05 23:59:59", "2020-01-05T23:59:59Z"),
  ("yyyy-MM-dd HH:mm:ss.S", "2020-01-05 23:59:59.1234567", "2020-01-05T23:59:59Z"),
  ("yyyyMMddHHmmssSSS", "20200105235959999", "2020-01-05T23:59:59Z"),
  ("yyyy-MM-dd'T'HH:mm:ssX", "2020-01-05T01:00:00Z", "2020-01-05T01:00:00Z"),
  ("yyyy-MM-dd'T'HH:mm:ssX", "2020-01-05T01:00:00+02", "2020-01-04T23:00:00Z"),
  ("yyyy-MM-dd'T'HH:mm:ssX", "2020-01-05T01:00:00-0530", "2020-01-05T06:30:00Z"),
  ("yyyy-MM-dd'T'HH:mm:ssXX", "2020-01-05T01:00:00+0200", "2020-01-04T23:00:00Z"),
  ("yyyy-MM-dd'T'HH:mm:ssXXX", "2020-01-05T01:00:00+02:00", "2020-01-04T23:00:00Z"),
  ("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", "2020-01-05T01:00:00.5Z", "2020-01-05T01:00:00Z"),
  ("H:m d/M/yyyy", "1:2 3/4/2020", "2020-04-03T01:02:00Z"),
]

private let foreignTexts: [(String, String)] = [
  ("yyyy-MM-dd", ""), ("yyyy-MM-dd", "2020-01-05 "), ("yyyy-MM-dd", " 2020-01-05"),
  ("yyyy-MM-dd", "2020/01/05"), ("yyyy-MM-dd", "20-01-05"), ("yyyy-MM-dd", "2020-1-05"),
  ("yyyy-MM-dd", "２０２０-01-05"), ("M/d/yyyy", "123/1/2020"), ("M/d/yyyy", "1/5/20200"),
  ("M/d/yy", "1/5/2020"), ("d MMM yyyy", "5 January 2020"), ("d MMMM yyyy", "5 Jan 2020"),
  ("d MMM yyyy", "5 Ja\u{301}n 2020"), ("yyyy-MM-dd h:mm a", "2020-01-05 1:00"),
  ("yyyy-MM-dd h:mm a", "2020-01-05 1:00 XM"), ("yyyy-MM-dd X", "2020-01-05 02"),
  ("yyyy-MM-dd X", "2020-01-05 +2"), ("yyyy-MM-dd X", "2020-01-05 +02:00"),
  ("yyyy-MM-dd XX", "2020-01-05 +02"), ("yyyy-MM-dd XX", "2020-01-05 +02:00"),
  ("yyyy-MM-dd XXX", "2020-01-05 +0200"), ("yyyy-MM-dd XXX", "2020-01-05 +24:00"),
  ("yyyy-MM-dd X", "2020-01-05 z"), ("yyyy-MM-dd .S", "2020-01-05 ."),
]

private let impossibleTimes: [(String, String)] = [
  ("yyyy-MM-dd", "2023-02-29"), ("yyyy-MM-dd", "2020-00-05"), ("yyyy-MM-dd", "2020-13-05"),
  ("yyyy-MM-dd", "1900-02-29"), ("yyyy-MM-dd", "2020-04-31"), ("yyyy-MM-dd", "2020-01-00"),
  ("yyyy-MM-dd HH:mm", "2020-01-05 24:00"), ("yyyy-MM-dd HH:mm", "2020-01-05 23:60"),
  ("yyyy-MM-dd HH:mm:ss", "2020-01-05 23:59:60"),
  ("yyyy-MM-dd h:mm a", "2020-01-05 0:00 AM"), ("yyyy-MM-dd h:mm a", "2020-01-05 13:00 PM"),
]

/// Of 2020-01-05T14:59:05Z.
private let formats: [(String, String)] = [
  ("yyyy-MM-dd'T'HH:mm:ssXXX", "2020-01-05T14:59:05Z"), ("M/d/yy h:mm a", "1/5/20 2:59 PM"),
  ("d MMMM y", "5 January 2020"), ("dd-MMM-yyyy", "05-Jan-2020"), ("HH:mm:ss.SSS", "14:59:05.000"),
  ("hh 'o''clock'", "02 o'clock"), ("''yy", "'20"), ("m:s", "59:5"),
]

private let roundTripPatterns = [
  "yyyy-MM-dd'T'HH:mm:ssX", "d.M.y H:m:s", "MMMM d, yyyy 'at' h:mm:ss a", "ssmmHHddMMyyyy",
  "yyyyMMdd hhmmssa SSSXXX", "d MMM yyyy hh:mm:ss a XX",
]
