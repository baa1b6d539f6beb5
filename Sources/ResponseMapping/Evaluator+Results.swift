internal import Diagnostics
internal import MappingPlan
internal import MappingRuntime

// What an ``Outcome`` holds, piece by piece, for those who write very many of them: a value that is
// written without a warning is taken from its slot, and words are made for the others only.

extension Evaluator {
  /// What a slot has in every response.
  package struct Column: Hashable, Sendable {
    /// The SOAP API name of the field.
    package let field: String
    package let condition: MappingResult.Condition?
    /// Whether a result says which source served.
    package let hasSeveralSources: Bool
  }

  /// One a slot, in the order of the slots.
  package var columns: [Column] {
    evaluation.program.bindings.map { binding in
      Column(
        field: binding.field, condition: binding.onlyWhenBlank ? .blank : nil,
        hasSeveralSources: binding.source.operands.count > 1)
    }
  }

  /// Whether a slot's value is written as it came and without a warning.
  package func isPlain(_ index: Int) -> Bool {
    let slot = evaluation.results[index]
    guard slot.warnings.isEmpty, case .written = slot.situation else { return false }
    return true
  }

  /// The value of such a slot.
  package func plainValue(_ index: Int, body: RawSpan) -> FieldValue? {
    guard case .written(let value) = evaluation.results[index].situation else { return nil }
    return evaluation.fieldValue(value, in: body)
  }

  /// The number of the source that served a slot.
  package func source(_ index: Int) -> Int { Int(evaluation.results[index].operand) }

  /// What became of a mapping, with its words and warnings.
  ///
  /// - Parameter search: one for all results of a response.
  package func result(
    _ index: Int, body: RawSpan, _ search: inout Suggestion
  ) -> (MappingResult, [OutcomeWarning]) {
    let slot = evaluation.results[index]
    let result = evaluation.mappingResult(index, slot, in: body, &search)
    return (result, slot.outcomeWarnings(about: result))
  }

  /// The warnings about the response as a whole.
  package var responseWarnings: [OutcomeWarning] { evaluation.outcomeWarnings }

  /// What looking for near names may cost in one response.
  package static var nameSearch: Suggestion { Suggestion(steps: Updates.searchSteps) }
}
