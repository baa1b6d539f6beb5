internal import CalendarTime

extension Transform {
  /// A fraction of a second is dropped: the time is the second that it lies in.
  static let epoch = Transform(
    "epoch", .time, "Takes a number of seconds since 1970-01-01 in UTC as date and time",
    input: .number, output: .dateTime,
    examples: [
      Example(.number("1726225173"), .time("2024-09-13T10:59:33Z")),
      Example(.text("0"), .time("1970-01-01T00:00:00Z")),
      Example(.number("-0.5"), .time("1969-12-31T23:59:59Z")),
      Example(.number("1726225173000"), .mismatch(.timeOutOfRange)),
      Example(.text("now"), .mismatch(.notNumber)),
      Example(nil, .missing),
    ]
  ) { _ in
    .number { number throws(TransformMismatch) in
      .dateTime(try UTCTime(sinceEpoch: number, fractionDigits: 0))
    }
  }
}
