internal import Diagnostics
internal import MappingPlan
internal import MappingRuntime

extension EvaluationFailure {
  /// The stable code; see ``Failure/code``.
  var code: String {
    switch self {
    case .batchCampaign: "webhook.1000"
    case .timeout: DiagnosticCode.timeout.rawValue
    case .status(let status): "http.\(status)"
    case .emptyBody: "webhook.1001"
    case .contentTypeMismatch: DiagnosticCode.contentTypeMismatch.rawValue
    case .body(.malformed): DiagnosticCode.malformedBody.rawValue
    case .body(.encoding): DiagnosticCode.encoding.rawValue
    case .body(.limit): DiagnosticCode.limit.rawValue
    }
  }

  /// What is wrong, in one sentence without a period.
  func message(for format: BodyFormat) -> String {
    switch self {
    case .batchCampaign:
      "the Call Webhook step sits in a batch campaign; webhooks run from trigger campaigns only"
    case .timeout: "the service did not answer in time"
    case .status(let status): "the service answered with status \(status); only 2xx writes fields"
    case .emptyBody: "the service answered with an empty body"
    case .contentTypeMismatch(let mediaType):
      "the body is `\(mediaType.printable)`, not \(format.name), and does not begin like \(format.name)"
    case .body(let problem): problem.message(for: format)
    }
  }
}
