import Diagnostics
import Testing

@Suite struct LineIndexTests {
  @Test(arguments: ["\n", "\r\n", "\r"])
  func `lines end at LF, CR LF and CR`(lineBreak: String) {
    let index = LineIndex(Array("ab\(lineBreak)\(lineBreak)c".utf8))
    let length = lineBreak.utf8.count
    expect(index, at: 0, line: 1, column: 1)
    expect(index, at: 2, line: 1, column: 3)
    expect(index, at: 2 + length, line: 2, column: 1)
    expect(index, at: 2 + 2 * length, line: 3, column: 1)
    expect(index, at: 3 + 2 * length, line: 3, column: 2)
  }

  @Test func `each kind of line break counts once in a mixed text`() {
    let text = Array("a\nb\r\nc\rd\n\re\r\r\nf".utf8)
    let index = LineIndex(text)
    let lines = text.indices.filter { text[$0] >= 0x61 }.map { index.position(of: $0).line }
    #expect(lines == [1, 2, 3, 4, 6, 8])
  }

  @Test func `the LF of a CR LF still belongs to its line`() {
    let index = LineIndex(Array("a\r\nb".utf8))
    expect(index, at: 1, line: 1, column: 2)
    expect(index, at: 2, line: 1, column: 3)
    expect(index, at: 3, line: 2, column: 1)
  }

  @Test func `columns count Unicode scalars`() {
    let text = "aé€😀e\u{301}x"
    let index = LineIndex(Array(text.utf8))
    var offset = 0
    for (position, scalar) in text.unicodeScalars.enumerated() {
      expect(index, at: offset, line: 1, column: position + 1)
      offset += UTF8.width(scalar)
    }
    expect(index, at: offset, line: 1, column: 8)
  }

  @Test func `an offset out of range is the nearest within`() {
    let index = LineIndex(Array("ab\nc".utf8))
    expect(index, at: -1, line: 1, column: 1)
    expect(index, at: .min, line: 1, column: 1)
    expect(index, at: 4, line: 2, column: 2)
    expect(index, at: 5, line: 2, column: 2)
    expect(index, at: .max, line: 2, column: 2)
  }

  @Test func `an empty text has one line`() {
    let index = LineIndex([])
    expect(index, at: 0, line: 1, column: 1)
    #expect(Array(index.line(1)) == [])
  }

  @Test func `a text that ends in a line break has an empty last line`() {
    let index = LineIndex(Array("a\n".utf8))
    expect(index, at: 2, line: 2, column: 1)
    #expect(Array(index.line(2)) == [])
  }

  @Test func `a line is given without its line break`() {
    let index = LineIndex(Array("ab\r\n\ncd\re".utf8))
    let lines = (0...6).map { String(decoding: index.line($0), as: UTF8.self) }
    #expect(lines == ["", "ab", "", "cd", "e", "", ""])
  }

  @Test func `bytes that are not UTF-8 have a position too`() {
    let index = LineIndex([0x61, 0xFF, 0x0A, 0x80, 0xC3])
    expect(index, at: 2, line: 1, column: 3)
    expect(index, at: 5, line: 2, column: 2)
  }

  private func expect(
    _ index: LineIndex, at offset: Int, line: Int, column: Int,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let position = index.position(of: offset)
    #expect(position.line == line, sourceLocation: sourceLocation)
    #expect(position.column == column, sourceLocation: sourceLocation)
  }
}
