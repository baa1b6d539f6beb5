internal import Diagnostics
internal import MappingPlan

/// Reads bodies of one format, one after the other, with working memory of its own.
protocol BodyReader: AnyObject {
  /// Reads a whole body and says what became of each mapping that is one path.
  ///
  /// - Parameters:
  ///   - charset: what the response's content type says of the body's encoding.
  ///   - results: one a mapping; meaningless after an error.
  /// - Throws: What keeps the body from being read.
  func read(
    _ body: UnsafeBufferPointer<UInt8>, charset: String?, into results: inout [SlotResult]
  ) throws(BodyProblem)

  /// The encoding of the last body, as far as it is known.
  var encoding: TextEncoding { get }

  /// Explains why the path to a state found nothing in the last body.
  func missingPlace(
    of state: StateID, in body: RawSpan, search: inout Suggestion
  ) -> MissingPlace

  /// An element of the last body that a query speaks of by its name alone and does not find, since a default
  /// namespace holds it.
  func namespacedElement(missedBy query: QueryID) -> NamespacedElement?

  /// A text of the last body.
  func string(_ text: BodyText, in body: RawSpan) -> String

  /// What stands at a state in the last body, as long as that is not given back.
  func flow(from state: StateID) throws(BodyProblem) -> Flow

  /// What a query of the plan selects in the last body: a value if it can select no more than one, else
  /// a list; nothing selected is `missing`.
  func flow(from query: QueryID) throws(BodyProblem) -> Flow

  /// Whether the condition of the plan's guard of that number holds for the last body.
  func holds(guard index: Int) throws(BodyProblem) -> Bool

  /// The nodes that a path of the plan leads to in the last body, in document order; a state must be the
  /// one that the program was lowered to select.
  func nodes(at path: Path) throws(BodyProblem) -> [BodyNode]
}

extension BodyReader {
  func namespacedElement(missedBy query: QueryID) -> NamespacedElement? { nil }
}
