import Diagnostics

/// The tokens of a file as text, one a line: where it begins, its kind, its text.
///
/// ```
/// 1:1 word "response"
/// 1:10 word "json"
/// 2:1 endOfFile
/// ```
package struct TokenDump: Sendable {
  private let text: SourceText
  private let lines: LineIndex

  package init(_ text: SourceText) {
    self.text = text
    lines = LineIndex(text.bytes)
  }

  /// - Complexity: O(*n* log *lines*).
  package func text(of file: MappingFileSyntax) -> String {
    file.tokens.reduce(into: "") { dump, token in
      let position = lines.position(of: token.range.lowerBound)
      dump += "\(position.line):\(position.column) \(token.description(in: text))\n"
    }
  }
}

extension Token {
  /// The kind and the text, and whether it is missing.
  func description(in text: SourceText) -> String {
    if isMissing { return "\(kind.rawValue) (missing)" }
    return kind == .endOfFile ? kind.rawValue : "\(kind.rawValue) \(text[range].inDumpQuotes)"
  }
}

extension String {
  /// In double quotes, on one line, with what cannot be seen as its number.
  fileprivate var inDumpQuotes: String {
    let content = unicodeScalars.reduce(into: "") { content, scalar in
      switch scalar {
      case "\"", "\\": content += "\\" + String(scalar)
      case _ where scalar.isInvisible:
        content += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: content.unicodeScalars.append(scalar)
      }
    }
    return "\"\(content)\""
  }
}
