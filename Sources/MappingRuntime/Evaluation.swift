package import Diagnostics
internal import LeadFields
package import MappingPlan

/// Evaluates responses against one program, one after the other. Not to be shared: each thread has
/// its own.
package struct Evaluation: ~Copyable {
  package let program: Program
  /// One result a mapping, in the order of the file; meaningful after a run without failure.
  package private(set) var results: [SlotResult]
  package private(set) var warnings: [EnvelopeWarning] = []
  /// The texts that transforms and templates made, in UTF-8.
  var computed: [UInt8] = []
  /// What more is known of values that pipelines did not come to, by the number of the mapping.
  package var reasons: [Int: PipelineReason] = [:]
  private let limits: Limits
  private let reader: any BodyReader
  /// The content type of the last response, which is mostly that of the next one, too.
  private var contentType: ContentType?

  /// - Parameter kernel: what JSON is scanned with.
  package init(_ program: Program, limits: Limits, kernel: ScanKernel = .fastest) {
    self.program = program
    self.limits = limits
    results = Array(repeating: SlotResult(.missing), count: program.bindings.count)
    reader = program.makeReader(limits, kernel: kernel)
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
    if let failure = program.plan.failure(forStatus: envelope.status) { return failure }
    return unsafe body.withUnsafeBytes { bytes in
      unsafe bytes.withMemoryRebound(to: UInt8.self) { unsafe run(envelope, bytes: $0) }
    }
  }

  private mutating func run(
    _ envelope: Envelope, bytes: UnsafeBufferPointer<UInt8>
  ) -> EvaluationFailure? {
    let body = unsafe Span(_unsafeElements: bytes)
    let mark = ByteOrderMark(of: body)
    guard let firstByte = program.format.firstByte(of: body, mark: mark) else {
      return .emptyBody
    }
    if envelope.contentType != contentType?.text {
      contentType = envelope.contentType.map { ContentType($0, for: program.format) }
    }
    if let name = contentType?.otherType {
      guard program.format.canBegin(with: firstByte) else {
        return .contentTypeMismatch(mediaType: name)
      }
      warnings.append(.contentTypeDiffers(mediaType: name))
    }
    if case .utf8 = mark, body.count <= limits.bodyBytes { warnings.append(.byteOrderMark) }
    do {
      try limits.check(body.count)
      try unsafe reader.read(bytes, charset: contentType?.charset, into: &results)
      if let failure = try program.plan.failure(ofGuardsWith: reader) { return failure }
      try runPipelines()
    } catch {
      return .body(error)
    }
    return program.hasPolicies && applyPolicies() ? .mappingFailed : nil
  }

  private mutating func runPipelines() throws(BodyProblem) {
    if program.pipelines.isEmpty { return }
    computed.removeAll(keepingCapacity: true)
    reasons.removeAll(keepingCapacity: true)
    for (slot, pipeline) in program.pipelines {
      let flow = try pipeline.flow(from: reader, program.format)
      results[slot] = convert(flow, for: slot)
    }
  }

  /// Does what the mappings say of values that do not fit; whether one of them fails.
  private mutating func applyPolicies() -> Bool {
    var fails = false
    for (slot, binding) in program.bindings.enumerated() {
      guard let situation = results[slot].situation.policySituation else { continue }
      switch binding.policies[situation] {
      case .skip, .truncate: break
      case .clear: results[slot].situation = .cleared
      case .fail: fails = true
      }
    }
    return fails
  }

  /// Explains why the path to a state found nothing: a second look at the place where it stopped, which a
  /// run does not pay for.
  ///
  /// - Parameters:
  ///   - body: the body of the last run.
  ///   - search: looks for the nearest name; one for all results of a response, so that a body with
  ///     very many names costs no more than it may.
  package func missingPlace(
    of state: StateID, in body: RawSpan, search: inout Suggestion
  ) -> MissingPlace {
    reader.missingPlace(of: state, in: body, search: &search)
  }

  /// An element that a query without a result would have found if it were in no namespace.
  package func namespacedElement(missedBy query: QueryID) -> NamespacedElement? {
    reader.namespacedElement(missedBy: query)
  }

  /// A text of the last run's results, with its escapes resolved.
  ///
  /// - Parameter body: the body of the last run.
  package func string(_ text: BodyText, in body: RawSpan) -> String {
    switch text.storage {
    case .plain, .escaped: reader.string(text, in: body)
    case .computed:
      String(decoding: computed[text.range.clamped(to: computed.indices)], as: UTF8.self)
    }
  }

  /// Where an offset of the last run's body stands, for a person.
  package func position(of offset: Int, in body: RawSpan) -> TextPosition {
    TextPosition(of: offset, in: body, reader.encoding)
  }
}

extension SlotResult.Situation {
  /// The situation that a policy can be given for; nil for a value that is written.
  package var policySituation: Policies.Situation? {
    switch self {
    case .written, .truncated, .cleared: nil
    case .missing, .noResult: .missing
    case .null: .null
    case .empty: .empty
    case .mismatch: .mismatch
    case .overlong: .overlong
    }
  }
}
