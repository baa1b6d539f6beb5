/// Prints diagnostics for people: the one place that knows how carets are drawn.
///
/// ```
/// lead.respmap:2:9: error[RM117]: `$` cannot stand in a key
///   |
/// 2 | company.$name -> Company
///   |         ^
///   = help: write the key in single quotes: '$name'
/// ```
public struct DiagnosticRenderer: Sendable {
  private let fileName: String
  private let lines: LineIndex

  /// - Parameters:
  ///   - fileName: the name to print, as the user gave it.
  ///   - text: the bytes the ranges of the diagnostics count in.
  public init(fileName: String, text: [UInt8]) {
    self.fileName = fileName
    lines = LineIndex(text)
  }

  public func position(of offset: Int) -> LineIndex.Position { lines.position(of: offset) }

  /// The diagnostic with its source line, carets, related places, notes and help; ends in a line
  /// break.
  public func text(_ diagnostic: Diagnostic) -> String {
    let related = diagnostic.related.map { place($0.range, saying: "note: \($0.message)") }
    return place(diagnostic.range, saying: head(diagnostic)) + related.joined()
      + advice(diagnostic)
  }

  /// The diagnostic without any text of its source, which may hold personal data; ends in a line
  /// break.
  public func textWithoutSource(_ diagnostic: Diagnostic) -> String {
    line(diagnostic.range, saying: head(diagnostic)) + advice(diagnostic)
  }

  private func head(_ diagnostic: Diagnostic) -> String {
    "\(diagnostic.severity.rawValue)[\(diagnostic.code.rawValue)]: \(diagnostic.message)"
  }

  private func advice(_ diagnostic: Diagnostic) -> String {
    let notes = diagnostic.notes.map { "  = note: \($0)\n" }
    let help = diagnostic.help.map { "  = help: \($0)\n" }
    return notes.joined() + (help ?? "")
  }

  private func line(_ range: SourceRange, saying text: String) -> String {
    let position = lines.position(of: range.lowerBound)
    return "\(fileName):\(position.line):\(position.column): \(text)\n"
  }

  private func place(_ range: SourceRange, saying text: String) -> String {
    let position = lines.position(of: range.lowerBound)
    let excerpt = Excerpt(of: range, in: lines, line: position.line)
    let margin = String(repeating: " ", count: "\(position.line)".count)
    return line(range, saying: text) + """
      \(margin) |
      \(position.line) | \(excerpt.text)
      \(margin) | \(excerpt.underline)

      """
  }
}

/// The part of a source line that a person needs to see, and the carets below it.
private struct Excerpt {
  private(set) var text = ""
  private(set) var underline = ""

  /// Scalars shown before and after the place in a line too long to show whole.
  private static let context = 60
  private static let longestUnderline = 60

  init(of range: SourceRange, in lines: LineIndex, line: Int) {
    let bytes = lines.line(line)
    let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    let column = min(lines.position(of: range.lowerBound).column - 1, scalars.count)
    let markedBytes = bytes.suffix(
      from: min(max(range.lowerBound, bytes.startIndex), bytes.endIndex)
    )
    .prefix(range.count)
    let marked = String(decoding: markedBytes, as: UTF8.self).unicodeScalars.count
    let first = scalars.count <= 2 * Excerpt.context ? 0 : max(0, column - Excerpt.context)
    let last = min(scalars.count, column + min(marked, Excerpt.context) + Excerpt.context)
    text = (first > 0 ? "…" : "") + scalars[first..<last].reduce(into: "") { $0 += $1.picture }
    if last < scalars.count { text += "…" }
    underline =
      (first > 0 ? " " : "")
      + scalars[first..<column].reduce(into: "") { $0 += $1 == "\t" ? "\t" : " " }
      + String(repeating: "^", count: max(1, min(marked, Excerpt.longestUnderline)))
  }
}

extension Unicode.Scalar {
  /// The scalar as text of one column: a control character as its picture (U+2400…), except tab.
  fileprivate var picture: String {
    guard self != "\t", properties.generalCategory == .control else { return String(self) }
    return value < 0x20 ? String(Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}") : "\u{FFFD}"
  }
}

extension String {
  /// The text with control characters as their pictures: fit to be printed in a message.
  package var printable: String {
    unicodeScalars.reduce(into: "") { $0 += $1 == "\t" ? " " : $1.picture }
  }
}
