import ResponseMapping
import Testing

/// What a query says of a body that it cannot read is what a mapping says of it.
@Suite struct `The body of a query` {
  private func failure(
    _ path: String, _ format: ResponseFormat, _ body: [UInt8], _ limits: Limits
  ) throws -> BodyFailure? {
    let query = try ResponseQuery(path, format: format)
    do {
      _ = try query.select(in: body, limits: limits)
      return nil
    } catch {
      return error
    }
  }

  private func failure(
    ofMapping path: String, _ format: ResponseFormat, _ body: [UInt8], _ limits: Limits
  ) throws -> Failure? {
    let count = path.hasPrefix("$..") ? " |> count" : ""
    let source = "response \(format.rawValue)\n\(path)\(count) -> F : text\n"
    return try Mapping(compiling: source, limits: limits).evaluate(body).failure
  }

  @Test(
    arguments: [
      ("a", .json, ""), ("a", .json, " \n"), ("a", .xml, "\u{FEFF}"), ("a", .json, "{"),
      ("$..a", .json, "{\"a\":tru}"), ("$..a", .json, "{}x"), ("a", .json, "{\"a\":\"‹FF›\"}"),
      ("a", .json, "‹1F 8B 08›"), ("a", .json, "‹FE FF 00 7B›"), ("$", .json, "[1,\n 01]"),
      ("a", .xml, "<a><b></a>"), ("/a", .xml, "<a><b></a>"), ("a", .xml, "<!DOCTYPE a><a/>"),
      ("/a", .xml, "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), ("a", .xml, "<a>‹FF›</a>"),
      ("a", .xml, "<?xml version='1.0' encoding='EBCDIC'?><a/>"), ("a", .xml, "<a/><b/>"),
      ("/a", .xml, "<a>\n&nbsp;</a>"), ("a", .xml, "{\"a\":1}"), ("a", .json, "<a/>"),
    ] as [(String, ResponseFormat, String)])
  func `is refused as a mapping refuses it`(
    _ path: String, _ format: ResponseFormat, _ body: String
  ) throws {
    let body = bytes(body)
    let expected = try #require(try failure(ofMapping: path, format, body, Limits()))
    let actual = try #require(try failure(path, format, body, Limits()))
    #expect(actual.kind == expected.kind)
    #expect(actual.code == expected.code)
    #expect(actual.message == expected.message)
  }

  @Test(
    arguments: [
      ("a", .json, #"{"a":1}"#, Limits(bodyBytes: 6), .bodyBytes, 6),
      ("$.b", .json, "[[[]]]", Limits(depth: 2), .depth, 2),
      ("$..b", .json, "[1,2,3]", Limits(nodes: 3), .nodes, 3),
      ("$..b", .json, "[1,2,3]", Limits(querySteps: 2), .querySteps, 2),
      ("a", .xml, "<a><b><c/></b></a>", Limits(xmlDepth: 2), .xmlDepth, 2),
      ("//a", .xml, "<a><b><c/></b></a>", Limits(xmlNodes: 2), .xmlNodes, 2),
      ("//a", .xml, "<a><a/><a/><a/></a>", Limits(querySteps: 3), .querySteps, 3),
      ("a", .xml, "<a>four!</a>", Limits(xmlFieldTextBytes: 4), .xmlFieldTextBytes, 4),
      ("a", .xml, "<a x='' y=''/>", Limits(xmlAttributes: 1), .xmlAttributes, 1),
      ("/a", .xml, "<a>four!</a>", Limits(xmlTextBytes: 4), .xmlTextBytes, 4),
    ] as [(String, ResponseFormat, String, Limits, Limits.Name, Int)])
  func `is read within the limits that mappings have`(
    _ path: String, _ format: ResponseFormat, _ body: String, _ limits: Limits, _ name: Limits.Name,
    _ value: Int
  ) throws {
    let body = Array(body.utf8)
    let actual = try #require(try failure(path, format, body, limits))
    #expect(actual.kind == .limit(name, value: value))
    let expected = try failure(ofMapping: path, format, body, limits)
    #expect(actual.message == expected?.message)
  }

  /// The spelling of elements within each other is many times as long as the document.
  @Test func `costs no more than it may where nodes hold each other`() throws {
    let text = String(repeating: "x", count: 40_000)
    let body = String(repeating: "<a>", count: 200) + text + String(repeating: "</a>", count: 200)
    let failure = try failure("//a", .xml, Array(body.utf8), Limits(querySteps: 200_000))
    #expect(failure?.kind == .limit(.querySteps, value: 200_000))
  }

  /// What searches a body makes no tree of it; what is taken out of it is one.
  @Test func `is never so deep that its tree cannot be released`() throws {
    let body = Array((repeated("[", 40_000) + repeated("]", 40_000)).utf8)
    let limits = Limits(depth: 50_000)
    for path in ["$..[0]", "[0]"] {
      #expect(
        try failure(path, .json, body, limits)?.kind == .limit(.depth, value: 2_048), "\(path)")
    }
    #expect(try ResponseQuery("$..a", format: .json).select(in: body, limits: limits).isEmpty)
    let deep = Array((repeated("[", 2_048) + repeated("]", 2_048)).utf8)
    let nodes = try ResponseQuery("$", format: .json).select(in: deep, limits: limits)
    #expect(nodes.first?.text.utf8.count == 4_096)
  }
}
