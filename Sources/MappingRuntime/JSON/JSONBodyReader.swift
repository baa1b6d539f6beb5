internal import Diagnostics
internal import JSONPath
internal import JSONText
internal import LeadFields
internal import MappingPlan
internal import Transforms

/// Reads JSON bodies, one after the other.
///
/// What a run needs is allocated once, so a reused reader allocates nothing for a body whose paths only
/// name their way.
@safe
final class JSONBodyReader: BodyReader {
  private let program: JSONProgram
  private let limits: Limits
  private let memory: JSONWalkMemory
  private let kernel: ScanKernel
  /// The body that is read, as long as its evaluation lasts.
  private var body = unsafe UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  /// A text whose escapes are resolved for conversion.
  private let unescaped = UnescapedText()

  init(_ program: JSONProgram, limits: Limits, kernel: ScanKernel) {
    self.program = program
    self.limits = limits
    self.kernel = kernel
    memory = JSONWalkMemory(for: program, limits: limits)
  }

  var encoding: TextEncoding { .utf8 }

  /// RFC 8259 §11 knows no charset, so what is said of it has no effect.
  func read(
    _ body: UnsafeBufferPointer<UInt8>, charset: String?, into results: inout [SlotResult]
  ) throws(BodyProblem) {
    let bytes = unsafe Span(_unsafeElements: body)
    guard let base = body.baseAddress else { return }
    unsafe self.body = unsafe body
    try unsafe walk(base, from: try start(of: bytes))
    let bindings = unsafe program.bindings.start
    for index in 0..<program.bindingCount {
      let binding = unsafe bindings[index]
      results[binding.slot] = convert(binding, in: bytes)
    }
  }

  /// Where the document begins. Nearly all begin with `{` and a character of ASCII: what tells of an
  /// encoding is not looked for in those.
  private func start(of body: Span<UInt8>) throws(BodyProblem) -> Int {
    if body.count > 1, body[0] == UInt8(ascii: "{"), body[1] != 0 { return 0 }
    let mark = ByteOrderMark(of: body)
    if let problem = EncodingProblem(ofJSON: body, mark: mark) {
      throw .encoding(problem, offset: 0)
    }
    return mark?.length ?? 0
  }

  private func walk(_ base: UnsafePointer<UInt8>, from start: Int) throws(BodyProblem) {
    var walk = unsafe JSONWalk(
      base, count: body.count, from: start, program: program, memory: memory, kernel: kernel)
    guard walk.run() else {
      throw unsafe JSONDiagnosis.problem(of: body, from: start, depthLimit: memory.depthLimit)
    }
    if walk.hasRepeatedKeys { settleRepeatedKeys() }
    guard program.hasIndex else { return }
    unsafe memory.settleIndexed(program, in: base)
    if memory.index.isOverflown { throw .limit(.nodes, value: limits.nodes) }
  }

  /// Drops captures made within an earlier value of a repeated key, and marks what stands below a
  /// repeated key as repeated. Parents come before their children.
  private func settleRepeatedKeys() {
    let captures = unsafe memory.captures
    for state in 1..<max(1, program.stateCount) {
      let parent = unsafe Int(program.states.start[state].parent)
      let isStale = unsafe captures[state].start <= captures[parent].start
      if unsafe isStale || captures[parent].start < 0 { unsafe captures[state].start = -1 }
      if unsafe captures[parent].isRepeated { unsafe captures[state].isRepeated = true }
    }
  }

  func string(_ text: BodyText, in body: RawSpan) -> String { text.jsonString(in: body) }

  /// The offset of a state's value in the last body, or -1.
  func captureStart(of state: StateID) -> Int { capture(of: state).start }

  private func capture(of state: StateID) -> Capture {
    unsafe memory.captures[Int(state.number)]
  }

  func missingPlace(
    of state: StateID, in body: RawSpan, search: inout Suggestion
  ) -> MissingPlace {
    let (matched, wanted) = program.trie.stop(onPathTo: state) { captureStart(of: $0) >= 0 }
    let start = captureStart(of: matched)
    guard body.byteCount > start, start >= 0 else {
      return MissingPlace(matched: matched, found: .scalar, nearest: nil)
    }
    switch unsafe body.unsafeLoad(fromByteOffset: start, as: UInt8.self) {
    case UInt8(ascii: "{"):
      return MissingPlace(
        matched: matched, found: .object,
        nearest: nearest(to: wanted, at: start, in: body, &search))
    case UInt8(ascii: "["): return MissingPlace(matched: matched, found: .array, nearest: nil)
    case UInt8(ascii: "n"): return MissingPlace(matched: matched, found: .null, nearest: nil)
    default: return MissingPlace(matched: matched, found: .scalar, nearest: nil)
    }
  }

  private func nearest(
    to wanted: StateID, at start: Int, in body: RawSpan, _ search: inout Suggestion
  ) -> String? {
    guard case .key(let key) = program.trie.step(of: wanted) else { return nil }
    return unsafe body.withUnsafeBytes { bytes in
      let names = unsafe MemberNames(bytes, objectAt: start)
      return search.nearest(to: key, among: names)
    }
  }
}

// MARK: - Values for pipelines

extension JSONBodyReader {
  func flow(from state: StateID) throws(BodyProblem) -> Flow {
    let capture = capture(of: state)
    let warnings: ValueWarnings = capture.isRepeated ? .repeatedKey : []
    guard capture.entry >= 0, let evaluation else {
      return Flow(content: .missing, warnings: warnings)
    }
    let value = try values(of: [capture.entry], in: evaluation)[0]
    return Flow(content: Flow.Content(value), warnings: warnings)
  }

  func flow(from query: QueryID) throws(BodyProblem) -> Flow {
    guard var evaluation else { return Flow(content: .missing) }
    let nodes = try select(query, &evaluation)
    let warnings: ValueWarnings = evaluation.hasMetRepeatedKey ? .repeatedKey : []
    if nodes.isEmpty { return Flow(content: .missing) }
    let values = try values(of: nodes, in: evaluation)
    let isSingular = program.queries[query.number].isSingular
    return Flow(
      content: isSingular ? Flow.Content(values[0]) : .value(.list(values)), warnings: warnings)
  }

  func nodes(at path: Path) throws(BodyProblem) -> [BodyNode] {
    guard var evaluation else { return [] }
    switch path {
    case .query(let query):
      let nodes = try select(query, &evaluation)
      // The anchor itself may have no value.
      guard !nodes.isEmpty, let anchor = program.queries[query.number].anchor else { return [] }
      let capture = unsafe memory.captures[Int(anchor)]
      let paths = evaluation.paths(
        of: nodes, below: capture.entry, at: NormalizedPath(program.path(to: anchor)))
      var selected: [BodyNode] = []
      for (node, path) in zip(nodes, paths) {
        selected.append(.json(try tree(of: node, evaluation), path))
      }
      return selected
    case .state(let state):
      let capture = capture(of: state)
      guard capture.start >= 0 else { return [] }
      return [
        .json(
          try tree(of: capture.entry, evaluation), NormalizedPath(program.trie.path(to: state)))
      ]
    }
  }

  func holds(guard index: Int) throws(BodyProblem) -> Bool {
    guard var evaluation else { return false }
    do {
      return try evaluation.holds(program.conditions[index], at: 0)
    } catch {
      throw .limit(.querySteps, value: limits.querySteps)
    }
  }

  private func select(
    _ query: QueryID, _ evaluation: inout QueryEvaluation
  ) throws(BodyProblem) -> [JSONIndex.Number] {
    do {
      return try evaluation.nodes(program.queries[query.number], at: 0)
    } catch {
      throw .limit(.querySteps, value: limits.querySteps)
    }
  }

  /// An evaluation over the last body, with all steps that it may take.
  private var evaluation: QueryEvaluation? {
    unsafe QueryEvaluation(
      body, memory: memory, budget: EvaluationBudget(steps: limits.querySteps))
  }

  /// The values of nodes, which may have far more elements in all than there are values in the body: a
  /// path selects values within one another.
  private func values(
    of nodes: [JSONIndex.Number], in evaluation: QueryEvaluation
  ) throws(BodyProblem) -> [Value] {
    var elements = ResultLimit.elements - nodes.count
    var values: [Value] = []
    for node in nodes {
      do throws(QueryEvaluation.ValueProblem) {
        if elements < 0 { throw .tooMany }
        values.append(try evaluation.value(of: node, elements: &elements))
      } catch {
        switch error {
        case .tooDeep: throw .limit(.depth, value: QueryEvaluation.deepestList)
        case .tooMany: throw .limit(.nodes, value: limits.nodes)
        }
      }
    }
    return values
  }

  /// A node as a tree, which is written and released by recursion, so that it is never deeper than lists
  /// may be. The walk has found it right, so it can only be too large or too deep.
  private func tree(
    of node: JSONIndex.Number, _ evaluation: QueryEvaluation
  ) throws(BodyProblem) -> JSONValue {
    if let scalar = evaluation.jsonScalar(of: node) { return scalar }
    let depth = min(limits.depth, QueryEvaluation.deepestList)
    do {
      let options = JSONReader.Options(
        depthLimit: depth, nodeLimit: limits.nodes, keepsLoneSurrogates: true)
      return try unsafe JSONReader.read(Array(evaluation.source(of: node)), options: options)
    } catch {
      if case .tooDeep = error.reason { throw .limit(.depth, value: depth) }
      throw .limit(.nodes, value: limits.nodes)
    }
  }
}

// MARK: - Conversion

extension JSONBodyReader {
  private func convert(_ binding: DirectBinding, in body: Span<UInt8>) -> SlotResult {
    let capture = capture(of: binding.state)
    var result = convert(capture, for: binding, in: body)
    if capture.isRepeated { result.warnings.insert(.repeatedKey) }
    return result
  }

  private func convert(
    _ capture: Capture, for binding: DirectBinding, in body: Span<UInt8>
  ) -> SlotResult {
    guard capture.start >= 0 else { return SlotResult(.missing) }
    switch body[capture.start] {
    case UInt8(ascii: "n"): return SlotResult(.null)
    case UInt8(ascii: "{"): return SlotResult(.mismatch(.object))
    case UInt8(ascii: "["): return SlotResult(.mismatch(.array))
    case UInt8(ascii: "\""):
      return convert(string: capture, for: binding, in: body)
    case UInt8(ascii: "t"), UInt8(ascii: "f"):
      return convert(.boolean, BodyText(capture), body, for: binding)
    default: return convert(.number, BodyText(capture), body, for: binding)
    }
  }

  private func convert(
    string capture: Capture, for binding: DirectBinding, in body: Span<UInt8>
  ) -> SlotResult {
    let range = capture.start + 1..<capture.end - 1
    if range.isEmpty { return SlotResult(.empty) }
    let limit = binding.lengthLimit
    if range.count > limit?.longestJSONContent ?? 6 * FieldType.Conversion.longestPlainText {
      return SlotResult(limit == nil ? .mismatch(.oversized) : .overlong)
    }
    guard capture.hasEscapes else {
      return convert(.string, BodyText(range, .plain), body, for: binding)
    }
    let text = unsafe UnsafeBufferPointer(rebasing: self.body[range])
    return unsafe convert(escaped: text, BodyText(range, .escaped), for: binding)
  }

  private func convert(
    escaped text: UnsafeBufferPointer<UInt8>, _ place: BodyText, for binding: DirectBinding
  ) -> SlotResult {
    guard let conversion = binding.conversion else { return SlotResult(.missing) }
    let isText = unsafe unescaped.decode(text)
    let result = conversion.convert(
      unsafe Span(_unsafeElements: unescaped.bytes), of: Scalar(kind: .string, place: place),
      longest: binding.lengthLimit)
    return isText || result.situation == .overlong ? result : SlotResult(.mismatch(.loneSurrogate))
  }

  private func convert(
    _ kind: Scalar.Kind, _ place: BodyText, _ body: Span<UInt8>, for binding: DirectBinding
  ) -> SlotResult {
    guard let conversion = binding.conversion else { return SlotResult(.missing) }
    return conversion.convert(
      body.extracting(place.range), of: Scalar(kind: kind, place: place),
      longest: binding.lengthLimit)
  }
}

extension NormalizedPath {
  fileprivate init(_ steps: [PathStep]) {
    self = steps.reduce(.root) { path, step in
      switch step {
      case .key(let name): .step(path, .name(name))
      case .index(let index): .step(path, .index(Int(index)))
      // A plan for JSON that has one is refused.
      case .attribute: path
      }
    }
  }
}

extension EncodingProblem {
  fileprivate init?(ofJSON body: Span<UInt8>, mark: ByteOrderMark?) {
    switch mark {
    case .utf8: return nil
    case .utf16: self = .utf16
    case .utf32: self = .utf32
    case nil: self.init(signatureOf: body)
    }
  }
}

extension BodyText {
  fileprivate init(_ capture: Capture) {
    self.init(capture.start..<capture.end, .plain)
  }
}
