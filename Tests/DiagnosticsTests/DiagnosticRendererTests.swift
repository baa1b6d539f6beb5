import Diagnostics
import Testing

@Suite struct DiagnosticRendererTests {
  @Test func `a diagnostic with everything it may hold`() {
    let text = "response json\ncompany.$name -> Company\nb -> Company\n"
    let diagnostic = Diagnostic(
      .duplicateTarget, "the field `Company` is written twice", at: SourceRange(44, 51),
      related: [Diagnostic.Related("first written here", at: SourceRange(31, 38))],
      notes: ["one", "two"], help: "keep one")
    #expect(
      render(diagnostic, of: text) == """
        lead.respmap:3:6: error[RM201]: the field `Company` is written twice
          |
        3 | b -> Company
          |      ^^^^^^^
        lead.respmap:2:18: note: first written here
          |
        2 | company.$name -> Company
          |                  ^^^^^^^
          = note: one
          = note: two
          = help: keep one

        """)
  }

  @Test func `a warning is called one`() {
    let diagnostic = Diagnostic(.noMappings, "the file maps nothing", at: SourceRange(0, 8))
    #expect(
      render(diagnostic, of: "response json") == """
        lead.respmap:1:1: warning[RM208]: the file maps nothing
          |
        1 | response json
          | ^^^^^^^^

        """)
  }

  @Test func `the margin is as wide as the line number`() {
    let text = String(repeating: "\n", count: 99) + "abc"
    #expect(
      excerpt(of: SourceRange(100, 101), in: text) == """
            |
        100 | abc
            |  ^

        """)
  }

  @Test func `a tab before the place stands before the carets too`() {
    #expect(
      excerpt(of: SourceRange(4, 5), in: "\ta\tb.c") == "  |\n1 | \ta\tb.c\n  | \t \t ^\n")
  }

  @Test func `one caret for each scalar, whatever its bytes`() {
    let marked = excerpt(of: SourceRange(2, 9), in: "é€😀x")
    #expect(marked == "  |\n1 | é€😀x\n  |  ^^\n")
  }

  @Test(arguments: [
    ("a\u{0}b", "a␀b"), ("a\u{1B}[31mb", "a␛[31mb"), ("a\u{7F}b", "a\u{FFFD}b"),
    ("a\u{85}b", "a\u{FFFD}b"), ("a\u{9B}31mb", "a\u{FFFD}31mb"),
  ])
  func `a control character is shown as its picture`(text: String, shown: String) {
    let end = text.utf8.count
    #expect(
      excerpt(of: SourceRange(end - 1, end), in: text)
        == "  |\n1 | \(shown)\n  | \(String(repeating: " ", count: shown.unicodeScalars.count - 1))^\n"
    )
  }

  @Test func `an empty range has one caret, also behind the end of the line`() {
    #expect(excerpt(of: SourceRange(at: 0), in: "ab\ncd") == "  |\n1 | ab\n  | ^\n")
    #expect(excerpt(of: SourceRange(at: 2), in: "ab\ncd") == "  |\n1 | ab\n  |   ^\n")
    #expect(excerpt(of: SourceRange(at: 0), in: "") == "  |\n1 | \n  | ^\n")
    #expect(excerpt(of: SourceRange(at: 9), in: "ab\n") == "  |\n2 | \n  | ^\n")
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `a range over several lines is marked to the end of its first`(lineBreak: String) {
    let text = "abc\(lineBreak)def\(lineBreak)"
    #expect(excerpt(of: SourceRange(1, text.utf8.count), in: text) == "  |\n1 | abc\n  |  ^^\n")
  }

  @Test func `a long line is cut around the place`() {
    let text = String(repeating: "a", count: 500) + "!!" + String(repeating: "b", count: 500)
    let a = String(repeating: "a", count: 60)
    let b = String(repeating: "b", count: 60)
    #expect(
      excerpt(of: SourceRange(500, 502), in: text) == """
          |
        1 | …\(a)!!\(b)…
          |  \(String(repeating: " ", count: 60))^^

        """)
  }

  @Test func `at the ends of a long line nothing is cut there`() {
    let text = String(repeating: "a", count: 500)
    let start = excerpt(of: SourceRange(0, 1), in: text)
    #expect(start == "  |\n1 | \(String(repeating: "a", count: 61))…\n  | ^\n")
    let end = excerpt(of: SourceRange(499, 500), in: text)
    let blanks = String(repeating: " ", count: 61)
    #expect(end == "  |\n1 | …\(String(repeating: "a", count: 61))\n  | \(blanks)^\n")
  }

  @Test func `a long range is not underlined for ever`() {
    let marked = excerpt(of: SourceRange(0, 500), in: String(repeating: "a", count: 500))
    #expect(marked.count < 300)
    #expect(marked.contains(String(repeating: "^", count: 60)))
  }

  @Test func `many diagnostics of one long line cost no more than the line and each its excerpt`() {
    let text = String(repeating: "a", count: 300_000)
    let renderer = DiagnosticRenderer(fileName: "f", text: Array(text.utf8))
    let time = ContinuousClock().measure {
      for offset in 0..<3_000 {
        let place = SourceRange(at: offset * 100)
        _ = renderer.text(Diagnostic(.missingDot, "x", at: place))
      }
    }
    #expect(time < .seconds(30))
  }

  @Test func `text that is not UTF-8 is shown with replacement characters`() {
    let renderer = DiagnosticRenderer(fileName: "f", text: [0x61, 0xFF, 0x62, 0x0A])
    let text = renderer.text(Diagnostic(.notUTF8, "x", at: SourceRange(1, 2)))
    #expect(text == "f:1:2: error[RM101]: x\n  |\n1 | a\u{FFFD}b\n  |  ^\n")
  }

  @Test(arguments: [SourceRange(-5, -1), SourceRange(0, .max), SourceRange(.max - 1, .max)])
  func `a range out of the text is no trap`(range: SourceRange) {
    #expect(!render(Diagnostic(.emptyFile, "x", at: range), of: "ab\ncd").isEmpty)
  }

  @Test(arguments: [
    ("a\nb", "a␊b"), ("a\u{1B}]0;b", "a␛]0;b"), ("a\u{2028}b", "a\u{FFFD}b"),
    ("a\u{3000}b", "a\u{3000}b"), ("u\u{308}", "u\u{308}"),
  ])
  func `a file's name stays on its line, and is otherwise as it was given`(
    name: String, shown: String
  ) {
    let renderer = DiagnosticRenderer(fileName: name, text: [0x61])
    let text = renderer.textWithoutSource(Diagnostic(.emptyFile, "x", at: SourceRange(0, 1)))
    #expect(text.unicodeScalars.elementsEqual("\(shown):1:1: error[RM102]: x\n".unicodeScalars))
  }

  @Test func `without its source a diagnostic shows no text of the file`() {
    let diagnostic = Diagnostic(
      .nullValue, "x", at: SourceRange(3, 5),
      related: [Diagnostic.Related("there", at: SourceRange(0, 1))], notes: ["n"], help: "h")
    let renderer = DiagnosticRenderer(fileName: "f", text: Array("secret".utf8))
    #expect(
      renderer.textWithoutSource(diagnostic)
        == "f:1:4: error[RM402]: x\n  = note: n\n  = help: h\n")
  }

  private func render(_ diagnostic: Diagnostic, of text: String) -> String {
    DiagnosticRenderer(fileName: "lead.respmap", text: Array(text.utf8)).text(diagnostic)
  }

  /// What stands below the first line.
  private func excerpt(of range: SourceRange, in text: String) -> String {
    let text = render(Diagnostic(.emptyFile, "x", at: range), of: text)
    return text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false).last
      .map(String.init) ?? ""
  }
}
