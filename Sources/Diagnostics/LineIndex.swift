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
  /// For each block of bytes the number of scalars that begin before it, so that a column is found
  /// without counting through a long line.
  private let scalarsBeforeBlock: [Int]

  private static let blockSize = 1024
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// - Complexity: O(*n*) in the length of the text.
  public init(_ text: [UInt8]) {
    self.text = text
    var starts = [0]
    var blocks: [Int] = []
    // A byte order mark is no character of the first line.
    var scalars = text.starts(with: LineIndex.byteOrderMark) ? -1 : 0
    for offset in text.indices {
      if offset % LineIndex.blockSize == 0 { blocks.append(scalars) }
      if !text[offset].isUTF8Continuation { scalars += 1 }
      if LineIndex.isLineBreak(text, at: offset) { starts.append(offset + 1) }
    }
    blocks.append(scalars)
    lineStarts = starts
    scalarsBeforeBlock = blocks
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
  /// - Complexity: O(log *lines*).
  public func position(of offset: Int) -> Position {
    let offset = min(max(offset, 0), text.count)
    let line = lineIndex(of: offset)
    let column = scalars(before: offset) - scalars(before: lineStarts[line]) + 1
    return Position(line: line + 1, column: max(1, column))
  }

  /// How many scalars begin before the offset.
  private func scalars(before offset: Int) -> Int {
    if offset == 0 { return 0 }
    let block = offset / LineIndex.blockSize
    let rest = text[(block * LineIndex.blockSize)..<offset]
    return scalarsBeforeBlock[block] + rest.count { !$0.isUTF8Continuation }
  }

  /// The bytes of a line (counted from 1) without its line break and byte order mark.
  package func line(_ number: Int) -> ArraySlice<UInt8> {
    guard lineStarts.indices.contains(number - 1) else { return [] }
    let hasMark = number == 1 && text.starts(with: LineIndex.byteOrderMark)
    let start = hasMark ? LineIndex.byteOrderMark.count : lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] : text.count
    while end > start, text[end - 1] == 0x0A || text[end - 1] == 0x0D { end -= 1 }
    return text[start..<end]
  }

  /// The number of scalars in a line (counted from 1), without its line break.
  package func scalarCount(ofLine number: Int) -> Int {
    position(of: line(number).endIndex).column - 1
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
