internal import Diagnostics
internal import JSONText

/// A diagnostic with the file it is about.
struct Finding {
  let diagnostic: Diagnostic
  let fileName: String
  let renderer: DiagnosticRenderer

  /// The message with notes and help, a line each, for who does not see the rest.
  var advice: String {
    let notes = diagnostic.notes.map { "\nnote: \($0)" }.joined()
    return diagnostic.message + notes + (diagnostic.help.map { "\nhelp: \($0)" } ?? "")
  }

  var json: JSONValue { .object(members) }

  /// The same with the version of the format, for a line of its own.
  var jsonLine: JSONValue { .object([JSONMember("version", .integer(1))] + members) }

  private var members: [JSONMember] {
    [
      JSONMember("code", .string(diagnostic.code.rawValue)),
      JSONMember("name", .string(diagnostic.code.name)),
      JSONMember("severity", .string(diagnostic.severity.rawValue)),
      JSONMember("message", .string(diagnostic.message)),
      JSONMember("file", .string(fileName)),
      JSONMember("range", json(diagnostic.range)),
      JSONMember("related", .array(diagnostic.related.map(json))),
      JSONMember("notes", .array(diagnostic.notes.map { .string($0) })),
      JSONMember("fixes", .array(diagnostic.fixes.map(json))),
    ] + (diagnostic.help.map { [JSONMember("help", .string($0))] } ?? [])
  }

  private func json(_ related: Diagnostic.Related) -> JSONValue {
    .object([
      JSONMember("message", .string(related.message)), JSONMember("range", json(related.range)),
    ])
  }

  private func json(_ fix: FixIt) -> JSONValue {
    .object([
      JSONMember("title", .string(fix.title)), JSONMember("safe", .boolean(fix.isSafe)),
      JSONMember(
        "edits",
        .array(
          fix.edits.map {
            .object([JSONMember("range", json($0.range)), JSONMember("text", .string($0.text))])
          })),
    ])
  }

  private func json(_ range: SourceRange) -> JSONValue {
    .object([
      JSONMember("start", json(range.lowerBound)), JSONMember("end", json(range.upperBound)),
    ])
  }

  private func json(_ offset: Int) -> JSONValue {
    let position = renderer.position(of: offset)
    return .object([
      JSONMember("line", .integer(position.line)),
      JSONMember("column", .integer(position.column)),
      JSONMember("offset", .integer(offset)),
    ])
  }
}
