internal import LeadFields
internal import MappingPlan

// The state of one evaluation after another. What a run needs is allocated once, so a reused
// evaluation allocates nothing for a response:
//
//     offsets    8192 × 4 bytes   the structure of one window of the body
//     frames     depth × 40 bytes the open containers; pages that are not reached cost nothing
//     captures   one a state      where the values stand that the paths lead to
//     results    one a mapping    what became of them

/// Evaluates responses against one program. Not to be shared: each thread has its own.
@safe
package struct Evaluation: ~Copyable {
  package let program: Program
  /// One result a mapping, in the order of the file; meaningful after a run without failure.
  package private(set) var results: [SlotResult]
  package private(set) var warnings: [EnvelopeWarning] = []
  private let limits: BodyLimits
  private let captures: UnsafeMutablePointer<Capture>
  private let frames: UnsafeMutablePointer<Frame>
  private let offsets: UnsafeMutablePointer<UInt32>
  private let stateCount: Int
  private var scratch: [UInt8] = []

  /// The deepest nesting that a limit can allow.
  package static let deepestLimit = 1 << 24

  package init(_ program: Program, limits: BodyLimits) {
    self.program = program
    self.limits = limits
    results = Array(repeating: SlotResult(.missing), count: program.bindings.count)
    stateCount = program.trie.states.count + 1
    unsafe captures = .allocate(capacity: stateCount)
    unsafe frames = .allocate(capacity: max(1, min(limits.depth, Evaluation.deepestLimit)))
    unsafe offsets = .allocate(capacity: StructuralWindows.windowSize)
  }

  deinit {
    unsafe captures.deallocate()
    unsafe frames.deallocate()
    unsafe offsets.deallocate()
  }

  /// Decides what becomes of a response: a failure, or nil when it is mapped and ``results`` tell
  /// what became of each mapping.
  ///
  /// The order of the decisions is a contract: context, status, emptiness, content type, body,
  /// mappings.
  ///
  /// - Complexity: O(*n*) in the length of the body for a given program.
  package mutating func run(_ envelope: Envelope, body: RawSpan) -> EvaluationFailure? {
    warnings.removeAll(keepingCapacity: true)
    switch envelope.context {
    case .batch: return .batchCampaign
    case .timeout: return .timeout
    case .trigger: break
    }
    guard (200...299).contains(envelope.status) else { return .status(envelope.status) }
    return unsafe body.withUnsafeBytes { bytes in
      unsafe bytes.withMemoryRebound(to: UInt8.self) { unsafe run(envelope, bytes: $0) }
    }
  }

  private mutating func run(
    _ envelope: Envelope, bytes: UnsafeBufferPointer<UInt8>
  ) -> EvaluationFailure? {
    let body = unsafe Span(_unsafeElements: bytes)
    let hasMark = JSONEncodingCheck.hasByteOrderMark(body)
    let start = firstSignificantByte(of: body, from: hasMark ? 3 : 0)
    guard start < body.count, let base = bytes.baseAddress else { return .emptyBody }
    if let failure = checkContentType(envelope.contentType, firstByte: body[start]) {
      return failure
    }
    if body.count > limits.bodyBytes {
      return .body(.limit(.bodyBytes, value: limits.bodyBytes))
    }
    if let problem = JSONEncodingCheck.problem(in: body) {
      return .body(.encoding(problem, offset: 0))
    }
    if hasMark { warnings.append(.byteOrderMark) }
    do {
      try unsafe walk(base, count: body.count, from: hasMark ? 3 : 0)
    } catch {
      return .body(error)
    }
    convert(body)
    return nil
  }

  private func firstSignificantByte(of body: Span<UInt8>, from start: Int) -> Int {
    var offset = start
    while offset < body.count, body[offset].isJSONWhiteSpace { offset += 1 }
    return offset
  }

  /// A content type that contradicts the format is a failure if the body's first byte does so too.
  private mutating func checkContentType(
    _ value: String?, firstByte: UInt8
  ) -> EvaluationFailure? {
    guard let mediaType = value.flatMap(MediaType.init), !mediaType.isJSON else { return nil }
    switch firstByte {
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\""), UInt8(ascii: "-"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "t"), UInt8(ascii: "f"),
      UInt8(ascii: "n"):
      warnings.append(.contentTypeDiffers(mediaType: mediaType.name))
      return nil
    default: return .contentTypeMismatch(mediaType: mediaType.name)
    }
  }

  // MARK: Walk

  private mutating func walk(
    _ body: UnsafePointer<UInt8>, count: Int, from start: Int
  ) throws(BodyProblem) {
    unsafe captures.initialize(repeating: Capture(), count: stateCount)
    var walk = unsafe JSONWalk(
      body, count: count, from: start, program: program, captures: captures, frames: frames,
      offsets: offsets, depthLimit: min(limits.depth, Evaluation.deepestLimit))
    try walk.run()
    if walk.hasRepeatedKeys { settleRepeatedKeys() }
  }

  /// Drops captures made within an earlier value of a repeated key, and marks what stands below a
  /// repeated key as repeated. Parents come before their children.
  private func settleRepeatedKeys() {
    for state in 1..<max(1, stateCount) {
      let parent = unsafe Int(program.states.start[state].parent)
      let isStale = unsafe captures[state].start <= captures[parent].start
      if unsafe isStale || captures[parent].start < 0 { unsafe captures[state].start = -1 }
      if unsafe captures[parent].isRepeated { unsafe captures[state].isRepeated = true }
    }
  }

  /// Whether the last run met a value for the state.
  func wasMet(_ state: StateID) -> Bool { captureStart(of: state) >= 0 }

  /// The offset of the state's value in the last run's body, or -1.
  func captureStart(of state: StateID) -> Int { unsafe captures[Int(state.number)].start }

  // MARK: Conversion

  private mutating func convert(_ body: Span<UInt8>) {
    for index in program.bindings.indices {
      let binding = program.bindings[index]
      let capture = unsafe captures[Int(binding.state.number)]
      var result = convert(capture, for: binding, in: body)
      if capture.isRepeated { result.warnings.insert(.repeatedKey) }
      results[index] = result
    }
  }

  private mutating func convert(
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

  private mutating func convert(
    string range: Range<Int>, for binding: Binding, in body: Span<UInt8>
  ) -> SlotResult {
    if range.isEmpty { return SlotResult(.empty) }
    let bytes = body.extracting(range)
    guard bytes.contains(UInt8(ascii: "\\")) else {
      return convert(.string, BodyText(range, isEscaped: false), body, for: binding)
    }
    let place = BodyText(range, isEscaped: true)
    if let situation = decode(bytes, upTo: binding.lengthLimit) { return SlotResult(situation) }
    guard let conversion = binding.type.conversion else { return SlotResult(.missing) }
    return conversion.convert(
      scratch.span, of: Scalar(kind: .string, place: place), longest: binding.lengthLimit)
  }

  private func convert(
    _ kind: Scalar.Kind, _ place: BodyText, _ body: Span<UInt8>, for binding: Binding
  ) -> SlotResult {
    guard let conversion = binding.type.conversion else { return SlotResult(.missing) }
    return conversion.convert(
      body.extracting(place.start..<place.end), of: Scalar(kind: kind, place: place),
      longest: binding.lengthLimit)
  }

  /// Resolves the escapes of a string into the scratch buffer, no further than the field's length
  /// needs; what keeps the text from being converted at all.
  private mutating func decode(
    _ bytes: Span<UInt8>, upTo limit: LengthLimit?
  ) -> SlotResult.Situation? {
    scratch.removeAll(keepingCapacity: true)
    let longest =
      switch limit?.unit {
      case .unicodeScalars: 4 * (limit?.count ?? 0)
      case .utf8Bytes: limit?.count ?? 0
      case nil: Evaluation.longestScalarText
      }
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      var scalars = unsafe JSONStringScalars(bytes)
      while let value = scalars.next() {
        guard let scalar = Unicode.Scalar(value) else { return .mismatch(.loneSurrogate) }
        scratch.append(contentsOf: UTF8.encode(scalar) ?? .init())
        if scratch.count > longest { return limit == nil ? .mismatch(.oversized) : .overlong }
      }
      return nil
    }
  }

  /// No number, date or truth value with escapes is longer than this many bytes.
  private static let longestScalarText = 1 << 16
}

extension BodyText {
  fileprivate init(_ capture: Capture) {
    self.init(capture.start..<capture.end, isEscaped: false)
  }

  fileprivate init(_ range: Range<Int>, isEscaped: Bool) {
    self.init(start: range.lowerBound, end: range.upperBound, isEscaped: isEscaped)
  }
}

extension Span<UInt8> {
  fileprivate func contains(_ byte: UInt8) -> Bool {
    for index in indices where self[index] == byte { return true }
    return false
  }
}
