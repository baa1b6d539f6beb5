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
      """)
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

extension Console {
  /// The exports as one catalogue, or the standard fields if there are none. Of each file that is none the
  /// user is told, and nil comes back.
  fileprivate func catalogue(of files: [String]) -> LeadFieldCatalogue? {
    if files.isEmpty { return .standard }
    let catalogues = files.map(catalogue)
    let whole = catalogues.compactMap(\.self)
    guard whole.count == files.count, let first = whole.first else { return nil }
    return whole.dropFirst().reduce(first) { $0.merging($1) }
  }

  private func catalogue(of file: String) -> LeadFieldCatalogue? {
    let export: [UInt8]
    do {
      export = try contents(of: file)
    } catch {
      report(error)
      return nil
    }
    do {
      let catalogue = try LeadFieldCatalogue(parsing: export)
      for note in catalogue.notes {
        writeError("\(file.asFileName): note: \(note.message)\n")
      }
      return catalogue
    } catch {
      let renderer = DiagnosticRenderer(fileName: file, text: export)
      writeError(renderer.text(error.diagnostic))
      return nil
    }
  }
}
