internal import ResponseMapping

/// What `check` prints of the files it has read.
struct CheckReport {
  let sources: [CheckedSource]
  let findings: [Finding]
  /// Warnings count as errors do.
  let isStrict: Bool
  let errors: Int
  let warnings: Int

  init(sources: [CheckedSource], isStrict: Bool = false, isColored: Bool = false) {
    self.sources = sources
    self.isStrict = isStrict
    findings = sources.flatMap { $0.findings(isColored: isColored) }
    errors = findings.count { $0.diagnostic.severity == .error }
    warnings = findings.count - errors
  }

  /// What --fix would change.
  var diff: String {
    sources.map {
      UnifiedDiff.text(from: $0.original, to: $0.source, name: $0.fileName)
    }.joined()
  }

  func summary(of files: Int) -> String {
    let fixed = sources.reduce(0) { $0 + $1.fixed }
    let omitted = sources.reduce(0) { $0 + $1.omitted }
    var parts = [counted(errors, "error"), counted(warnings, "warning")]
    if fixed > 0 { parts.insert("\(fixed) fixed", at: 0) }
    var summary = "\(counted(files, "file")) checked: \(parts.joined(separator: ", "))\(fixable)"
    if omitted > 0 { summary += "; \(omitted) more are not shown" }
    return summary + "\n"
  }

  /// How many findings can be mended, and by which options.
  private var fixable: String {
    let all = findings.count { $0.diagnostic.fix(.all) != nil }
    let safe = findings.count { $0.diagnostic.fix(.safe) != nil }
    return switch (safe, all - safe) {
    case (0, 0): ""
    case (let safe, 0): "; \(safe) fixable with --fix"
    case (0, let more): "; \(more) fixable with --fix --unsafe-fixes"
    case (let safe, let more): "; \(safe) fixable with --fix, \(more) more with --unsafe-fixes"
    }
  }

  var diffSummary: String {
    let fixed = sources.reduce(0) { $0 + $1.fixed }
    let changed = sources.count(where: \.isChanged)
    return changed == 0
      ? "nothing to fix\n"
      : "\(counted(fixed, "finding")) would be fixed in \(counted(changed, "file"))\n"
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
