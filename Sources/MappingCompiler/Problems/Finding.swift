import Diagnostics
import JSONPath
import MappingSyntax
import XPath

/// A problem of any stage: the words are found only for those that are shown.
enum Finding {
  case syntax(SyntaxProblem)
  case jsonPath(JSONPathProblem)
  case trap(JSONPathTrap)
  case xPath(XPathProblem)
  case check(StaticProblem)

  var range: SourceRange {
    switch self {
    case .syntax(let problem): problem.range
    case .jsonPath(let problem): problem.range
    case .trap(let trap): trap.range
    case .xPath(let problem): problem.range
    case .check(let problem): problem.range
    }
  }

  var severity: DiagnosticCode.Severity {
    switch self {
    case .syntax(let problem): problem.severity
    case .trap: .warning
    case .jsonPath, .xPath: .error
    case .check(let problem): problem.code.severity
    }
  }

  /// The code of a warning.
  var code: DiagnosticCode {
    switch self {
    case .syntax, .jsonPath, .trap, .xPath: diagnostic.code
    case .check(let problem): problem.code
    }
  }

  var diagnostic: Diagnostic {
    switch self {
    case .syntax(let problem): problem.diagnostic
    case .jsonPath(let problem): problem.diagnostic
    case .trap(let trap): trap.diagnostic
    case .xPath(let problem): problem.diagnostic
    case .check(let problem): problem.diagnostic
    }
  }
}

extension SyntaxProblem {
  /// A comment that asks in vain for a warning not to be given keeps nothing from working.
  fileprivate var severity: DiagnosticCode.Severity {
    if case .suppression = kind { .warning } else { .error }
  }
}
