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
    text += results(updates.results)
    if written == 0, count > 0 {
      text += "  note: no field is written; the service may report an error within a success\n"
    }
    return text + warnings(updates.warnings)
  }

  private static func results(_ results: [MappingResult]) -> String {
    let width = results.map(\.field.visible.count).max() ?? 0
    return results.map { "  \($0.field.visible.padded(to: width))  \(line(of: $0))\n" }.joined()
  }

  private static func line(of result: MappingResult) -> String {
    if let value = result.result.value { return "= " + value.jsonText + facts(of: result) }
    let code = result.code?.rawValue ?? ""
    return "not written, \(result.result.name): \((result.message ?? "").visible) [\(code)]"
  }

  /// What is to be known of a value that is written.
  private static func facts(of result: MappingResult) -> String {
    var facts: [String] = []
    switch result.result {
    case .truncated: facts.append("cut off")
    case .cleared: facts.append("the field is cleared")
    default: break
    }
    if let source = result.source, source > 0 { facts.append("from `\(result.path.visible)`") }
    if result.condition == .blank { facts.append("only if the field is empty now") }
    return facts.isEmpty ? "" : "  (\(facts.joined(separator: ", ")))"
  }

  private static func notMapped(_ failure: Failure) -> String {
    var text = "not mapped: \(failure.message) [\(failure.code)]\n"
    switch failure.kind {
    case .malformedBody(let position), .encoding(let position):
      text += "  place:       line \(position.line), column \(position.column) of the body "
      text += "(byte \(position.offset))\n"
    case .batchCampaign, .timeout, .status, .emptyBody, .contentTypeMismatch, .limit, .pending,
      .rejected, .mappingFailed:
      break
    }
    text += results(failure.results)
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
    case (.investigate, .mappingFailed): "look at the results: which value is it that does not fit?"
    case (.investigate, _): "investigate what the service answers"
    case (.pending, _): "ask again later: the answer is not ready yet"
    case (.alert, _): "tell whoever looks after the service: the mapping file asks for it"
    case (.none, _): "nothing: the mapping file expects this answer"
    }
  }
}

extension String {
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
