import ResponseMapping
import Testing

@Suite struct XPathResultTests {
  @Test(arguments: results)
  func `a result of each of the four types goes into a field of each type, or not`(
    _ row: LanguageRow
  ) throws {
    try row.check()
  }

  @Test(arguments: lists)
  func `a path that selects several nodes gives a transform of lists all of them`(
    _ row: LanguageRow
  ) throws {
    try row.check()
  }

  @Test(arguments: attributes)
  func `an attribute has its place in the notation of Marketo, prefix included`(_ row: LanguageRow)
    throws
  {
    try row.check()
  }
}

private let results: [LanguageRow] = [
  .xml(
    "(count(//a)) -> T: string",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    #"T="2""#),
  .xml(
    "(count(//a)) -> T: text",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    #"T="2""#),
  .xml(
    "(count(//a)) -> T: integer",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T=2"),
  .xml(
    "(count(//a)) -> T: score",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T=2"),
  .xml(
    "(count(//a)) -> T: float",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T=2"),
  .xml(
    "(count(//a)) -> T: boolean",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T mismatch"),
  .xml(
    "(count(//b)) -> T: boolean",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T=true"),
  .xml(
    "(count(//b)) -> T: string",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    #"T="1""#),
  .xml(
    "(count(//b)) -> T: percent",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T=1"),
  .xml(
    "(count(//none)) -> T: boolean",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T=false"),
  .xml(
    "(count(//none)) -> T: integer",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T=0"),
  .xml(
    #"(number("x")) -> T: integer"#,
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T mismatch"),
  .xml(
    #"(number("x")) -> T: float"#,
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T mismatch"),
  .xml(
    #"(number("x")) -> T: boolean"#,
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T mismatch"),
  .xml(
    "(1 div 0) -> T: integer",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T mismatch"),
  .xml(
    "(1 div 0) -> T: float",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T mismatch"),
  .xml(
    "(-1 div 0) -> T: integer",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T mismatch"),
  .xml(
    "(-1 div 0) -> T: float",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T mismatch"),
  .xml(
    "(0 * -1) -> T: integer",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T=0"),
  .xml(
    "(0 * -1) -> T: string",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    #"T="0""#),
  .xml(
    "(0 * -1) -> T: float",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T=0"),
  .xml(
    "(1000000000000 * 1000000000000) -> T: integer",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T mismatch"),
  .xml(
    "(1000000000000 * 1000000000000) -> T: string",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    #"T="1000000000000000000000000""#),
  .xml(
    "(2 * 2147483648) -> T: integer",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T=4294967296 !RM415"),
  .xml(
    "(0.1 + 0.2) -> T: string",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    #"T="0.30000000000000004""#),
  .xml(
    "(0.1 + 0.2) -> T: float",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T=0.30000000000000004"),
  .xml(
    "(0.1 + 0.2) -> T: integer",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T mismatch"),
  .xml(
    "(1 div 4) -> T: float",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T=0.25"),
  .xml(
    "(round(2.5)) -> T: integer",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T=3"),
  .xml(
    "(round(-2.5)) -> T: integer",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T=-2"),
  .xml(
    "(5 mod -2) -> T: integer",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T=1"),
  .xml(
    "(-5 mod 2) -> T: integer",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T=-1"),
  .xml(
    "(1 = 1) -> T: string",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    #"T="true""#),
  .xml(
    "(1 = 1) -> T: boolean",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T=true"),
  .xml(
    "(//a = 3) -> T: boolean",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T=false"),
  .xml(
    "(//a = 3) -> T: string",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    #"T="false""#),
  .xml(
    #"(concat("4", "2")) -> T: integer"#,
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T=42"),
  .xml(
    #"(concat("4", "2")) -> T: string"#,
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    #"T="42""#),
  .xml(
    #"(concat("a ", " b")) -> T: string"#,
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    #"T="a  b""#),
  .xml(
    "(string(//none)) -> T: string",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T empty"),
  .xml(
    "(string(//none)) -> T: integer",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T empty"),
  .xml(
    #"(normalize-space("  ")) -> T: string"#,
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T empty"),
  .xml(
    #"(substring("12345", 1.5, 2.6)) -> T: string"#,
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    #"T="234""#),
  .xml(
    #"(translate("bar", "abc", "AB")) -> T: string"#,
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    #"T="BAr""#),
  .xml(
    "(name(/*)) -> T: string",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    #"T="r""#),
  .xml(
    "(string(true())) -> T: boolean",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T=true"),
  .xml(
    "//a -> T: string",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    #"T="1" !RM418"#),
  .xml(
    "//a -> T: integer",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T=1 !RM418"),
  .xml(
    "/r/b|/r/a -> T: string",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    #"T="1" !RM418"#),
  .xml(
    "((//a)[2]) -> T: string",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    #"T="2""#),
  .xml(
    "//a[2] -> T: integer",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T=2"),
  .xml(
    "/r/a[last()] -> T: integer",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T=2"),
  .xml(
    "/r/@k -> T: string",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    #"T="v""#),
  .xml(
    "/r/@e -> T: string",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T empty"),
  .xml(
    "/r/@none -> T: string",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T missing"),
  .xml(
    "//none -> T: string",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T missing"),
  .xml(
    "//none -> T: integer",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T missing"),
  .xml(
    "/r/c -> T: string",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T mismatch"),
  .xml(
    "/r -> T: string",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T mismatch"),
  .xml(
    "/r/c/d -> T: string",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T empty"),
  .xml(
    "/r/a[1]/text() -> T: integer",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T=1"),
  .xml(
    "/r/comment() -> T: string",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    #"T="note""#),
  .xml(
    #"/r/b[. = "y"] -> T: string"#,
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T missing"),
  .xml(
    "(/r/b) -> T: string",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    #"T="x""#),
  .xml(
    "//b/preceding-sibling::a[1] -> T: string",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    #"T="2""#),
  .xml(
    "/r/*[3] -> T: string",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    #"T="x""#),
  .xml(
    "/r/a[1] -> T: string",
    #"""
    <r xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><a xsi:nil="true"/>\#
    <a>2</a><b xsi:nil="false">x</b><c xsi:nil="1">y</c></r>
    """#,
    "T null"),
  .xml(
    "//a -> T: string",
    #"""
    <r xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><a xsi:nil="true"/>\#
    <a>2</a><b xsi:nil="false">x</b><c xsi:nil="1">y</c></r>
    """#,
    "T null !RM418"),
  .xml(
    "/r/a[2] -> T: string",
    #"""
    <r xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><a xsi:nil="true"/>\#
    <a>2</a><b xsi:nil="false">x</b><c xsi:nil="1">y</c></r>
    """#,
    #"T="2""#),
  .xml(
    "/r/b -> T: string",
    #"""
    <r xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><a xsi:nil="true"/>\#
    <a>2</a><b xsi:nil="false">x</b><c xsi:nil="1">y</c></r>
    """#,
    #"T="x""#),
  .xml(
    "/r/a[1] -> T on null clear",
    #"""
    <r xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><a xsi:nil="true"/>\#
    <a>2</a><b xsi:nil="false">x</b><c xsi:nil="1">y</c></r>
    """#,
    "T cleared"),
  .xml(
    "//a[1] ?? //b -> T",
    #"""
    <r xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><a xsi:nil="true"/>\#
    <a>2</a><b xsi:nil="false">x</b><c xsi:nil="1">y</c></r>
    """#,
    #"T="x"/1"#),
]

private let lists: [LanguageRow] = [
  .xml(
    "//a |> count -> T: integer",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T=2"),
  .xml(
    #"//a |> join(";") -> T"#,
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    #"T="1;2""#),
  .xml(
    "//a |> last -> T",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    #"T="2""#),
  .xml(
    "//a |> first -> T",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    #"T="1""#),
  .xml(
    "//a |> only -> T",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T mismatch"),
  .xml(
    "//b |> only -> T",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    #"T="x""#),
  .xml(
    "//a |> nth(1) -> T",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    #"T="2""#),
  .xml(
    "//a |> nth(2) -> T",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T missing"),
  .xml(
    #"//none |> join(";") -> T"#,
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T missing"),
  .xml(
    "//none |> count -> T: integer",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T=0"),
  .xml(
    "//none |> first ?? //b -> T",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    #"T="x"/1"#),
  .xml(
    #"/r/a|/r/b |> sort |> join(",") -> T"#,
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    #"T="1,2,x""#),
  .xml(
    #"//a |> contains("2") -> T: boolean"#,
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T=true"),
  .xml(
    "//a |> contains(2) -> T: boolean",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T=true"),
  .xml(
    #"/r/* |> join(",") -> T"#,
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    "T mismatch"),
  .xml(
    "//a |> uppercase -> T",
    #"<r k="v" e=""><a>1</a><a>2</a><b>x</b><c><d/></c><!--note--></r>"#,
    #"T="1" !RM418"#),
]

private let attributes: [LanguageRow] = [
  .xml("r.@k -> T", #"<r k="v"/>"#, #"T="v""#),
  .xml("r.a.@k -> T: integer", #"<r><a k=" 7 "/></r>"#, "T=7"),
  .xml("r.a[1].@k -> T", #"<r><a k="x"/><a k="y"/></r>"#, #"T="y""#),
  .xml("r.a.@k -> T", #"<r><a k="x"/><a k="y"/></r>"#, #"T="x" !RM418"#),
  .xml("r.a.@k -> T", "<r><a/></r>", "T missing"),
  .xml("r.a.@k -> T", #"<r><a k=""/></r>"#, "T empty"),
  .xml("p:r.@q:k -> T", #"<p:r xmlns:p="u" xmlns:q="w" q:k="v"/>"#, #"T="v""#),
  .xml("r.@q:k -> T", #"<r xmlns:z="w" z:k="v"/>"#, "T missing"),
  .xml("r.@k -> T", #"<r xmlns:z="w" z:k="v"/>"#, "T missing"),
  .xml("r.a.@k ?? r.b -> T", "<r><b>x</b></r>", #"T="x"/1"#),
  .xml(#""{r.@a}-{r.@b}" -> T"#, #"<r a="1" b="2"/>"#, #"T="1-2""#),
  .xml("r.@k -> T", #"<r k=" a&#10;b "/>"#, #"T=" a\u000ab " !RM412"#),
]
