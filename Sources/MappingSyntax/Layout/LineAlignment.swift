/// Puts arrows, the `when` of guards, and comments below each other.
///
/// Lines are aligned within a block, which an empty line ends. Arrows and `when` are aligned only where
/// nothing but comments stands between their lines. A line that is wider than the rest should follow
/// keeps to itself.
enum LineAlignment {
  /// A source that is wider than this does not push the arrows of the others.
  private static let widestHead = 60
  /// A line that is wider than this does not push the comments of the others.
  private static let widestCommented = 72

  /// The lines as text, without line breaks.
  static func aligned(_ lines: [LayoutLine]) -> [String] {
    lines.split(omittingEmptySubsequences: false, whereSeparator: \.isBlank)
      .map { alignedBlock(Array($0)) }
      .joined(separator: [""]).map { $0 }
  }

  private static func alignedBlock(_ lines: [LayoutLine]) -> [String] {
    let texts = alignedColumns(lines)
    let commented = zip(lines, texts).filter { $0.0.hasText && $0.0.comment != nil }
    let width = widest(commented.map { $0.1.count }, limit: widestCommented)
    return zip(lines, texts).map { line, text in
      guard let comment = line.comment else { return text }
      return line.hasText ? text.padded(to: width) + "  " + comment : text + comment
    }
  }

  /// The lines without their comments.
  private static func alignedColumns(_ lines: [LayoutLine]) -> [String] {
    var texts: [String] = []
    var start = 0
    while start < lines.count {
      let end = endOfRun(lines, from: start)
      let run = lines[start..<end]
      let width = widest(run.lazy.filter(\.hasText).map(\.head.count), limit: widestHead)
      texts += run.map { $0.text(columnAt: width) }
      start = end
    }
    return texts
  }

  /// Where the lines end that share the column of the first, comments between them included.
  private static func endOfRun(_ lines: [LayoutLine], from start: Int) -> Int {
    let column = lines[start].column
    var end = start + 1
    guard column != nil, lines[start].indentation == 0 else { return end }
    for index in end..<lines.count where lines[index].hasText {
      guard lines[index].column == column, lines[index].indentation == 0 else { break }
      end = index + 1
    }
    return end
  }

  private static func widest(_ widths: some Sequence<Int>, limit: Int) -> Int {
    widths.filter { $0 <= limit }.max() ?? 0
  }
}
