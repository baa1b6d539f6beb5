internal import Diagnostics
internal import JSONPath
internal import JSONText
internal import LeadFields
internal import MappingPlan
internal import Transforms

// What a run needs is allocated once, so a reused reader allocates nothing for a body:
//
//     offsets    8192 × 4 bytes   the structure of one window of the body
//     frames     depth × 32 bytes the open containers; pages that are not reached cost nothing
//     captures   one a state      where the values stand that the paths lead to

/// Reads JSON bodies, one after the other.
@safe
final class JSONBodyReader: BodyReader {
  private let program: JSONProgram
  private let limits: Limits
  private let depthLimit: Int
  /// The body that is read, as long as its evaluation lasts.
  private var body = unsafe UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var tree: JSONValue?
  private let captures: UnsafeMutablePointer<Capture>
  private let frames: UnsafeMutablePointer<Frame>
  private let offsets: UnsafeMutablePointer<UInt32>
  /// A member's name whose escapes are resolved.
  private let nameBuffer: UnsafeMutablePointer<UInt8>
  /// A text whose escapes are resolved for conversion.
  private var scratch: [UInt8] = []

  /// The deepest nesting that a limit can allow.
  private static let deepestLimit = 1 << 24

  init(_ program: JSONProgram, limits: Limits) {
    self.program = program
    self.limits = limits
    depthLimit = min(limits.depth, JSONBodyReader.deepestLimit)
    unsafe captures = .allocate(capacity: program.stateCount)
    unsafe frames = .allocate(capacity: max(1, depthLimit))
    unsafe offsets = .allocate(capacity: StructuralWindows.windowSize)
    unsafe nameBuffer = .allocate(capacity: max(1, program.members.longestKey))
  }

  deinit {
    unsafe captures.deallocate()
    unsafe frames.deallocate()
    unsafe offsets.deallocate()
    unsafe nameBuffer.deallocate()
  }

  var encoding: TextEncoding { .utf8 }

  /// RFC 8259 §11 knows no charset, so what is said of it has no effect.
  func read(
    _ body: UnsafeBufferPointer<UInt8>, charset: String?, into results: inout [SlotResult]
  ) throws(BodyProblem) {
    let bytes = unsafe Span(_unsafeElements: body)
    let mark = ByteOrderMark(of: bytes)
    if let problem = EncodingProblem(ofJSON: bytes, mark: mark) {
      throw .encoding(problem, offset: 0)
    }
    guard let base = body.baseAddress else { return }
    unsafe self.body = unsafe body
    tree = nil
    unsafe captures.initialize(repeating: Capture(), count: program.stateCount)
    var walk = unsafe JSONWalk(
      base, count: body.count, from: mark?.length ?? 0, program: program, captures: captures,
      frames: frames, offsets: offsets, nameBuffer: nameBuffer, depthLimit: depthLimit)
    try walk.run()
    if walk.hasRepeatedKeys { settleRepeatedKeys() }
    for direct in program.bindings { results[direct.slot] = convert(direct, in: bytes) }
  }

  /// Drops captures made within an earlier value of a repeated key, and marks what stands below a
  /// repeated key as repeated. Parents come before their children.
  private func settleRepeatedKeys() {
    for state in 1..<max(1, program.stateCount) {
      let parent = unsafe Int(program.states.start[state].parent)
      let isStale = unsafe captures[state].start <= captures[parent].start
      if unsafe isStale || captures[parent].start < 0 { unsafe captures[state].start = -1 }
      if unsafe captures[parent].isRepeated { unsafe captures[state].isRepeated = true }
    }
  }

  func string(_ text: BodyText, in body: RawSpan) -> String { text.jsonString(in: body) }

  /// The offset of a state's value in the last body, or -1.
  func captureStart(of state: StateID) -> Int { unsafe captures[Int(state.number)].start }

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
    let capture = unsafe captures[Int(state.number)]
    guard let value = try value(of: capture) else { return Flow(content: .missing) }
    return Flow(
      content: Flow.Content(Value(value)), warnings: capture.isRepeated ? .repeatedKey : [])
  }

  private func value(of capture: Capture) throws(BodyProblem) -> JSONValue? {
    guard capture.start >= 0 else { return nil }
    let text = unsafe UnsafeBufferPointer(rebasing: body[capture.start..<capture.end])
    return try unsafe JSONBodyReader.tree(Array(text), limits)
  }

  func nodes(at path: Path) throws(BodyProblem) -> [BodyNode] {
    switch path {
    case .query(let query): return try select(query).map { .json($0.value, $0.path) }
    case .state(let state):
      guard let value = try value(of: unsafe captures[Int(state.number)]) else { return [] }
      return [.json(value, NormalizedPath(program.trie.path(to: state)))]
    }
  }

  func content(of query: QueryID) throws(BodyProblem) -> Flow.Content {
    let nodes = try select(query)
    if nodes.isEmpty { return .missing }
    if program.queries[query.number].isSingular { return Flow.Content(Value(nodes[0].value)) }
    do {
      return .value(try Value(selected: nodes.map(\.value)))
    } catch {
      throw .limit(.nodes, value: limits.nodes)
    }
  }

  private func select(_ query: QueryID) throws(BodyProblem) -> [JSONNode] {
    var budget = EvaluationBudget(steps: limits.querySteps)
    do {
      return try program.queries[query.number].select(in: try wholeTree(), budget: &budget)
    } catch let problem as BodyProblem {
      throw problem
    } catch {
      throw .limit(.querySteps, value: limits.querySteps)
    }
  }

  func holds(guard index: Int) throws(BodyProblem) -> Bool {
    var budget = EvaluationBudget(steps: limits.querySteps)
    do {
      return try program.conditions[index].holds(for: try wholeTree(), budget: &budget)
    } catch let problem as BodyProblem {
      throw problem
    } catch {
      throw .limit(.querySteps, value: limits.querySteps)
    }
  }

  /// The body as a tree; it is made when it is asked for first.
  private func wholeTree() throws(BodyProblem) -> JSONValue {
    if let tree { return tree }
    let bytes = unsafe Span(_unsafeElements: body)
    let text = unsafe Array(body[(ByteOrderMark(of: bytes)?.length ?? 0)...])
    let whole = try JSONBodyReader.tree(text, limits)
    tree = whole
    return whole
  }

  /// A tree is written and released by recursion, so it is never deeper than this.
  private static let deepestTree = 2_048

  /// A text of JSON as a tree. The walk has found it right, so it can only be too large or too deep.
  private static func tree(_ text: [UInt8], _ limits: Limits) throws(BodyProblem) -> JSONValue {
    let depth = min(limits.depth, JSONBodyReader.deepestTree)
    do {
      let options = JSONReader.Options(
        depthLimit: depth, nodeLimit: limits.nodes, keepsLoneSurrogates: true)
      return try JSONReader.read(text, options: options)
    } catch {
      if case .tooDeep = error.reason { throw .limit(.depth, value: depth) }
      throw .limit(.nodes, value: limits.nodes)
    }
  }
}

// MARK: - Conversion

extension JSONBodyReader {
  private func convert(_ direct: DirectBinding, in body: Span<UInt8>) -> SlotResult {
    let capture = unsafe captures[Int(direct.state.number)]
    var result = convert(capture, for: direct.binding, in: body)
    if capture.isRepeated { result.warnings.insert(.repeatedKey) }
    return result
  }

  private func convert(
    _ capture: Capture, for binding: Binding, in body: Span<UInt8>
  ) -> SlotResult {
    guard capture.start >= 0 else { return SlotResult(.missing) }
    switch body[capture.start] {
    case UInt8(ascii: "n"): return SlotResult(.null)
    case UInt8(ascii: "{"): return SlotResult(.mismatch(.object))
    case UInt8(ascii: "["): return SlotResult(.mismatch(.array))
    case UInt8(ascii: "\""):
      return convert(string: capture.start + 1..<capture.end - 1, for: binding, in: body)
    case UInt8(ascii: "t"), UInt8(ascii: "f"):
      return convert(.boolean, BodyText(capture), body, for: binding)
    default: return convert(.number, BodyText(capture), body, for: binding)
    }
  }

  private func convert(
    string range: Range<Int>, for binding: Binding, in body: Span<UInt8>
  ) -> SlotResult {
    if range.isEmpty { return SlotResult(.empty) }
    let limit = binding.lengthLimit
    if range.count > limit?.longestJSONContent ?? 6 * FieldType.Conversion.longestPlainText {
      return SlotResult(limit == nil ? .mismatch(.oversized) : .overlong)
    }
    let bytes = body.extracting(range)
    guard bytes.contains(UInt8(ascii: "\\")) else {
      return convert(.string, BodyText(range, .plain), body, for: binding)
    }
    guard let conversion = binding.type.conversion else { return SlotResult(.missing) }
    let isText = decode(bytes)
    let place = BodyText(range, .escaped)
    let result = unsafe scratch.withUnsafeBufferPointer { text in
      conversion.convert(
        unsafe Span(_unsafeElements: text), of: Scalar(kind: .string, place: place),
        longest: limit)
    }
    return isText || result.situation == .overlong ? result : SlotResult(.mismatch(.loneSurrogate))
  }

  private func convert(
    _ kind: Scalar.Kind, _ place: BodyText, _ body: Span<UInt8>, for binding: Binding
  ) -> SlotResult {
    guard let conversion = binding.type.conversion else { return SlotResult(.missing) }
    return conversion.convert(
      body.extracting(place.range), of: Scalar(kind: kind, place: place),
      longest: binding.lengthLimit)
  }

  /// Resolves the escapes of a string into the scratch buffer; false if it holds half of a surrogate
  /// pair, in whose place U+FFFD stands then.
  private func decode(_ bytes: Span<UInt8>) -> Bool {
    scratch.removeAll(keepingCapacity: true)
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      var scalars = unsafe JSONStringScalars(bytes)
      var isText = true
      while let value = scalars.next() {
        let scalar = Unicode.Scalar(value)
        if scalar == nil { isText = false }
        scratch.append(contentsOf: UTF8.encode(scalar ?? "\u{FFFD}") ?? .init())
      }
      return isText
    }
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

extension Span<UInt8> {
  fileprivate func contains(_ byte: UInt8) -> Bool {
    for index in indices where self[index] == byte { return true }
    return false
  }
}
