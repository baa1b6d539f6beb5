extension Mapping {
  /// Decides what a response writes.
  ///
  /// Never throws and never traps: whatever is wrong with the response is a value.
  ///
  /// - Complexity: O(*n*) in the length of the body for a given mapping.
  public func evaluate(_ response: Response) -> Outcome {
    unsafe evaluate(response.head, body: response.body.span.bytes)
  }

  /// Decides what a response writes whose body is held elsewhere; the body is not copied, except
  /// into a failure, which carries it.
  public func evaluate(_ head: ResponseHead, body: RawSpan) -> Outcome {
    var evaluator = makeEvaluator()
    return evaluator.evaluate(head, body: body)
  }

  /// Decides what a response writes whose body is held in memory that the caller manages.
  ///
  /// - Parameters:
  ///   - head: what came before the body.
  ///   - body: must stay as it is during the call.
  @unsafe
  public func evaluate(_ head: ResponseHead, body: UnsafeRawBufferPointer) -> Outcome {
    unsafe evaluate(head, body: body.bytes)
  }

  /// An evaluator that keeps its working memory from one response to the next.
  public func makeEvaluator() -> Evaluator { Evaluator(self) }
}
