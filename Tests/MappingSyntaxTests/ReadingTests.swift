import Diagnostics
import MappingSyntax
import TestSupport
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

  @Test(arguments: [
    Reading("fields \"a b.json\"", "fields 'a b.json'"),
    Reading(#"fields "a\"\u0041" # b"#, "fields 'a\"A'"),
    Reading("profile marketo", "profile marketo"),
    Reading("profile\textended", "profile extended"),
    Reading("namespace p=\"urn:a\"", "namespace p = 'urn:a'"),
    Reading("namespace _a.b-1 = \"urn:a#b\"", "namespace _a.b-1 = 'urn:a#b'"),
    Reading("accept when $.a == 1", "accept"),
    Reading("pending when /a/b", "pending"),
    Reading("reject when $.a because \"b \\\" # c\" # d", "reject because 'b \" # c'"),
    Reading("on 404 skip", "on 404 skip"),
    Reading("on 100,5xx , 599\tretry", "on 100, 5xx, 599 retry"),
    Reading("on 2xx pending", "on 2xx pending"),
    Reading("on missing fail", "on missing fail"),
    Reading("on missing clear", "on missing clear"),
    Reading("on overlong truncate # why", "on overlong truncate"),
    Reading("on 404 -> X", "<on 404> -> X"),
  ])
  func `a directive is read as what it says`(reading: Reading) throws {
    try expect(reading)
  }

  struct Condition: Sendable, CustomTestStringConvertible {
    /// With the condition marked.
    let marked: String

    init(_ marked: String) { self.marked = marked }

    var testDescription: String { marked.debugDescription }
  }

  @Test(arguments: [
    Condition("accept when 1️⃣$.a == \"x\"1️⃣"),
    Condition("accept when\t 1️⃣$.a == \"# x\" && $.b[?@ == '#']1️⃣ \t # comment"),
    Condition("accept when 1️⃣$.a[?@.b == 'because' && @.because]1️⃣"),
    Condition("reject when 1️⃣$.a && $.b1️⃣ because \"c\""),
    Condition("reject when 1️⃣$.a == \"x\"1️⃣because \"c\""),
    Condition("reject when 1️⃣$['a']1️⃣because\"c\""),
    Condition("reject when 1️⃣$.because1️⃣ because \"c\""),
    Condition("reject when 1️⃣/because/x = because/y1️⃣ because \"c\""),
    Condition("reject when 1️⃣because = 'x'1️⃣ because \"c\""),
    Condition("reject when 1️⃣$.a == 'because \"x\"'1️⃣"),
    Condition("pending when 1️⃣(/a/b and not(/c)) or count(/d) > 31️⃣ # e"),
    Condition("accept when 1️⃣$.a ?? $.b |> c1️⃣"),
  ])
  func `a condition reaches from when to because or the end`(condition: Condition) throws {
    let marked = MarkedText(condition.marked)
    let (file, problems) = try parse(marked.text)
    #expect(problems == [])
    guard case .directive(.guard(let directive)) = file.statements.first else {
      Issue.record("no guard")
      return
    }
    #expect([directive.condition.range] == marked.ranges)
    #expect(directive.condition.kind == .condition)
  }

  @Test(arguments: [
    Reading("$ -> X", "JSONPath(1) -> X"),
    Reading("$.a[?@.b == '->'].c -> X", "JSONPath(19) -> X"),
    Reading("$.a  # c\n -> X", "JSONPath(3) -> X"),
    Reading("$['a\\'] -> b']->X", "JSONPath(14) -> X"),
    Reading("$.a[?@.b == \"it's\" ?? c] ?? $.b -> X", "JSONPath(24) ?? JSONPath(3) -> X"),
    Reading("/a/b->X", "XPath(4) -> X"),
    Reading("//a[b|c]|d |> first -> X", "XPath(10) |> first -> X"),
    Reading("/a[. = '\\'] -> X", "XPath(11) -> X"),
    Reading("(count(/a) > 3) ?? /b -> X", "XPath(15) ?? XPath(2) -> X"),
    Reading("a ?? (\"\\\") -> X", "<a> ?? XPath(5) -> X"),
    Reading("a??b??c->X", "<a> ?? <b> ?? <c> -> X"),
    Reading("a.b |> trim |> first() -> X", "<a><b> |> trim |> first() -> X"),
    Reading("a ?? b |> trim ?? c -> X", "<a> ?? <b> |> trim ?? <c> -> X"),
    Reading("a\n?? b # c\n\n # d\n |> e\n-> X", "<a> ?? <b> |> e -> X"),
    Reading("42 -> X", "42 -> X"),
    Reading("-0.5e+3 ?? true -> X", "-0.5e+3 ?? true -> X"),
    Reading("false # c\n -> X", "false -> X"),
    Reading("a ?? null -> X", "<a> ?? <null> -> X"),
    Reading("a ?? 1.5 x -> X", "<a> ?? <1><5 x> -> X"),
    Reading("a.@b -> X", "<a><@b> -> X"),
    Reading("@soap:b c -> X", "<@soap:b c> -> X"),
    Reading("a[0].@é -> X", "<a>[0]<@é> -> X"),
  ])
  func `a source is an operand and the operators behind it`(reading: Reading) throws {
    try expect(reading)
  }

  @Test(arguments: [
    Reading("\"\" -> X", "\"\" -> X"),
    Reading("\"a\" -> X", "\"a\" -> X"),
    Reading("\"{a}\" -> X", "\"{<a>}\" -> X"),
    Reading("\"{ a.b }{'c'}-{[0].d}\" -> X", "\"{<a><b>}|{<c>}|-|{[0]<d>}\" -> X"),
    Reading(
      "\"{$.a['}']}{/a[. = '}']} {(1)}\" -> X", "\"{JSONPath(8)}|{XPath(11)}| |{XPath(3)}\" -> X"),
    Reading("\"{{a}}\" -> X", "\"{a}\" -> X"),
    Reading("\"{{{a}}}\" -> X", "\"{|{<a>}|}\" -> X"),
    Reading("\"{42}{true}\" -> X", "\"{<42>}|{<true>}\" -> X"),
    Reading("\"{a.@b}\" -> X", "\"{<a><@b>}\" -> X"),
    Reading(#""\u007B\"\\\n{a}" -> X"#, "\"{\"\\\n|{<a>}\" -> X"),
    Reading("\"a -> b ?? c |> d # e [ ( '\" -> X", "\"a -> b ?? c |> d # e [ ( '\" -> X"),
  ])
  func `a template is texts and paths`(reading: Reading) throws {
    try expect(reading)
  }

  @Test(arguments: [
    Reading("a |> join(\";\") -> X", "<a> |> join(';') -> X"),
    Reading(#"a |> f("\"\u0041)", 1, -2.5e3) -> X"#, "<a> |> f('\"A)', 1, -2.5e3) -> X"),
    Reading("a |> f(true,false , null) -> X", "<a> |> f(true, false, null) -> X"),
    Reading("a |> f ( ) -> X", "<a> |> f() -> X"),
    Reading(
      "a |> lookup(\"Y\": 1, 2 : \"x\", else : null)->X",
      "<a> |> lookup('Y': 1, 2: 'x', else: null) -> X"),
    Reading(
      "a |> json($.a[')'](b)) |> json( $ ) -> X",
      "<a> |> json(JSONPath(11)) |> json(JSONPath(1)) -> X"),
    Reading("a |> json() -> X", "<a> |> json() -> X"),
    Reading("a |> epoch_ms |> B2 -> X", "<a> |> epoch_ms |> B2 -> X"),
  ])
  func `a transform is a name and its arguments`(reading: Reading) throws {
    try expect(reading)
  }

  @Test(arguments: [
    Reading("a -> X required", "<a> -> X required"),
    Reading("a -> X : text required", "<a> -> X : text required"),
    Reading(
      "a -> X when blank on missing fail required", "<a> -> X when blank on missing fail required"),
    Reading(
      "a -> \"X Y\" on null clear on empty clear # c", "<a> -> X Y on null clear on empty clear"),
    Reading("a -> on on missing skip", "<a> -> on on missing skip"),
  ])
  func `modifiers follow the field in any order`(reading: Reading) throws {
    try expect(reading)
  }

  @Test func `a suppression is about the line that it ends`() throws {
    let marked = MarkedText(
      "1️⃣  a  1️⃣2️⃣#respmap: ignore[3️⃣RM2073️⃣ ,4️⃣RM2254️⃣] why2️⃣ \n -> X # respmap\n# respmap")
    let (file, problems) = try parse(marked.text)
    #expect(problems == [])
    let suppression = try #require(file.suppressions.first)
    #expect(file.suppressions.count == 1)
    #expect(
      [suppression.line, suppression.range] + suppression.codes.map(\.range) == marked.ranges)
    #expect(suppression.codes.map(\.code) == [.lossyType, .sideEffects])
  }

  @Test func `of a suppression with an unknown code the others count`() throws {
    let (file, problems) = try parse("a -> X # respmap: ignore[RM110, RM207, x]")
    #expect(problems.map(\.diagnostic.code) == [.malformedSuppression, .malformedSuppression])
    #expect(file.suppressions.flatMap(\.codes).map(\.code) == [.lossyType])
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
