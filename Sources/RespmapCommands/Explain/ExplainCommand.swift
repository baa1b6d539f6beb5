internal import ArgumentParser
internal import Diagnostics
internal import JSONText
internal import ResponseMapping

struct ExplainCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explains a code, a mapping file or a lead field.",
    discussion: """
      A code, RM203, or its name, unknown-field: what it means, with an example that gives it and the \
      same mended. A mapping file or compiled plan: what it does, in words and as a picture. A lead \
      field, by its SOAP name, REST name or label: what is known of it.

      What is a code or the name of one is taken as that, then what is a file, then what is a field; \
      ./Email is always a file.

      Exit status: 0 explained, 1 nothing is known of it or the mapping file has errors, 2 wrong \
      usage, 3 a file cannot be read.
      """)

  @Argument(
    help: "A code, a mapping file or plan (- is standard input), or a lead field.",
    completion: .list(DiagnosticCode.allCases.map(\.rawValue)))
  var what: String

  @Option(
    help: "For a lead field: an export of your instance's fields.",
    completion: .file(extensions: ["json"]))
  var catalogue: String?

  @Option(help: "How codes and mappings are printed: text or json.")
  var format: OutputFormat = .text

  func validate() throws {
    try Console.validate([what] + (catalogue.map { [$0] } ?? []))
    if catalogue != nil, format == .json {
      throw ValidationError("--catalogue is for a lead field, which is explained as text only")
    }
  }

  func run(_ console: Console) throws -> CommandStatus {
    if let code = CodeExplanation(what) {
      try console.writeOutput(format == .json ? code.json.text + "\n" : code.text)
      return .ok
    }
    if what == "-" || File.exists(what) { return try explainMapping(console) }
    return try explainField(console)
  }

  // MARK: - Mappings

  private func explainMapping(_ console: Console) throws -> CommandStatus {
    var catalogues: [String] = []
    guard
      let mapping = try console.mapping(
        from: what, noting: { catalogues.append($0.words(of: $1)) })
    else { return .findings }
    switch format {
    case .json: try console.writeOutput(mapping.explanation.json.text + "\n")
    case .text:
      let fields = catalogues.map { "  - \($0)\n" }.joined()
      try console.writeOutput(
        mapping.explanation.text
          + (fields.isEmpty ? "" : "\nWhat the fields are checked against\n" + fields))
    }
    return .ok
  }

  // MARK: - Fields

  private func explainField(_ console: Console) throws -> CommandStatus {
    guard let fields = console.catalogue(of: catalogue.map { [$0] } ?? []) else {
      return .unreadable
    }
    switch fields.resolve(what) {
    case .field(let field, _), .label(let field), .notATarget(let field):
      try console.writeOutput(field.explanation)
    case .ambiguous(let candidates):
      try console.writeOutput(candidates.map(\.explanation).joined(separator: "\n"))
    case .unknown, .custom:
      console.writeError(nothingKnown(among: fields))
      return .findings
    }
    return .ok
  }

  /// What is said of something that is no code, no file and no field.
  private func nothingKnown(among fields: LeadFieldCatalogue) -> String {
    let codes = DiagnosticCode.allCases.flatMap { [$0.rawValue, $0.name] }
    let found = fields.search(what).prefix(3).map(\.emittedName)
    let meant = (Suggestion.nearest(to: what, among: codes).map { [$0] } ?? []) + found
    var text =
      "respmap: error: `\(what.printable)` is no code, no file and no lead field that is known\n"
    if !meant.isEmpty {
      text +=
        "  = help: did you mean \(meant.map { "`\($0.visible)`" }.joined(separator: " or "))?\n"
    } else if catalogue == nil {
      text += "  = help: name an export of your fields for a custom one: `--catalogue FILE`\n"
    }
    return text
  }
}

extension String {
  /// What is said of a catalogue that a mapping file names.
  fileprivate func words(of catalogue: LeadFieldCatalogue) -> String {
    let count = catalogue.fields.count
    return "`\(visible)`: \(count) lead \(count == 1 ? "field" : "fields")"
      + (catalogue.carriesSOAPNames ? "" : ", without SOAP names")
  }
}

extension MappingExplanation {
  fileprivate var json: JSONValue {
    .object([
      JSONMember("version", .integer(1)), JSONMember("rules", .array(rules.map { .string($0) })),
      JSONMember(
        "mappings",
        .array(
          mappings.map {
            .object([
              JSONMember("field", .string($0.name)), JSONMember("text", .string($0.sentence)),
            ])
          })),
      JSONMember(
        "transforms",
        .array(
          transforms.map {
            .object([
              JSONMember("name", .string($0.name)), JSONMember("text", .string($0.sentence)),
            ])
          })),
      JSONMember("picture", .string(picture)),
    ])
  }
}
