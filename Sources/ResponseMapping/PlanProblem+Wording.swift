internal import Diagnostics
internal import MappingPlan

extension PlanProblem {
  /// What is said about the problem; the range is in the text of the plan.
  var diagnostic: Diagnostic {
    let start = SourceRange(at: 0)
    return switch kind {
    case .notJSON(let reason, let offset):
      Diagnostic(
        .malformedPlan, "the plan is not JSON: \(reason)", at: SourceRange(at: offset),
        help: "compile the mapping file again: `respmap compile FILE -o PLAN`")
    case .version(let version):
      Diagnostic(
        .planVersion, "the plan has version \(version), which this respmap does not know",
        at: start,
        notes: ["this respmap reads version \(Plan.version)"],
        help: version > Plan.version
          ? "use a newer respmap, or compile the mapping file again with this one"
          : "compile the mapping file again")
    case .damaged:
      Diagnostic(
        .damagedPlan, "the plan's hash is not that of its contents: it was changed or damaged",
        at: start, notes: ["a plan is made by a compiler and not edited by hand"],
        help: "change the mapping file and compile it again")
    case .wrong(let wanted):
      Diagnostic(
        .malformedPlan,
        "this is no plan: \(place.isEmpty ? "the whole" : "`\(place.printable)`") is to be \(wanted)",
        at: start, help: "compile the mapping file again: `respmap compile FILE -o PLAN`")
    }
  }
}
