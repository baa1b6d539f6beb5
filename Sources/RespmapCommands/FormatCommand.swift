internal import ArgumentParser
internal import Diagnostics
internal import ResponseMapping

struct FormatCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    abstract: "Brings mapping files into their canonical layout.",
    discussion: """
      Files are written back where their layout changes; the plan that they compile into stays the \
      same, and no comment is lost. Of standard input the formatted text goes to standard output. A \
      file with errors of syntax is left alone and reported.

      Exit status: 0 all files have their layout, 1 a file has errors, or with --check or --diff \
      another layout, 2 wrong usage, 3 a file cannot be read or written.
      """)

  @Argument(
    help: "Mapping files, or folders, whose .respmap files are taken; - is standard input.",
    completion: .mappings)
  var files: [String]

  @Flag(help: "Write nothing; say which files would change, and exit with 1 if there are any.")
  var check = false

  @Flag(help: "Write nothing; print what would change, and exit with 1 if anything would.")
  var diff = false

  @Option(
    help: ArgumentHelp(
      "With -: the file that standard input is the text of. Messages name it.", valueName: "path"),
    completion: .mappings)
  var stdinFilename: String?

  func validate() throws {
    try Console.validate(files)
    if stdinFilename != nil, !files.contains("-") {
      throw ValidationError("--stdin-filename names standard input: add -")
    }
  }

  func run(_ console: Console) throws -> CommandStatus {
    var report = FormatReport()
    for file in console.mappingFiles(at: files, &report.status) {
      do {
        try format(file, &report, console)
      } catch {
        console.report(error)
        report.status = report.status.graver(.unreadable)
      }
    }
    console.writeError(report.summary(isDone: !check && !diff))
    return report.status
  }

  private func format(
    _ file: String, _ report: inout FormatReport, _ console: Console
  ) throws(FileProblem) {
    let name = file == "-" ? stdinFilename ?? file : file
    let source = try console.contents(of: file)
    let formatted: [UInt8]
    do throws(MappingDiagnostics) {
      formatted = try Mapping.formatting(source)
    } catch {
      console.writeError(error.text(fileName: name))
      return report.countRefused()
    }
    if !check, !diff {
      try write(formatted, insteadOf: source, to: file, console)
      return report.count(isChanged: formatted != source)
    }
    if diff {
      try console.writeOutput(UnifiedDiff.text(from: source, to: formatted, name: name))
    } else if formatted != source {
      try console.writeOutput("\(name.asFileName)\n")
    }
    report.count(isChanged: formatted != source)
    if formatted != source { report.status = report.status.graver(.findings) }
  }

  private func write(
    _ formatted: [UInt8], insteadOf source: [UInt8], to file: String, _ console: Console
  ) throws(FileProblem) {
    if file == "-" {
      try console.writeOutput(String(decoding: formatted, as: UTF8.self))
    } else if formatted != source {
      try File.replace(file, with: formatted)
    }
  }
}
