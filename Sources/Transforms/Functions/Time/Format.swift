extension Transform {
  /// Times are written in UTC.
  static let format = Transform(
    "format", .time, "Writes a date, or a date and time, by a pattern",
    parameters: [Parameter("pattern", .timePattern)],
    input: [.date, .dateTime], output: .text,
    examples: [
      Example([.text("M/d/yyyy")], .time("2020-01-05T14:59:00Z"), .text("1/5/2020")),
      Example(
        [.text("MMM d, yyyy 'at' h:mm a")], .time("2020-01-05T14:59:00Z"),
        .text("Jan 5, 2020 at 2:59 PM")),
      Example(
        [.text("yyyy-MM-dd'T'HH:mm:ss.SSSXXX")], .time("2020-01-05T14:59:00Z"),
        .text("2020-01-05T14:59:00.000Z")),
      Example([.text("HH:mm")], .day("2020-01-05"), .mismatch(.noTimeOfDay)),
      Example([.text("yyyy")], .text("2020-01-05"), .mismatch(.notTime)),
      Example([.text("yyyy")], nil, .missing),
    ]
  ) { arguments throws(ArgumentProblem) in
    let pattern = try arguments.timePattern(0)
    return .value { value throws(TransformMismatch) in
      switch value {
      case .dateTime(let time): return .text(pattern.text(of: time))
      case .date(let date):
        guard !pattern.hasTimeOfDay else { throw .noTimeOfDay }
        return .text(pattern.text(of: date))
      case .null, .boolean, .number, .text, .illFormedText, .list, .object, .element:
        throw .notTime
      }
    }
  }
}
