import Diagnostics
import LeadFields
import MappingPlan
import MappingSyntax

/// Resolves names and runs the static checks, each of which has a file in `Checks/`.
///
/// A piece of the tree that the parser has reported is passed over: it gives no second problem.
struct Checker {
  private(set) var problems: [StaticProblem] = []
  /// Places that a reported problem explains: what the parser says of them is not said again.
  private(set) var explained: Set<SourceRange> = []

  mutating func check(_ file: MappingFileSyntax) -> CheckedFile {
    let format = checkResponse(of: file)
    let mappings = file.statements.compactMap { statement -> CheckedMapping? in
      guard case .mapping(let mapping) = statement else { return nil }
      return check(mapping, format)
    }
    checkThatTargetsDiffer(mappings)
    return CheckedFile(format: format, mappings: mappings)
  }

  private mutating func check(
    _ mapping: MappingStatementSyntax, _ format: BodyFormat?
  ) -> CheckedMapping? {
    checkTypeInKey(of: mapping.path)
    if format == .xml {
      checkXMLPath(mapping.path)
    } else {
      checkPositionAsKey(of: mapping.path)
    }
    guard let target = checkTarget(mapping.target) else {
      if let first = mapping.unexpected.first, let last = mapping.unexpected.last {
        explained.insert(first.range.union(last.range))
      }
      return nil
    }
    return CheckedMapping(path: mapping.path.steps.compactMap(\.resolved), target: target)
  }

  mutating func report(_ kind: StaticProblem.Kind, at range: SourceRange) {
    problems.append(StaticProblem(kind, at: range))
  }
}

extension PathStepSyntax {
  fileprivate var resolved: PathStep? {
    switch self {
    case .key(_, _, let name): name.map { .key($0) }
    case .index(_, _, let value, _): value.map { .index($0) }
    case .unexpected: nil
    }
  }
}
