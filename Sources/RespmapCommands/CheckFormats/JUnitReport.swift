internal import Diagnostics

/// The findings as JUnit XML: a test suite a file, a test case a finding, or one that passes for a file
/// without any. Errors are failures; a warning is a case that passes and says something, unless
/// warnings count as errors.
struct JUnitReport {
  private let report: CheckReport

  init(_ report: CheckReport) { self.report = report }

  var text: String {
    let suites = report.sources.map { suite($0.fileName, $0.findings(isColored: false)) }
    let cases = report.sources.reduce(0) { $0 + max(1, $1.diagnostics.count) }
    let failures = report.findings.count(where: isFailure)
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + "<testsuites name=\"respmap check\" tests=\"\(cases)\" failures=\"\(failures)\" errors=\"0\">\n"
      + suites.joined() + "</testsuites>\n"
  }

  private func suite(_ name: String, _ findings: [Finding]) -> String {
    let name = name.asXMLAttribute
    let cases =
      findings.isEmpty
      ? "    <testcase name=\"check\" classname=\"\(name)\"/>\n"
      : findings.map { testCase($0, name) }.joined()
    return "  <testsuite name=\"\(name)\" tests=\"\(max(1, findings.count))\" "
      + "failures=\"\(findings.count(where: isFailure))\" errors=\"0\">\n\(cases)  </testsuite>\n"
  }

  private func testCase(_ finding: Finding, _ className: String) -> String {
    let diagnostic = finding.diagnostic
    let position = finding.renderer.position(of: diagnostic.range.lowerBound)
    let name = "\(diagnostic.code.rawValue) \(diagnostic.code.name)"
    let text = finding.renderer.text(diagnostic).asXMLText
    let element =
      isFailure(finding)
      ? "<failure message=\"\(diagnostic.message.asXMLAttribute)\" type=\"\(name)\">\(text)</failure>"
      : "<system-out>\(text)</system-out>"
    return "    <testcase name=\"\(name) at \(position.line):\(position.column)\" "
      + "classname=\"\(className)\" line=\"\(position.line)\">\n      \(element)\n    </testcase>\n"
  }

  private func isFailure(_ finding: Finding) -> Bool {
    report.isStrict || finding.diagnostic.severity == .error
  }
}

extension String {
  /// The text as content of an XML 1.0 element; characters that no document may hold are replaced.
  fileprivate var asXMLText: String {
    unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\r": escaped += "&#13;"
      case "\t", "\n": escaped.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
  }

  /// As the value of an attribute in double quotes, which keeps its line breaks.
  fileprivate var asXMLAttribute: String {
    asXMLText.replacing("\"", with: "&quot;").replacing("\n", with: "&#10;")
      .replacing("\t", with: "&#9;")
  }
}
