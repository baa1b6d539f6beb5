import Diagnostics

/// The canonical layout of a mapping file.
///
/// Statements keep their order and the lines that they were broken into; what changes is the white space
/// around their words. The words are cut from the lossless tree (``StatementWords``), put into lines,
/// and then the lines are aligned (``LineAlignment``):
///
///     response json
///
///     # The person.
///     person.email |> trim -> Email required   # the one they gave
///     person.phone         -> Phone
///     $.person.tags[*]
///         |> join(";")
///         -> Tags: text
///
/// * A line that continues a statement is indented by four, and so are comments before it; no empty
///   line stands within a statement, and no two anywhere.
/// * All lines end as the first one does; a byte order mark stays; the last line ends too.
package struct Layout {
  /// How far lines are indented that continue a statement.
  private static let continuation = 4
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private let text: SourceText
  private var lines: [LayoutLine] = []
  /// The last of the lines may be written on.
  private var isWithinLine = false
  /// Since the last line there was an empty one.
  private var followsBlank = false

  /// The text in its canonical layout.
  ///
  /// - Parameters:
  ///   - file: the tree of the text, in which nothing is wrong.
  /// - Complexity: O(*n*) in the length of the text.
  package static func formatted(_ file: MappingFileSyntax, in text: SourceText) -> [UInt8] {
    var layout = Layout(text: text)
    for statement in file.statements { layout.append(StatementWords(statement, in: text).words) }
    layout.pass(file.endOfFile.leadingTrivia, within: false)
    return layout.bytes
  }

  private init(text: SourceText) { self.text = text }

  private mutating func append(_ words: [StatementWord]) {
    for (position, word) in words.enumerated() {
      pass(word.trivia, within: position > 0)
      if !isWithinLine { beginLine(indentation: position > 0 ? Layout.continuation : 0) }
      lines[lines.count - 1].append(word)
    }
  }

  private mutating func beginLine(indentation: Int) {
    if followsBlank, !lines.isEmpty { lines.append(LayoutLine(indentation: 0)) }
    lines.append(LayoutLine(indentation: indentation))
    isWithinLine = true
    followsBlank = false
  }

  /// Takes the comments, line breaks and empty lines from what stands before a word.
  private mutating func pass(_ trivia: SourceRange, within isWithinStatement: Bool) {
    var offset = trivia.lowerBound
    while offset < trivia.upperBound {
      switch text.bytes[offset] {
      case UInt8(ascii: "#"):
        let end = StatementOutline.lineEnd(in: text.bytes, from: offset)
        appendComment(
          SourceRange(offset, end), indentation: isWithinStatement ? Layout.continuation : 0)
        offset = end
      case let byte where byte.isLineEnd:
        if LineIndex.isLineBreak(text.bytes, at: offset) { endLine(isWithinStatement) }
        offset += 1
      default: offset += 1
      }
    }
  }

  private mutating func appendComment(_ range: SourceRange, indentation: Int) {
    if !isWithinLine { beginLine(indentation: indentation) }
    var end = range.upperBound
    while end > range.lowerBound, text.bytes[end - 1].isBlank { end -= 1 }
    lines[lines.count - 1].comment = text[SourceRange(range.lowerBound, end)]
  }

  private mutating func endLine(_ isWithinStatement: Bool) {
    followsBlank = !isWithinStatement && (followsBlank || !isWithinLine)
    isWithinLine = false
  }

  private var bytes: [UInt8] {
    let lineBreak = lineBreak
    var bytes = text.bytes.starts(with: Layout.byteOrderMark) ? Layout.byteOrderMark : []
    bytes.reserveCapacity(text.bytes.count)
    for line in LineAlignment.aligned(lines) {
      bytes += line.utf8
      bytes += lineBreak
    }
    return bytes
  }

  /// How the first line ends; LF where there is no second one.
  private var lineBreak: [UInt8] {
    let start = StatementOutline.lineEnd(in: text.bytes, from: 0)
    let end = text.bytes[start...].prefix(2)
    if end.starts(with: [0x0D, 0x0A]) { return [0x0D, 0x0A] }
    return end.first.map { [$0] } ?? [0x0A]
  }
}
