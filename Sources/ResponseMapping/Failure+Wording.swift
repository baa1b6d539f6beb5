internal import Diagnostics
internal import MappingPlan
internal import MappingRuntime

extension EvaluationFailure {
  /// The stable code; see ``Failure/code``.
  var code: String {
    switch self {
    case .batchCampaign: "webhook.1000"
    case .timeout: DiagnosticCode.timeout.rawValue
    case .status(let status, _): "http.\(status)"
    case .pending: DiagnosticCode.pending.rawValue
    case .rejected: DiagnosticCode.rejected.rawValue
    case .mappingFailed: DiagnosticCode.mappingFailed.rawValue
    case .emptyBody: "webhook.1001"
    case .contentTypeMismatch: DiagnosticCode.contentTypeMismatch.rawValue
    case .body(.malformed): DiagnosticCode.malformedBody.rawValue
    case .body(.encoding): DiagnosticCode.encoding.rawValue
    case .body(.limit): DiagnosticCode.limit.rawValue
    }
  }

  /// What is wrong, in one sentence without a period.
  func message(for plan: Plan) -> String {
    let format = plan.format
    return switch self {
    case .batchCampaign:
      "the Call Webhook step sits in a batch campaign; webhooks run from trigger campaigns only"
    case .timeout: "the service did not answer in time"
    case .status(let status, _) where (200...299).contains(status):
      "the mapping file says that status \(status) is no success"
    case .status(let status, _):
      "the service answered with status \(status); only 2xx writes fields"
    case .pending(let index): pendingMessage(index.map { plan.guards[$0] })
    case .rejected(let index): rejectedMessage(plan.guards[index])
    case .mappingFailed: "a mapping that may not fail has no value to write, so nothing is written"
    case .emptyBody: "the service answered with an empty body"
    case .contentTypeMismatch(let mediaType):
      "the body is `\(mediaType.printable)`, not \(format.name), and does not begin like \(format.name)"
    case .body(let problem): problem.message(for: format)
    }
  }

  private func pendingMessage(_ rule: Guard?) -> String {
    guard let rule else { return "the answer is not ready yet: the status says so" }
    return
      "the answer is not ready yet: \(rule.reason ?? "`pending when \(rule.condition.printable)` holds")"
  }

  private func rejectedMessage(_ rule: Guard) -> String {
    if let reason = rule.reason { return "the answer is a failure: \(reason)" }
    let condition = "`\(rule.kind.rawValue) when \(rule.condition.printable)`"
    return
      "the answer is a failure: \(condition) \(rule.kind == .accept ? "does not hold" : "holds")"
  }
}
