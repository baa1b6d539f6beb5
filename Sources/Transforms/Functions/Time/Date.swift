extension Transform {
  /// A time of day in the text is read too and dropped; the day is the one that is written,
  /// whatever the offset from UTC.
  static let date = Transform(
    "date", .time, "Reads a date by a pattern",
    parameters: [Parameter("pattern", .timePattern)],
    input: .text, output: .date,
    examples: [
      Example([.text("M/d/yyyy")], .text("1/5/2020"), .day("2020-01-05")),
      Example([.text("d MMMM yyyy")], .text("28 february 2021"), .day("2021-02-28")),
      Example([.text("yyyyMMdd")], .number("20240229"), .day("2024-02-29")),
      Example([.text("M/d/yyyy h:mm a")], .text("12/31/2019 11:59 PM"), .day("2019-12-31")),
      Example([.text("yyyy-MM-dd")], .text("2023-02-29"), .mismatch(.noSuchTime)),
      Example([.text("yyyy-MM-dd")], .text("2023-2-28"), .mismatch(.notOfPattern)),
      Example([.text("yyyy-MM-dd")], nil, .missing),
    ]
  ) { arguments throws(ArgumentProblem) in
    let pattern = try arguments.timePattern(0, reading: .date)
    return .text { text throws(TransformMismatch) in
      .date(try TimeReader(text, by: pattern).date())
    }
  }
}
