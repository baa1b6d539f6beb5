internal import Diagnostics
internal import JSONText

extension CheckReport {
  /// The findings in that format.
  func text(_ format: CheckFormat) -> String {
    switch format {
    case .text: findings.map { $0.renderer.text($0.diagnostic) }.joined(separator: "\n")
    case .concise: findings.map { $0.renderer.firstLine($0.diagnostic) }.joined()
    case .json: json.text + "\n"
    case .jsonLines: findings.map { $0.jsonLine.text + "\n" }.joined()
    case .sarif: SARIFLog(findings).json.text + "\n"
    case .github: findings.map { GitHubAnnotation($0).text + "\n" }.joined()
    case .junit: JUnitReport(self).text
    }
  }

  private var json: JSONValue {
    .object([
      JSONMember("version", .integer(1)),
      JSONMember("diagnostics", .array(findings.map(\.json))),
    ])
  }
}
