internal import Diagnostics
internal import ResponseMapping

extension MarketoExport {
  /// The rows as a table for people.
  var rowsText: String {
    if rows.isEmpty { return "no mapping can be entered in Marketo's Response Mappings pane\n" }
    let heading = "Response attribute"
    let width = ([heading] + rows.map(\.attribute.visible)).map(\.count).max() ?? 0
    return heading.padded(to: width) + "  Marketo field (SOAP name)\n"
      + rows.map { "\($0.attribute.visible.padded(to: width))  \($0.field.visible)\n" }.joined()
  }

  /// What the rows do not say, and the mappings that are no rows.
  func remarks(_ lines: DiagnosticRenderer) -> String {
    let lost =
      rows.flatMap { row in
        row.losses.map { "  \(place(row.range, row.field, lines)): \($0.message)\n" }
      } + losses.map { "  \($0.message)\n" }
    let omitted = omissions.flatMap { omission in
      ["  \(place(omission.range, omission.field, lines)): `\(omission.source.visible)`\n"]
        + omission.obstacles.map { "    \($0.message)\n" }
    }
    return section("What the pane does not say", lost) + section("What cannot be entered", omitted)
  }

  private func section(_ heading: String, _ lines: [String]) -> String {
    lines.isEmpty ? "" : "\n\(heading)\n" + lines.joined()
  }

  private func place(
    _ range: SourceRange?, _ field: String, _ lines: DiagnosticRenderer
  ) -> String {
    let line = range.map { "line \(lines.position(of: $0.lowerBound).line), " } ?? ""
    return line + field.visible
  }

  /// The rows as RFC 4180 has them, with a header.
  var csv: String {
    "response attribute,SOAP field name\r\n"
      + rows.map { "\($0.attribute.quotedForCSV),\($0.field.quotedForCSV)\r\n" }.joined()
  }
}

extension String {
  /// The text in double quotes where its characters need them (RFC 4180 §2).
  fileprivate var quotedForCSV: String {
    let needsQuotes = utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
    }
    return needsQuotes ? "\"" + replacing("\"", with: "\"\"") + "\"" : self
  }
}
