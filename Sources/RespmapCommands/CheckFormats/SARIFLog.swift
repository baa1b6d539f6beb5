internal import Diagnostics
internal import JSONText

/// The findings as a SARIF 2.1.0 log of one run, with what code scanning services read of it.
struct SARIFLog {
  private let findings: [Finding]
  /// The codes of the findings, in order.
  private let codes: [DiagnosticCode]

  init(_ findings: [Finding]) {
    self.findings = findings
    let found = Set(findings.map(\.diagnostic.code))
    codes = DiagnosticCode.allCases.filter(found.contains)
  }

  var json: JSONValue {
    .object([
      JSONMember("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
      JSONMember("version", .string("2.1.0")),
      JSONMember("runs", .array([run])),
    ])
  }

  private var run: JSONValue {
    let fingerprints = Fingerprint.all(of: findings)
    let results = zip(findings, fingerprints).map { finding, fingerprint in
      SARIFResult(
        finding, rule: codes.firstIndex(of: finding.diagnostic.code) ?? 0, fingerprint
      ).json
    }
    return .object([
      JSONMember("tool", .object([JSONMember("driver", driver)])),
      JSONMember("columnKind", .string("unicodeCodePoints")),
      JSONMember("results", .array(results)),
    ])
  }

  private var driver: JSONValue {
    .object([
      JSONMember("name", .string("respmap")),
      JSONMember("version", .string(Respmap.version)),
      JSONMember("semanticVersion", .string(Respmap.version)),
      JSONMember("rules", .array(codes.map(rule))),
    ])
  }

  private func rule(_ code: DiagnosticCode) -> JSONValue {
    let text = code.explanation.text.replacing("\n", with: " ")
    let words = code.name.replacing("-", with: " ")
    return .object([
      JSONMember("id", .string(code.rawValue)),
      JSONMember("name", .string(code.name)),
      JSONMember("shortDescription", .message(words)),
      JSONMember("fullDescription", .message(text)),
      JSONMember(
        "help",
        .object([
          JSONMember("text", .string(CodeExplanation(code: code).text)),
          JSONMember("markdown", .string(markdown(code))),
        ])),
      JSONMember(
        "defaultConfiguration",
        .object([JSONMember("level", .string(code.severity.rawValue))])),
    ])
  }

  /// The explanation with its example, and the same mended.
  private func markdown(_ code: DiagnosticCode) -> String {
    let explanation = code.explanation
    guard case .mapping(let failing, _)? = explanation.examples?.failing,
      case .mapping(let corrected, _)? = explanation.examples?.corrected
    else { return explanation.text }
    return
      "\(explanation.text)\n\nFor example:\n\n\(fenced(failing))\n\nMended:\n\n\(fenced(corrected))"
  }

  private func fenced(_ text: String) -> String {
    "```respmap\n\(text)\(text.hasSuffix("\n") ? "" : "\n")```"
  }
}

extension JSONValue {
  /// A SARIF message object.
  static func message(_ text: String) -> JSONValue {
    .object([JSONMember("text", .string(text))])
  }
}
