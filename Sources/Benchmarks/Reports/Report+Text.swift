import Foundation

extension Report {
  /// For a terminal.
  var text: String {
    ([machine.text] + workloads.map(\.text) + [
      queriesText, recordsText, doublings.map(\.text).joined(), targetsText,
    ])
    .filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var queriesText: String { queries.map(\.text).joined() }
  private var recordsText: String { (records?.text ?? "") + (commands?.text ?? "") }

  private var targetsText: String {
    guard !targets.isEmpty else { return "" }
    return targets.reduce(into: "Targets\n") { text, target in
      text += "  " + target.name.padded(64) + target.requiredText.padded(14)
      text += target.measuredText.padded(12) + target.verdict.rawValue + "\n"
    }
  }
}

extension Machine {
  var text: String {
    """
    \(processor), \(cores) cores, \(vectors); Linux \(kernel); load \(loadAverage); \(date)
    \(compiler); simdjson \(simdjson); \(jq); freed memory is \(freedMemory.rawValue)

    """
  }
}

extension WorkloadReport {
  var text: String {
    measurements.reduce(into: "\(name): \(bytes) bytes\n") { text, measurement in
      text += "  " + measurement.contender.rawValue.padded(42)
      text += "min " + measurement.minimum.duration.padded(10)
      text += "median " + measurement.median.duration.padded(10)
      text += (Double(bytes) / measurement.minimum).rounded(places: 2).padded(6) + " GB/s  "
      text += (ratio(measurement.contender) ?? 0).rounded(places: 2) + "×"
      if let found = measurement.found { text += "  found \(found)" }
      if disagreements.contains(measurement.contender) { text += "  DISAGREES" }
      text += "\n"
    } + heapText
  }

  private var heapText: String {
    guard let warm, let first else { return "" }
    return "  respmap allocates \(warm.allocations) times once warm; "
      + "a new evaluator holds \(first.peakBytes) bytes at most\n"
  }
}

extension Target {
  var requiredText: String { (isAtLeast ? "≥ " : "≤ ") + required.rounded(places: 2) + unit }
  var measuredText: String { measured.map { $0.rounded(places: 2) + unit } ?? "–" }
}

extension Double {
  /// Nanoseconds with three digits, in a unit that suits them.
  var duration: String {
    switch self {
    case ..<1e3: significant + " ns"
    case ..<1e6: (self / 1e3).significant + " µs"
    case ..<1e9: (self / 1e6).significant + " ms"
    default: (self / 1e9).significant + " s"
    }
  }

  private var significant: String { rounded(places: self < 10 ? 2 : self < 100 ? 1 : 0) }

  func rounded(places: Int) -> String {
    formatted(
      .number.precision(.fractionLength(0...places)).grouping(.never).locale(
        Locale(identifier: "en_US_POSIX")))
  }
}

extension String {
  func padded(_ length: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, length - count))
  }
}
