internal import MappingPlan
internal import MappingRuntime

/// Why a body cannot be read; what the ``Failure`` of an evaluation says of the body.
public struct BodyFailure: Error, Hashable, Sendable {
  /// One of `emptyBody`, `malformedBody`, `encoding` and `limit`.
  public let kind: Failure.Kind
  /// `webhook.1001`, or the code of a `DiagnosticCode`.
  public let code: String
  /// What is wrong, in one sentence without a period. Never holds a value of the response.
  public let message: String

  init(_ failure: BodyQuery.Failure, of plan: Plan) {
    let evaluation: EvaluationFailure
    switch failure {
    case .empty:
      kind = .emptyBody
      evaluation = .emptyBody
    case .problem(let problem, let position):
      kind = Failure.Kind(problem, at: position)
      evaluation = .body(problem)
    }
    code = evaluation.code
    message = evaluation.message(for: plan)
  }
}

extension BodyFailure: CustomStringConvertible {
  public var description: String { "\(message) [\(code)]" }
}
