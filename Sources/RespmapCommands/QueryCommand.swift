internal import ArgumentParser
internal import Diagnostics
internal import ResponseMapping

struct QueryCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Prints what one path selects in a payload.",
    discussion: """
      The path is JSONPath if it begins with $, XPath if it begins with / or (, and else as Marketo \
      writes it; it is taken as it is, blanks included. The payload is a body without its headers: \
      XML if its first character is <, else JSON.

      As text each value is one line, with control characters as pictures. As json the values are \
      one array: of JSON they are as the payload has them; of XML an element is a string that holds \
      its markup, any other node a string, and what an XPath computes one value.

      Exit status: 0 searched (perhaps nothing is selected), 1 the path is wrong, 2 wrong usage, \
      3 the payload cannot be read from its file, 4 the payload is not well-formed.
      """)

  @Argument(help: "A path in JSONPath, XPath or Marketo's notation.")
  var path: String

  @Argument(
    help: "A file that holds a response body; - is standard input.", completion: .file())
  var payload: String

  @Option(help: "What the payload is written in: json or xml.")
  var response: FormatOption?

  @Option(help: "How values are printed: text, or json with one array.")
  var format: OutputFormat = .text

  @Flag(help: "Print where the values stand instead: normalized paths of JSONPath, or XPaths.")
  var paths = false

  @Option(help: "A prefix that the XPath uses, `PREFIX=URI`; may be repeated.")
  var namespace: [NamespaceOption] = []

  func validate() throws {
    var known: Set<[UInt8]> = []
    for option in namespace where !known.insert(Array(option.prefix.utf8)).inserted {
      throw ValidationError("--namespace gives the prefix `\(option.prefix.printable)` twice")
    }
  }

  func run(_ console: Console) throws -> CommandStatus {
    let body = try console.contents(of: payload)
    let query: ResponseQuery
    do {
      query = try ResponseQuery(path, format: bodyFormat(of: body), namespaces: namespaces)
    } catch {
      console.writeError(error.text(fileName: "PATH"))
      return .findings
    }
    warn(of: query, console)
    let selection: ResponseSelection
    do {
      selection = try query.selection(in: body)
    } catch {
      console.writeError(text(of: error))
      return .notMapped
    }
    if let note = note(of: selection) { console.writeError(note) }
    try print(selection.nodes, console)
    return .ok
  }

  /// What the user says, else what the body looks like; an empty one is of the path's format.
  private func bodyFormat(of body: [UInt8]) -> ResponseFormat {
    response?.format ?? ResponseFormat(guessedFrom: body) ?? ResponseFormat(ofPath: path) ?? .json
  }

  private var namespaces: [String: String] {
    Dictionary(namespace.map { ($0.prefix, $0.uri) }) { first, _ in first }
  }

  private func warn(of query: ResponseQuery, _ console: Console) {
    let renderer = DiagnosticRenderer(fileName: "PATH", text: Array(path.utf8))
    for warning in query.warnings { console.writeError(renderer.text(warning)) }
  }

  /// Why an XPath that looks right may select nothing.
  private func note(of selection: ResponseSelection) -> String? {
    guard let name = selection.missedName, let uri = selection.missedNamespace else { return nil }
    return "\(payload.asFileName): note: nothing is selected: `\(name.printable)` is in namespace "
      + "`\(uri.printable)` there\n  = help: give it a prefix: `--namespace 'p=\(uri.printable)'`, "
      + "and write `p:\(name.printable)`\n"
  }

  private func text(of failure: BodyFailure) -> String {
    let said = "error[\(failure.code)]: \(failure.message)\n"
    switch failure.kind {
    case .malformedBody(let position), .encoding(let position):
      return "\(payload.asFileName):\(position.line):\(position.column): " + said
        + "  = note: that is byte \(position.offset) of the payload\n"
    default: return "\(payload.asFileName): " + said
    }
  }
}
