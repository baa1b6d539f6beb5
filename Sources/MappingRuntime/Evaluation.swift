internal import LeadFields
internal import MappingPlan

// The state of one evaluation after another. What a run needs is allocated once, so a reused
// evaluation allocates nothing for a response:
//
//     offsets    8192 × 4 bytes   the structure of one window of the body
//     frames     depth × 32 bytes the open containers; pages that are not reached cost nothing
//     captures   one a state      where the values stand that the paths lead to
//     results    one a mapping    what became of them

/// Evaluates responses against one program. Not to be shared: each thread has its own.
@safe
package struct Evaluation: ~Copyable {
  package let program: Program
  /// One result a mapping, in the order of the file; meaningful after a run without failure.
  package internal(set) var results: [SlotResult]
  package private(set) var warnings: [EnvelopeWarning] = []
  let limits: BodyLimits
  let captures: UnsafeMutablePointer<Capture>
  let frames: UnsafeMutablePointer<Frame>
  let offsets: UnsafeMutablePointer<UInt32>
  /// A member's name whose escapes are resolved.
  let nameBuffer: UnsafeMutablePointer<UInt8>
  let stateCount: Int
  /// A text whose escapes are resolved for conversion.
  var scratch: [UInt8] = []

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
    unsafe nameBuffer = .allocate(capacity: max(1, program.longestKey))
  }

  deinit {
    unsafe captures.deallocate()
    unsafe frames.deallocate()
    unsafe offsets.deallocate()
    unsafe nameBuffer.deallocate()
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
    if hasMark { warnings.append(.byteOrderMark) }
    do {
      try unsafe readJSON(base, count: body.count, from: hasMark ? 3 : 0)
    } catch {
      return .body(error)
    }
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

  /// Whether the last run met a value for the state.
  func wasMet(_ state: StateID) -> Bool { captureStart(of: state) >= 0 }

  /// The offset of the state's value in the last run's body, or -1.
  func captureStart(of state: StateID) -> Int { unsafe captures[Int(state.number)].start }
}
