import Diagnostics
import JSONPath
import LeadFields
import MappingPlan
import MappingSyntax
import XPath

/// Resolves names, parses paths and runs the static checks, each of which has a file in `Checks/`.
///
/// A piece of the tree that the parser has reported is passed over: it gives no second problem. Without
/// a format nothing is said of paths, since what they may be depends on it.
struct Checker {
  let text: SourceText
  let context: CompilerContext
  private(set) var findings: [Finding] = []
  /// Places that a reported problem explains: what the parser says of them is not said again.
  private(set) var explained: Set<SourceRange> = []
  /// What the directives say that the mappings depend on.
  var scope = Scope()
  /// The targets that are resolved, whatever is wrong with the sources.
  private(set) var targets: [CheckedTarget] = []
  /// The paths over XML in Marketo's notation, and where they stand.
  var xmlPaths: [(steps: [PathStep], range: SourceRange)] = []
  /// What searching for names that may be meant may still cost.
  var search = Suggestion(steps: 50_000_000)

  struct Scope {
    var format: BodyFormat?
    var profile = ProfileWord.extended
    /// The prefixes of XPath and the names they stand for.
    var namespaces: [Namespace] = [] {
      didSet { prefixes = Set(namespaces.map(\.prefix)) }
    }
    private(set) var prefixes: Set<String> = []
    /// The lead fields; nil if none are known, or if not all of them could be read.
    var catalogue: LeadFieldCatalogue?
    /// Whether a catalogue is wanted that could not be read: targets are not looked up then.
    var lacksCatalogue = false
    var policies = Policies()
  }

  init(_ text: SourceText, _ context: CompilerContext) {
    self.text = text
    self.context = context
  }

  mutating func check(_ file: MappingFileSyntax) -> CheckedFile {
    let directives = file.directives
    scope.format = checkResponse(of: file)
    checkPlacement(of: directives, in: file)
    checkProfile(directives)
    checkNamespaces(directives)
    checkCatalogues(directives)
    checkPolicies(directives)
    let statusRules = checkStatusRules(directives)
    let guards = checkGuards(directives)
    let mappings = file.statements.compactMap { statement -> CheckedMapping? in
      guard case .mapping(let mapping) = statement else { return nil }
      return check(mapping)
    }
    checkThatTargetsDiffer()
    checkXMLPathsTogether()
    return CheckedFile(
      format: scope.format, namespaces: scope.namespaces, statusRules: statusRules,
      guards: guards, mappings: mappings)
  }

  private mutating func check(_ mapping: MappingStatementSyntax) -> CheckedMapping? {
    let source = checkSource(mapping.source)
    let policies = checkModifiers(mapping.modifiers)
    checkPortability(of: mapping)
    guard let target = checkTarget(mapping.target) else {
      if let first = mapping.unexpected.first, let last = mapping.unexpected.last {
        explained.insert(first.range.union(last.range))
      }
      return nil
    }
    targets.append(target)
    guard let source else { return nil }
    checkFit(of: source, into: target)
    return CheckedMapping(
      source: source, target: target, policies: policies,
      onlyWhenBlank: mapping.modifiers.contains {
        if case .whenBlank = $0 { true } else { false }
      }, range: mapping.range)
  }

  mutating func report(_ problem: FileProblem, at range: SourceRange) {
    findings.append(.check(StaticProblem(.file(problem), at: range)))
  }

  mutating func report(_ problem: TargetProblem, at range: SourceRange) {
    findings.append(.check(StaticProblem(.target(problem), at: range)))
  }

  mutating func report(_ problem: PathProblem, at range: SourceRange) {
    findings.append(.check(StaticProblem(.path(problem), at: range)))
  }

  mutating func report(_ problem: ValueProblem, at range: SourceRange) {
    findings.append(.check(StaticProblem(.value(problem), at: range)))
  }

  mutating func report(_ finding: Finding) { findings.append(finding) }
}

extension MappingFileSyntax {
  fileprivate var directives: [DirectiveSyntax] {
    statements.compactMap { if case .directive(let directive) = $0 { directive } else { nil } }
  }

  var firstMapping: MappingStatementSyntax? {
    for case .mapping(let mapping) in statements { return mapping }
    return nil
  }
}
