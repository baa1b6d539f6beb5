import Diagnostics

/// What is wrong, or likely to be, with a mapping file that can be read.
///
/// Problems are told by what they are about; the wording of each topic is beside it, in
/// `…Problem+Wording.swift`.
struct StaticProblem: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case file(FileProblem)
    case target(TargetProblem)
    case path(PathProblem)
    case value(ValueProblem)
  }

  let kind: Kind
  let range: SourceRange

  init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  var code: DiagnosticCode {
    switch kind {
    case .file(let problem): problem.code
    case .target(let problem): problem.code
    case .path(let problem): problem.code
    case .value(let problem): problem.code
    }
  }

  /// What is said about the problem.
  var diagnostic: Diagnostic {
    switch kind {
    case .file(let problem): diagnostic(of: problem)
    case .target(let problem): diagnostic(of: problem)
    case .path(let problem): diagnostic(of: problem)
    case .value(let problem): diagnostic(of: problem)
    }
  }

  func saying(
    _ message: String, related: [(String, SourceRange)] = [], notes: [String] = [],
    help: String? = nil, fixes: [FixIt] = []
  ) -> Diagnostic {
    Diagnostic(
      code, message, at: range, related: related.map { Diagnostic.Related($0.0, at: $0.1) },
      notes: notes, help: help, fixes: fixes)
  }

  /// A fix that writes another text in place of what the problem is about.
  func rewriting(as text: String, isSafe: Bool = false) -> FixIt {
    FixIt("write `\(text.printable)`", isSafe: isSafe, [FixIt.Edit(range, text)])
  }
}
