import ResponseMapping
import Testing

@Suite struct GuardTests {
  @Test(arguments: logical)
  func `a guard means what RFC 9535 says`(_ row: LanguageRow) throws {
    try row.check()
  }

  @Test(arguments: xpath)
  func `a guard of XML is an XPath expression, taken as boolean`(_ row: LanguageRow) throws {
    try row.check()
  }
}

private let logical: [LanguageRow] = [
  .json("reject when $.e\nv -> T", #"{"e":null}"#, "rejected(investigate)…"),
  .json("reject when $.e\nv -> T", #"{"e":false}"#, "rejected(investigate)…"),
  .json("reject when $.e\nv -> T", "{}", "T missing"),
  .json("reject when $.e\nv -> T", #"{"e":[]}"#, "rejected(investigate)…"),
  .json("reject when !$.e\nv -> T", "{}", "rejected(investigate)…"),
  .json("reject when !$.e\nv -> T", #"{"e":null}"#, "T missing"),
  .json("reject when $.e != true\nv -> T", "{}", "rejected(investigate)…"),
  .json("reject when $.e != true\nv -> T", #"{"e":true}"#, "T missing"),
  .json("reject when $.e == null\nv -> T", "{}", "T missing"),
  .json("reject when $.e == null\nv -> T", #"{"e":null}"#, "rejected(investigate)…"),
  .json("reject when $.e != null\nv -> T", "{}", "rejected(investigate)…"),
  .json("reject when $.e && $.e != null\nv -> T", #"{"e":null}"#, "T missing"),
  .json("reject when $.e && $.e != null\nv -> T", "{}", "T missing"),
  .json("reject when $.e && $.e != null\nv -> T", #"{"e":0}"#, "rejected(investigate)…"),
  .json("reject when $.a == $.b\nv -> T", "{}", "rejected(investigate)…"),
  .json(
    "reject when $.a == $.b\nv -> T",
    #"{"a":{"x":1,"y":[2.0]},"b":{"y":[2],"x":1.0}}"#,
    "rejected(investigate)…"),
  .json("reject when $.a == $.b\nv -> T", #"{"a":[1,2],"b":[2,1]}"#, "T missing"),
  .json("reject when $.a < 3\nv -> T", #"{"a":"2"}"#, "T missing"),
  .json("reject when $.a < 3\nv -> T", #"{"a":2.9}"#, "rejected(investigate)…"),
  .json("reject when $.a <= 3\nv -> T", "{}", "T missing"),
  .json("reject when $.a <= $.b\nv -> T", "{}", "rejected(investigate)…"),
  .json(#"reject when $.a <= "b"\#nv -> T"#, #"{"a":"b"}"#, "rejected(investigate)…"),
  .json(#"reject when $.a < "b"\#nv -> T"#, #"{"a":"B"}"#, "rejected(investigate)…"),
  .json("reject when $.a >= true\nv -> T", #"{"a":true}"#, "rejected(investigate)…"),
  .json("reject when $.a > true\nv -> T", #"{"a":true}"#, "T missing"),
  .json("reject when $.a == 1\nv -> T", #"{"a":1.0}"#, "rejected(investigate)…"),
  .json("reject when $.a == 100\nv -> T", #"{"a":1e2}"#, "rejected(investigate)…"),
  .json("reject when $.a == -0\nv -> T", #"{"a":0}"#, "rejected(investigate)…"),
  .json(#"reject when $.a == "1"\#nv -> T"#, #"{"a":1}"#, "T missing"),
  .json(
    "reject when $.a == 9007199254740993\nv -> T",
    #"{"a":9007199254740993}"#,
    "rejected(investigate)…"),
  .json("reject when @.a == 1\nv -> T", #"{"a":1}"#, "rejected(investigate)…"),
  .json("reject when count($..x) > 1\nv -> T", #"{"x":1,"b":{"x":2}}"#, "rejected(investigate)…"),
  .json("reject when count($.none) == 0\nv -> T", "{}", "rejected(investigate)…"),
  .json("reject when length($.s) == 1\nv -> T", #"{"s":"é"}"#, "rejected(investigate)…"),
  .json(
    "reject when length($.s) == 5\nv -> T",
    #"{"s":"👩\#u{200D}👩\#u{200D}👧"}"#,
    "rejected(investigate)…"),
  .json("reject when length($.s) == 2\nv -> T", #"{"s":[1,2]}"#, "rejected(investigate)…"),
  .json("reject when length($.s) == 1\nv -> T", #"{"s":{"a":1}}"#, "rejected(investigate)…"),
  .json("reject when length($.s) == 0\nv -> T", #"{"s":5}"#, "T missing"),
  .json(#"reject when match($.s, "a.c")\#nv -> T"#, #"{"s":"abc"}"#, "rejected(investigate)…"),
  .json(#"reject when match($.s, "b")\#nv -> T"#, #"{"s":"abc"}"#, "T missing"),
  .json(#"reject when search($.s, "b")\#nv -> T"#, #"{"s":"abc"}"#, "rejected(investigate)…"),
  .json(#"reject when match($.s, "a.c")\#nv -> T"#, #"{"s":"a\nc"}"#, "T missing"),
  .json(#"reject when match($.s, "a")\#nv -> T"#, #"{"s":1}"#, "T missing"),
  .json("reject when value($..x) == 1\nv -> T", #"{"a":{"x":1}}"#, "rejected(investigate)…"),
  .json("reject when value($..x) == 1\nv -> T", #"{"x":1,"a":{"x":1}}"#, "T missing"),
  .json(
    "reject when $.x[?@.y == 1]\nv -> T",
    #"{"x":[{"y":0},{"y":1}]}"#,
    "rejected(investigate)…"),
  .json("reject when $.x[?@.y == 1]\nv -> T", #"{"x":[]}"#, "T missing"),
  .json("reject when $.a && $.b || $.c\nv -> T", #"{"c":1}"#, "rejected(investigate)…"),
  .json("reject when $.a && ($.b || $.c)\nv -> T", #"{"c":1}"#, "T missing"),
  .json("reject when !($.a == 1)\nv -> T", #"{"a":2}"#, "rejected(investigate)…"),
  .json("reject when $[0] == 1\nv -> T", "[1]", "rejected(investigate)…"),
  .json("reject when $[-1] == 1\nv -> T", "[2,1]", "rejected(investigate)…"),
  .json("reject when $['a b'] == 'x'\nv -> T", #"{"a b":"x"}"#, "rejected(investigate)…"),
  .json("reject when $ == 42\nv -> T", "42", "rejected(investigate)…"),
  .json("reject when $.x[?@ > $.m]\nv -> T", #"{"m":2,"x":[1,3]}"#, "rejected(investigate)…"),
  .json(#"reject when "a" == "a"\#nv -> T"#, "{}", "rejected(investigate)…"),
]

private let xpath: [LanguageRow] = [
  .xml("reject when /r/e\nr.v -> T", "<r><e/></r>", "rejected(investigate)…"),
  .xml("reject when /r/e\nr.v -> T", "<r/>", "T missing"),
  .xml("reject when not(/r/e)\nr.v -> T", "<r/>", "rejected(investigate)…"),
  .xml(#"reject when /r/e = ""\#nr.v -> T"#, "<r><e/></r>", "rejected(investigate)…"),
  .xml(#"reject when /r/e = ""\#nr.v -> T"#, "<r/>", "T missing"),
  .xml(#"reject when /r/e != "a"\#nr.v -> T"#, "<r><e>a</e><e>b</e></r>", "rejected(investigate)…"),
  .xml(#"reject when /r/e = "a"\#nr.v -> T"#, "<r><e>a</e><e>b</e></r>", "rejected(investigate)…"),
  .xml(
    "reject when /r/a = /r/b\nr.v -> T",
    "<r><a>1</a><b>2</b><b>1</b></r>",
    "rejected(investigate)…"),
  .xml("reject when count(/r/e) > 1\nr.v -> T", "<r><e/></r>", "T missing"),
  .xml("reject when number(/r/x)\nr.v -> T", "<r><x>0</x></r>", "T missing"),
  .xml("reject when number(/r/x)\nr.v -> T", "<r><x>z</x></r>", "T missing"),
  .xml("reject when number(/r/x)\nr.v -> T", "<r><x>-1</x></r>", "rejected(investigate)…"),
  .xml("reject when string(/r/x)\nr.v -> T", "<r><x/></r>", "T missing"),
  .xml("reject when string(/r/x)\nr.v -> T", "<r><x>0</x></r>", "rejected(investigate)…"),
  .xml("reject when /r/x = 1\nr.v -> T", "<r><x> 1.0 </x></r>", "rejected(investigate)…"),
  .xml(#"reject when /r/@ok = "false"\#nr.v -> T"#, #"<r ok="false"/>"#, "rejected(investigate)…"),
  .xml("reject when /r/@ok\nr.v -> T", "<r/>", "T missing"),
  .xml("reject when /r/a and /r/b\nr.v -> T", "<r><a/></r>", "T missing"),
  .xml("reject when /r/a or /r/b\nr.v -> T", "<r><a/></r>", "rejected(investigate)…"),
  .xml("reject when 0\nr.v -> T", "<r/>", "T missing"),
  .xml(#"reject when "0"\#nr.v -> T"#, "<r/>", "rejected(investigate)…"),
  .xml(
    #"reject when //b[contains(., "x")]\#nr.v -> T"#,
    "<r><a><b>yxz</b></a></r>",
    "rejected(investigate)…"),
  .xml(
    #"reject when starts-with(/r/s, "ER")\#nr.v -> T"#,
    "<r><s>ERR</s></r>",
    "rejected(investigate)…"),
  .xml("reject when /r/n > 5\nr.v -> T", "<r><n>3</n><n>7</n></r>", "rejected(investigate)…"),
  .xml(
    #"namespace q = "urn:q"\#nreject when /q:r\#nr.v -> T"#,
    #"<r xmlns="urn:q"/>"#,
    "rejected(investigate)…"),
  .xml(#"namespace q = "urn:q"\#nreject when /q:r\#nr.v -> T"#, "<r/>", "T missing"),
]
