package import Diagnostics
package import MappingPlan
import MappingSyntax

/// What came of compiling a mapping file: everything that is to be said about it, in the order of
/// the file, and the plan if nothing of that is an error.
package struct Compilation: Sendable {
  /// No more than ``mostDiagnostics``.
  package let diagnostics: [Diagnostic]
  /// How many more there are: a file that is no mapping file at all can have one on each line.
  package let omitted: Int
  package let plan: Plan?

  package static let mostDiagnostics = 1_000
}

/// Text → tree → checked file → plan. Collects every problem instead of stopping at the first.
package enum Compiler {
  /// - Parameter source: the bytes of a mapping file, of any content.
  /// - Complexity: O(*n*) in the length of the source.
  package static func compile(_ source: [UInt8]) -> Compilation {
    let text: SourceText
    do {
      text = try SourceText(source)
    } catch {
      return Compilation(diagnostics: [error.diagnostic], omitted: 0, plan: nil)
    }
    let (syntax, syntaxProblems) = Parser.parse(text)
    var checker = Checker()
    let file = checker.check(syntax)
    // `X : varchar 255` has one mistake, an unknown type, and nothing too many.
    let unexplained = syntaxProblems.filter {
      $0.kind != .unexpectedText(after: .type) || !checker.explained.contains($0.range)
    }
    let found = unexplained.map(Finding.syntax) + checker.problems.map(Finding.check)
    let ordered = found.enumerated().sorted {
      ($0.element.start, $0.offset) < ($1.element.start, $1.offset)
    }.map(\.element)
    let shown = ordered.prefix(Compilation.mostDiagnostics)
    return Compilation(
      diagnostics: shown.map(\.diagnostic), omitted: ordered.count - shown.count,
      plan: ordered.contains(where: \.isError) ? nil : Lowering.plan(of: file))
  }
}

/// A problem of either stage: the words are found only for those that are shown.
private enum Finding {
  case syntax(SyntaxProblem)
  case check(StaticProblem)

  var start: Int {
    switch self {
    case .syntax(let problem): problem.range.lowerBound
    case .check(let problem): problem.range.lowerBound
    }
  }

  var isError: Bool {
    switch self {
    case .syntax: true
    case .check(let problem): problem.diagnostic.severity == .error
    }
  }

  var diagnostic: Diagnostic {
    switch self {
    case .syntax(let problem): problem.diagnostic
    case .check(let problem): problem.diagnostic
    }
  }
}
