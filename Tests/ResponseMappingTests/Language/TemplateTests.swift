import ResponseMapping
import Testing

@Suite struct TemplateTests {
  @Test(arguments: inserted)
  func `a template inserts the exact text of its parts`(_ row: LanguageRow) throws {
    try row.check()
  }

  @Test(arguments: without)
  func `a template of which a part has no value has that situation`(_ row: LanguageRow) throws {
    try row.check()
  }
}

private let inserted: [LanguageRow] = [
  .json(#""{a}-{b}" -> T"#, #"{"a":"x","b":1.50}"#, #"T="x-1.50""#),
  .json(#""{a}-{b}" -> T"#, #"{"a":true,"b":1e2}"#, #"T="true-1e2""#),
  .json(#""{a}-{b}" -> T"#, #"{"a":" ","b":"y"}"#, #"T=" -y""#),
  .json(#""{a}" -> T: integer"#, #"{"a":42}"#, "T=42"),
  .json(#""{a}{b}" -> T: integer"#, #"{"a":"4","b":2}"#, "T=42"),
  .json(#""{{{a}}}" -> T"#, #"{"a":"x"}"#, #"T="{x}""#),
  .json(#""{{}}" -> T"#, "{}", #"T="{}""#),
  .json(#""{{a}}" -> T"#, #"{"a":"x"}"#, #"T="{a}""#),
  .json(#""\u00e9\t{a}" -> T"#, #"{"a":"x"}"#, #"T="é\u0009x""#),
  .json(#""\"{a}\"" -> T"#, #"{"a":"x"}"#, #"T="\"x\"""#),
  .json(#""{'odd.key'}{$['a b']}" -> T"#, #"{"odd.key":"x","a b":"y"}"#, #"T="xy""#),
  .json(#""{a[0].b}" -> T"#, #"{"a":[{"b":"x"}]}"#, #"T="x""#),
  .json(#""plain" -> T"#, "{}", #"T="plain""#),
  .json(#""{ a }" -> T"#, #"{"a":"x"}"#, #"T="x""#),
  .json(#""{a}" -> T"#, #"{"a":"null"}"#, #"T="null" !RM411"#),
  .json(#""{a}" |> uppercase -> T"#, #"{"a":"x"}"#, #"T="X""#),
  .json(#""{$['}']}" -> T"#, #"{"}":"x"}"#, #"T="x""#),
  .xml(#""{r.a}|{/r/b}" -> T"#, "<r><a> x </a><b>y</b></r>", #"T=" x |y""#),
  .xml(#""{r.@k}" -> T"#, #"<r k="v"/>"#, #"T="v""#),
]

private let without: [LanguageRow] = [
  .json(#""{a}-{b}" -> T"#, #"{"a":"x","b":null}"#, "T null"),
  .json(#""{a}-{b}" -> T"#, #"{"a":"x"}"#, "T missing"),
  .json(#""{a}-{b}" -> T"#, #"{"a":"x","b":""}"#, "T empty"),
  .json(#""{a}-{b}" -> T"#, #"{"a":"x","b":{}}"#, "T mismatch"),
  .json(#""{a}-{b}" -> T"#, #"{"a":"x","b":[]}"#, "T mismatch"),
  .json(#""{a}-{b}" -> T"#, #"{"b":"y"}"#, "T missing"),
  .json(#""{a}-{b}" -> T"#, #"{"a":null,"b":"y"}"#, "T null"),
  .json(#""{a}-{b}" -> T on null clear"#, #"{"a":"x","b":null}"#, "T cleared"),
  .json(#""{a}-{b}" -> T on empty clear"#, #"{"a":"","b":"y"}"#, "T cleared"),
  .json(#""{a}-{b}" -> T on missing fail"#, #"{"a":"x"}"#, "mappingFailed[T] T missing"),
  .json(#""{a}-{b}" -> T"#, #"{"a":"x","b":"\ud800"}"#, "T mismatch"),
  .xml(#""{r.a}|{r.b}" -> T"#, "<r><a>x</a><b/></r>", "T empty"),
  .xml(#""{r.a}|{r.b}" -> T"#, "<r><a>x</a><b>  </b></r>", "T empty"),
  .xml(#""{r.a}|{r.b}" -> T"#, "<r><a>x</a></r>", "T missing"),
  .xml(
    #""{r.a}|{r.b}" -> T"#,
    #"<r xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><a>x</a><b xsi:nil="true"/></r>"#,
    "T null"),
  .xml(#""{r.a}|{r.b}" -> T"#, "<r><a>x</a><b><c/></b></r>", "T mismatch"),
]
