import MappingPlan
import MappingRuntime
import ResponseMapping

/// One mapping evaluated with one form of the scan.
final class KernelRun {
  private let name: String
  private var evaluation: Evaluation

  /// What an evaluation says of a body.
  struct Answer: Equatable {
    let failure: EvaluationFailure?
    let warnings: [EnvelopeWarning]
    /// Nothing after a failure.
    let results: [Result]
    let reasons: [Int: PipelineReason]

    struct Result: Equatable {
      let situation: SlotResult.Situation
      let warnings: ValueWarnings
      let operand: Int32
      /// In UTF-8, so that texts differ that are only canonically equivalent.
      let text: [UInt8]?
    }
  }

  init(_ program: Program, _ limits: Limits, _ kernel: ScanKernel) {
    name = kernel.name
    evaluation = Evaluation(program, limits: limits, kernel: kernel)
  }

  /// One for each kernel that this processor has.
  static func all(_ mapping: Mapping) throws -> [KernelRun] {
    let program = try Program(lowering: Plan(reading: Array(mapping.plan.utf8)))
    return ScanKernel.all.map { KernelRun(program, mapping.limits, $0) }
  }

  /// Evaluates a body with every kernel, each of which has to say the same.
  static func compare(_ runs: [KernelRun], _ body: RawSpan) {
    guard let first = runs.first else { return }
    let answer = first.answer(to: body)
    for run in runs.dropFirst() where run.answer(to: body) != answer {
      fatalError("\(run.name) disagrees with \(first.name)")
    }
  }

  private func answer(to body: RawSpan) -> Answer {
    let envelope = Envelope(context: .trigger, status: 200, contentType: nil)
    if let failure = evaluation.run(envelope, body: body) {
      return Answer(failure: failure, warnings: evaluation.warnings, results: [], reasons: [:])
    }
    let results = evaluation.results.map { result in
      Answer.Result(
        situation: result.situation, warnings: result.warnings, operand: result.operand,
        text: result.text.map { Array(evaluation.string($0, in: body).utf8) })
    }
    return Answer(
      failure: nil, warnings: evaluation.warnings, results: results, reasons: evaluation.reasons)
  }
}

extension SlotResult {
  fileprivate var text: BodyText? {
    switch situation {
    case .written(.text(let text)), .written(.decimal(let text)), .truncated(.text(let text)),
      .truncated(.decimal(let text)):
      text
    case .written, .truncated, .cleared, .missing, .noResult, .null, .empty, .mismatch, .overlong:
      nil
    }
  }
}
