import ResponseMapping
import Testing

/// What one path selects in one body.
private func select(
  _ path: String, _ body: String, _ format: ResponseFormat, _ namespaces: [String: String] = [:]
) throws -> [ResponseNode] {
  try ResponseQuery(path, format: format, namespaces: namespaces).select(in: Array(body.utf8))
}

@Suite struct `A query of JSON` {
  @Test(
    arguments: [
      ("$", #" {"b" : 1.50,"a":[ null ] , "b":1e400}"#, [#"{"b":1.50,"a":[null],"b":1e400}"#]),
      ("$.b", #"{"b":1.50,"b":1e400}"#, ["1e400"]),
      ("b", #"{"b":1.50,"b":1e400}"#, ["1e400"]),
      ("$[*]", #"[1,"\u0041\n",true,null,{},[]]"#, ["1", #""A\n""#, "true", "null", "{}", "[]"]),
      ("a.b[1]", #"{"a":{"b":[1,{"c":2}]}}"#, [#"{"c":2}"#]),
      ("$..c", #"{"a":{"b":[1,{"c":2}],"c":3}}"#, ["3", "2"]),
      ("[0].a", #"[{"a":-0}]"#, ["-0"]),
      ("'a.b'", #"{"a.b":"x"}"#, [#""x""#]),
      ("42", #"{"42":"x"}"#, [#""x""#]), ("true", #"{"true":"x"}"#, [#""x""#]),
      ("-1", #"{"-1":"x"}"#, [#""x""#]), (" a . b ", #"{"a":{"b":1}}"#, ["1"]),
      ("a", #"{"a":"\uD83d x"}"#, [#""\uD83d x""#]),
      ("a", "{\"a\":\"\\uD83d\u{9B}\u{202E}\"}", [#""\uD83d\u009b\u202e""#]),
      ("$[?@.n > 1].n", #"[{"n":1},{"n":2.0}]"#, ["2.0"]),
      ("a.b", #"{"a":null}"#, []), ("a[0]", #"{"a":{}}"#, []), ("a.c", #"{"a":{"b":1}}"#, []),
      ("$.a[*]", #"{"b":1}"#, []), ("$.a.b..c", #"{"a":null}"#, []), ("$[1][?@]", "[2]", []),
      ("a", "\u{FEFF}{\"a\":1}", ["1"]),
    ] as [(String, String, [String])])
  func `gives the values as the body has them`(
    _ path: String, _ body: String, _ values: [String]
  ) throws {
    let nodes = try select(path, body, .json)
    #expect(nodes.map(\.text) == values)
    #expect(nodes.map(\.json) == values)
  }

  @Test(arguments: [
    ("a.b[1]", "$['a']['b'][1]"), ("$.a.b[-1]", "$['a']['b'][1]"), ("$..c", "$['it\\'s']['c']"),
    ("'it\\'s'.c", "$['it\\'s']['c']"), ("$", "$"),
  ])
  func `gives normalized paths`(_ path: String, _ normalized: String) throws {
    let nodes = try select(path, #"{"a":{"b":[1,2]},"it's":{"c":3}}"#, .json)
    #expect(nodes.map(\.path) == [normalized])
  }

  @Test func `tells texts from other values`() throws {
    let nodes = try select("$[*]", #"["a\tb","\ud800",1,null]"#, .json)
    #expect(nodes.map(\.string) == ["a\tb", nil, nil, nil])
    #expect(nodes.map(\.isJSON) == [true, true, true, true])
  }
}

@Suite struct `A query of XML` {
  static let body = """
    <?xml version="1.0"?><s:a xmlns:s="urn:s"><b x="1">one</b><b>t&lt;w<!--c-->o</b><?p q?>\
    <c xmlns="urn:c"><d/></c></s:a>
    """

  @Test(
    arguments: [
      ("s:a.b", [#"<b xmlns:s="urn:s" x="1">one</b>"#]), ("s:a.b[0].@x", ["1"]),
      ("s:a.b[1]", [#"<b xmlns:s="urn:s">t&lt;w<!--c-->o</b>"#]), ("s:a.b[2]", []),
      ("s:a.b.@y", []), ("a.b", []), ("s:a[1]", []),
      ("s:a[0].c.d", [#"<d xmlns="urn:c" xmlns:s="urn:s"/>"#]),
      ("/q:a/b/text()", ["one", "t<w", "o"]), ("/q:a/b/@x | //comment()", ["1", "c"]),
      ("//processing-instruction()", ["q"]), ("(count(//b))", ["2"]), ("count(//b)", nil),
      ("(//b)[2]/text()", ["t<w", "o"]), ("/q:a = 'x'", ["false"]), ("(string(//b))", ["one"]),
      ("(1 div 0)", ["Infinity"]), ("/nothing", []),
    ] as [(String, [String]?)])
  func `gives elements as markup and other nodes as text`(
    _ path: String, _ values: [String]?
  ) throws {
    guard let values else {
      #expect(throws: MappingDiagnostics.self) { try select(path, Self.body, .xml) }
      return
    }
    let nodes = try select(path, Self.body, .xml, ["q": "urn:s"])
    #expect(nodes.map(\.text) == values)
  }

  @Test(arguments: [
    ("//b/@x", #""1""#), ("(count(//b))", "2"), ("(1 = 1)", "true"), ("(1 div 0)", #""Infinity""#),
    ("(0 div 0)", #""NaN""#), ("(-0.5)", "-0.5"), ("('a')", #""a""#),
    ("//d", #""<d xmlns=\"urn:c\" xmlns:s=\"urn:s\"/>""#),
  ])
  func `has a spelling in JSON for each value`(_ path: String, _ json: String) throws {
    let path = path == "//d" ? "//q:d" : path
    #expect(try select(path, Self.body, .xml, ["q": "urn:c"]).map(\.json) == [json])
  }

  @Test(
    arguments: [
      ("/", ["/"]), ("//b", ["/s:a/b[1]", "/s:a/b[2]"]), ("//b/@x", ["/s:a/b[1]/@x"]),
      ("//text()", ["/s:a/b[1]/text()", "/s:a/b[2]/text()[1]", "/s:a/b[2]/text()[2]"]),
      ("//*[local-name()='d']", ["/s:a/*[3]/*"]),
      ("//processing-instruction()", ["/s:a/processing-instruction('p')"]),
      ("//comment()", ["/s:a/b[2]/comment()"]), ("(1)", [nil]),
    ] as [(String, [String?])])
  func `gives a path to each node`(_ path: String, _ paths: [String?]) throws {
    #expect(try select(path, Self.body, .xml).map(\.path) == paths)
  }

  @Test func `finds its own paths again`() throws {
    for node in try select("//node() | //@*", Self.body, .xml) {
      let path = try #require(node.path)
      let again = try select(path, Self.body, .xml, ["s": "urn:s"])
      #expect(again.map(\.path) == [path])
      #expect(again.map(\.text) == [node.text])
    }
  }

  /// Sibling by sibling, the paths of all would take a minute or more.
  @Test func `gives the paths of very many siblings`() throws {
    let body = "<a>" + String(repeating: "<b/><c/>", count: 50_000) + "</a>"
    let query = try ResponseQuery("/a/b", format: .xml)
    let nodes = try query.select(in: Array(body.utf8), limits: Limits(xmlNodes: 200_000))
    #expect(nodes.count == 50_000)
    #expect(nodes.last?.path == "/a/b[50000]")
  }

  @Test func `follows a path as deep as a document may be`() throws {
    let path = Array(repeating: "a", count: 256).joined(separator: ".")
    let body =
      String(repeating: "<a>", count: 256) + "x" + String(repeating: "</a>", count: 256)
    #expect(try select(path, body, .xml).map(\.string) == ["x"])
    #expect(try select(path + ".a", body, .xml).isEmpty)
  }
}

@Suite struct `The path of a query` {
  @Test(
    arguments: [
      ("", .json, .missingPath, 0..<0), (" \t", .xml, .missingPath, 0..<2),
      ("a..b", .json, .missingKey, 1..<2), (".a", .json, .missingKey, 0..<1),
      ("a.", .json, .missingKey, 1..<2), ("a[x]", .json, .invalidIndex, 2..<3),
      ("a[4294967296]", .json, .indexTooLarge, 2..<12), ("a[1", .json, .unclosedBracket, 1..<2),
      ("a.'b", .json, .unclosedQuote, 2..<3), ("'a\\x'", .json, .invalidEscape, 2..<4),
      ("a$b", .json, .illegalKeyCharacter, 1..<2), ("a # b", .json, .illegalKeyCharacter, 2..<3),
      ("a -> B", .json, .illegalKeyCharacter, 3..<4), ("\"a\"", .json, .illegalKeyCharacter, 0..<1),
      ("a ?? b", .json, .illegalKeyCharacter, 2..<3),
      ("a\u{0}", .json, .illegalKeyCharacter, 1..<2),
      ("\u{FEFF}$.a", .json, .illegalKeyCharacter, 0..<3), ("a\nb", .json, .missingDot, 2..<3),
      ("a.@b", .json, .wrongNotation, 2..<4), ("/a", .json, .wrongNotation, 0..<2),
      ("$.a", .xml, .wrongNotation, 0..<3), ("$.", .json, .jsonPathSyntax, 1..<2),
      (" $.a", .json, .jsonPathSyntax, 0..<1), ("$.a ", .json, .jsonPathSyntax, 3..<4),
      ("$[01]", .json, .jsonPathNumber, 2..<4), ("$[?f(@)]", .json, .unknownFunction, 3..<4),
      ("/a[", .xml, .unclosedBracket, 2..<3), ("//p:a", .xml, .undeclaredPrefix, 2..<3),
      ("/a[$x]", .xml, .unknownVariable, 3..<5), ("[0].a", .xml, .indexWithoutName, 0..<3),
      ("a.1b", .xml, .notAnElementName, 2..<4), ("('a\u{0}')", .xml, .xPathSyntax, 3..<4),
      ("a.@b.c", .xml, .unexpectedText, 4..<6),
    ] as [(String, ResponseFormat, DiagnosticCode, Range<Int>)])
  func `is refused with a diagnostic on its text`(
    _ path: String, _ format: ResponseFormat, _ code: DiagnosticCode, _ range: Range<Int>
  ) throws {
    let problem = #expect(throws: MappingDiagnostics.self) {
      _ = try ResponseQuery(path, format: format)
    }
    let diagnostic = try #require(problem?.diagnostics.first { $0.severity == .error })
    #expect(diagnostic.code == code)
    let place = diagnostic.range
    #expect(place.lowerBound..<place.upperBound == range)
    #expect(diagnostic.help?.isEmpty == false)
  }

  @Test(
    arguments: [
      ("orders.0.id", .positionAsKey), ("$[?@.a]", .existenceOfNull),
      ("$[?@.a != 1]", .inequalityOfAbsent),
      ("a: integer", .typeInKey),
    ] as [(String, DiagnosticCode)])
  func `is taken with a warning`(_ path: String, _ code: DiagnosticCode) throws {
    #expect(try ResponseQuery(path, format: .json).warnings.map(\.code) == [code])
  }

  @Test(
    arguments: [
      ("{}", .json), ("[", .json), ("1", .json), ("<a/>", .xml), (" \n<", .xml),
      ("\u{FEFF}<a/>", .xml), ("\u{FEFF}{", .json), ("", nil), (" \r\n", nil), ("x<", .json),
      ("‹FE FF 00 3C›", .xml), ("‹FF FE 3C 00›", .xml), ("‹FE FF 00 7B›", .json),
    ] as [(String, ResponseFormat?)])
  func `is for the format that a body begins like`(_ body: String, _ format: ResponseFormat?) {
    #expect(ResponseFormat(guessedFrom: bytes(body)) == format)
  }
}
