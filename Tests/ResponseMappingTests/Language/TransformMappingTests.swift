import ResponseMapping
import Testing

@Suite struct TransformMappingTests {
  @Test(arguments: json)
  func `every transform does its work in a mapping of JSON`(_ row: LanguageRow) throws {
    try row.check()
  }

  @Test(arguments: xml)
  func `every transform does its work in a mapping of XML`(_ row: LanguageRow) throws {
    try row.check()
  }

  @Test(arguments: passed)
  func `null and missing pass through`(_ row: LanguageRow) throws {
    try row.check()
  }

  @Test(arguments: asked)
  func `three transforms are asked though there is no value`(_ row: LanguageRow) throws {
    try row.check()
  }

  @Test(arguments: mismatches)
  func `a value that a transform cannot take is a mismatch`(_ row: LanguageRow) throws {
    try row.check()
  }

  @Test(arguments: surrogates)
  func `a lone surrogate is a mismatch where a transform reads it, and is only counted elsewhere`(
    _ row: LanguageRow
  ) throws {
    try row.check()
  }

  @Test(arguments: whiteSpace)
  func `white space: of JSON it is kept, of XML it is kept for texts and trimmed for all else`(
    _ row: LanguageRow
  ) throws {
    try row.check()
  }
}

private let json: [LanguageRow] = [
  .json("v |> trim -> T: string", #"{"v": "  a b "}"#, #"T="a b""#),
  .json("v |> lowercase -> T: string", #"{"v": "ÄB"}"#, #"T="äb""#),
  .json("v |> uppercase -> T: string", #"{"v": "straße"}"#, #"T="STRASSE""#),
  .json(#"v |> replace("-", " ") -> T: string"#, #"{"v": "a-b-c"}"#, #"T="a b c""#),
  .json("v |> prefix(3) -> T: string", #"{"v": "Müller"}"#, #"T="Mül""#),
  .json(#"v |> before("@") -> T: string"#, #"{"v": "ada@example.com"}"#, #"T="ada""#),
  .json(#"v |> after("@") -> T: string"#, #"{"v": "ada@example.com"}"#, #"T="example.com""#),
  .json(#"v |> split(";") |> last -> T: string"#, #"{"v": "a;b;c"}"#, #"T="c""#),
  .json(#"v |> extract("[0-9]{5}") -> T: string"#, #"{"v": "MD 20770-1441"}"#, #"T="20770""#),
  .json(#"v |> extract("a|ab") -> T: string"#, #"{"v": "xabab"}"#, #"T="ab""#),
  .json("v |> digits -> T: string", #"{"v": "+1 (415)"}"#, #"T="1415""#),
  .json("v |> number -> T: string", #"{"v": "42.50"}"#, #"T="42.50""#),
  .json("v |> integer -> T: integer", #"{"v": "4.2e1"}"#, "T=42"),
  .json("v |> round(1) -> T: string", #"{"v": "2.25"}"#, #"T="2.2""#),
  .json("v |> round -> T: integer", #"{"v": "2.5"}"#, "T=2"),
  .json("v |> floor -> T: integer", #"{"v": "-2.1"}"#, "T=-3"),
  .json("v |> ceiling -> T: integer", #"{"v": "-2.9"}"#, "T=-2"),
  .json("v |> abs -> T: integer", #"{"v": "-42"}"#, "T=42"),
  .json("v |> add(1) -> T: integer", #"{"v": "41"}"#, "T=42"),
  .json("v |> subtract(0.1) -> T: string", #"{"v": "0.3"}"#, #"T="0.2""#),
  .json("v |> multiply(-1.1) -> T: string", #"{"v": "1.1"}"#, #"T="-1.21""#),
  .json(
    "v |> divide(3) -> T: string",
    #"{"v": "2"}"#,
    #"T="0.6666666666666666666666666666666667""#),
  .json("v |> boolean -> T: boolean", #"{"v": "TRUE"}"#, "T=true"),
  .json("v |> boolean |> not -> T: boolean", #"{"v": "0"}"#, "T=true"),
  .json(#"v |> equals("ok") -> T: boolean"#, #"{"v": "ok"}"#, "T=true"),
  .json("v |> equals(1) -> T: boolean", #"{"v": "1.0"}"#, "T=true"),
  .json(#"v |> contains("b") -> T: boolean"#, #"{"v": "abc"}"#, "T=true"),
  .json(#"v |> contains("B") -> T: boolean"#, #"{"v": "abc"}"#, "T=false"),
  .json("v |> exists -> T: boolean", #"{"v": "x"}"#, "T=true"),
  .json(#"v |> matches("[0-9]+") -> T: boolean"#, #"{"v": "4x"}"#, "T=false"),
  .json(#"v |> matches("[0-9]+x") -> T: boolean"#, #"{"v": "4x"}"#, "T=true"),
  .json(#"v |> date("M/d/yyyy") -> T: date"#, #"{"v": "1/5/2020"}"#, #"T="2020-01-05""#),
  .json(
    #"v |> datetime("M/d/yyyy h:mm a") -> T: datetime"#,
    #"{"v": "1/5/2020 2:59 PM"}"#,
    #"T="2020-01-05T14:59:00Z""#),
  .json("v |> epoch -> T: datetime", #"{"v": "1726225173"}"#, #"T="2024-09-13T10:59:33Z""#),
  .json("v |> epoch_ms -> T: datetime", #"{"v": "1726225173999"}"#, #"T="2024-09-13T10:59:33Z""#),
  .json(
    #"v |> epoch |> format("d MMM yyyy HH:mm:ss") -> T: string"#,
    #"{"v": "1726225173"}"#,
    #"T="13 Sep 2024 10:59:33""#),
  .json("v |> first -> T: string", #"{"v": "a"}"#, #"T="a""#),
  .json("v |> last -> T: string", #"{"v": "a"}"#, #"T="a""#),
  .json("v |> only -> T: string", #"{"v": "a"}"#, #"T="a""#),
  .json("v |> nth(0) -> T: string", #"{"v": "a"}"#, #"T="a""#),
  .json("v |> nth(1) -> T: string", #"{"v": "a"}"#, "T missing"),
  .json(#"v |> split(",") |> nth(1) -> T: string"#, #"{"v": "a,b"}"#, #"T="b""#),
  .json(#"v |> split(",") |> join("+") -> T: string"#, #"{"v": "a,b"}"#, #"T="a+b""#),
  .json(#"v |> split(",") |> count -> T: integer"#, #"{"v": "a,b"}"#, "T=2"),
  .json(#"v |> split(",") |> unique |> join(",") -> T: string"#, #"{"v": "a,b,a"}"#, #"T="a,b""#),
  .json(#"v |> split(",") |> sort |> join(",") -> T: string"#, #"{"v": "b,B,ä"}"#, #"T="B,b,ä""#),
  .json(#"v |> lookup("Y": true, "N": false) -> T: boolean"#, #"{"v": "N"}"#, "T=false"),
  .json(#"v |> lookup("Y": 1, else: 0) -> T: integer"#, #"{"v": "?"}"#, "T=0"),
  .json("v |> json($.a) -> T: string", #"{"v": "{\"a\":1.50}"}"#, #"T="1.50""#),
  .json(
    #"v |> json($.a[*]) |> join("/") -> T: string"#,
    #"{"v": "{\"a\":[1.0,\"x\",true]}"}"#,
    #"T="1.0/x/true""#),
  .json("v |> json($) -> T: integer", #"{"v": " 7 "}"#, "T=7"),
]

private let xml: [LanguageRow] = [
  .xml("/r/v |> trim -> T: string", "<r><v>  a b </v></r>", #"T="a b""#),
  .xml("r.v |> lowercase -> T: string", "<r><v>ÄB</v></r>", #"T="äb""#),
  .xml("r.v |> uppercase -> T: string", "<r><v>straße</v></r>", #"T="STRASSE""#),
  .xml(#"r.v |> replace("-", " ") -> T: string"#, "<r><v>a-b-c</v></r>", #"T="a b c""#),
  .xml("r.v |> prefix(3) -> T: string", "<r><v>Müller</v></r>", #"T="Mül""#),
  .xml(#"r.v |> before("@") -> T: string"#, "<r><v>ada@example.com</v></r>", #"T="ada""#),
  .xml(#"/r/v |> after("@") -> T: string"#, "<r><v>ada@example.com</v></r>", #"T="example.com""#),
  .xml(#"/r/v |> split(";") |> last -> T: string"#, "<r><v>a;b;c</v></r>", #"T="c""#),
  .xml(#"r.v |> extract("[0-9]{5}") -> T: string"#, "<r><v>MD 20770-1441</v></r>", #"T="20770""#),
  .xml(#"r.v |> extract("a|ab") -> T: string"#, "<r><v>xabab</v></r>", #"T="ab""#),
  .xml("/r/v |> digits -> T: string", "<r><v>+1 (415)</v></r>", #"T="1415""#),
  .xml("/r/v |> number -> T: string", "<r><v>42.50</v></r>", #"T="42.50""#),
  .xml("r.v |> integer -> T: integer", "<r><v>4.2e1</v></r>", "T=42"),
  .xml("/r/v |> round(1) -> T: string", "<r><v>2.25</v></r>", #"T="2.2""#),
  .xml("r.v |> round -> T: integer", "<r><v>2.5</v></r>", "T=2"),
  .xml("r.v |> floor -> T: integer", "<r><v>-2.1</v></r>", "T=-3"),
  .xml("r.v |> ceiling -> T: integer", "<r><v>-2.9</v></r>", "T=-2"),
  .xml("r.v |> abs -> T: integer", "<r><v>-42</v></r>", "T=42"),
  .xml("/r/v |> add(1) -> T: integer", "<r><v>41</v></r>", "T=42"),
  .xml("r.v |> subtract(0.1) -> T: string", "<r><v>0.3</v></r>", #"T="0.2""#),
  .xml("/r/v |> multiply(-1.1) -> T: string", "<r><v>1.1</v></r>", #"T="-1.21""#),
  .xml(
    "r.v |> divide(3) -> T: string",
    "<r><v>2</v></r>",
    #"T="0.6666666666666666666666666666666667""#),
  .xml("r.v |> boolean -> T: boolean", "<r><v>TRUE</v></r>", "T=true"),
  .xml("/r/v |> boolean |> not -> T: boolean", "<r><v>0</v></r>", "T=true"),
  .xml(#"/r/v |> equals("ok") -> T: boolean"#, "<r><v>ok</v></r>", "T=true"),
  .xml("r.v |> equals(1) -> T: boolean", "<r><v>1.0</v></r>", "T=true"),
  .xml(#"r.v |> contains("b") -> T: boolean"#, "<r><v>abc</v></r>", "T=true"),
  .xml(#"r.v |> contains("B") -> T: boolean"#, "<r><v>abc</v></r>", "T=false"),
  .xml("/r/v |> exists -> T: boolean", "<r><v>x</v></r>", "T=true"),
  .xml(#"r.v |> matches("[0-9]+") -> T: boolean"#, "<r><v>4x</v></r>", "T=false"),
  .xml(#"/r/v |> matches("[0-9]+x") -> T: boolean"#, "<r><v>4x</v></r>", "T=true"),
  .xml(#"/r/v |> date("M/d/yyyy") -> T: date"#, "<r><v>1/5/2020</v></r>", #"T="2020-01-05""#),
  .xml(
    #"r.v |> datetime("M/d/yyyy h:mm a") -> T: datetime"#,
    "<r><v>1/5/2020 2:59 PM</v></r>",
    #"T="2020-01-05T14:59:00Z""#),
  .xml("r.v |> epoch -> T: datetime", "<r><v>1726225173</v></r>", #"T="2024-09-13T10:59:33Z""#),
  .xml(
    "/r/v |> epoch_ms -> T: datetime",
    "<r><v>1726225173999</v></r>",
    #"T="2024-09-13T10:59:33Z""#),
  .xml(
    #"/r/v |> epoch |> format("d MMM yyyy HH:mm:ss") -> T: string"#,
    "<r><v>1726225173</v></r>",
    #"T="13 Sep 2024 10:59:33""#),
  .xml("r.v |> first -> T: string", "<r><v>a</v></r>", #"T="a""#),
  .xml("/r/v |> last -> T: string", "<r><v>a</v></r>", #"T="a""#),
  .xml("/r/v |> only -> T: string", "<r><v>a</v></r>", #"T="a""#),
  .xml("/r/v |> nth(0) -> T: string", "<r><v>a</v></r>", #"T="a""#),
  .xml("/r/v |> nth(1) -> T: string", "<r><v>a</v></r>", "T missing"),
  .xml(#"/r/v |> split(",") |> nth(1) -> T: string"#, "<r><v>a,b</v></r>", #"T="b""#),
  .xml(#"r.v |> split(",") |> join("+") -> T: string"#, "<r><v>a,b</v></r>", #"T="a+b""#),
  .xml(#"r.v |> split(",") |> count -> T: integer"#, "<r><v>a,b</v></r>", "T=2"),
  .xml(
    #"r.v |> split(",") |> unique |> join(",") -> T: string"#,
    "<r><v>a,b,a</v></r>",
    #"T="a,b""#),
  .xml(
    #"r.v |> split(",") |> sort |> join(",") -> T: string"#,
    "<r><v>b,B,ä</v></r>",
    #"T="B,b,ä""#),
  .xml(#"r.v |> lookup("Y": true, "N": false) -> T: boolean"#, "<r><v>N</v></r>", "T=false"),
  .xml(#"r.v |> lookup("Y": 1, else: 0) -> T: integer"#, "<r><v>?</v></r>", "T=0"),
  .xml("r.v |> json($.a) -> T: string", #"<r><v>{"a":1.50}</v></r>"#, #"T="1.50""#),
  .xml(
    #"r.v |> json($.a[*]) |> join("/") -> T: string"#,
    #"<r><v>{"a":[1.0,"x",true]}</v></r>"#,
    #"T="1.0/x/true""#),
  .xml("r.v |> json($) -> T: integer", "<r><v> 7 </v></r>", "T=7"),
]

private let passed: [LanguageRow] = [
  .json("v |> trim -> T: string", #"{"v":null}"#, "T null"),
  .json("v |> trim -> T: string", "{}", "T missing"),
  .json("v |> lowercase -> T: string", #"{"v":null}"#, "T null"),
  .json("v |> lowercase -> T: string", "{}", "T missing"),
  .json("v |> uppercase -> T: string", #"{"v":null}"#, "T null"),
  .json("v |> uppercase -> T: string", "{}", "T missing"),
  .json(#"v |> replace("-", " ") -> T: string"#, #"{"v":null}"#, "T null"),
  .json(#"v |> replace("-", " ") -> T: string"#, "{}", "T missing"),
  .json("v |> prefix(3) -> T: string", #"{"v":null}"#, "T null"),
  .json("v |> prefix(3) -> T: string", "{}", "T missing"),
  .json(#"v |> before("@") -> T: string"#, #"{"v":null}"#, "T null"),
  .json(#"v |> before("@") -> T: string"#, "{}", "T missing"),
  .json(#"v |> after("@") -> T: string"#, #"{"v":null}"#, "T null"),
  .json(#"v |> after("@") -> T: string"#, "{}", "T missing"),
  .json(#"v |> split(";") |> last -> T: string"#, #"{"v":null}"#, "T null"),
  .json(#"v |> split(";") |> last -> T: string"#, "{}", "T missing"),
  .json(#"v |> extract("[0-9]{5}") -> T: string"#, #"{"v":null}"#, "T null"),
  .json(#"v |> extract("[0-9]{5}") -> T: string"#, "{}", "T missing"),
  .json(#"v |> extract("a|ab") -> T: string"#, #"{"v":null}"#, "T null"),
  .json(#"v |> extract("a|ab") -> T: string"#, "{}", "T missing"),
  .json("v |> digits -> T: string", #"{"v":null}"#, "T null"),
  .json("v |> digits -> T: string", "{}", "T missing"),
  .json("v |> number -> T: string", #"{"v":null}"#, "T null"),
  .json("v |> number -> T: string", "{}", "T missing"),
  .json("v |> integer -> T: integer", #"{"v":null}"#, "T null"),
  .json("v |> integer -> T: integer", "{}", "T missing"),
  .json("v |> round(1) -> T: string", #"{"v":null}"#, "T null"),
  .json("v |> round(1) -> T: string", "{}", "T missing"),
  .json("v |> round -> T: integer", #"{"v":null}"#, "T null"),
  .json("v |> round -> T: integer", "{}", "T missing"),
  .json("v |> floor -> T: integer", #"{"v":null}"#, "T null"),
  .json("v |> floor -> T: integer", "{}", "T missing"),
  .json("v |> ceiling -> T: integer", #"{"v":null}"#, "T null"),
  .json("v |> ceiling -> T: integer", "{}", "T missing"),
  .json("v |> abs -> T: integer", #"{"v":null}"#, "T null"),
  .json("v |> abs -> T: integer", "{}", "T missing"),
  .json("v |> add(1) -> T: integer", #"{"v":null}"#, "T null"),
  .json("v |> add(1) -> T: integer", "{}", "T missing"),
  .json("v |> subtract(0.1) -> T: string", #"{"v":null}"#, "T null"),
  .json("v |> subtract(0.1) -> T: string", "{}", "T missing"),
  .json("v |> multiply(-1.1) -> T: string", #"{"v":null}"#, "T null"),
  .json("v |> multiply(-1.1) -> T: string", "{}", "T missing"),
  .json("v |> divide(3) -> T: string", #"{"v":null}"#, "T null"),
  .json("v |> divide(3) -> T: string", "{}", "T missing"),
  .json("v |> boolean -> T: boolean", #"{"v":null}"#, "T null"),
  .json("v |> boolean -> T: boolean", "{}", "T missing"),
  .json("v |> boolean |> not -> T: boolean", #"{"v":null}"#, "T null"),
  .json("v |> boolean |> not -> T: boolean", "{}", "T missing"),
  .json(#"v |> equals("ok") -> T: boolean"#, #"{"v":null}"#, "T null"),
  .json(#"v |> equals("ok") -> T: boolean"#, "{}", "T missing"),
  .json("v |> equals(1) -> T: boolean", #"{"v":null}"#, "T null"),
  .json("v |> equals(1) -> T: boolean", "{}", "T missing"),
  .json(#"v |> contains("b") -> T: boolean"#, #"{"v":null}"#, "T null"),
  .json(#"v |> contains("b") -> T: boolean"#, "{}", "T missing"),
  .json(#"v |> contains("B") -> T: boolean"#, #"{"v":null}"#, "T null"),
  .json(#"v |> contains("B") -> T: boolean"#, "{}", "T missing"),
  .json(#"v |> matches("[0-9]+") -> T: boolean"#, #"{"v":null}"#, "T null"),
  .json(#"v |> matches("[0-9]+") -> T: boolean"#, "{}", "T missing"),
  .json(#"v |> matches("[0-9]+x") -> T: boolean"#, #"{"v":null}"#, "T null"),
  .json(#"v |> matches("[0-9]+x") -> T: boolean"#, "{}", "T missing"),
  .json(#"v |> date("M/d/yyyy") -> T: date"#, #"{"v":null}"#, "T null"),
  .json(#"v |> date("M/d/yyyy") -> T: date"#, "{}", "T missing"),
  .json(#"v |> datetime("M/d/yyyy h:mm a") -> T: datetime"#, #"{"v":null}"#, "T null"),
  .json(#"v |> datetime("M/d/yyyy h:mm a") -> T: datetime"#, "{}", "T missing"),
  .json("v |> epoch -> T: datetime", #"{"v":null}"#, "T null"),
  .json("v |> epoch -> T: datetime", "{}", "T missing"),
  .json("v |> epoch_ms -> T: datetime", #"{"v":null}"#, "T null"),
  .json("v |> epoch_ms -> T: datetime", "{}", "T missing"),
  .json(#"v |> epoch |> format("d MMM yyyy HH:mm:ss") -> T: string"#, #"{"v":null}"#, "T null"),
  .json(#"v |> epoch |> format("d MMM yyyy HH:mm:ss") -> T: string"#, "{}", "T missing"),
  .json("v |> first -> T: string", #"{"v":null}"#, "T null"),
  .json("v |> first -> T: string", "{}", "T missing"),
  .json("v |> last -> T: string", #"{"v":null}"#, "T null"),
  .json("v |> last -> T: string", "{}", "T missing"),
  .json("v |> only -> T: string", #"{"v":null}"#, "T null"),
  .json("v |> only -> T: string", "{}", "T missing"),
  .json("v |> nth(0) -> T: string", #"{"v":null}"#, "T null"),
  .json("v |> nth(0) -> T: string", "{}", "T missing"),
  .json(#"v |> split(",") |> join("+") -> T: string"#, #"{"v":null}"#, "T null"),
  .json(#"v |> split(",") |> join("+") -> T: string"#, "{}", "T missing"),
  .json(#"v |> split(",") |> unique |> join(",") -> T: string"#, #"{"v":null}"#, "T null"),
  .json(#"v |> split(",") |> unique |> join(",") -> T: string"#, "{}", "T missing"),
  .json(#"v |> split(",") |> sort |> join(",") -> T: string"#, #"{"v":null}"#, "T null"),
  .json(#"v |> split(",") |> sort |> join(",") -> T: string"#, "{}", "T missing"),
  .json("v |> json($.a) -> T: string", #"{"v":null}"#, "T null"),
  .json("v |> json($.a) -> T: string", "{}", "T missing"),
  .json(#"v |> json($.a[*]) |> join("/") -> T: string"#, #"{"v":null}"#, "T null"),
  .json(#"v |> json($.a[*]) |> join("/") -> T: string"#, "{}", "T missing"),
  .json("v |> json($) -> T: integer", #"{"v":null}"#, "T null"),
  .json("v |> json($) -> T: integer", "{}", "T missing"),
]

private let asked: [LanguageRow] = [
  .json("v |> exists -> T: boolean", #"{"v":null}"#, "T=false"),
  .json("v |> exists -> T: boolean", "{}", "T=false"),
  .json("v |> exists -> T: boolean", #"{"v":""}"#, "T=true"),
  .json("v |> exists -> T: boolean", #"{"v":[]}"#, "T=true"),
  .json("v |> count -> T: integer", #"{"v":null}"#, "T=0"),
  .json("v |> count -> T: integer", "{}", "T=0"),
  .json("v |> count -> T: integer", #"{"v":[]}"#, "T=0"),
  .json("v |> count -> T: integer", #"{"v":[null,1]}"#, "T=2"),
  .json("v |> count -> T: integer", #"{"v":"ab"}"#, "T=1"),
  .json(#"v |> lookup("a": 1, else: 0) -> T: integer"#, "{}", "T=0"),
  .json(#"v |> lookup("a": 1, else: 0) -> T: integer"#, #"{"v":null}"#, "T=0"),
  .json(#"v |> lookup("a": 1, null: 2) -> T: integer"#, #"{"v":null}"#, "T=2"),
  .json(#"v |> lookup("a": 1) -> T: integer"#, "{}", "T missing"),
  .json(#"v |> lookup("a": 1) -> T: integer"#, #"{"v":null}"#, "T null"),
  .xml("r.v |> exists -> T: boolean", "<r/>", "T=false"),
  .xml("r.v |> exists -> T: boolean", "<r><v/></r>", "T=true"),
  .xml(
    "r.v |> exists -> T: boolean",
    #"<r xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><v xsi:nil="true"/></r>"#,
    "T=false"),
  .xml("/r/v |> count -> T: integer", "<r/>", "T=0"),
  .xml("/r/v |> count -> T: integer", "<r><v/><v/></r>", "T=2"),
  .xml(#"r.v |> lookup("a": 1, else: 0) -> T: integer"#, "<r/>", "T=0"),
  .json("$.v[*] |> exists -> T: boolean", #"{"v":[]}"#, "T=false"),
  .json("$.v[*] |> count -> T: integer", "{}", "T=0"),
]

private let mismatches: [LanguageRow] = [
  .json("v |> trim -> T", #"{"v":{}}"#, "T mismatch"),
  .json("v |> trim -> T", #"{"v":[]}"#, "T mismatch"),
  .json("v |> number -> T", #"{"v":"abc"}"#, "T mismatch"),
  .json("v |> number -> T", #"{"v":" 42 "}"#, "T mismatch"),
  .json("v |> number -> T", #"{"v":"+5"}"#, "T mismatch"),
  .json("v |> integer -> T", #"{"v":42.5}"#, "T mismatch"),
  .json("v |> integer -> T", #"{"v":"4,2"}"#, "T mismatch"),
  .json("v |> add(1) -> T", #"{"v":"one"}"#, "T mismatch"),
  .json("v |> multiply(10) -> T", #"{"v":9e6144}"#, "T mismatch"),
  .json("v |> divide(2) -> T", #"{"v":[1]}"#, "T mismatch"),
  .json(#"v |> boolean |> lookup(true: "y", false: "n") -> T"#, #"{"v":"yes"}"#, "T mismatch"),
  .json(#"v |> not |> lookup(true: "y", false: "n") -> T"#, #"{"v":"true"}"#, "T mismatch"),
  .json(#"v |> date("yyyy-MM-dd") |> format("yyyy") -> T"#, #"{"v":"2023-02-29"}"#, "T mismatch"),
  .json(#"v |> date("yyyy-MM-dd") |> format("yyyy") -> T"#, #"{"v":"2023-2-28"}"#, "T mismatch"),
  .json(#"v |> epoch |> format("yyyy") -> T"#, #"{"v":"now"}"#, "T mismatch"),
  .json("v |> only -> T", #"{"v":["a","a"]}"#, "T mismatch"),
  .json(#"v |> join(";") -> T"#, #"{"v":[{}]}"#, "T mismatch"),
  .json("v |> sort |> first -> T", #"{"v":[1,"a"]}"#, "T mismatch"),
  .json("v |> json($.a) -> T", #"{"v":"no JSON"}"#, "T mismatch"),
  .json("v |> json($.a) -> T", #"{"v":{"a":1}}"#, "T mismatch"),
  .json(#"v |> lookup("a": "b") -> T"#, #"{"v":"c"}"#, "T mismatch"),
  .json(#"v |> equals("a") |> lookup(true: "y", false: "n") -> T"#, #"{"v":[]}"#, "T mismatch"),
]

private let surrogates: [LanguageRow] = [
  .json("v |> trim -> T: string", #"{"v":"\ud800"}"#, "T mismatch"),
  .json("v |> lowercase -> T: string", #"{"v":"\ud800"}"#, "T mismatch"),
  .json(#"v |> replace("a", "b") -> T: string"#, #"{"v":"\ud800"}"#, "T mismatch"),
  .json("v |> prefix(1) -> T: string", #"{"v":"\ud800"}"#, "T mismatch"),
  .json(#"v |> split(";") |> first -> T: string"#, #"{"v":"\ud800"}"#, "T mismatch"),
  .json(#"v |> extract("a") -> T: string"#, #"{"v":"\ud800"}"#, "T mismatch"),
  .json("v |> digits -> T: string", #"{"v":"\ud800"}"#, "T mismatch"),
  .json("v |> number -> T: string", #"{"v":"\ud800"}"#, "T mismatch"),
  .json(#"v |> join(";") -> T: string"#, #"{"v":"\ud800"}"#, "T mismatch"),
  .json(#"v |> matches("a") -> T: boolean"#, #"{"v":"\ud800"}"#, "T mismatch"),
  .json("v |> json($.a) -> T: string", #"{"v":"\ud800"}"#, "T mismatch"),
  .json("v |> first -> T: string", #"{"v":"\ud800"}"#, "T mismatch"),
  .json("v |> last -> T: string", #"{"v":"\ud800"}"#, "T mismatch"),
  .json(#"v |> date("yyyy-MM-dd") -> T: date"#, #"{"v":"\ud800"}"#, "T mismatch"),
  .json("v |> count -> T: integer", #"{"v":["\ud800","a"]}"#, "T=2"),
  .json("$.v[*] |> last -> T", #"{"v":["\ud800","a"]}"#, #"T="a""#),
  .json(#"$.v[*] |> join(";") -> T"#, #"{"v":["\ud800","a"]}"#, "T mismatch"),
  .json("v ?? w -> T", #"{"v":"\udc00","w":"x"}"#, "T mismatch"),
  .json("w -> T", #"{"v":"\udc00","w":"x"}"#, #"T="x""#),
  .json(#"reject when $.v == "x"\#nw -> T"#, #"{"v":"\ud800","w":"x"}"#, #"T="x""#),
]

private let whiteSpace: [LanguageRow] = [
  .json("v -> T", #"{"v":" "}"#, #"T=" ""#),
  .json("v -> T: integer", #"{"v":" 42 "}"#, "T mismatch"),
  .json("v |> trim -> T: integer", #"{"v":" 42 "}"#, "T=42"),
  .json("v |> lowercase -> T", #"{"v":" AB "}"#, #"T=" ab ""#),
  .xml("r.v -> T", "<r><v> x </v></r>", #"T=" x ""#),
  .xml("r.v -> T: integer", "<r><v>\n 42 </v></r>", "T=42"),
  .xml("r.v -> T: date", "<r><v> 2020-01-05 </v></r>", #"T="2020-01-05""#),
  .xml("r.v -> T: email", "<r><v>a@b</v></r>", #"T="a@b""#),
  .xml("r.v -> T", "<r><v> \t\n </v></r>", "T empty"),
  .xml("r.v -> T: boolean", "<r><v> 1 </v></r>", "T=true"),
  .xml("r.v |> lowercase -> T", "<r><v> AB </v></r>", #"T=" ab ""#),
  .xml("r.v |> trim -> T", "<r><v> AB </v></r>", #"T="AB""#),
  .xml("/r/v |> lowercase -> T", "<r><v> AB </v></r>", #"T=" ab ""#),
  .xml("/r/v -> T: integer", "<r><v> 42 </v></r>", "T=42"),
  .xml("/r/v -> T", "<r><v> 42 </v></r>", #"T=" 42 ""#),
  .xml("(string(/r/v)) -> T: integer", "<r><v> 42 </v></r>", "T=42"),
  .xml("(normalize-space(/r/v)) -> T", "<r><v>  a   b </v></r>", #"T="a b""#),
  .xml("r.v |> add(1) -> T: integer", "<r><v> 41 </v></r>", "T=42"),
  .xml("r.v |> trim |> add(1) -> T: integer", "<r><v> 41 </v></r>", "T=42"),
  .xml(#"/r/v |> lookup("Y": true, "N": false) -> T: boolean"#, "<r><v> Y </v></r>", "T=true"),
]
