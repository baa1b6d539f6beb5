internal import ArgumentParser
internal import Diagnostics
internal import JSONText
internal import ResponseMapping

struct FieldsCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "fields",
    abstract: "Looks for lead fields by any of their names.",
    discussion: """
      SOAP names, REST names and labels are looked through, whatever their case; without words all \
      fields are listed. A mapping is written with the SOAP name. Without a catalogue these are the \
      fields that every Marketo instance has.

      Exit status: 0 searched (perhaps nothing is found), 2 wrong usage, 3 a catalogue cannot be read.
      """)

  @Argument(help: "What to look for, such as: company name")
  var words: [String] = []

  @Option(
    help: """
      An export of Marketo's lead fields (describe.json, describe2.json or schema/fields.json); - is \
      standard input. May be repeated.
      """,
    completion: .file(extensions: ["json"]))
  var catalogue: [String] = []

  @Option(help: "How fields are printed: text or json.")
  var format: OutputFormat = .text

  func validate() throws { try Console.validate(catalogue) }

  func run(_ console: Console) throws -> CommandStatus {
    guard let catalogue = console.catalogue(of: catalogue) else { return .unreadable }
    let found = catalogue.search(words.joined(separator: " "))
    switch format {
    case .text: try console.writeOutput(FieldList.text(found))
    case .json: try console.writeOutput(FieldList.json(found).text + "\n")
    }
    if found.isEmpty { console.writeError(advice(catalogue)) }
    return .ok
  }

  private func advice(_ searched: LeadFieldCatalogue) -> String {
    let shown = words.joined(separator: " ").printable
    var text = "respmap: note: no lead field is called anything like `\(shown)`\n"
    text += "  = help: try one word of its label, or `respmap fields` for all of them\n"
    if catalogue.isEmpty {
      text += "  = help: custom fields are in an export: add `--catalogue describe.json`\n"
    }
    return text
  }
}
