internal import ArgumentParser
internal import Diagnostics
internal import JSONText
internal import ResponseMapping

struct ExportCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Prints the rows for Marketo's Response Mappings pane.",
    discussion: """
      A row is a response attribute and the SOAP name of a field. Mappings that the pane cannot \
      express are listed with everything that keeps them out, and what a row loses is said beside it: \
      the pane knows no rules for values and answers.

      With --format csv the rows alone go to standard output, all else to standard error.

      Exit status: 0 some row can be entered, 1 none can or the mapping file has errors, 2 wrong \
      usage, 3 the file cannot be read.
      """)

  @Argument(
    help: "A mapping file or compiled plan; - is standard input.", completion: .mappings)
  var file: String

  @Option(help: "How rows are printed: text, json or csv.")
  var format: ExportFormat = .text

  func run(_ console: Console) throws -> CommandStatus {
    let source = try console.contents(of: file)
    guard let mapping = console.mapping(in: source, from: file) else { return .findings }
    let export = mapping.export()
    let lines = DiagnosticRenderer(fileName: file, text: source)
    switch format {
    case .text: try console.writeOutput(export.rowsText + export.remarks(lines))
    case .json: try console.writeOutput(export.json(lines).text + "\n")
    case .csv:
      try console.writeOutput(export.csv)
      console.writeError(export.remarks(lines))
    }
    return export.rows.isEmpty ? .findings : .ok
  }
}

enum ExportFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, csv
}
