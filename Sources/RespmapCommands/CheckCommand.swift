internal import ArgumentParser
internal import JSONText
internal import ResponseMapping

struct CheckCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Says everything that is wrong with mapping files.",
    discussion: """
      Exit status: 0 no errors (there may be warnings), 1 errors, 2 wrong usage, 3 a file cannot be \
      read.
      """)

  @Argument(help: "Mapping files; - is standard input.")
  var files: [String]

  @Option(help: "How findings are printed: text or json.")
  var format: OutputFormat = .text

  func validate() throws { try Console.validate(files) }

  func run(_ console: Console) throws -> CommandStatus {
    var status = CommandStatus.ok
    var findings: [Finding] = []
    var omitted = 0
    for file in files {
      do {
        let (found, more) = CheckCommand.findings(
          in: try console.contents(of: file), fileName: file, console)
        findings += found
        omitted += more
      } catch {
        console.report(error)
        status = status.graver(.unreadable)
      }
    }
    if findings.contains(where: { $0.diagnostic.severity == .error }) {
      status = status.graver(.findings)
    }
    try console.writeOutput(output(findings))
    if format == .text { console.writeError(summary(findings, omitted: omitted)) }
    return status
  }

  private static func findings(
    in source: [UInt8], fileName: String, _ console: Console
  ) -> (shown: [Finding], omitted: Int) {
    let renderer = DiagnosticRenderer(fileName: fileName, text: source)
    let diagnostics: [Diagnostic]
    var omitted = 0
    do {
      diagnostics = try console.compile(source, from: fileName).warnings
    } catch {
      diagnostics = error.diagnostics
      omitted = error.omitted
    }
    let findings = diagnostics.map {
      Finding(diagnostic: $0, fileName: fileName, renderer: renderer)
    }
    return (findings, omitted)
  }

  private func output(_ findings: [Finding]) -> String {
    switch format {
    case .text: findings.map { $0.renderer.text($0.diagnostic) }.joined(separator: "\n")
    case .json:
      JSONValue.object([
        JSONMember("version", .integer(1)),
        JSONMember("diagnostics", .array(findings.map(\.json))),
      ]).text + "\n"
    }
  }

  private func summary(_ findings: [Finding], omitted: Int) -> String {
    let errors = findings.count { $0.diagnostic.severity == .error }
    let warnings = findings.count - errors
    return "\(counted(files.count, "file")) checked: \(counted(errors, "error")), "
      + "\(counted(warnings, "warning"))"
      + (omitted > 0 ? "; \(omitted) more are not shown" : "") + "\n"
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
