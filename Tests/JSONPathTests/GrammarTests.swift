import Diagnostics
import JSONPath
import Testing

/// What RFC 9535's ABNF (Appendix A) derives, and what it does not.
@Suite struct GrammarTests {
  @Test(arguments: [
    "$", "$.a", "$.a.b", "$._", "$._a1", "$.A", "$.☺", "$.é", "$.a☺b", "$.\u{80}", "$.\u{10FFFF}",
    "$.*", "$[*]", "$.*.a", "$..a", "$..*", "$..[*]", "$..[0]", "$..['a','b']", "$..[?@.a]",
    "$['a']", "$[\"a\"]", "$['']", "$[\"\"]", "$['a','b']", "$[0,'a',*,1:2,?@.a]", "$[0,0]",
    "$[0]", "$[1]", "$[-1]", "$[9007199254740991]", "$[-9007199254740991]", "$[10]",
    "$[:]", "$[::]", "$[1:]", "$[:1]", "$[1:2]", "$[1:2:]", "$[1:2:3]", "$[::3]", "$[:2:]",
    "$[-1:-2:-3]", "$[::0]", "$[0:0:0]", "$[::-9007199254740991]",
    "$.true", "$.null", "$.length", "$.and", "$.in",
  ])
  func `segments and selectors`(query: String) throws { _ = try JSONPathQuery.parse(query) }

  @Test(arguments: [
    "$ .a", "$\n.a", "$\t.a", "$\r.a", "$  [0]", "$.a [0]", "$.a\n..b", "$ ..a",
    "$[ 0]", "$[0 ]", "$[\n'a'\t]", "$['a' ,'b']", "$['a', 'b']", "$[ * ]", "$[1 :2]", "$[1: 2]",
    "$[ 1 : 2 : 3 ]", "$[: 2]", "$[ :]", "$[::  3]", "$[1:2 :3]", "$[? @.a]", "$[?\n@.a]",
    "$[?@.a ]", "$[?@.a== 1]", "$[?@.a ==1]", "$[?@.a\n==\t1]", "$[?@ .a == 1]", "$[?@.a\n.b]",
    "$[?! @.a]", "$[?!\n(@.a)]", "$[?( @.a )]", "$[?@.a &&@.b]", "$[?@.a&& @.b]",
    "$[?@.a\n||\n@.b]",
    "$[?length( @.a)>0]", "$[?length(@.a )>0]", "$[?match( @.a , 'b' )]", "$[?match(@.a\n,\n'b')]",
    "$[?length(@[ 'a' ])>0]", "$[?@[ 'a' ]]", "$[?(@.a) && (@.b)]", "$[?!(@.a) || !@.b]",
  ])
  func `blanks where the grammar has them`(query: String) throws {
    _ = try JSONPathQuery.parse(query)
  }

  @Test(arguments: [
    " $", "$ ", "$ .. a", "\n$", "$.a ", "$[0] ", "$. a", "$.\na", "$.. a", "$..\t*", "$.. [0]",
    "$. *",
    "$[- 1]", "$[1:- 1]", "$[?@.a = = 1]", "$[?@.a & & @.b]", "$[?length (@.a) > 0]",
    "$[?@.a == - 1]", "$[?@.a ! = 1]", "$[?@[ 'a'] == 1]", "$[?@['a' ] == 1]", "$[?1 == @[ 0 ]]",
    "$[?@.a == t rue]", "$[?@.a == 1 .0]", "$[?@.a == 1. 0]", "$[?@.a == 1e 1]", "$\u{A0}.a",
    "$\u{B}.a", "$\u{C}.a", "$[\u{A0}0]", "$['a']\u{2028}.b", "\u{FEFF}$",
  ])
  func `blanks where the grammar has none`(query: String) {
    #expect(throws: JSONPathProblem.self) { try JSONPathQuery.parse(query) }
  }

  @Test(arguments: [
    "", "a", "@", "@.a", "$$", "$a", "$.", "$..", "$...a", "$.a.", "$.a..", "$.[0]", "$.['a']",
    "$.1", "$.1a", "$.a-b", "$.-a", "$.@a", "$.a@", "$.&", "$.a&", "$.#", "$.a#b", "$.\"a\"",
    "$.'a'", "$.a'b'", "$.$", "$.a,b", "$.(a)", "$.a()", "$..1", "$..'a'", "$..**", "$**", "$.**",
    "$[", "$]", "$[]", "$[ ]", "$[0", "$[0]]", "$[[0]]", "$[,]", "$[0,]", "$[,0]", "$[0,,1]",
    "$[0 1]", "$['a' 'b']", "$['a''b']", "$[*1]", "$['a'", "$['a]", "$[\"a]", "$['a\"]", "$[a]",
    "$[a.b]", "$['a'.'b']", "$[@.a]", "$[$.a]", "$[(@.a)]", "$[(@.length-1)]", "$[?]", "$[??@.a]",
    "$[00]", "$[01]", "$[-0]", "$[-01]", "$[+1]", "$[1.0]", "$[1e0]", "$[0x1]", "$[-]", "$[--1]",
    "$[9007199254740992]", "$[-9007199254740992]", "$[99999999999999999999]", "$[١]",
    "$[1:2:3:4]", "$[:::]", "$[01:]", "$[:01]", "$[::01]", "$[-0:]", "$[:-0]", "$[::-0]",
    "$[9007199254740992:]", "$[:9007199254740992]", "$[::9007199254740992]", "$[1.0:]", "$[a:b]",
    "$['a':]", "$[1:'a']", "$[1;2]", "$[1-2]", "$.a | $.b", "$.a || $.b", "$.a == 1", "$.a;",
    "$.a[0]b", "$['a']b", "$^", "$~", "$.a~", "$.a^", "$.{a}", "$['a'](b)",
  ])
  func `no query`(query: String) {
    #expect(throws: JSONPathProblem.self) { try JSONPathQuery.parse(query) }
  }

  @Test(arguments: [
    (#"$["\b\f\n\r\t\/\\\""]"#, "\u{8}\u{C}\n\r\t/\\\""),
    (#"$['\b\f\n\r\t\/\\\'']"#, "\u{8}\u{C}\n\r\t/\\'"),
    (#"$["'"]"#, "'"), (#"$['"']"#, "\""), (#"$["\u263a"]"#, "☺"), (#"$['\u263A']"#, "☺"),
    (#"$["\u0000"]"#, "\u{0}"), (#"$["\uD834\uDD1E"]"#, "𝄞"), (#"$["\ud834\udd1e"]"#, "𝄞"),
    ("$[\"\u{7F}\"]", "\u{7F}"), ("$['☺é𝄞']", "☺é𝄞"), ("$[' ']", " "), (#"$['\\\\']"#, "\\\\"),
    (#"$["\uD7FF\uE000"]"#, "\u{D7FF}\u{E000}"), (#"$['\u0027']"#, "'"), (#"$["\u0022"]"#, "\""),
    ("$[\"\u{2028}\"]", "\u{2028}"), (#"$['\u005C']"#, "\\"), ("$['$.@[]?*']", "$.@[]?*"),
  ])
  func `escapes and characters in quotes`(query: String, name: String) throws {
    let steps = try JSONPathQuery.parse(query).simpleSteps
    #expect(steps?.count == 1)
    guard case .name(let found) = steps?.first else { return }
    #expect(found.unicodeScalars.elementsEqual(name.unicodeScalars))
  }

  @Test(arguments: [
    #"$["\'"]"#, #"$['\"']"#, #"$["\a"]"#, #"$["\v"]"#, #"$["\0"]"#, #"$["\x41"]"#, #"$["\U0041"]"#,
    #"$["\u"]"#, #"$["\u1"]"#, #"$["\u12"]"#, #"$["\u123"]"#, #"$["\u12G4"]"#, #"$["\uD800"]"#,
    #"$["\uDC00"]"#, #"$["\uD800\uD800"]"#, #"$["\uD800\u0041"]"#, #"$["\uD800A"]"#,
    #"$["\uD800\n"]"#, #"$["\uDC00\uD800"]"#, #"$["\ "]"#, #"$["\é"]"#, #"$["\u{41}"]"#, #"$["\"]"#,
    #"$['\']"#, #"$["\B"]"#, #"$["\N"]"#, "$[\"\u{0}\"]", "$[\"\u{1F}\"]", "$['\n']", "$['\t']",
    "$[\"\r\"]", "$['a\u{1}b']", #"$["\uD800\uDC0"]"#, #"$['\u+041']"#, #"$['\u 041']"#,
  ])
  func `what cannot stand in quotes`(query: String) {
    #expect(throws: JSONPathProblem.self) { try JSONPathQuery.parse(query) }
  }

  @Test(arguments: [
    "@.a", "$.a", "@", "$", "@.*", "@..a", "@['a','b']", "@[0:1]", "@[?@.b]", "!@.a", "!$", "(@.a)",
    "((@.a))", "!(@.a)", "!(!(@.a))", "!(!@.a)", "@.a && @.b", "@.a || @.b", "@.a && @.b || @.c",
    "@.a || @.b && @.c", "(@.a || @.b) && @.c", "!@.a && !@.b", "!(@.a && @.b)",
    "@.a == 1", "@.a != 1", "@.a < 1", "@.a <= 1", "@.a > 1", "@.a >= 1", "1 == @.a", "1 == 1",
    "@.a == @.b", "@ == $", "@.a == $.b[0]['c']", "@.a[-1] == 1", "@['a'] == 'b'", "@[\"a\"] == 1",
    "@.a=='b'", "@.a==\"b\"", "@.a==true", "@.a==false", "@.a==null", "@.a==''", "@.a=='\\''",
    "@.a==0", "@.a==-0", "@.a==-1", "@.a==1.0", "@.a==0.1", "@.a==-0.1", "@.a==1e1", "@.a==1E1",
    "@.a==1e+1", "@.a==1e-1", "@.a==1.5e10", "@.a==-0e0", "@.a==-0.0", "@.a==1e00", "@.a==1e999",
    "@.a==9007199254740993", "@.a==123456789012345678901234567890", "(@.a == 1)", "!(@.a == 1)",
    "length(@.a) == 1", "1 == length(@.a)", "length(@) > 0", "length('a') == 1",
    "length(@['a']) < length(@.b)", "length(value(@..a)) == 1", "count(@.*) == 1",
    "count(@..a) > 0",
    "count($[?@.a]) > 0", "count(@) == 1", "value(@..a) == 1", "value(@.a) == value(@.b)",
    "match(@.a, 'b')", "search(@.a, 'b')", "!match(@.a, 'b')", "! search(@.a, 'b')",
    "match('a', 'b')", "match(@.a, @.b)", "match(@.a, $.b)", "match(value(@..a), 'b')",
    "match(@.a, 'a|b') && @.c", "match(@.a, 1)", "(match(@.a, 'b'))", "length(1) == 1",
    "count(@[?match(@.a, 'b')]) > 1", "length(length(@.a)) == 1", "@.a[?@.b[?@.c == $.d]]",
  ])
  func `conditions and filters`(condition: String) throws {
    _ = try JSONPathCondition.parse(condition)
    _ = try JSONPathCondition.parse(" \n\(condition)\t")
    _ = try JSONPathQuery.parse("$[?\(condition)]")
    _ = try JSONPathQuery.parse("$..[0, ? \(condition) ,1]")
  }

  @Test(arguments: [
    "", " ", "a", "@.a ==", "== 1", "@.a == == 1", "@.a === 1", "@.a = 1", "@.a !== 1", "@.a <> 1",
    "@.a =~ 'b'", "@.a => 1", "@.a =< 1", "@.a & @.b", "@.a | @.b", "@.a and @.b", "@.a or @.b",
    "not @.a", "not(@.a)", "@.a in [1]", "@.a && ", "&& @.a", "@.a || || @.b", "@.a &&& @.b", "!",
    "!!@.a",
    "! !@.a", "!1", "!true", "!'a'", "!@.a == 1", "!length(@.a)", "1", "'a'", "true", "null",
    "1 && @.a",
    "@.a && true", "@.a || 'b'", "(1)", "()", "(@.a", "@.a)", "(@.a))", "(@.a) == 1", "1 == (1)",
    "(@.a == 1) == false",
    "1 < @.a < 2", "@.a == 1 == 1", "@.a == [1]", "@.a == {}", "@.a == b", "@.a == True",
    "@.a == NULL",
    "@.a == nil", "@.a == .5", "@.a == 1.", "@.a == 01", "@.a == -01", "@.a == +1", "@.a == 1e",
    "@.a == 1e+", "@.a == -", "@.a == 0x1", "@.a == --1", "@.a == 1_000", "@.a == 'b",
    "@.a == 'b\"",
    "@.* == 1", "@..a == 1", "@['a','b'] == 1", "@[0:1] == 1", "@[?@.a] == 1", "1 == @.*",
    "@[*] == 1",
    "$..a == $..b", "@.a == @.b.*", "length(@.*) == 1", "length(@..a) == 1",
    "length(@['a','b']) == 1",
    "length(@.a)", "count(@.a)", "value(@.a)", "!count(@.a)", "length(@.a) && @.b",
    "match(@.a,'b') == true",
    "true == match(@.a,'b')", "search(@.a,'b') != false", "length(match(@.a,'b')) == 1",
    "length() == 1",
    "length(@.a, @.b) == 1", "count() == 1", "count(@.a, @.b) == 1", "count(1) == 1",
    "count('a') == 1",
    "count(true) == 1", "count(length(@.a)) == 1", "count(@.a && @.b) == 1", "count(!@.a) == 1",
    "count((@.a)) == 1", "count(@.a == 1) == 1", "value(1) == 1", "value() == 1", "match()",
    "match(@.a)",
    "match(@.a, 'b', 'c')", "match(@.*, 'b')", "match(@.a, @.*)", "search(@..a, 'b')",
    "match(@.a == 1, 'b')",
    "match((@.a), 'b')", "length(@.a == 1) == 1", "length(!@.a) == 1", "foo(@.a)",
    "Length(@.a) == 1",
    "length(@.a == 1", "length(@.a", "length(@.a,) == 1", "length(,@.a) == 1", "_f(@.a)",
    "@.a.length() == 1",
    "@.length()", "match(@.a, '(')", "match(@.a, '\\\\d')", "search(@.a, '[')",
    "match(@.a, 'a{99999}')",
    "@.a # b", "@.a; @.b", "@.a, @.b", "@a", "@'a'", "$a == 1", "@.a == $.b c", "@.a + 1 == 2",
    "@.a - 1 == 2",
    "-@.a == 1", "@.a-1 == 2", "@.a ? 1", "if(@.a)", "exists(@.a)", "@.a is null", "\"a\" \"b\"",
    "`@.a`",
  ])
  func `no condition, no filter`(condition: String) {
    #expect(throws: JSONPathProblem.self) { try JSONPathCondition.parse(condition) }
    #expect(throws: JSONPathProblem.self) { try JSONPathQuery.parse("$[?\(condition)]") }
  }

  @Test(arguments: [("(", "@.a", ")"), ("@[?", "@.a", "]"), ("!(", "@.a", ")")])
  func `nesting is limited`(open: String, core: String, close: String) throws {
    func nested(_ depth: Int) -> String {
      String(repeating: open, count: depth) + core + String(repeating: close, count: depth)
    }
    _ = try JSONPathCondition.parse(nested(32))
    let problem = #expect(throws: JSONPathProblem.self) { try JSONPathCondition.parse(nested(33)) }
    #expect(problem?.kind == .tooDeep(limit: 32))
    #expect(throws: JSONPathProblem.self) { try JSONPathCondition.parse(nested(100_000)) }
  }

  @Test func `calls within calls count as nesting`() {
    let text =
      String(repeating: "length(", count: 100) + "1" + String(repeating: ")", count: 100) + " == 1"
    let problem = #expect(throws: JSONPathProblem.self) { try JSONPathCondition.parse(text) }
    #expect(problem?.kind == .tooDeep(limit: 32))
  }

  @Test func `a part of a text is read, offsets count in the whole`() throws {
    let text = Array("a $.b[?@.c] -> X".utf8)
    let query = try JSONPathQuery.parse(text, in: SourceRange(2, 11))
    #expect(query.canonicalText == "$.b[?@.c]")
    #expect(query.range == SourceRange(2, 11))
    #expect(query.traps.map(\.range) == [SourceRange(7, 10)])
    let problem = #expect(throws: JSONPathProblem.self) {
      try JSONPathQuery.parse(text, in: SourceRange(2, 10))
    }
    #expect(problem?.kind == .unclosed(.bracket))
    #expect(problem?.range == SourceRange(5, 6))
  }
}
