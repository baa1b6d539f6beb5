internal import Diagnostics
internal import MappingRuntime

extension Failure {
  init(
    _ failure: EvaluationFailure, of evaluation: borrowing Evaluation, head: ResponseHead,
    body: RawSpan
  ) {
    kind = Kind(failure, of: evaluation, body: body)
    code = failure.code
    message = failure.message(for: evaluation.program.format)
    errorType = head.reasonPhrase.flatMap { $0.isEmpty ? nil : $0 }
    response = unsafe body.withUnsafeBytes { unsafe Array($0) }
    recovery = Recovery(of: failure, head: head)
    warnings = evaluation.outcomeWarnings
  }
}

extension Failure.Kind {
  fileprivate init(
    _ failure: EvaluationFailure, of evaluation: borrowing Evaluation, body: RawSpan
  ) {
    switch failure {
    case .batchCampaign: self = .batchCampaign
    case .timeout: self = .timeout
    case .status(let status): self = .status(status)
    case .emptyBody: self = .emptyBody
    case .contentTypeMismatch: self = .contentTypeMismatch
    case .body(.malformed(_, let offset)):
      self = .malformedBody(BodyPosition(offset, evaluation.position(of: offset, in: body)))
    case .body(.encoding(_, let offset)):
      self = .encoding(BodyPosition(offset, evaluation.position(of: offset, in: body)))
    case .body(.limit(let name, let value)): self = .limit(name, value: value)
    }
  }
}

extension BodyPosition {
  fileprivate init(_ offset: Int, _ position: TextPosition) {
    self.init(offset: offset, line: position.line, column: position.column)
  }
}
