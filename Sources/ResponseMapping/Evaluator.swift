internal import Diagnostics
internal import MappingRuntime

/// Evaluates one response after another with working memory of its own.
///
/// It is not copyable and not for two threads at once; make one for each.
public struct Evaluator: ~Copyable {
  private let paths: [String]
  private var evaluation: Evaluation

  init(_ mapping: Mapping) {
    let limits = BodyLimits(bodyBytes: mapping.limits.bodyBytes, depth: mapping.limits.depth)
    paths = mapping.paths
    evaluation = Evaluation(mapping.program, limits: limits)
  }

  /// Decides what a response writes; see ``Mapping/evaluate(_:)``.
  public mutating func evaluate(_ response: Response) -> Outcome {
    unsafe evaluate(response.head, body: response.body.span.bytes)
  }

  /// Decides what a response writes whose body is held elsewhere.
  public mutating func evaluate(_ head: ResponseHead, body: RawSpan) -> Outcome {
    let envelope = Envelope(
      context: head.context.envelopeContext, status: head.status,
      contentType: head[header: "Content-Type"])
    if let failure = evaluation.run(envelope, body: body) {
      return .notMapped(
        Failure(failure, head: head, body: body, warnings: evaluation.outcomeWarnings))
    }
    return .mapped(Updates(of: evaluation, paths: paths, body: body))
  }
}

extension CallContext {
  fileprivate var envelopeContext: Envelope.Context {
    switch self {
    case .trigger: .trigger
    case .batch: .batch
    case .timeout: .timeout
    }
  }
}
