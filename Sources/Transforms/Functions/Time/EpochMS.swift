internal import CalendarTime

extension Transform {
  /// A fraction of a second is dropped: the time is the second that it lies in.
  static let epochMilliseconds = Transform(
    "epoch_ms", .time, "Takes a number of milliseconds since 1970-01-01 in UTC as date and time",
    input: .number, output: .dateTime,
    examples: [
      Example(.number("1726225173999"), .time("2024-09-13T10:59:33Z")),
      Example(.text("1.7262251730e12"), .time("2024-09-13T10:59:33Z")),
      Example(.number("-1"), .time("1969-12-31T23:59:59Z")),
      Example(.number("1e400"), .mismatch(.timeOutOfRange)),
      Example(.null, .value(.null)),
      Example(nil, .missing),
    ]
  ) { _ in
    .number { number throws(TransformMismatch) in
      .dateTime(try UTCTime(sinceEpoch: number, fractionDigits: 3))
    }
  }
}
