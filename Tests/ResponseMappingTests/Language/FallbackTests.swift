import ResponseMapping
import Testing

@Suite struct FallbackTests {
  @Test(arguments: takes)
  func `a fallback is taken where what stands before has no value`(_ row: LanguageRow) throws {
    try row.check()
  }

  @Test(arguments: isAValue)
  func `a value that does not fit is a value: no fallback is taken`(_ row: LanguageRow) throws {
    try row.check()
  }

  @Test(arguments: lastCounts)
  func `where no source has a value the situation of the last one counts`(_ row: LanguageRow) throws
  {
    try row.check()
  }

  @Test(arguments: digits)
  func `a number keeps its digits through a fallback`(_ row: LanguageRow) throws {
    try row.check()
  }
}

private let takes: [LanguageRow] = [
  .json("a ?? b -> T", #"{"a":"x","b":"y"}"#, #"T="x"/0"#),
  .json("a ?? b -> T", #"{"b":"y"}"#, #"T="y"/1"#),
  .json("a ?? b -> T", #"{"a":null,"b":"y"}"#, #"T="y"/1"#),
  .json("a ?? b -> T", #"{"a":"","b":"y"}"#, #"T="y"/1"#),
  .json("a ?? b ?? c -> T", #"{"c":"z"}"#, #"T="z"/2"#),
  .json("a ?? b ?? c -> T", #"{"a":null,"b":"","c":"z"}"#, #"T="z"/2"#),
  .json("a ?? b ?? c -> T", #"{"b":"y","c":"z"}"#, #"T="y"/1"#),
  .json(#"a ?? "d" -> T"#, "{}", #"T="d"/1"#),
  .json("a ?? 5 -> T: integer", #"{"a":""}"#, "T=5/1"),
  .json("a ?? false -> T: boolean", #"{"a":null}"#, "T=false/1"),
  .json(#"a |> before("@") ?? b -> T"#, #"{"a":"nobody","b":"y"}"#, #"T="y"/1"#),
  .json("a |> trim ?? b -> T", #"{"a":"  ","b":"y"}"#, #"T="y"/1"#),
  .json(#"a |> lookup("x": null) ?? b -> T"#, #"{"a":"x","b":"y"}"#, #"T="y"/1"#),
  .json("a ?? b |> uppercase -> T", #"{"b":"y"}"#, #"T="Y"/1"#),
  .json("$.x[*] |> first ?? a -> T", #"{"x":[],"a":"y"}"#, #"T="y"/1"#),
  .json("$.x[*] ?? a |> first -> T", #"{"a":"y"}"#, #"T="y"/1"#),
  .json(#""{a}{b}" ?? c -> T"#, #"{"a":"x","c":"z"}"#, #"T="z"/1"#),
  .json("a.b ?? c -> T", #"{"a":null,"c":"z"}"#, #"T="z"/1"#),
  .xml("r.a ?? r.b -> T", "<r><a/><b>y</b></r>", #"T="y"/1"#),
  .xml("r.a ?? r.b -> T", "<r><a> \n </a><b>y</b></r>", #"T="y"/1"#),
  .xml("r.a ?? r.b -> T", "<r><b>y</b></r>", #"T="y"/1"#),
  .xml(
    "r.a ?? r.b -> T",
    #"<r xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><a xsi:nil="true"/><b>y</b></r>"#,
    #"T="y"/1"#),
  .xml("/r/a ?? /r/b -> T", "<r><a/><b>y</b></r>", #"T="y"/1"#),
  .xml("(string(/r/a)) ?? /r/b -> T", "<r><b>y</b></r>", #"T="y"/1"#),
  .xml(#"r.a ?? "d" -> T"#, "<r/>", #"T="d"/1"#),
]

private let isAValue: [LanguageRow] = [
  .json("a ?? b -> T", #"{"a":{},"b":"y"}"#, "T mismatch"),
  .json("a ?? b -> T", #"{"a":[],"b":"y"}"#, "T mismatch"),
  .json("a ?? b -> T", #"{"a":false,"b":"y"}"#, #"T="false"/0"#),
  .json("a ?? b -> T", #"{"a":0,"b":"y"}"#, #"T="0"/0"#),
  .json("a ?? b -> T", #"{"a":" ","b":"y"}"#, #"T=" "/0"#),
  .json("a ?? b -> T", #"{"a":"null","b":"y"}"#, #"T="null"/0 !RM411"#),
  .json("a ?? 5 -> T: integer", #"{"a":"x"}"#, "T mismatch"),
  .json("a |> number ?? b -> T", #"{"a":"x","b":"1"}"#, "T mismatch"),
  .json("a ?? b -> T", #"{"a":"⟨x×256⟩","b":"y"}"#, "T overlong"),
  .json("$.x[*] |> only ?? a -> T", #"{"x":[1,2],"a":"y"}"#, "T mismatch"),
  .json(#""{a}" ?? b -> T"#, #"{"a":[1],"b":"y"}"#, "T mismatch"),
  .json(#"a |> lookup("x": "y") ?? b -> T"#, #"{"a":"?","b":"y"}"#, "T mismatch"),
  .xml("r.a ?? r.b -> T", "<r><a><c/></a><b>y</b></r>", "T mismatch"),
  .xml("r.a ?? r.b -> T: integer", "<r><a>x</a><b>1</b></r>", "T mismatch"),
]

private let lastCounts: [LanguageRow] = [
  .json("a ?? b -> T", "{}", "T missing"),
  .json("a ?? b -> T", #"{"b":null}"#, "T null"),
  .json("a ?? b -> T", #"{"a":null}"#, "T missing"),
  .json("a ?? b -> T", #"{"b":""}"#, "T empty"),
  .json("a ?? b -> T", #"{"a":"","b":null}"#, "T null"),
  .json("a ?? b -> T", #"{"a":null,"b":""}"#, "T empty"),
  .json("a ?? b -> T", #"{"a":"","b":{}}"#, "T mismatch"),
  .json("a ?? b ?? c -> T", #"{"a":null,"b":"","c":{}}"#, "T mismatch"),
  .json("a ?? b -> T on null clear", #"{"a":null,"b":null}"#, "T cleared"),
  .json("a ?? b -> T on null clear", #"{"a":null}"#, "T missing"),
  .json("a ?? b -> T required", #"{"a":null}"#, "mappingFailed[T] T missing"),
  .json("a ?? b -> T on empty clear", #"{"a":"","b":null}"#, "T null"),
  .xml("r.a ?? r.b -> T", "<r><a/></r>", "T missing"),
  .xml("r.a ?? r.b -> T", "<r><b> </b></r>", "T empty"),
  .xml(
    "r.a ?? r.b -> T",
    #"<r xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><b xsi:nil="1"/></r>"#,
    "T null"),
]

private let digits: [LanguageRow] = [
  .json(
    "a ?? b -> T: float",
    #"{"a":null,"b":1.10000000000000000001}"#,
    "T=1.10000000000000000001/1"),
  .json("a ?? b -> T", #"{"b":1e400}"#, #"T="1e400"/1"#),
  .json("a ?? b -> T", #"{"b":42.0}"#, #"T="42.0"/1"#),
  .json("a ?? b -> T", #"{"b":-0}"#, #"T="-0"/1"#),
  .json("a ?? b -> T: integer", #"{"b":9007199254740993}"#, "T=9007199254740993/1 !RM415"),
  .json("a ?? b -> T: integer", #"{"b":4.2e1}"#, "T=42/1"),
  .json("a ?? b -> T: integer", #"{"a":"","b":1e999999999}"#, "T mismatch"),
  .json("a ?? 1.50 -> T", "{}", #"T="1.50"/1"#),
  .json("a ?? 1e2 -> T: integer", "{}", "T=100/1"),
]
