import RespmapCommands
import Testing

@Suite struct `A newcomer's mistake` {
  /// A mapping file with one mistake, `‹` where it is said to be, the code, and what the help begins with.
  struct Mistake: Sendable, CustomTestStringConvertible {
    let marked: String
    let code: String
    let help: String

    init(_ marked: String, _ code: String, help: String) {
      self.marked = marked
      self.code = code
      self.help = help
    }

    var testDescription: String { marked.debugDescription }

    var source: String { marked.replacing("‹", with: "") }

    /// The line and column of the mark, from 1.
    var place: String {
      let before = marked.prefix { $0 != "‹" }.split(
        separator: "\n", omittingEmptySubsequences: false)
      return "\(before.count):\((before.last?.unicodeScalars.count ?? 0) + 1)"
    }
  }

  @Test(arguments: mistakes)
  func `gives one diagnostic, at its place, that says what to do`(_ mistake: Mistake) throws {
    let file = try ScratchFile("a.respmap", mistake.source + "\n")
    let result = respmap("check", file.path)
    let lines = result.output.split(separator: "\n")
    let heads = lines.filter { $0.contains(": error[") || $0.contains(": warning[") }
    #expect(heads.count == 1, "\(result.output)")
    #expect(
      heads.first?.contains("a.respmap:\(mistake.place): ") == true, "\(result.output)")
    #expect(heads.first?.contains("[\(mistake.code)]: ") == true, "\(result.output)")
    let help = lines.first { $0.hasPrefix("  = help: ") }
    #expect(help?.dropFirst(10).hasPrefix(mistake.help) == true, "\(result.output)")
    let isError = heads.first?.contains(": error[") == true
    #expect(result.status == (isError ? .findings : .ok))
  }

  private static let mistakes: [Mistake] = [
    Mistake(
      "‹company.name -> Company", "RM103",
      help: "begin the file with the line `response json`"),
    Mistake(
      "response ‹yaml\na -> T", "RM105",
      help: "write `response json` or `response xml`"),
    Mistake(
      "‹response\na -> T", "RM105",
      help: "write `response json` or `response xml`"),
    Mistake(
      "‹responce json\na -> T", "RM104",
      help: "did you mean `response`? A mapping needs an arrow"),
    Mistake(
      "response json\n‹company.name Company", "RM110",
      help: "write `path -> Field`"),
    Mistake(
      "response json\n‹company.name => Company", "RM110",
      help: "the arrow is written `->`, not `=>`"),
    Mistake(
      "response json\n‹company.name = Company", "RM110",
      help: "the arrow is written `->`, not `=`"),
    Mistake(
      "response json\n‹Company <- company.name", "RM110",
      help: "the path comes first"),
    Mistake(
      "response json\na ‹->", "RM115",
      help: "name the field by its SOAP API name"),
    Mistake(
      "response json\na -> T ‹-> U", "RM111",
      help: "write one mapping for each lead field"),
    Mistake(
      "response json\na -> First ‹Name", "RM121",
      help: "a name with spaces goes in double quotes"),
    Mistake(
      "response json\na -> T: ‹int", "RM204",
      help: "did you mean `integer`?"),
    Mistake(
      "response json\na -> T: ‹number", "RM204",
      help: "did you mean `float`?"),
    Mistake(
      "response json\na -> T‹:", "RM123",
      help: "write a type, `Score : integer`, or leave the colon out"),
    Mistake(
      "response json\na -> T ‹requierd", "RM122",
      help: "did you mean `required`?"),
    Mistake(
      "response json\na -> T on ‹nul clear", "RM122",
      help: "did you mean `null`?"),
    Mistake(
      "response json\na -> T on missing ‹clear", "RM228",
      help: "write one of `skip`, `fail`"),
    Mistake(
      "response json\na -> T on null ‹truncate", "RM228",
      help: "write one of `skip`, `clear`, `fail`"),
    Mistake(
      "response json\na -> T when ‹empty", "RM122",
      help: "a condition on the whole response is a directive"),
    Mistake(
      "response json\na |> ‹lower -> T", "RM216",
      help: "did you mean `lowercase`?"),
    Mistake(
      "response json\na |> ‹Trim -> T", "RM216",
      help: "did you mean `trim`?"),
    Mistake(
      "response json\na ‹| trim -> T", "RM117",
      help: "a transform is applied with `|>`"),
    Mistake(
      "response json\na |> trim‹(  -> T", "RM112",
      help: "close it on the line where it opens"),
    Mistake(
      "response json\na |> ‹prefix() -> T", "RM217",
      help: "write for example `|> prefix(3)`"),
    Mistake(
      #"response json\#na |> prefix(‹"3") -> T"#, "RM217",
      help: "write for example `|> prefix(3)`"),
    Mistake(
      "response json\na |> join(‹';') -> T", "RM128",
      help: #"write `join(";")`"#),
    Mistake(
      #"response json\#na |> lookup("Y": true, ‹"Y": false) -> T: boolean"#, "RM217",
      help: #"write for example `|> lookup("Y": true, "N": false)`"#),
    Mistake(
      "response json\na |> divide(‹0) -> T", "RM217",
      help: "write for example `|> divide(100)`"),
    Mistake(
      #"response json\#na |> date(‹"DD/MM/YYYY") -> T: date"#, "RM217",
      help: #"write for example `|> date("M/d/yyyy")`"#),
    Mistake(
      "response json\n‹$.tags[*] -> T", "RM219",
      help: "say which one: `|> first`, `last`, `only` or `nth(0)`; or ma"),
    Mistake(
      "response json\n‹$..name -> T", "RM219",
      help: "say which one: `|> first`, `last`, `only` or `nth(0)`; or ma"),
    Mistake(
      "response json\n$.a[?@.b ‹= 1] |> first -> T", "RM130",
      help: "write `==`"),
    Mistake(
      "response json\n$.a[?@.b == 'x' ‹and @.c] |> first -> T", "RM130",
      help: "write `&&`"),
    Mistake(
      "response json\n$.a[?‹contains(@.b, 'x')] |> first -> T", "RM230",
      help: "the functions are `length`"),
    Mistake(
      "response json\n$.a[?‹length(@.b)] |> first -> T", "RM232",
      help: "compare it: `length(...) > 0`"),
    Mistake(
      "response json\n$.a[‹(@.length-1)] -> T", "RM130",
      help: "count from the end with a negative index"),
    Mistake(
      "response json\n$.a‹[ -> T", "RM112",
      help: "close it on the line where it opens"),
    Mistake(
      "response json\na[‹-1] -> T", "RM118",
      help: "the last element is `$.orders[-1]` in JSONPath"),
    Mistake(
      "response json\na[‹*].b -> T", "RM118",
      help: "write a position, `orders[0]`; a member is named after a dot"),
    Mistake(
      #"response json\#na[‹"b"] -> T"#, "RM118",
      help: "write a position, `orders[0]`; a member is named after a dot"),
    Mistake(
      "response json\na‹..b -> T", "RM116",
      help: "name the member: `company.name`; an index needs no dot: `ord"),
    Mistake(
      "response json\na.‹@id -> T", "RM215",
      help: "if the sign belongs to the member's name"),
    Mistake(
      "response json\na.b‹$c -> T", "RM117",
      help: "if it belongs to the key"),
    Mistake(
      "response json\n‹/a/b -> T", "RM215",
      help: "write the path as Marketo does"),
    Mistake(
      "response xml\n‹$.a.b -> T", "RM215",
      help: "write the path as Marketo does"),
    Mistake(
      "response xml\n/‹q:a/b -> T", "RM240",
      help: #"declare it above the mappings: `namespace q = "URI"`"#),
    Mistake(
      "response xml\n/a[‹$x = 1] -> T", "RM241",
      help: "write its value, a path or a text in quotes, in its place"),
    Mistake(
      "response xml\n/a/b‹[ -> T", "RM112",
      help: "close it on the line where it opens"),
    Mistake(
      "response xml\n(‹matches(/a, 'x')) -> T: boolean", "RM230",
      help: #"use the transform `|> matches("…")`"#),
    Mistake(
      "response json\n‹accept $.ok == true\na -> T", "RM108",
      help: #"write `accept when $.status == "ok"`"#),
    Mistake(
      "response json\naccept when $.ok ‹= true\na -> T", "RM130",
      help: "write `==`"),
    Mistake(
      "response json\naccept ‹when\na -> T", "RM129",
      help: #"say when: `accept when $.status == "ok"`, or in XML `accept "#),
    Mistake(
      "response json\nreject when ‹$.error\na -> T", "RM235",
      help: "write `$.error && $.error != null`"),
    Mistake(
      #"response json\#nreject when ‹$.status != "ok"\#na -> T"#, "RM236",
      help: "ask for it first: `$.status && $.status != 'ok'`"),
    Mistake(
      "response json\nreject when $.e == 1 because ‹vendor\na -> T", "RM108",
      help: #"write `because "vendor error"`"#),
    Mistake(
      "response json\non ‹40x skip\na -> T", "RM109",
      help: "write a status from 100 to 599"),
    Mistake(
      "response json\non ‹600 skip\na -> T", "RM109",
      help: "write a status from 100 to 599"),
    Mistake(
      "response json\non 404 ‹ignore\na -> T", "RM108",
      help: "write `on 404 skip`"),
    Mistake(
      "response json\non 404 ‹clear\na -> T", "RM108",
      help: "write `on 404 skip`"),
    Mistake(
      "response json\non 404 skip\non ‹404 retry\na -> T", "RM227",
      help: "keep one; an exact status such as 404 may stand beside its c"),
    Mistake(
      "response json\na -> T\n‹accept when $.ok == true", "RM107",
      help: "move it above the first mapping"),
    Mistake(
      "response json\n‹response xml\na -> T", "RM106",
      help: "keep one: a file maps the responses of one webhook"),
    Mistake(
      "response json\na -> Email\nb -> ‹Email", "RM201",
      help: "keep one of them, or make them one: `first.path ?? second.pa"),
    Mistake(
      "response json\na -> ‹createdAt", "RM209",
      help: "see in Field Management whether the field can be a target"),
    Mistake(
      "response json\na -> ‹T: formula", "RM205",
      help: "map to a field that holds a value"),
    Mistake(
      "response json\n‹a: integer -> T", "RM211",
      help: "if the type is meant"),
    Mistake(
      #"response json\#n‹"abc" -> T: integer"#, "RM220",
      help: "write a value of the type, or choose another field"),
    Mistake(
      "response json\n‹true -> T: date", "RM220",
      help: "choose another field or type"),
    Mistake(
      #"response json\#n"‹{a" -> T"#, "RM127",
      help: "close it behind the path"),
    Mistake(
      #"response json\#n"a‹}b" -> T"#, "RM127",
      help: "a brace in the text is written twice: `}}`"),
    Mistake(
      #"response json\#n"a‹\x" -> T"#, "RM125",
      help: #"a backslash itself is written `\\`"#),
    Mistake(
      #"response json\#n‹"abc -> T"#, "RM113",
      help: #"close it: "Marketo Jigsaw Contact Id"; a quote within a text"#),
    Mistake(
      #"response json\#n"x" ?? ‹b -> T"#, "RM229",
      help: #"put the value that is always there last: `path ?? "none"`"#),
    Mistake(
      "response json\na ‹?? -> T", "RM114",
      help: "write what is taken if the first has no value"),
    Mistake(
      "response json\na ‹|> -> T", "RM128",
      help: "name one: `person.email |> trim -> Email`"),
    Mistake(
      "response json\na |> not |> ‹add(1) -> T", "RM218",
      help: "leave it out, or change the value before it"),
    Mistake(
      "response json\nprofile ‹strict\na -> T", "RM108",
      help: "write `profile extended` or `profile marketo`"),
    Mistake(
      "response json\nprofile marketo\n‹$.a -> T", "RM226",
      help: "write `a`, which is the same there"),
    Mistake(
      "response json\nprofile marketo\na ‹?? b -> T", "RM226",
      help: "leave it out, or use `profile extended` and evaluate the res"),
    Mistake(
      "response json\nfields ‹lead-fields.json\na -> T", "RM108",
      help: #"write `fields "lead-fields.json"`"#),
    Mistake(
      #"response json\#nfields ‹"none.json"\#na -> T"#, "RM222",
      help: "save the answer of `GET /rest/v1/leads/describe.json` there"),
    Mistake(
      "‹response json", "RM208",
      help: "add a mapping: `company.name -> Company`"),
    Mistake(
      "response json\na‹.0.b -> T", "RM212",
      help: "if an element is meant"),
    Mistake(
      "response json\na -> ‹T, U", "RM120",
      help: "a mapping writes one field: write a second mapping"),
  ]
}
