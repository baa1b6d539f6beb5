internal import Diagnostics

/// A finding as a workflow command of GitHub Actions:
///
///     ::error file=a.respmap,line=2,col=1,endColumn=4,title=RM110 missing-arrow::there is no arrow
///
/// A command is one line. What would end it or one of its parts is written with a percent sign, as
/// actions/toolkit does.
struct GitHubAnnotation {
  private let finding: Finding

  init(_ finding: Finding) { self.finding = finding }

  var text: String {
    let diagnostic = finding.diagnostic
    let properties = self.properties.map { "\($0)=\(GitHubAnnotation.property($1))" }
    return "::\(diagnostic.severity.rawValue) \(properties.joined(separator: ","))::"
      + GitHubAnnotation.message(finding.advice)
  }

  /// GitHub takes columns only of what lies on one line.
  private var properties: [(String, String)] {
    let diagnostic = finding.diagnostic
    let start = finding.renderer.position(of: diagnostic.range.lowerBound)
    let end = finding.renderer.position(of: diagnostic.range.upperBound)
    var properties = [("file", finding.fileName), ("line", "\(start.line)")]
    if start.line == end.line {
      properties += [("col", "\(start.column)"), ("endColumn", "\(end.column)")]
    } else {
      properties += [("endLine", "\(end.line)")]
    }
    return properties + [("title", "\(diagnostic.code.rawValue) \(diagnostic.code.name)")]
  }

  private static func message(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "%": escaped += "%25"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
  }

  private static func property(_ text: String) -> String {
    message(text).unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case ":": escaped += "%3A"
      case ",": escaped += "%2C"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
  }
}
