/// Where the lines of a text begin: turns byte offsets into lines and columns.
///
/// A line ends at LF, CR LF, or a CR that no LF follows.
public struct LineIndex: Sendable {
  /// A place as people count: line and column from 1, columns in Unicode scalars.
  public struct Position: Hashable, Sendable {
    public let line: Int
    public let column: Int
  }

  private let text: [UInt8]
  private let lineStarts: [Int]

  /// - Complexity: O(*n*) in the length of the text.
  public init(_ text: [UInt8]) {
    self.text = text
    var starts = [0]
    for offset in text.indices where LineIndex.isLineBreak(text, at: offset) {
      starts.append(offset + 1)
    }
    lineStarts = starts
  }

  /// Whether the byte at `offset` ends a line: LF, or a CR that no LF follows.
  package static func isLineBreak(_ text: [UInt8], at offset: Int) -> Bool {
    switch text[offset] {
    case 0x0A: true
    case 0x0D: offset + 1 == text.count || text[offset + 1] != 0x0A
    default: false
    }
  }

  /// The position of a byte offset; an offset beyond the text is its end.
  ///
  /// - Complexity: O(log *lines* + *column*).
  public func position(of offset: Int) -> Position {
    let offset = min(max(offset, 0), text.count)
    let line = lineIndex(of: offset)
    var column = 1
    for byte in text[lineStarts[line]..<offset] where !byte.isUTF8Continuation { column += 1 }
    return Position(line: line + 1, column: column)
  }

  /// The bytes of a line (counted from 1) without its line break.
  package func line(_ number: Int) -> ArraySlice<UInt8> {
    guard lineStarts.indices.contains(number - 1) else { return [] }
    let start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] : text.count
    while end > start, text[end - 1] == 0x0A || text[end - 1] == 0x0D { end -= 1 }
    return text[start..<end]
  }

  /// The offset at which the line that holds `offset` ends, before its line break.
  package func lineEnd(of offset: Int) -> Int {
    line(lineIndex(of: min(max(offset, 0), text.count)) + 1).endIndex
  }

  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}

extension UInt8 {
  /// Whether the byte continues a UTF-8 sequence (`10xxxxxx`).
  package var isUTF8Continuation: Bool { self & 0xC0 == 0x80 }
}
