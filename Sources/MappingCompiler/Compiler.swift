package import Diagnostics
package import LeadFields
package import MappingPlan
package import MappingSyntax

/// What came of compiling a mapping file: everything that is to be said about it, in the order of
/// the file, and the plan if nothing of that is an error.
package struct Compilation: Sendable {
  /// No more than ``mostDiagnostics``.
  package let diagnostics: [Diagnostic]
  /// How many more there are: a file that is no mapping file at all can have one on each line.
  package let omitted: Int
  package let plan: Plan?
  /// Where the mappings of the plan stand in the source.
  package let mappingRanges: [SourceRange]

  package static let mostDiagnostics = 1_000
}

/// What a compiler is given beside the source.
package struct CompilerContext {
  /// The lead fields to check targets against, beside those that the file names.
  package let catalogue: LeadFieldCatalogue?
  /// Reads the catalogues that the file names; nil from it means that there is none.
  package let resolver: ((String) throws(CatalogueProblem) -> LeadFieldCatalogue?)?
  /// Why a value that the file itself gives does not fit a field of that type; nil if it does. It is
  /// asked of whoever converts values at run time, so that there is one rule.
  package let misfit: (Literal, FieldType, LengthLimit?) -> String?

  package init(
    catalogue: LeadFieldCatalogue? = nil,
    resolver: ((String) throws(CatalogueProblem) -> LeadFieldCatalogue?)? = nil,
    misfit: @escaping (Literal, FieldType, LengthLimit?) -> String? = { _, _, _ in nil }
  ) {
    self.catalogue = catalogue
    self.resolver = resolver
    self.misfit = misfit
  }
}

/// Text → tree → checked file → plan. Collects every problem instead of stopping at the first.
package enum Compiler {
  /// - Parameter source: the bytes of a mapping file, of any content.
  /// - Complexity: O(*n*) in the length of the source.
  package static func compile(
    _ source: [UInt8], in context: CompilerContext = CompilerContext()
  ) -> Compilation {
    let text: SourceText
    do {
      text = try SourceText(source)
    } catch {
      return Compilation(
        diagnostics: [error.diagnostic], omitted: 0, plan: nil, mappingRanges: [])
    }
    let (syntax, syntaxProblems) = Parser.parse(text)
    var checker = Checker(text, context)
    let file = checker.check(syntax)
    // `X : varchar 255` has one mistake, an unknown type, and nothing too many.
    let unexplained = syntaxProblems.filter {
      $0.kind != .unexpectedText(after: .type) || !checker.explained.contains($0.range)
    }
    let syntaxFindings = unexplained.map(Finding.syntax)
    let hasErrors = (syntaxFindings + checker.findings).contains { $0.severity == .error }
    if !hasErrors { checker.checkSideEffects() }
    let found = Suppressions(syntax.suppressions).applied(
      to: syntaxFindings + checker.findings, tellsUnused: !hasErrors)
    let ordered = found.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }.map(\.element)
    let shown = ordered.prefix(Compilation.mostDiagnostics)
    return Compilation(
      diagnostics: shown.map(\.diagnostic), omitted: ordered.count - shown.count,
      plan: hasErrors ? nil : Lowering.plan(of: file), mappingRanges: file.mappings.map(\.range))
  }
  /// What the checks make of a mapping file, for people; of a file with errors what is right in it.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package static func checkedDump(
    of text: SourceText, in context: CompilerContext = CompilerContext()
  ) -> String {
    var checker = Checker(text, context)
    return CheckedDump.text(of: checker.check(Parser.parse(text).0))
  }
}
