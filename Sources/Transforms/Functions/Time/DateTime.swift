extension Transform {
  /// Without an offset the time is taken as UTC; a fraction of a second is dropped.
  static let datetime = Transform(
    "datetime", .time, "Reads a date and time by a pattern",
    parameters: [Parameter("pattern", .timePattern)],
    input: .text, output: .dateTime,
    examples: [
      Example(
        [.text("M/d/yyyy h:mm a")], .text("1/5/2020 2:59 PM"), .time("2020-01-05T14:59:00Z")),
      Example(
        [.text("yyyy-MM-dd'T'HH:mm:ssXXX")], .text("2020-01-05T01:30:00+02:00"),
        .time("2020-01-04T23:30:00Z")),
      Example(
        [.text("dd MMM yyyy HH:mm:ss.SSS")], .text("06 Nov 1994 08:49:37.250"),
        .time("1994-11-06T08:49:37Z")),
      Example([.text("yyyy-MM-dd HH:mm")], .text("2020-01-05 24:00"), .mismatch(.noSuchTime)),
      Example([.text("yyyy-MM-dd HH:mm")], .text("2020-01-05"), .mismatch(.notOfPattern)),
      Example([.text("yyyy-MM-dd HH:mm")], .null, .value(.null)),
    ]
  ) { arguments throws(ArgumentProblem) in
    let pattern = try arguments.timePattern(0, reading: .dateTime)
    return .text { text throws(TransformMismatch) in
      .dateTime(try TimeReader(text, by: pattern).dateTime())
    }
  }
}
