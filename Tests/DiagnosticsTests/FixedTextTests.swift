import Diagnostics
import Testing

@Suite struct `Applying fixes` {
  /// A diagnostic for each list of edits: a range and the text to write there.
  private func diagnostics(_ fixes: [[(Int, Int, String)]], isSafe: Bool = true) -> [Diagnostic] {
    fixes.map { edits in
      let edits = edits.map { FixIt.Edit(SourceRange($0.0, $0.1), $0.2) }
      return Diagnostic(
        .missingArrow, "wrong", at: SourceRange(at: 0),
        fixes: [FixIt("mend it", isSafe: isSafe, edits)])
    }
  }

  private func fixed(
    _ source: String, _ fixes: [[(Int, Int, String)]], isSafe: Bool = true,
    _ selection: FixIt.Selection = .safe
  ) -> (text: String, applied: Int, skipped: Int) {
    let fixed = FixedText(
      Array(source.utf8), fixing: diagnostics(fixes, isSafe: isSafe), selection)
    return (String(decoding: fixed.text, as: UTF8.self), fixed.applied, fixed.skipped)
  }

  @Test func `changes what the edits say, in whichever order they come`() {
    #expect(fixed("abcdef", [[(1, 2, "X")], [(4, 5, "")]]) == ("aXcdf", 2, 0))
    #expect(fixed("abcdef", [[(4, 5, "YY")], [(1, 1, "X")]]) == ("aXbcdYYf", 2, 0))
    #expect(fixed("abc", [[(0, 1, "X"), (2, 3, "Y")]]) == ("XbY", 1, 0))
    #expect(fixed("", [[(0, 0, "X")]]) == ("X", 1, 0))
  }

  @Test(arguments: [
    ([[(1, 3, "X")], [(2, 4, "Y")]], "aXdef"), ([[(1, 3, "X")], [(1, 3, "X")]], "aXdef"),
    ([[(1, 3, "X")], [(3, 4, "Y")]], "aXdef"), ([[(2, 2, "X")], [(2, 2, "Y")]], "abXcdef"),
    ([[(0, 6, "X")], [(3, 3, "Y")]], "X"), ([[(3, 3, "Y")], [(0, 6, "X")]], "abcYdef"),
  ])
  func `of fixes that overlap or touch only the first is applied`(
    _ fixes: [[(Int, Int, String)]], _ expected: String
  ) {
    #expect(fixed("abcdef", fixes) == (expected, 1, 1))
  }

  @Test func `a fix is applied as a whole or not at all`() {
    let fixes = [[(2, 3, "X")], [(0, 1, "Y"), (2, 3, "Z")], [(5, 6, "W")]]
    #expect(fixed("abcdef", fixes) == ("abXdeW", 2, 1))
  }

  @Test(arguments: [[(-1, 1, "X")], [(6, 7, "X")], [(9, 9, "X")], []])
  func `a fix of another source is not applied`(_ edits: [(Int, Int, String)]) {
    #expect(fixed("abcdef", [edits]) == ("abcdef", 0, 1))
  }

  @Test func `what needs review is applied where it is asked for`() {
    #expect(fixed("abc", [[(0, 1, "X")]], isSafe: false) == ("abc", 0, 0))
    #expect(fixed("abc", [[(0, 1, "X")]], isSafe: false, .all) == ("Xbc", 1, 0))
  }

  @Test func `of several fixes the first that is asked for counts`() {
    let edit = { FixIt.Edit(SourceRange(0, 1), $0) }
    let diagnostic = Diagnostic(
      .missingArrow, "wrong", at: SourceRange(at: 0),
      fixes: [
        FixIt("a", isSafe: false, [edit("1")]), FixIt("b", isSafe: true, [edit("2")]),
        FixIt("c", isSafe: true, [edit("3")]),
      ])
    #expect(FixedText([0x61], fixing: [diagnostic]).text == [0x32])
    #expect(FixedText([0x61], fixing: [diagnostic], .all).text == [0x31])
  }

  @Test(arguments: [("a\r\nb", "a\r\nX\r\nb"), ("a\rb", "a\rX\rb"), ("a\nb\r\n", "a\nX\nb\r\n")])
  func `inserted lines end as those of the source`(_ source: String, _ expected: String) {
    let at = source.utf8.count - source.drop { $0 != "b" }.utf8.count
    #expect(fixed(source, [[(at, at, "X\n")]]) == (expected, 1, 0))
  }

  @Test func `a byte order mark stays the first`() {
    #expect(fixed("\u{FEFF}ab", [[(0, 0, "X")]]) == ("\u{FEFF}Xab", 1, 0))
    #expect(fixed("\u{FEFF}ab", [[(0, 4, "X")]]) == ("\u{FEFF}Xb", 1, 0))
  }
}
