import Diagnostics

/// Where a statement's parts lie, found before any of them is read: its arrows, its comments, and a
/// bracket or quote that its line does not close.
///
/// A statement is a line and the lines that continue it (those that begin with `->`, `??` or `|>`),
/// with blank and comment lines between. What is an arrow, and so what is a mapping, does not depend
/// on the notation of the path: only quotes and brackets hide an arrow.
struct StatementOutline {
  private(set) var range: SourceRange
  /// Offsets of `->` outside quotes and brackets.
  private(set) var arrows: [Int] = []
  /// The first comment that shares a line with the statement's text.
  private(set) var firstComment: SourceRange?
  /// The first bracket or quote that is open where its line ends.
  private(set) var unclosed: (opener: SyntaxProblem.Opener, offset: Int)?

  /// The statement whose first line has its first significant byte at `start`.
  init(in bytes: [UInt8], from start: Int) {
    range = SourceRange(at: start)
    var next: Int? = start
    while let line = next {
      scanLine(bytes, from: line)
      next = StatementOutline.continuation(in: bytes, after: range.upperBound)
    }
  }

  private mutating func scanLine(_ bytes: [UInt8], from start: Int) {
    var brackets: [Int] = []
    var offset = start
    while offset < bytes.count, !LineIndex.isLineBreak(bytes, at: offset) {
      switch bytes[offset] {
      case UInt8(ascii: "#") where brackets.isEmpty:
        let end = StatementOutline.lineEnd(in: bytes, from: offset)
        firstComment = firstComment ?? SourceRange(offset, end)
        return
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard let end = StatementOutline.quoteEnd(in: bytes, from: offset) else {
          return noteUnclosed(in: bytes, brackets: brackets, quote: offset)
        }
        offset = end
      case UInt8(ascii: "["), UInt8(ascii: "("): brackets.append(offset)
      case UInt8(ascii: "]"), UInt8(ascii: ")"): _ = brackets.popLast()
      case UInt8(ascii: "-") where bytes[offset...].starts(with: [0x2D, 0x3E]) && brackets.isEmpty:
        arrows.append(offset)
        offset += 1
      default: break
      }
      if !bytes[offset].isWhiteSpace { range.upperBound = offset + 1 }
      offset += 1
    }
    if !brackets.isEmpty { noteUnclosed(in: bytes, brackets: brackets, quote: nil) }
  }

  private mutating func noteUnclosed(in bytes: [UInt8], brackets: [Int], quote: Int?) {
    let end = StatementOutline.lineEnd(in: bytes, from: quote ?? range.upperBound)
    range.upperBound = max(range.upperBound, end)
    while bytes[range.upperBound - 1].isWhiteSpace { range.upperBound -= 1 }
    guard unclosed == nil, let offset = brackets.first ?? quote else { return }
    switch bytes[offset] {
    case UInt8(ascii: "'"): unclosed = (.singleQuote, offset)
    case UInt8(ascii: "\""): unclosed = (.doubleQuote, offset)
    default: unclosed = (.bracket, offset)
    }
  }

  /// The offset of the quote that closes the one at `start`, on the same line.
  static func quoteEnd(in bytes: [UInt8], from start: Int) -> Int? {
    var offset = start + 1
    while offset < bytes.count, !LineIndex.isLineBreak(bytes, at: offset) {
      if bytes[offset] == bytes[start] { return offset }
      let isEscape = bytes[offset] == UInt8(ascii: "\\") && offset + 1 < bytes.count
      offset += isEscape && !LineIndex.isLineBreak(bytes, at: offset + 1) ? 2 : 1
    }
    return nil
  }

  /// The first significant byte of the next line that is neither blank nor comment, if that line
  /// continues the statement.
  private static func continuation(in bytes: [UInt8], after end: Int) -> Int? {
    var offset = lineEnd(in: bytes, from: end)
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "#") {
        offset = lineEnd(in: bytes, from: offset)
      } else if bytes[offset].isWhiteSpace {
        offset += 1
      } else {
        let markers: [[UInt8]] = [[0x2D, 0x3E], [0x3F, 0x3F], [0x7C, 0x3E]]
        return markers.contains { bytes[offset...].starts(with: $0) } ? offset : nil
      }
    }
    return nil
  }

  static func lineEnd(in bytes: [UInt8], from start: Int) -> Int {
    var offset = start
    while offset < bytes.count, !LineIndex.isLineBreak(bytes, at: offset) { offset += 1 }
    return offset
  }
}

extension UInt8 {
  /// Space or tab.
  var isBlank: Bool { self == 0x20 || self == 0x09 }
  /// Blank or part of a line break.
  var isWhiteSpace: Bool { isBlank || self == 0x0A || self == 0x0D }
}
