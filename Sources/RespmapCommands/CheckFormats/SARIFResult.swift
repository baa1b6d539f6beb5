internal import Diagnostics
internal import JSONText

/// A finding as a result of a SARIF log.
struct SARIFResult {
  private let finding: Finding
  private let rule: Int
  private let fingerprint: String
  private var diagnostic: Diagnostic { finding.diagnostic }

  /// - Parameter rule: the position of its code in the list of rules.
  init(_ finding: Finding, rule: Int, _ fingerprint: String) {
    self.finding = finding
    self.rule = rule
    self.fingerprint = fingerprint
  }

  var json: JSONValue {
    var members = [
      JSONMember("ruleId", .string(diagnostic.code.rawValue)),
      JSONMember("ruleIndex", .integer(rule)),
      JSONMember("level", .string(diagnostic.severity.rawValue)),
      JSONMember("message", .message(finding.advice)),
      JSONMember("locations", .array([location(diagnostic.range)])),
      JSONMember(
        "partialFingerprints",
        .object([JSONMember("primaryLocationLineHash", .string(fingerprint))])),
    ]
    if !diagnostic.related.isEmpty {
      let related = diagnostic.related.map { location($0.range, saying: $0.message) }
      members.append(JSONMember("relatedLocations", .array(related)))
    }
    if !diagnostic.fixes.isEmpty {
      members.append(JSONMember("fixes", .array(diagnostic.fixes.map(fix))))
    }
    return .object(members)
  }

  private func location(_ range: SourceRange, saying message: String? = nil) -> JSONValue {
    .object(
      [
        JSONMember(
          "physicalLocation",
          .object([
            JSONMember("artifactLocation", artifact), JSONMember("region", region(range)),
          ]))
      ] + (message.map { [JSONMember("message", .message($0))] } ?? []))
  }

  private var artifact: JSONValue {
    .object([JSONMember("uri", .string(FileURI(of: finding.fileName).text))])
  }

  private func region(_ range: SourceRange) -> JSONValue {
    let start = finding.renderer.position(of: range.lowerBound)
    let end = finding.renderer.position(of: range.upperBound)
    return .object([
      JSONMember("startLine", .integer(start.line)),
      JSONMember("startColumn", .integer(start.column)),
      JSONMember("endLine", .integer(end.line)),
      JSONMember("endColumn", .integer(end.column)),
    ])
  }

  private func fix(_ fix: FixIt) -> JSONValue {
    let replacements = fix.edits.map { edit in
      JSONValue.object([
        JSONMember("deletedRegion", region(edit.range)),
        JSONMember("insertedContent", .message(edit.text)),
      ])
    }
    let change = JSONValue.object([
      JSONMember("artifactLocation", artifact), JSONMember("replacements", .array(replacements)),
    ])
    return .object([
      JSONMember("description", .message(fix.title)),
      JSONMember("artifactChanges", .array([change])),
    ])
  }
}
