package import MappingPlan

/// One path, to be asked of bodies: they are read as mappings read them, by the same readers and within the
/// same limits. Immutable, so any number of threads may use one at the same time.
package struct BodyQuery: Sendable {
  /// Why a body gives no answer.
  package enum Failure: Error {
    /// It has length 0 or holds white space only.
    case empty
    /// With its place, which is the beginning for problems that have none.
    case problem(BodyProblem, TextPosition)
  }

  private let program: Program
  private let path: Path

  package var plan: Plan { program.plan }

  /// A query by steps of Marketo's notation.
  ///
  /// - Throws: When the steps are none that the format has.
  package init(_ steps: [PathStep], format: BodyFormat) throws(PlanProblem) {
    var states: [PathTrie.State] = []
    for (number, step) in steps.enumerated() {
      states.append(PathTrie.State(parent: StateID(UInt32(number)), step: step))
    }
    let plan = Plan(format: format, trie: PathTrie(states: states), bindings: [])
    let state = StateID(UInt32(states.count))
    program = try Program(lowering: plan, selecting: state)
    path = .state(state)
  }

  /// A query by a JSONPath or XPath in its canonical form.
  ///
  /// - Throws: When it is none, or when a namespace is none.
  package init(
    _ text: String, format: BodyFormat, namespaces: [Namespace]
  ) throws(PlanProblem) {
    let plan = Plan(
      format: format, namespaces: namespaces, trie: PathTrie(states: []), queries: [text],
      bindings: [])
    program = try Program(lowering: plan, wantsNodes: true)
    path = .query(QueryID(0))
  }

  /// The nodes that the path leads to, in document order; where there are none, perhaps an element that it
  /// would have found without a namespace.
  ///
  /// - Complexity: O(*n*) in the length of the body and the steps of the path's evaluation.
  package func select(in body: RawSpan, limits: Limits) throws(Failure) -> (
    nodes: [BodyNode], missed: NamespacedElement?
  ) {
    let reader = program.makeReader(limits, kernel: .fastest)
    let result = unsafe body.withUnsafeBytes { bytes in
      unsafe bytes.withMemoryRebound(to: UInt8.self) { bytes in
        unsafe select(in: bytes, with: reader, limits)
      }
    }
    switch result {
    case .success(let nodes, let missed): return (nodes, missed)
    case .failure(let problem?):
      throw .problem(
        problem, TextPosition(of: problem.offset ?? 0, in: body, reader.encoding))
    case .failure(nil): throw .empty
    }
  }

  private enum Selection {
    case success([BodyNode], missed: NamespacedElement?)
    /// Nil: the body is empty.
    case failure(BodyProblem?)
  }

  private func select(
    in bytes: UnsafeBufferPointer<UInt8>, with reader: any BodyReader, _ limits: Limits
  ) -> Selection {
    guard unsafe program.format.firstByte(of: Span(_unsafeElements: bytes)) != nil else {
      return .failure(nil)
    }
    var results: [SlotResult] = []
    do throws(BodyProblem) {
      try limits.check(bytes.count)
      try unsafe reader.read(bytes, charset: nil, into: &results)
      let nodes = try reader.nodes(at: path)
      guard nodes.isEmpty, case .query(let query) = path else {
        return .success(nodes, missed: nil)
      }
      return .success(nodes, missed: reader.namespacedElement(missedBy: query))
    } catch {
      return .failure(error)
    }
  }
}

extension BodyProblem {
  /// Where it is, if it has a place.
  package var offset: Int? {
    switch self {
    case .malformed(_, let offset), .encoding(_, let offset): offset
    case .limit: nil
    }
  }
}

extension BodyFormat {
  /// The format that a body seems to be in by its first character; nil for an empty body.
  package init?(guessedFrom body: RawSpan) {
    let format: BodyFormat? = unsafe body.withUnsafeBytes { bytes in
      unsafe bytes.withMemoryRebound(to: UInt8.self) { bytes in
        let body = unsafe Span(_unsafeElements: bytes)
        guard let first = BodyFormat.xml.firstByte(of: body) else { return nil }
        return BodyFormat.xml.canBegin(with: first) ? .xml : .json
      }
    }
    guard let format else { return nil }
    self = format
  }

  fileprivate func firstByte(of body: Span<UInt8>) -> UInt8? {
    firstByte(of: body, mark: ByteOrderMark(of: body))
  }
}
