internal import CalendarTime
internal import Diagnostics
internal import LeadFields
internal import MappingPlan
internal import MappingRuntime
internal import MappingSyntax

extension Updates {
  /// Turns the slots of an evaluation into values and words.
  init(of evaluation: borrowing Evaluation, body: RawSpan) {
    var results: [MappingResult] = []
    results.reserveCapacity(evaluation.results.count)
    var warnings = evaluation.outcomeWarnings
    var search = Suggestion(steps: Updates.searchSteps)
    for (index, slot) in evaluation.results.enumerated() {
      let result = evaluation.mappingResult(index, slot, in: body, &search)
      results.append(result)
      warnings += slot.outcomeWarnings(about: result)
    }
    self.init(results: results, warnings: warnings)
  }

  /// What looking for near names may cost in one response: a tenth of a second or so.
  static let searchSteps = 3 << 20
}

extension SlotResult {
  /// The warnings about the value of a mapping.
  func outcomeWarnings(about result: MappingResult) -> [OutcomeWarning] {
    if warnings.isEmpty, !isTruncated { return [] }
    return messages.map { code, message in
      OutcomeWarning(code: code, message: message, field: result.field, path: result.path)
    }
  }
}

extension Evaluation {
  /// The warnings about the response as a whole.
  var outcomeWarnings: [OutcomeWarning] {
    let format = program.format.name
    return warnings.map { warning in
      switch warning {
      case .contentTypeDiffers(let mediaType):
        OutcomeWarning(
          code: .contentTypeDiffers,
          message:
            "the response says it is `\(mediaType.printable)`, its body begins like \(format)",
          field: nil, path: nil)
      case .byteOrderMark:
        OutcomeWarning(
          code: .byteOrderMark, message: "the body begins with a byte order mark", field: nil,
          path: nil)
      }
    }
  }

  func mappingResult(
    _ index: Int, _ slot: SlotResult, in body: RawSpan, _ search: inout Suggestion
  ) -> MappingResult {
    let binding = program.bindings[index]
    let operands = binding.source.operands
    let operand = operands[min(Int(slot.operand), operands.count - 1)]
    let reason = reasons[index]
    let path = reason?.path.map(program.plan.notation) ?? program.plan.notation(operand)
    let (result, message) = result(
      slot, binding, reason, reason?.path ?? operand.paths.first, in: body, &search)
    return MappingResult(
      field: binding.field, path: path, result: result,
      source: operands.count > 1 ? Int(slot.operand) : nil,
      condition: binding.onlyWhenBlank ? .blank : nil, message: message,
      code: slot.situation.code)
  }

  private func result(
    _ slot: SlotResult, _ binding: Binding, _ reason: PipelineReason?, _ path: Path?,
    in body: RawSpan, _ search: inout Suggestion
  ) -> (MappingResult.Result, message: String?) {
    switch slot.situation {
    case .written(let value): (.written(fieldValue(value, in: body)), nil)
    case .truncated(let value): (.truncated(fieldValue(value, in: body)), nil)
    case .cleared: (.cleared, nil)
    case .missing: missing(path, in: body, &search)
    case .noResult: (.missing(matched: nil, nearest: nil), reason?.noResultMessage)
    case .null: (.null, program.format.nullMessage)
    case .empty: (.empty, program.format.emptyMessage)
    case .mismatch(let mismatch):
      (
        .mismatch,
        (reason?.transform.map { "`\($0)`: " } ?? "")
          + mismatch.message(for: binding.type.rawValue)
      )
    case .overlong: (.overlong, binding.overlongMessage)
    }
  }

  private func missing(
    _ path: Path?, in body: RawSpan, _ search: inout Suggestion
  ) -> (MappingResult.Result, message: String?) {
    switch path {
    case .state(let state):
      return missing(missingPlace(of: state, in: body, search: &search), state)
    case .query(let query):
      let text = program.plan.queries[query.number].printable
      let element = namespacedElement(missedBy: query)
      return (
        .missing(matched: nil, nearest: nil),
        "`\(text)` selects nothing in the response" + (element?.advice ?? "")
      )
    case nil: return (.missing(matched: nil, nearest: nil), "there is no value")
    }
  }

  func fieldValue(_ value: SlotValue, in body: RawSpan) -> FieldValue {
    switch value {
    case .text(let text): .string(string(text, in: body))
    case .integer(let value): .integer(value)
    case .decimal(let text): .decimal(string(text, in: body))
    case .boolean(let value): .boolean(value)
    case .date(let date): .date(date.description)
    case .dateTime(let time): .dateTime(time.description)
    }
  }

  private func missing(
    _ place: MissingPlace, _ state: StateID
  ) -> (MappingResult.Result, message: String?) {
    let trie = program.plan.trie
    let steps = trie.path(to: place.matched)
    let matched = steps.isEmpty ? nil : steps.marketoNotation
    let next = trie.path(to: state).dropFirst(steps.count).first
    let holder = matched.map { "`\($0)`" } ?? "the response"
    let wanted = next.map { [$0].marketoNotation } ?? ""
    let message =
      switch (place.found, next) {
      case (_, .attribute(let name)): "\(holder) has no attribute `\(name.printable)`"
      case (.object, .index): "\(holder) is an object, not an array: leave `\(wanted)` out"
      case (.object, _): "\(holder) has no member `\(wanted)`\(place.suggestion)"
      case (.array, .key):
        "\(holder) is an array: name an element of it, `\(matched ?? "")[0].\(wanted)`"
      case (.array, _): "\(holder) has no element `\(wanted)`"
      case (.null, _): "\(holder) is null, so it has no `\(wanted)`"
      case (.element, _): "\(holder) has no element `\(wanted)`\(place.suggestion)"
      case (.document(let root?), _):
        "the root element is `\(root.printable)`, not `\(wanted)`; a path begins with it"
      case (.document(nil), _): "the root element is not `\(wanted)`"
      case (.siblings(let count), _):
        "there is no \(matched.map { "`\($0)\(wanted)`" } ?? "such element"): of that name there "
          + "\(count == 1 ? "is 1 element" : "are \(count) elements"), counted from 0"
      case (.text, _): "\(holder) has no elements within it, so it has no `\(wanted)`"
      case (.scalar, _): "\(holder) is a single value, so it has no `\(wanted)`"
      }
    return (.missing(matched: matched, nearest: place.nearest), message)
  }
}

extension NamespacedElement {
  /// What to write where a path misses the element.
  package var advice: String {
    let shown = uri.count > 120 ? "a namespace" : "namespace `\(uri.printable)`"
    let declared = uri.count > 120 ? "URI" : uri.printable
    return ": `\(name.printable)` is in \(shown) there; declare a prefix, "
      + "`namespace p = \"\(declared)\"`, and write `p:\(name.printable)`"
  }
}

extension MissingPlace {
  /// What the key was probably meant to be, as a path holds it.
  fileprivate var suggestion: String {
    guard let nearest else { return "" }
    let spelling = MarketoNotation.spelling(ofKey: nearest)
    return spelling.count > 80 ? "" : "; did you mean `\(spelling.printable)`?"
  }
}
