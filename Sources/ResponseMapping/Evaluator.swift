internal import Diagnostics
internal import MappingRuntime

/// Evaluates one response after another with working memory of its own.
///
/// It is not copyable and not for two threads at once; make one for each.
public struct Evaluator: ~Copyable {
  private(set) var evaluation: Evaluation

  init(_ mapping: Mapping) {
    evaluation = Evaluation(mapping.program, limits: mapping.limits)
  }

  /// Decides what a response writes; see ``Mapping/evaluate(_:)``.
  public mutating func evaluate(_ response: Response) -> Outcome {
    unsafe evaluate(response.head, body: response.body.span.bytes)
  }

  /// Decides what a response writes whose body is held elsewhere.
  public mutating func evaluate(_ head: ResponseHead, body: RawSpan) -> Outcome {
    if let failure = fill(head, body: body) { return .notMapped(failure) }
    return .mapped(Updates(of: evaluation, body: body))
  }

  /// Decides what a response writes whose body is held in memory that the caller manages.
  ///
  /// - Parameters:
  ///   - head: what came before the body.
  ///   - body: must stay as it is during the call.
  @unsafe
  public mutating func evaluate(_ head: ResponseHead, body: UnsafeRawBufferPointer) -> Outcome {
    unsafe evaluate(head, body: body.bytes)
  }

  /// Decides what a response writes and leaves it in the slots: nil if the response is mapped, else
  /// why it is not.
  ///
  /// Once the evaluator is warm, a mapped response allocates nothing, but for texts with escapes that are
  /// longer than any before, and for what XPath asks.
  public mutating func fill(_ head: ResponseHead, body: RawSpan) -> Failure? {
    let envelope = Envelope(
      context: head.context.envelopeContext, status: head.status,
      contentType: head[header: "Content-Type"])
    guard let failure = evaluation.run(envelope, body: body) else { return nil }
    return Failure(failure, of: evaluation, head: head, body: body)
  }

  /// The number of slots: one a mapping, in the order of the mapping file.
  public var slotCount: Int { evaluation.results.count }

  /// What became of a mapping when the slots were last filled; meaningless after a failure.
  ///
  /// - Precondition: `index` is at least 0 and below ``slotCount``.
  public func slot(_ index: Int) -> Slot { Slot(evaluation.results[index]) }

  /// The text of a slot, with its escapes resolved.
  ///
  /// - Parameters:
  ///   - text: of a slot.
  ///   - body: the body that the slots were last filled from.
  public func string(_ text: Slot.Text, body: RawSpan) -> String {
    evaluation.string(text.text, in: body)
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
