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
  private let palette: Palette

  /// - Parameters:
  ///   - fileName: the name as the user gave it; it is printed on one line, whatever it holds.
  ///   - text: the bytes the ranges of the diagnostics count in.
  ///   - isColored: whether the text is for a terminal that shows colours (ECMA-48).
  public init(fileName: String, text: [UInt8], isColored: Bool = false) {
    self.fileName = fileName.asFileName
    lines = LineIndex(text)
    palette = Palette(isColored: isColored)
  }

  public func position(of offset: Int) -> LineIndex.Position { lines.position(of: offset) }

  /// The diagnostic with its source line, carets, related places, notes, help, and a fix that the
  /// help does not name; ends in a line break.
  public func text(_ diagnostic: Diagnostic) -> String {
    let related = diagnostic.related.map {
      place($0.range, .note, saying: "\(palette.paint("note", .note)): \($0.message)")
    }
    return place(diagnostic.range, .init(diagnostic.severity), saying: head(diagnostic))
      + related.joined() + advice(diagnostic)
  }

  /// The first line of the text: place, severity, code and message; ends in a line break.
  public func firstLine(_ diagnostic: Diagnostic) -> String {
    line(diagnostic.range, saying: head(diagnostic))
  }

  /// The bytes of the line that an offset lies in, without its line break.
  package func lineText(at offset: Int) -> ArraySlice<UInt8> {
    lines.line(lines.position(of: offset).line)
  }

  /// The diagnostic without any text of its source, which may hold personal data; ends in a line
  /// break.
  public func textWithoutSource(_ diagnostic: Diagnostic) -> String {
    line(diagnostic.range, saying: head(diagnostic)) + advice(diagnostic)
  }

  private func head(_ diagnostic: Diagnostic) -> String {
    let kind = "\(diagnostic.severity.rawValue)[\(diagnostic.code.rawValue)]"
    return "\(palette.paint(kind, .init(diagnostic.severity))): \(diagnostic.message)"
  }

  private func advice(_ diagnostic: Diagnostic) -> String {
    let notes = diagnostic.notes.map { item("note", $0) }
    let help = diagnostic.help.map { item("help", $0) }
    return notes.joined() + (help ?? "") + (fixLine(diagnostic) ?? "")
  }

  /// The likeliest fix, unless the help says the same; the others are for programs.
  private func fixLine(_ diagnostic: Diagnostic) -> String? {
    guard let fix = diagnostic.fixes.first, !fix.isSaid(by: diagnostic.help ?? "") else {
      return nil
    }
    return item("fix", "\(fix.title) (\(fix.isSafe ? "safe" : "needs review"))")
  }

  private func item(_ name: String, _ text: String) -> String {
    "  \(palette.paint("=", .margin)) \(palette.paint(name, .note)): \(text)\n"
  }

  private func line(_ range: SourceRange, saying text: String) -> String {
    let position = lines.position(of: range.lowerBound)
    return "\(fileName):\(position.line):\(position.column): \(text)\n"
  }

  private func place(
    _ range: SourceRange, _ color: Palette.Color, saying text: String
  ) -> String {
    let position = lines.position(of: range.lowerBound)
    let excerpt = Excerpt(of: range, in: lines, line: position.line)
    let margin = String(repeating: " ", count: "\(position.line)".count)
    let empty = palette.paint("\(margin) |", .margin)
    return line(range, saying: text) + """
      \(empty)
      \(palette.paint("\(position.line) |", .margin)) \(excerpt.text)
      \(empty) \(palette.paint(excerpt.underline, color))

      """
  }
}

extension FixIt {
  /// Whether a help holds what the title has in code quotes, or the title itself.
  fileprivate func isSaid(by help: String) -> Bool {
    guard let start = title.firstIndex(of: "`"), let end = title.lastIndex(of: "`"), start < end
    else { return help.contains(title) }
    return help.contains(title[start...end])
  }
}

/// The part of a source line that a person needs to see, and the carets below it.
private struct Excerpt {
  private(set) var text = ""
  private(set) var underline = ""

  /// Scalars shown before and after the place in a line too long to show whole.
  private static let context = 60

  /// - Complexity: O(1): of a long line only the part that is shown is read.
  init(of range: SourceRange, in lines: LineIndex, line: Int) {
    let bytes = lines.line(line)
    let at = min(max(range.lowerBound, bytes.startIndex), bytes.endIndex)
    let column = lines.position(of: at).column - 1
    let length = lines.scalarCount(ofLine: line)
    let isWhole = length <= 2 * Excerpt.context
    let before = bytes[..<at].lastScalars(isWhole ? column : Excerpt.context)
    let marked = bytes[at..<min(max(range.upperBound, at), bytes.endIndex)]
      .firstScalars(Excerpt.context)
    let after = bytes[marked.end...].firstScalars(isWhole ? length : Excerpt.context)
    let showsStart = before.count == column
    let showsEnd = after.end == bytes.endIndex
    text =
      (showsStart ? "" : "…")
      + (before + marked.scalars + after.scalars).reduce(into: "") { $0 += $1.picture }
      + (showsEnd ? "" : "…")
    underline =
      (showsStart ? "" : " ")
      + before.reduce(into: "") { $0 += $1 == "\t" ? "\t" : " " }
      + String(repeating: "^", count: max(1, marked.scalars.count))
  }
}

extension ArraySlice<UInt8> {
  /// The first scalars of the text, no more than `limit`, and where they end.
  fileprivate func firstScalars(_ limit: Int) -> (scalars: [Unicode.Scalar], end: Int) {
    var end = startIndex
    var count = 0
    while end < endIndex, count < limit {
      end += 1
      while end < endIndex, self[end].isUTF8Continuation { end += 1 }
      count += 1
    }
    return (Array(String(decoding: self[..<end], as: UTF8.self).unicodeScalars), end)
  }

  /// The last scalars of the text, no more than `limit`.
  fileprivate func lastScalars(_ limit: Int) -> [Unicode.Scalar] {
    var start = endIndex
    var count = 0
    while start > startIndex, count < limit {
      start -= 1
      while start > startIndex, self[start].isUTF8Continuation { start -= 1 }
      count += 1
    }
    return Array(String(decoding: self[start...], as: UTF8.self).unicodeScalars)
  }
}

extension Unicode.Scalar {
  /// Whether a person cannot see the character, or sees others differently for it: control and
  /// format characters (such as those that turn the direction of writing), odd spaces.
  package var isInvisible: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    case .spaceSeparator: self != " "
    default: false
    }
  }

  /// The scalar as text of one column: a control character as its picture (U+2400…), except tab.
  fileprivate var picture: String {
    guard self != "\t", isInvisible else { return String(self) }
    return value < 0x20 ? String(Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}") : "\u{FFFD}"
  }
}

extension String {
  /// The text fit to be printed in a message: control and format characters as their pictures, and
  /// no more of it than a person reads.
  package var printable: String {
    let shown = unicodeScalars.prefix(80)
    let text = String(String.UnicodeScalarView(shown)).visible
    return shown.endIndex == unicodeScalars.endIndex ? text : text + "…"
  }

  /// The name of a file as it is printed: what would break the line or drive a terminal as pictures.
  /// All else stays, even what is `isInvisible`, so that the name can be copied.
  package var asFileName: String {
    unicodeScalars.reduce(into: "") {
      switch $1.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: $0 += $1.picture
      default: $0.unicodeScalars.append($1)
      }
    }
  }

  /// The text with control and format characters as their pictures.
  package var visible: String {
    unicodeScalars.reduce(into: "") { $0 += $1 == "\t" ? " " : $1.picture }
  }
}
