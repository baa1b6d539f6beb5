internal import LeadFields
package import MappingPlan
internal import Transforms

// What has come out of a pipeline is brought into the field's type by the same rules as a value that
// stands in the body: its text is kept with the evaluation, and converted there.

extension Evaluation {
  /// The result for the mapping of that number.
  mutating func convert(_ flow: Flow, for slot: Int) -> SlotResult {
    var flow = flow
    flow.takeFirstNode()
    var result = result(of: flow.content, for: program.bindings[slot])
    result.warnings.formUnion(flow.warnings)
    result.operand = Int32(clamping: flow.operand)
    if result.situation.policySituation != nil { reasons[slot] = PipelineReason(flow) }
    return result
  }

  private mutating func result(of content: Flow.Content, for binding: Binding) -> SlotResult {
    switch content {
    case .missing, .nodes: return SlotResult(.missing)
    case .noResult: return SlotResult(.noResult)
    case .null, .value(.null): return SlotResult(.null)
    case .mismatch(let mismatch): return SlotResult(.mismatch(mismatch))
    case .refused(let mismatch, _): return SlotResult(.mismatch(.refused(mismatch)))
    case .value(let value):
      guard let text = value.text else { return SlotResult(.mismatch(Mismatch(structure: value))) }
      return convert(text, value.scalarKind, for: binding)
    }
  }

  private mutating func convert(
    _ text: String, _ kind: Scalar.Kind, for binding: Binding
  ) -> SlotResult {
    guard let conversion = binding.type.conversion else { return SlotResult(.missing) }
    if text.isEmpty(in: program.format) { return SlotResult(.empty) }
    let keepsSpace = program.format == .json || conversion == .text
    let value = keepsSpace ? text : text.trimmingXMLWhiteSpace
    let result = convert(value, kind, conversion, longest: binding.lengthLimit)
    guard result.situation == .overlong, binding.policies[.overlong] == .truncate,
      let limit = binding.lengthLimit
    else { return result }
    let prefix = value.prefix(within: limit)
    if prefix.isEmpty { return result }
    var shortened = convert(prefix, kind, conversion, longest: limit)
    if case .written(let value) = shortened.situation { shortened.situation = .truncated(value) }
    return shortened
  }

  private mutating func convert(
    _ text: String, _ kind: Scalar.Kind, _ conversion: FieldType.Conversion, longest: LengthLimit?
  ) -> SlotResult {
    let start = computed.count
    computed += Array(text.utf8)
    let place = BodyText(start..<computed.count, .computed)
    return unsafe computed.withUnsafeBufferPointer { texts in
      let text = unsafe Span(_unsafeElements: texts).extracting(place.range)
      return conversion.convert(text, of: Scalar(kind: kind, place: place), longest: longest)
    }
  }
}

/// What more is known of a value that a pipeline did not come to.
package struct PipelineReason: Hashable, Sendable {
  /// The path that decided, nil for a literal.
  package let path: Path?
  /// The transform that does not take the value, or finds nothing in it.
  package let transform: String?

  init(_ flow: Flow) {
    path = flow.path
    transform =
      switch flow.content {
      case .noResult(let name), .refused(_, let name): name
      case .value, .nodes, .missing, .null, .mismatch: nil
      }
  }
}

extension Value {
  /// The kind of a scalar; what has no kind of its own in a body is a text.
  fileprivate var scalarKind: Scalar.Kind {
    switch self {
    case .number: .number
    case .boolean: .boolean
    case .text, .illFormedText, .date, .dateTime, .null, .list, .object, .element: .string
    }
  }
}

extension String {
  /// As much of the text as the limit allows, cut between grapheme clusters (UAX #29).
  fileprivate func prefix(within limit: LengthLimit) -> String {
    var length = 0
    var end = startIndex
    while end < endIndex {
      let next = index(after: end)
      length += limit.unit.length(of: self[end..<next])
      if length > limit.count { break }
      end = next
    }
    return String(self[..<end])
  }
}

extension LengthLimit.Unit {
  fileprivate func length(of text: Substring) -> Int {
    switch self {
    case .unicodeScalars: text.unicodeScalars.count
    case .utf8Bytes: text.utf8.count
    }
  }
}
