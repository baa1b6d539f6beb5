internal import ArgumentParser
internal import JSONText
internal import ResponseMapping

struct CheckCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Says everything that is wrong with mapping files, and mends what it can.",
    discussion: """
      --fix writes the files back with all fixes that are what the author meant beyond doubt; what is \
      left is reported. Of standard input the mended text goes to standard output, and the findings \
      to standard error.

      Exit status: 0 no errors (there may be warnings), 1 errors, or with --diff something to mend, \
      2 wrong usage, 3 a file cannot be read or written.
      """)

  @Argument(
    help: "Mapping files, or folders, whose .respmap files are taken; - is standard input.",
    completion: .mappings)
  var files: [String]

  @Option(
    help: ArgumentHelp(
      "How findings are printed: text, concise, json, json-lines, sarif, github or junit.",
      valueName: "format"))
  var format: CheckFormat = .text

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write the findings, or the diff, to this file, as a whole or not at all; - is standard "
        + "output.", valueName: "file"),
    completion: .file())
  var output = "-"

  @Option(
    help: ArgumentHelp(
      "Whether text is coloured: auto, always or never. auto heeds NO_COLOR, FORCE_COLOR and "
        + "TERM=dumb.", valueName: "when"))
  var color: ColorOption = .auto

  @Flag(help: "Apply the safe fixes, and write the files back.")
  var fix = false

  @Flag(help: "With --fix or --diff: apply also the fixes that a person should look at.")
  var unsafeFixes = false

  @Flag(help: "Print what --fix would change, and write nothing.")
  var diff = false

  @Flag(help: "Warnings count as errors do for the exit status.")
  var strict = false

  @Option(
    help: ArgumentHelp(
      "With -: the file that standard input is the text of. Messages name it, and catalogues are "
        + "looked for beside it.", valueName: "path"),
    completion: .mappings)
  var stdinFilename: String?

  func validate() throws {
    try Console.validate(files)
    if unsafeFixes, !fix, !diff {
      throw ValidationError("--unsafe-fixes says which fixes are applied: add --fix or --diff")
    }
    if diff, format != .text {
      throw ValidationError("--diff prints a diff instead of findings: leave --format out")
    }
    if stdinFilename != nil, !files.contains("-") {
      throw ValidationError("--stdin-filename names standard input: add -")
    }
  }

  func run(_ console: Console) throws -> CommandStatus {
    var status = CommandStatus.ok
    var checked: [CheckedSource] = []
    let files = console.mappingFiles(at: files, &status)
    for file in files {
      let contents: [UInt8]
      do {
        contents = try console.contents(of: file)
      } catch {
        console.report(error)
        status = status.graver(.unreadable)
        continue
      }
      var source = CheckedSource(
        contents, fileName: name(of: file), fixing: selection, console)
      if writes {
        let isWritten = try write(source, to: file, console)
        if !isWritten {
          status = status.graver(.unreadable)
          source = CheckedSource(contents, fileName: name(of: file), fixing: nil, console)
        }
      }
      checked.append(source)
    }
    let report = CheckReport(
      sources: checked, isStrict: strict, isColored: isColored(console))
    let found =
      diff ? try printDiff(report, console) : try printFindings(report, of: files, console)
    return status.graver(found)
  }

  /// Whether findings are coloured: text only, and a file only where that is asked for.
  private func isColored(_ console: Console) -> Bool {
    guard format == .text || format == .concise else { return false }
    if output != "-" { return color == .always }
    let isTerminal = findingsGoToError ? console.errorIsTerminal : console.outputIsTerminal
    return color.isColored(isTerminal: isTerminal, environment: console.environment)
  }

  /// Standard output may hold a mended file.
  private var findingsGoToError: Bool { writes && files.contains("-") && output == "-" }

  private var selection: FixIt.Selection? { fix || diff ? unsafeFixes ? .all : .safe : nil }

  private var writes: Bool { fix && !diff }

  private func name(of file: String) -> String { file == "-" ? stdinFilename ?? file : file }

  /// Writes what is mended back: to standard output what came from standard input, mended or not. What
  /// is not UTF-8 cannot be mended, and nothing is written for it.
  ///
  /// - Returns: Whether the file could be written; if not that is said.
  private func write(
    _ source: CheckedSource, to file: String, _ console: Console
  ) throws(FileProblem) -> Bool {
    if file == "-" {
      try console.writeOutput(String(validating: source.source, as: UTF8.self) ?? "")
      return true
    }
    guard source.isChanged else { return true }
    do {
      try File.replace(file, with: source.source)
      return true
    } catch {
      console.report(error)
      return false
    }
  }

  private func printDiff(
    _ report: CheckReport, _ console: Console
  ) throws(FileProblem) -> CommandStatus {
    let diff = report.diff
    try console.write(diff, to: output)
    console.writeError(report.diffSummary)
    return diff.isEmpty ? .ok : .findings
  }

  private func printFindings(
    _ report: CheckReport, of files: [String], _ console: Console
  ) throws(FileProblem) -> CommandStatus {
    if findingsGoToError {
      console.writeError(report.text(format))
    } else {
      try console.write(report.text(format), to: output)
    }
    if format == .text || format == .concise { console.writeError(report.summary(of: files.count)) }
    return report.errors > 0 || (strict && report.warnings > 0) ? .findings : .ok
  }
}
