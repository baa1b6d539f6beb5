package import Diagnostics
package import MappingPlan
import MappingSyntax
import XPath

/// A path that stands alone, outside a mapping file.
package struct PathCompilation: Sendable {
  package enum Path: Hashable, Sendable {
    /// Marketo's notation, and what means the same in JSONPath.
    case steps([PathStep])
    /// A JSONPath or XPath in its canonical form.
    case query(String)
  }

  /// In the order of the text.
  package let diagnostics: [Diagnostic]
  /// Nil if a diagnostic is an error.
  package let path: Path?
}

extension Compiler {
  /// Parses a path in any notation and checks it as a mapping's path is checked.
  ///
  /// The path ends where the text does, so an XPath that is no location path needs no parentheses
  /// around it.
  ///
  /// - Parameter namespaces: what the prefixes in XPath stand for.
  /// - Complexity: O(*n*) in the length of the path.
  package static func compilePath(
    _ source: [UInt8], format: BodyFormat, namespaces: [Namespace]
  ) -> PathCompilation {
    let text: SourceText
    do {
      text = try SourceText(source)
    } catch {
      return PathCompilation(diagnostics: [error.diagnostic], path: nil)
    }
    let (operand, problems) = Parser.parsePath(text)
    var checker = Checker(text, CompilerContext())
    checker.scope.format = format
    checker.scope.namespaces = namespaces
    let path = checker.checkStandalonePath(operand)
    let findings = (problems.map(Finding.syntax) + checker.findings).sorted {
      $0.range.lowerBound < $1.range.lowerBound
    }
    let hasErrors = findings.contains { $0.severity == .error }
    return PathCompilation(
      diagnostics: findings.map(\.standaloneDiagnostic), path: hasErrors ? nil : path)
  }
}

extension Checker {
  fileprivate mutating func checkStandalonePath(
    _ operand: OperandSyntax
  ) -> PathCompilation.Path? {
    guard let (path, _) = checkPath(operand, isStandalone: true) else { return nil }
    switch path {
    case .steps(let steps): return .steps(steps)
    case .query(let text): return .query(text)
    }
  }
}

extension Finding {
  /// What is said of a path that no file holds around it.
  fileprivate var standaloneDiagnostic: Diagnostic {
    switch self {
    case .xPath(let problem):
      guard case .undeclaredPrefix(let prefix, let suggestion) = problem.kind else { break }
      let declaration = "`--namespace \(prefix.printable)=URI`"
      return Diagnostic(
        .undeclaredPrefix, "the prefix `\(prefix.printable)` is not declared", at: problem.range,
        help: suggestion.map { "did you mean `\($0.printable)`? Else declare it: \(declaration)" }
          ?? "say which namespace it stands for: \(declaration)")
    case .check(let problem):
      guard case .path(.wrongNotation(let notation, let format)) = problem.kind else { break }
      return problem.standaloneDiagnostic(notation, format)
    case .syntax, .jsonPath, .trap: break
    }
    return diagnostic
  }
}

extension StaticProblem {
  fileprivate func standaloneDiagnostic(_ notation: PathProblem.Notation, _ format: BodyFormat)
    -> Diagnostic
  {
    switch format {
    case .json:
      Diagnostic(
        code, "\(notation.rawValue) is for XML, and the response is JSON", at: range,
        help: "write the path as Marketo does, `company.name`, or in JSONPath, `$.company.name`")
    case .xml:
      Diagnostic(
        code, "\(notation.rawValue) is for JSON, and the response is XML", at: range,
        help: "write the path as Marketo does, `root.item[0]`, or in XPath, `/root/item[1]`")
    }
  }
}
