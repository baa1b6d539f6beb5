internal import Diagnostics
internal import JSONText
internal import ResponseMapping

extension MarketoExport {
  /// The export for programs: rows, what they lose, and the mappings that are no rows.
  func json(_ lines: DiagnosticRenderer) -> JSONValue {
    .object([
      JSONMember("version", .integer(1)),
      JSONMember("rows", .array(rows.map { $0.json(lines) })),
      JSONMember("notPortable", .array(omissions.map { $0.json(lines) })),
      JSONMember("lost", .array(losses.map { .remark($0.name, $0.message) })),
    ])
  }
}

extension MarketoExport.Row {
  fileprivate func json(_ lines: DiagnosticRenderer) -> JSONValue {
    .object(
      [
        JSONMember("attribute", .string(attribute)), JSONMember("field", .string(field)),
      ] + lines.member(range) + [
        JSONMember("lost", .array(losses.map { .remark($0.name, $0.message) }))
      ])
  }
}

extension MarketoExport.Omission {
  fileprivate func json(_ lines: DiagnosticRenderer) -> JSONValue {
    .object(
      [
        JSONMember("field", .string(field)), JSONMember("source", .string(source)),
      ] + lines.member(range) + [
        JSONMember("reasons", .array(obstacles.map { .remark($0.name, $0.message) }))
      ])
  }
}

extension DiagnosticRenderer {
  /// The line that a range begins in; nothing for a plan.
  fileprivate func member(_ range: SourceRange?) -> [JSONMember] {
    range.map { [JSONMember("line", .integer(position(of: $0.lowerBound).line))] } ?? []
  }
}

extension JSONValue {
  fileprivate static func remark(_ kind: String, _ message: String) -> JSONValue {
    .object([JSONMember("kind", .string(kind)), JSONMember("message", .string(message))])
  }
}
