internal import MappingPlan
internal import MappingRuntime

/// What to do about a failure: a caller repairs what it knows and alerts on the rest.
public enum Recovery: Hashable, Sendable {
  /// The same call may succeed later, after that many seconds where the service says so.
  case retry(after: Int?)
  /// The request is wrong: change it before it is sent again.
  case fixRequest
  /// The campaign or the webhook's address is set up wrongly.
  case fixConfiguration
  /// A person should look at the service's answer.
  case investigate
  /// The answer is not ready yet: ask again as the service wants it.
  case pending
  /// A person is to be told (`on 402 alert`).
  case alert
  /// Nothing: the answer is one that is expected (`on 404 skip`).
  case none

  /// The class's name in machine-readable output.
  public var name: String {
    switch self {
    case .retry: "retry"
    case .fixRequest: "fixRequest"
    case .fixConfiguration: "fixConfiguration"
    case .investigate: "investigate"
    case .pending: "pending"
    case .alert: "alert"
    case .none: "none"
    }
  }
}

extension Recovery {
  init(of failure: EvaluationFailure, head: ResponseHead) {
    switch failure {
    case .batchCampaign: self = .fixConfiguration
    case .timeout: self = .retry(after: nil)
    case .status(_, let action?): self.init(action, head: head)
    case .status(let status, nil): self.init(status: status, head: head)
    case .pending: self = .pending
    case .rejected, .mappingFailed, .emptyBody, .contentTypeMismatch, .body: self = .investigate
    }
  }

  /// What the mapping file says of a status.
  private init(_ action: StatusRule.Action, head: ResponseHead) {
    switch action {
    case .skip: self = .none
    case .retry: self = .retry(after: RetryAfter.seconds(of: head))
    case .pending: self = .pending
    case .alert: self = .alert
    case .fail: self = .investigate
    }
  }

  /// Transient statuses are those that the retry policies of comparable platforms agree on.
  private init(status: Int, head: ResponseHead) {
    switch status {
    case 408, 425, 429, 500, 502, 503, 504: self = .retry(after: RetryAfter.seconds(of: head))
    case 300...399: self = .fixConfiguration
    case 400...499: self = .fixRequest
    default: self = .investigate
    }
  }
}
