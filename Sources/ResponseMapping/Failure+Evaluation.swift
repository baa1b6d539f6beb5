internal import Diagnostics
internal import MappingPlan
internal import MappingRuntime

extension Failure {
  init(
    _ failure: EvaluationFailure, of evaluation: borrowing Evaluation, head: ResponseHead,
    body: RawSpan
  ) {
    kind = Kind(failure, of: evaluation, body: body)
    code = failure.code
    message = failure.message(for: evaluation.program.plan)
    errorType = head.reasonPhrase.flatMap { $0.isEmpty ? nil : $0 }
    response = unsafe body.withUnsafeBytes { unsafe Array($0) }
    recovery = Recovery(of: failure, head: head)
    guard failure == .mappingFailed else {
      results = []
      warnings = evaluation.outcomeWarnings
      return
    }
    let updates = Updates(of: evaluation, body: body)
    results = updates.results.map(\.withheld)
    warnings = updates.warnings
  }
}

extension Failure.Kind {
  fileprivate init(
    _ failure: EvaluationFailure, of evaluation: borrowing Evaluation, body: RawSpan
  ) {
    switch failure {
    case .batchCampaign: self = .batchCampaign
    case .timeout: self = .timeout
    case .status(let status, _): self = .status(status)
    case .pending(let index): self = .pending(index.map { evaluation.responseGuard($0) })
    case .rejected(let index): self = .rejected(evaluation.responseGuard(index))
    case .mappingFailed: self = .mappingFailed(fields: evaluation.failedFields)
    case .emptyBody: self = .emptyBody
    case .contentTypeMismatch: self = .contentTypeMismatch
    case .body(let problem):
      self.init(problem, at: evaluation.position(of: problem.offset ?? 0, in: body))
    }
  }

  init(_ problem: BodyProblem, at position: TextPosition) {
    switch problem {
    case .malformed(_, let offset): self = .malformedBody(BodyPosition(offset, position))
    case .encoding(_, let offset): self = .encoding(BodyPosition(offset, position))
    case .limit(let name, let value): self = .limit(name, value: value)
    }
  }
}

extension BodyPosition {
  fileprivate init(_ offset: Int, _ position: TextPosition) {
    self.init(offset: offset, line: position.line, column: position.column)
  }
}

extension Evaluation {
  fileprivate func responseGuard(_ index: Int) -> ResponseGuard {
    let rule = program.plan.guards[index]
    return ResponseGuard(
      text: "\(rule.kind.rawValue) when \(rule.condition)", reason: rule.reason)
  }

  /// The fields of the mappings that fail.
  fileprivate var failedFields: [String] {
    program.bindings.indices.compactMap { index in
      let binding = program.bindings[index]
      guard let situation = results[index].situation.policySituation else { return nil }
      return binding.policies[situation] == .fail ? binding.field : nil
    }
  }
}

extension MappingResult {
  /// The result where nothing is written, since another mapping fails.
  fileprivate var withheld: MappingResult {
    guard result.value != nil else { return self }
    return MappingResult(
      field: field, path: path, result: .withheld, source: source, condition: condition,
      message: "another mapping fails, so nothing is written", code: .withheld)
  }
}
