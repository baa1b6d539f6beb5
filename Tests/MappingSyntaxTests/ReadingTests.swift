import Diagnostics
import MappingSyntax
import Testing

/// What good statements are read as.
@Suite struct ReadingTests {
  struct Reading: Sendable, CustomTestStringConvertible {
    let text: String
    let statements: [String]

    init(_ text: String, _ statements: String...) {
      self.text = text
      self.statements = statements
    }

    var testDescription: String { text.debugDescription }
  }

  @Test(arguments: [
    Reading("name -> X", "<name> -> X"),
    Reading("company.name -> Company", "<company><name> -> Company"),
    Reading("orders[0].orderDate -> X", "<orders>[0]<orderDate> -> X"),
    Reading("a[0][12].b[3] -> X", "<a>[0][12]<b>[3] -> X"),
    Reading("[0].name -> X", "[0]<name> -> X"),
    Reading("[0][1] -> X", "[0][1] -> X"),
    Reading("a[4294967295] -> X", "<a>[4294967295] -> X"),
    Reading("a[007] -> X", "<a>[7] -> X"),
    Reading("a . b [ 0 ] . c->X", "<a><b>[0]<c> -> X"),
    Reading("\ta\t.\tb\t->\tX\t", "<a><b> -> X"),
    Reading("a->X", "<a> -> X"),
    Reading("a--> X", "<a-> -> X"),
    Reading("--a -> X", "<--a> -> X"),
    Reading("- -> X", "<-> -> X"),
    Reading("shipping method -> X", "<shipping method> -> X"),
    Reading("a \t b . c  d -> X", "<a \t b><c  d> -> X"),
    Reading("crm:ref-no_1 -> X", "<crm:ref-no_1> -> X"),
    Reading(": -> X", "<:> -> X"),
    Reading("größe.名前.имя -> X", "<größe><名前><имя> -> X"),
    Reading("cafe\u{301} -> X", "<cafe\u{301}> -> X"),
    Reading("0a.1 -> X", "<0a><1> -> X"),
    Reading("42[0] -> X", "<42>[0] -> X"),
    Reading("01 -> X", "<01> -> X"),
    Reading("null -> X", "<null> -> X"),
    Reading("True -> X", "<True> -> X"),
    Reading("true.false -> X", "<true><false> -> X"),
    Reading("1.2.3 -> X", "<1><2><3> -> X"),
    Reading("1 . 5 -> X", "<1><5> -> X"),
    Reading("'42' -> X", "<42> -> X"),
    Reading("'true' -> X", "<true> -> X"),
  ])
  func `a Marketo path is read step by step`(reading: Reading) throws {
    try expect(reading)
  }

  @Test(arguments: [
    Reading("'a.b'.c -> X", "<a.b><c> -> X"),
    Reading("a.'b[0]' -> X", "<a><b[0]> -> X"),
    Reading("'' -> X", "<> -> X"),
    Reading("' a ' -> X", "< a > -> X"),
    Reading("'a#b' -> X", "<a#b> -> X"),
    Reading("'a->b' -> X", "<a->b> -> X"),
    Reading("'😀' -> X", "<😀> -> X"),
    Reading("'\"' -> X", "<\"> -> X"),
    Reading("'a'[0].'b' -> X", "<a>[0]<b> -> X"),
    Reading(#"'\'\\\/\b\f\n\r\t' -> X"#, "<'\\/\u{8}\u{C}\n\r\t> -> X"),
    Reading(#"'\u0041\u00e9\uFFFD' -> X"#, "<A\u{E9}\u{FFFD}> -> X"),
    Reading(#"'\uD83D\uDE00' -> X"#, "<😀> -> X"),
    Reading(#"'\uD7FF\uE000' -> X"#, "<\u{D7FF}\u{E000}> -> X"),
    Reading(#"'\u0000' -> X"#, "<\u{0}> -> X"),
    Reading("'\u{7F}\u{85}' -> X", "<\u{7F}\u{85}> -> X"),
  ])
  func `a quoted key is what its escapes stand for`(reading: Reading) throws {
    try expect(reading)
  }

  @Test(arguments: [
    Reading("a -> _x9", "<a> -> _x9"),
    Reading("a -> First_Name__c", "<a> -> First_Name__c"),
    Reading("a -> \"Marketo Jigsaw Contact Id\"", "<a> -> Marketo Jigsaw Contact Id"),
    Reading("a -> \"Größe 😀 -> # ' x\"", "<a> -> Größe 😀 -> # ' x"),
    Reading(#"a -> "\"\\\/\u0041\uD83D\uDE00""#, "<a> -> \"\\/A😀"),
    Reading("a -> X:integer", "<a> -> X : integer"),
    Reading("a -> X : integer", "<a> -> X : integer"),
    Reading("a -> \"X\":date# note", "<a> -> X : date"),
    Reading("a -> X# note", "<a> -> X"),
    Reading("a -> required", "<a> -> required"),
  ])
  func `a target is a field and perhaps a type`(reading: Reading) throws {
    try expect(reading)
  }

  @Test(arguments: [
    Reading("response json", "response json"),
    Reading("  response\t xml  # why", "response xml"),
    Reading("response json#", "response json"),
    Reading("response.name -> Company", "<response><name> -> Company"),
    Reading("response json -> X", "<response json> -> X"),
    Reading("response -> X", "<response> -> X"),
    Reading("response json\n-> X", "<response json> -> X"),
    Reading("respnse -> X", "<respnse> -> X"),
  ])
  func `a statement with an arrow is a mapping, whatever its first word`(
    reading: Reading
  ) throws {
    try expect(reading)
  }

  @Test(arguments: [
    Reading("a\n-> X", "<a> -> X"),
    Reading("a\n\n   # one\n\t\n  # two -> Y\n  -> X", "<a> -> X"),
    Reading("a # why\n-> X # because\nb -> Y", "<a> -> X", "<b> -> Y"),
    Reading("a -> X\n  b -> Y", "<a> -> X", "<b> -> Y"),
    Reading("a -> X\n-b -> Y", "<a> -> X", "<-b> -> Y"),
    Reading("a -> X\n--> Y", "<a> -> X", "<-> -> Y"),
    Reading("# -> X\na -> X", "<a> -> X"),
  ])
  func `a line that begins with an arrow continues the statement above it`(
    reading: Reading
  ) throws {
    try expect(reading)
  }

  @Test(arguments: ["\n", "\r\n", "\r", "\n\n", "\r\r", "\r\n\r\n", " \t\n\t ", "# c\n", " # c\r"])
  func `lines end with LF, CR LF or CR`(lineEnd: String) throws {
    let lines = ["response json", "a.b", "  -> X : text", "'c' -> \"Y Z\""]
    for end in ["", lineEnd] {
      let (file, problems) = try parse(lines.joined(separator: lineEnd) + end)
      #expect(problems == [])
      #expect(
        file.statements.map(summary) == ["response json", "<a><b> -> X : text", "<c> -> Y Z"])
    }
  }

  @Test func `a byte order mark at the start is passed over`() throws {
    try expect(Reading("\u{FEFF}response json\na -> X", "response json", "<a> -> X"))
  }

  @Test(arguments: [
    "", " ", "\n", "\r\n\r\n", "\t", "# comment", "# one\n  # two\n", "\u{FEFF}", "\u{FEFF}# c\n",
  ])
  func `a file without a statement is empty`(text: String) throws {
    let (file, problems) = try parse(text)
    #expect(problems.map(\.diagnostic.code) == [.emptyFile])
    #expect(file.statements.isEmpty)
  }

  private func expect(_ reading: Reading) throws {
    let (file, problems) = try parse(reading.text)
    #expect(problems == [])
    // By scalars: two spellings of one letter are different keys.
    let statements = file.statements.map { Array(summary($0).unicodeScalars) }
    #expect(statements == reading.statements.map { Array($0.unicodeScalars) })
  }
}
