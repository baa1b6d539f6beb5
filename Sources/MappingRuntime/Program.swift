internal import JSONPath
internal import LeadFields
package import MappingPlan
internal import Transforms

/// A plan in the form that responses are evaluated with: verified, its transforms prepared, its paths
/// lowered. Immutable, so any number of evaluations may use one at the same time.
package final class Program: Sendable {
  private enum Lowered {
    case json(JSONProgram)
    case xml(XMLProgram)
  }

  package let plan: Plan
  /// How the values of those bindings are found that are more than one path.
  let pipelines: [(slot: Int, pipeline: Pipeline)]
  /// Whether a binding does anything else than to skip a value that does not fit.
  let hasPolicies: Bool
  private let lowered: Lowered

  package var format: BodyFormat { plan.format }
  package var bindings: [Binding] { plan.bindings }

  /// Verifies a plan and lowers it.
  ///
  /// - Parameters:
  ///   - selected: a state that readers are asked for as a node; see ``BodyReader/nodes(at:)``.
  ///   - wantsNodes: whether they are asked for the nodes of queries so.
  /// - Throws: What is wrong with a plan that no compiler made.
  /// - Complexity: O(*n* log *n*) in the size of the plan.
  package init(
    lowering plan: Plan, selecting selected: StateID? = nil, wantsNodes: Bool = false
  ) throws(PlanProblem) {
    try plan.verify()
    self.plan = plan
    var pipelines: [(slot: Int, pipeline: Pipeline)] = []
    for (slot, binding) in plan.bindings.enumerated() where !binding.isDirect {
      pipelines.append((slot, try Pipeline(binding, in: "bindings[\(slot)]")))
    }
    self.pipelines = pipelines
    hasPolicies = plan.bindings.contains { $0.policies != Policies() }
    switch plan.format {
    case .json: lowered = .json(try JSONProgram(lowering: plan, selecting: selected))
    case .xml:
      lowered = .xml(
        try XMLProgram(lowering: plan, selecting: selected, wantsNodes: wantsNodes))
    }
  }

  /// A reader of bodies of the plan's format, with working memory of its own.
  ///
  /// - Parameter kernel: what JSON is scanned with.
  func makeReader(_ limits: Limits, kernel: ScanKernel) -> any BodyReader {
    switch lowered {
    case .json(let program): JSONBodyReader(program, limits: limits, kernel: kernel)
    case .xml(let program): XMLBodyReader(program, limits: limits)
    }
  }
}

/// A binding whose value is that of one path, converted where it stands in the body.
struct DirectBinding: BitwiseCopyable {
  let slot: Int
  let state: StateID
  /// Nil for a type that nothing can write.
  let conversion: FieldType.Conversion?
  let lengthLimit: LengthLimit?
}

extension Plan {
  var directBindings: [DirectBinding] {
    bindings.enumerated().compactMap { slot, binding in
      guard binding.isDirect, case .path(.state(let state)) = binding.source.first else {
        return nil
      }
      return DirectBinding(
        slot: slot, state: state, conversion: binding.type.conversion,
        lengthLimit: binding.lengthLimit)
    }
  }

  /// The states whose values are read.
  var readStates: Set<StateID> {
    var states: Set<StateID> = []
    for operand in bindings.flatMap(\.source.operands) {
      for case .state(let state) in operand.paths { states.insert(state) }
    }
    return states
  }
}

extension Binding {
  /// Whether the value can be converted where it stands. A text that is to be cut off is taken out.
  fileprivate var isDirect: Bool {
    guard case .path(.state) = source.first else { return false }
    return source.stages.isEmpty && policies[.overlong] != .truncate
  }
}

extension Expression {
  /// The operands in their order: the first and those that it falls back to.
  package var operands: [Operand] {
    [first] + stages.compactMap { if case .fallback(let operand) = $0 { operand } else { nil } }
  }
}

extension Operand {
  /// The places in the response that the operand reads.
  package var paths: [Path] {
    switch self {
    case .path(let path): [path]
    case .literal: []
    case .template(let parts):
      parts.compactMap { if case .path(let path) = $0 { path } else { nil } }
    }
  }
}
