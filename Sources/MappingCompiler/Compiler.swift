package import Diagnostics
package import MappingPlan
import MappingSyntax

/// What came of compiling a mapping file: everything that is to be said about it, in the order of
/// the file, and the plan if nothing of that is an error.
package struct Compilation: Sendable {
  package let diagnostics: [Diagnostic]
  package let plan: Plan?
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
      return Compilation(diagnostics: [error.diagnostic], plan: nil)
    }
    let (syntax, syntaxProblems) = Parser.parse(text)
    var checker = Checker()
    let file = checker.check(syntax)
    // `X : varchar 255` has one mistake, an unknown type, and nothing too many.
    let unexplained = syntaxProblems.filter {
      $0.kind != .unexpectedText(after: .type) || !checker.explained.contains($0.range)
    }
    let diagnostics = unexplained.map(\.diagnostic) + checker.problems.map(\.diagnostic)
    let ordered = diagnostics.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }.map(\.element)
    let isValid = !ordered.contains { $0.severity == .error }
    return Compilation(diagnostics: ordered, plan: isValid ? Lowering.plan(of: file) : nil)
  }
}
