internal import Diagnostics
internal import JSONText
internal import ResponseMapping

/// Outcomes for people.
enum OutcomeText {
  static func text(_ outcome: Outcome, name: String, head: ResponseHead) -> String {
    switch outcome {
    case .mapped(let updates): name + mapped(updates, head)
    case .notMapped(let failure): name + notMapped(failure)
    }
  }

  private static func mapped(_ updates: Updates, _ head: ResponseHead) -> String {
    let written = updates.results.count { $0.code == nil }
    let count = updates.results.count
    var text = "mapped (status \(head.status)), "
    text += "\(written) of \(count) \(count == 1 ? "field" : "fields") written\n"
    let width = updates.results.map(\.field.visible.count).max() ?? 0
    for result in updates.results {
      text += "  \(result.field.visible.padded(to: width))  \(line(of: result))\n"
    }
    if written == 0, count > 0 {
      text += "  note: no field is written; the service may report an error within a success\n"
    }
    return text + warnings(updates.warnings)
  }

  private static func line(of result: MappingResult) -> String {
    if case .written(let value) = result.result { return "= " + value.json.text }
    let code = result.code?.rawValue ?? ""
    return "not written, \(result.result.name): \((result.message ?? "").visible) [\(code)]"
  }

  private static func notMapped(_ failure: Failure) -> String {
    var text = "not mapped: \(failure.message) [\(failure.code)]\n"
    switch failure.kind {
    case .malformedBody(let position), .encoding(let position):
      text += "  place:       line \(position.line), column \(position.column) of the body "
      text += "(byte \(position.offset))\n"
    case .batchCampaign, .timeout, .status, .emptyBody, .contentTypeMismatch, .limit: break
    }
    if let errorType = failure.errorType {
      text += "  error type:  \(errorType.printable)\n"
    }
    text += "  what to do:  \(failure.recovery.advice(failure.kind))\n"
    return text + warnings(failure.warnings)
  }

  private static func warnings(_ warnings: [OutcomeWarning]) -> String {
    warnings.map { warning in
      let field = warning.field.map { " \($0.visible):" } ?? ""
      return "  warning[\(warning.code.rawValue)]:\(field) \(warning.message)\n"
    }.joined()
  }
}

extension Recovery {
  /// What a person should do.
  fileprivate func advice(_ kind: Failure.Kind) -> String {
    switch (self, kind) {
    case (.retry(let after?), _): "retry in \(after) seconds"
    case (.retry(nil), _): "retry later"
    case (.fixRequest, _): "fix the request: the service refuses it as it is"
    case (.fixConfiguration, .batchCampaign): "call the webhook from a trigger campaign"
    case (.fixConfiguration, _):
      "fix the webhook's URL or headers: the service does not answer here"
    case (.investigate, .limit): "investigate the answer, or raise the limit"
    case (.investigate, _): "investigate what the service answers"
    }
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
