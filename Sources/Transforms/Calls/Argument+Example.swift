internal import MappingPlan

// Short forms, for the examples of the transforms.

extension Argument {
  static func text(_ text: String) -> Argument { .literal(.text(text)) }
  static func number(_ text: String) -> Argument { .literal(.number(text)) }
  static func entry(_ key: Literal, _ value: Literal) -> Argument {
    .entry(key: key, value: value)
  }
  static func otherwise(_ value: Literal) -> Argument { .entry(key: nil, value: value) }
}

extension Transform.Result {
  static func text(_ text: String) -> Self { .value(.text(text)) }
  static func number(_ text: String) -> Self { .value(.number(text)) }
  static func boolean(_ value: Bool) -> Self { .value(.boolean(value)) }
  static func list(_ elements: [Value]) -> Self { .value(.list(elements)) }
  static func day(_ text: String) -> Self { .value(.day(text)) }
  static func time(_ text: String) -> Self { .value(.time(text)) }
}

extension Value {
  /// The date that the text is in ISO 8601; the text itself if it is none.
  static func day(_ text: String) -> Value {
    guard let pattern = try? TimePattern("yyyy-MM-dd"),
      let date = try? TimeReader(text, by: pattern).date()
    else { return .text(text) }
    return .date(date)
  }

  /// The time that the text is in ISO 8601; the text itself if it is none.
  static func time(_ text: String) -> Value {
    guard let pattern = try? TimePattern("yyyy-MM-dd'T'HH:mm:ssX"),
      let time = try? TimeReader(text, by: pattern).dateTime()
    else { return .text(text) }
    return .dateTime(time)
  }
}
