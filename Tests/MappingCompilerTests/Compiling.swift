import Diagnostics
import JSONText
import LeadFields
import MappingCompiler
import MappingPlan
import Testing
import TestSupport

/// A mapping file, the places of its diagnostics marked in order, and what is said there.
struct Finding: Sendable, CustomTestStringConvertible {
  let marked: String
  let codes: [DiagnosticCode]

  init(_ marked: String, _ codes: DiagnosticCode...) {
    self.marked = marked
    self.codes = codes
  }

  var testDescription: String { marked.debugDescription }
}

func compile(_ text: String) -> Compilation { Compiler.compile(Array(text.utf8)) }

/// Exactly these diagnostics, at the marked places, and a plan unless one of them is an error.
@discardableResult
func expect(
  _ finding: Finding, sourceLocation: SourceLocation = #_sourceLocation
) -> Compilation {
  let marked = MarkedText(finding.marked)
  let compilation = compile(marked.text)
  let found = compilation.diagnostics
  #expect(found.map(\.code) == finding.codes, sourceLocation: sourceLocation)
  #expect(found.map(\.range) == marked.ranges, sourceLocation: sourceLocation)
  let hasError = finding.codes.contains { $0.severity == .error }
  #expect((compilation.plan == nil) == hasError, sourceLocation: sourceLocation)
  return compilation
}
