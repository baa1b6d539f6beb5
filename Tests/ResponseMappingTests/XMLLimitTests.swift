import ResponseMapping
import Testing

@Suite struct XMLLimitTests {
  @Test func `the limits have their defaults and names`() {
    let limits = Limits()
    #expect(limits.bodyBytes == 256 << 20)
    #expect(limits.depth == 512)
    #expect(limits.xmlDepth == 256)
    #expect(limits.xmlAttributes == 256)
    #expect(limits.xmlTokenBytes == 65_536)
    #expect(limits.xmlFieldTextBytes == 1 << 20)
    #expect(limits.xmlTextBytes == 64 << 20)
    let names: [Limits.Name] = [
      .bodyBytes, .depth, .xmlDepth, .xmlAttributes, .xmlTokenBytes, .xmlFieldTextBytes,
      .xmlTextBytes,
    ]
    #expect(
      names.map(\.rawValue) == [
        "bodyBytes", "depth", "xmlDepth", "xmlAttributes", "xmlTokenBytes",
        "xmlFieldTextBytes", "xmlTextBytes",
      ])
  }

  /// Holds a body to be refused for a limit.
  private func expect(
    _ mapping: Mapping, _ body: String, exceeds name: Limits.Name, _ value: Int,
    _ location: SourceLocation = #_sourceLocation
  ) {
    let failure = mapping.evaluate(body).failure
    #expect(failure?.kind == .limit(name, value: value), sourceLocation: location)
    #expect(failure?.code == "RM501", sourceLocation: location)
    #expect(failure?.recovery == .investigate, sourceLocation: location)
    #expect(failure?.message.isEmpty == false, sourceLocation: location)
    #expect(failure?.response.count == body.utf8.count, sourceLocation: location)
  }

  private func expectMapped(
    _ mapping: Mapping, _ body: String, _ location: SourceLocation = #_sourceLocation
  ) {
    let outcome = mapping.evaluate(body)
    #expect(
      outcome.updates != nil, "\(outcome.failure?.message ?? "")", sourceLocation: location)
  }

  // MARK: Bytes

  @Test(arguments: [8, 16, 4_095, 4_096, 4_097, 100_000])
  func `the limit of bytes is exact`(_ limit: Int) throws {
    let mapping = try xml("a -> Target", limits: Limits(bodyBytes: limit))
    let fitting = "<a>" + repeated(" ", limit - 7) + "</a>"
    expectMapped(mapping, fitting)
    expect(mapping, fitting + "\n", exceeds: .bodyBytes, limit)
    expect(mapping, " " + fitting, exceeds: .bodyBytes, limit)
    expect(mapping, "<a>" + repeated("<", limit), exceeds: .bodyBytes, limit)
    expect(mapping, repeated("é", limit), exceeds: .bodyBytes, limit)
    if limit > 8 { expectMapped(mapping, "<a>" + repeated(" ", limit - 8) + "</a>") }
  }

  // MARK: Depth

  private func nested(_ depth: Int, _ core: String = "x", name: (Int) -> String) -> String {
    (0..<depth).map { "<\(name($0))>" }.joined() + core
      + (0..<depth).reversed().map { "</\(name($0))>" }.joined()
  }

  @Test(arguments: [1, 2, 3, 63, 64, 255, 256, 257, 1_000])
  func `the limit of depth is exact`(_ limit: Int) throws {
    let mapping = try xml("a.a -> Target", limits: Limits(xmlDepth: limit))
    for name: (Int) -> String in [{ _ in "a" }, { "n\($0)" }] {
      if limit > 1 { expectMapped(mapping, nested(limit - 1, name: name)) }
      expectMapped(mapping, nested(limit, name: name))
      expect(mapping, nested(limit + 1, name: name), exceeds: .xmlDepth, limit)
      expect(mapping, nested(limit, "<b/>", name: name), exceeds: .xmlDepth, limit)
      expect(mapping, nested(limit, "x<b/>", name: name), exceeds: .xmlDepth, limit)
    }
    // Elements side by side do not nest, what is no element does not count.
    if limit > 1 { expectMapped(mapping, "<a>" + repeated("<b/><b></b>", 5_000) + "</a>") }
    expectMapped(mapping, nested(limit, "<!-- --><?b?><![CDATA[<c>]]>&lt;") { _ in "a" })
  }

  @Test func `the usual limit of depth is 256`() throws {
    let mapping = try xml("a -> Target")
    expectMapped(mapping, nested(256) { _ in "a" })
    expect(mapping, nested(257) { _ in "a" }, exceeds: .xmlDepth, 256)
    // The limit of JSON is another one.
    let deep = try xml("a -> Target", limits: Limits(depth: 2, xmlDepth: 400))
    expectMapped(deep, nested(400) { _ in "a" })
    let json = try compiled("a -> Target", limits: Limits(xmlDepth: 2))
    #expect(json.evaluate(repeated("[", 500) + repeated("]", 500)).updates != nil)
  }

  @Test func `a path leads to the deepest element that is allowed`() throws {
    let path = Array(repeating: "a", count: 256).joined(separator: ".")
    #expect(
      try xml("\(path) -> Target").evaluate(nested(256) { _ in "a" }).result == .string("x"))
  }

  // MARK: Attributes

  private func attributes(_ count: Int, _ declarations: Int = 0) -> String {
    let list =
      (0..<declarations).map { "xmlns:n\($0)='u\($0)'" } + (0..<count).map { "a\($0)='\($0)'" }
    return list.map { " " + $0 }.joined()
  }

  @Test(arguments: [0, 1, 2, 10, 256, 300])
  func `the limit of attributes counts those of one element`(_ limit: Int) throws {
    let mapping = try xml("a.b -> Target", limits: Limits(xmlAttributes: limit))
    for (before, after) in [
      ("<a", "/>"), ("<a", "><b>x</b></a>"), ("<a><b", ">x</b></a>"), ("<a><c", "/></a>"),
      ("<a><b/><c><d", "/></c></a>"),
    ] {
      if limit > 0 { expectMapped(mapping, before + attributes(limit - 1) + after) }
      expectMapped(mapping, before + attributes(limit) + after)
      expect(mapping, before + attributes(limit + 1) + after, exceeds: .xmlAttributes, limit)
    }
    // Declarations of namespaces count with them.
    for declarations in [1, limit / 2, limit] where declarations > 0 && declarations <= limit {
      expectMapped(mapping, "<a\(attributes(limit - declarations, declarations))/>")
      expect(
        mapping, "<a\(attributes(limit - declarations + 1, declarations))/>",
        exceeds: .xmlAttributes, limit)
    }
    expect(mapping, "<a\(attributes(0, limit + 1))/>", exceeds: .xmlAttributes, limit)
    // Those of other elements do not.
    let element = "<b\(attributes(limit))/>"
    expectMapped(mapping, "<a\(attributes(limit))>\(repeated(element, 20))</a>")
    expectMapped(mapping, "<a>" + repeated("<b>", 20) + repeated("</b>", 20) + "</a>")
  }

  @Test func `the usual limit of attributes is 256`() throws {
    let mapping = try xml("a -> Target")
    for count in [255, 256] { expectMapped(mapping, "<a\(attributes(count))>x</a>") }
    expect(mapping, "<a\(attributes(257))>x</a>", exceeds: .xmlAttributes, 256)
    expectMapped(mapping, "<a\(attributes(156, 100))>x</a>")
    expect(mapping, "<a\(attributes(157, 100))>x</a>", exceeds: .xmlAttributes, 256)
  }

  // MARK: Tokens

  /// What is read at once, as text before and behind what makes it long.
  private static let tokens: [(String, String)] = [
    ("<a b='", "'>x</a>"), ("<a><b c='", "'/>x</a>"), ("<a><!--", "-->x</a>"),
    ("<a>x<?b ", "?></a>"), ("<!--", "--><a>x</a>"), ("<?b ", "?><a>x</a>"),
    ("<a>x</a><!--", "-->"), ("<a>x</a><?b ", "?>"), ("<a ", "  b='c'>x</a>"), ("<a b ", "='c'/>"),
  ]

  @Test(arguments: [100, 8_192, 65_536])
  func `the limit of a token holds for tags, comments and processing instructions`(
    _ limit: Int
  ) throws {
    let mapping = try xml("a -> Target", limits: Limits(xmlTokenBytes: limit))
    for (before, after) in Self.tokens {
      let filling = before.hasSuffix(" ") && !before.contains("?") ? " " : "x"
      let begun = before.split(separator: "<").last?.count ?? 0
      let rest = 1 + begun + (after.split(separator: ">").first?.count ?? 0) + 1
      expectMapped(mapping, before + repeated(filling, limit - rest - 1) + after)
      expectMapped(mapping, before + repeated(filling, limit - rest) + after)
      expect(
        mapping, before + repeated(filling, limit - rest + 1) + after, exceeds: .xmlTokenBytes,
        limit)
      expect(mapping, before + repeated(filling, 10 * limit), exceeds: .xmlTokenBytes, limit)
    }
  }

  @Test func `a long text is no token`() throws {
    let mapping = try xml(
      "a -> Target : text", "a.b -> Other", limits: Limits(xmlTokenBytes: 8_192))
    let text = repeated("x", 29_000)
    #expect(mapping.evaluate("<a>\(text)</a>").result == .string(text))
    #expect(mapping.evaluate("<a><![CDATA[\(text)]]></a>").result == .string(text))
    #expect(
      mapping.evaluate("<a>\(repeated("&amp;", 20_000))</a>").result
        == .string(repeated("&", 20_000)))
    #expect(mapping.evaluate("<a>\(repeated(" ", 100_000))</a>").result == .empty)
    #expect(mapping.evaluate(repeated(" ", 100_000) + "<a>x</a>").result == .string("x"))
    #expect(mapping.evaluate("<a>x</a>" + repeated("\n", 100_000)).result == .string("x"))
    let many = repeated("<!-- x --><?x?><b c='d'/>", 10_000)
    #expect(mapping.evaluate("<a>\(many)</a>").result == .mismatch)
  }

  // MARK: Names

  /// Names cost no more than their bytes, so there is no limit to how many there are.
  @Test func `names may be as many and as long as the body has room for`() throws {
    let mapping = try xml("r.kept -> Target")
    let names: [(Int) -> String] = [
      { "<n\($0)/>" }, { "<n\($0)></n\($0)>" }, { "<e n\($0)='x'/>" },
      { "<p\($0):e xmlns:p\($0)='u\($0)'/>" }, { "<\(repeated("n", 500))\($0)/>" },
    ]
    for element in names {
      expectMapped(mapping, "<r><kept>x</kept>\((0..<10_000).map(element).joined())</r>")
    }
    let long = repeated("n", 60_000)
    expectMapped(mapping, "<r><\(long)/><kept>x</kept></r>")
  }

  @Test func `names of one document do not count for the next`() throws {
    var evaluator = try xml("r.kept -> Target").makeEvaluator()
    for round in 0..<20 {
      let elements = (0..<1_000).map { "<n\(round)-\($0)/>" }.joined()
      let response = Response(status: 200, body: "<r><kept>x</kept>\(elements)</r>")
      #expect(evaluator.evaluate(response).result == .string("x"))
    }
  }

  // MARK: Text of a field

  /// Elements' contents, all of them texts of a number of bytes.
  private static let contents: [@Sendable (Int) -> String] = [
    { repeated("x", $0) }, { "<![CDATA[\(repeated("x", $0))]]>" }, { repeated("&amp;", $0) },
    { repeated("é", $0 / 2) + repeated("x", $0 % 2) },
    {
      repeated("x", $0 / 2) + "<!-- \(repeated("y", 100)) --><?x y?>" + repeated("x", $0 - $0 / 2)
    },
    { repeated("\r\n", $0) }, { repeated("&#x1F600;", $0 / 4) + repeated("x", $0 % 4) },
  ]

  @Test(arguments: [1, 2, 10, 300, 301, 5_000, 30_000])
  func `the limit of a field's text is exact`(_ limit: Int) throws {
    let mapping = try xml("r.a -> Target : text", limits: Limits(xmlFieldTextBytes: limit))
    for content in Self.contents {
      for size in [limit - 1, limit] where size > 0 {
        expectMapped(mapping, "<r><a>\(content(size))</a></r>")
      }
      expect(
        mapping, "<r><a>\(content(limit + 1))</a></r>", exceeds: .xmlFieldTextBytes, limit)
    }
    expect(
      mapping, "<r><a>\(repeated(" ", limit + 1))</a></r>", exceeds: .xmlFieldTextBytes, limit)
  }

  @Test func `only the text of mapped elements counts`() throws {
    let mapping = try xml("r.a -> Target", "r.b[1] -> Other", limits: Limits(xmlFieldTextBytes: 10))
    let long = repeated("x", 100_000)
    for body in [
      "<r><other>\(long)</other><a>0123456789</a></r>", "<r>\(long)<a>0123456789</a>\(long)</r>",
      "<r><a>0123456789</a><a>\(long)</a></r>", "<r><b>\(long)</b><a>0123456789</a></r>",
      "<r><b/><b>y</b><b>\(long)</b><a>0123456789</a></r>",
      "<r><c><a>\(long)</a></c><a>0123456789</a></r>",
      "<r><!-- \(repeated("x", 1_000)) --><a b='\(repeated("x", 1_000))'>0123456789</a></r>",
    ] {
      #expect(mapping.evaluate(body).result == .string("0123456789"), "\(body.prefix(40))")
    }
    for body in ["<r><a>\(long)</a></r>", "<r><b/><b>\(long)</b></r>"] {
      expect(mapping, body, exceeds: .xmlFieldTextBytes, 10)
    }
    // Two fields do not add up, each has the limit for itself.
    expectMapped(mapping, "<r><a>0123456789</a><b/><b>0123456789</b></r>")
    // The text of child elements is not the element's own.
    #expect(mapping.evaluate("<r><a><c>\(long)</c></a></r>").result == .mismatch)
  }

  @Test func `the usual limit of a field's text is 1 MiB`() throws {
    let mapping = try xml("r.a -> Target : text", "r.b -> Other")
    let fitting = repeated("x", 1 << 20)
    #expect(mapping.evaluate("<r><a>\(fitting)</a></r>").result == .overlong)
    expect(mapping, "<r><a>\(fitting)x</a></r>", exceeds: .xmlFieldTextBytes, 1 << 20)
    let outcome = mapping.evaluate("<r><c>\(fitting)x</c><a>x</a></r>")
    #expect(outcome.result == .string("x"))
  }

  // MARK: Text of all

  @Test(arguments: [10, 300, 5_000])
  func `the limit of all text is exact, mapped or not`(_ limit: Int) throws {
    let mapping = try xml("r.a -> Target : text", limits: Limits(xmlTextBytes: limit))
    for content in Self.contents {
      for size in [limit - 1, limit] {
        expectMapped(mapping, "<r><a>\(content(size))</a></r>")
        expectMapped(mapping, "<r><b>\(content(size))</b></r>")
        expectMapped(
          mapping, "<r><b>\(content(size / 2))</b><a>\(content(size - size / 2))</a></r>")
      }
      for body in [
        "<r><a>\(content(limit + 1))</a></r>", "<r><b>\(content(limit + 1))</b></r>",
        "<r>\(content(limit + 1))</r>", "<r><b>\(content(limit))</b>x</r>",
        "<r><a>\(content(limit))</a><b>x</b></r>",
      ] {
        expect(mapping, body, exceeds: .xmlTextBytes, limit)
      }
    }
    // Attributes, comments and processing instructions are no text, nor is white space beside the
    // root.
    let other = repeated("x", limit + 1)
    expectMapped(mapping, "<r b='\(other)'><!-- \(other) --><?b \(other)?><a>x</a></r>")
    expectMapped(mapping, repeated("\n", limit + 1) + "<r/>" + repeated("\n", limit + 1))
  }

  @Test func `the usual limit of all text is 64 MiB`() throws {
    let mapping = try xml("r.a -> Target")
    var body = bytes("<r><a>x</a><b>")
    body.reserveCapacity(65 << 20)
    body += [UInt8](repeating: 0x79, count: 64 << 20)
    body += bytes("</b></r>")
    #expect(
      mapping.evaluate(body).failure?.kind == .limit(.xmlTextBytes, value: 64 << 20))
    body.removeSubrange(14..<15)
    #expect(mapping.evaluate(body).result == .string("x"))
  }

  // MARK: Settings

  @Test(arguments: [0, -1, Int.min])
  func `limits of nothing allow nothing and are no trap`(_ limit: Int) throws {
    let kinds = [
      Limits(bodyBytes: limit), Limits(xmlDepth: limit),
      Limits(xmlFieldTextBytes: limit), Limits(xmlTextBytes: limit),
    ].map { limits in
      (try? xml("a.b -> Target", limits: limits))?.evaluate("<a><b c='d'>x</b></a>").failure?.kind
        .name
    }
    #expect(kinds == Array(repeating: "limit", count: 4))
    let attributes = try xml("a.b -> Target", limits: Limits(xmlAttributes: limit))
    #expect(attributes.evaluate("<a><b c='d'>x</b></a>").failure?.kind.name == "limit")
    _ = try xml("a -> Target", limits: Limits(xmlTokenBytes: limit)).evaluate("<a>x</a>")
  }

  @Test func `limits beyond all bounds are no trap`() throws {
    let limits = Limits(
      bodyBytes: .max, depth: .max, xmlDepth: .max, xmlAttributes: .max, xmlTokenBytes: .max,
      xmlFieldTextBytes: .max, xmlTextBytes: .max)
    let mapping = try xml("a.b -> Target", limits: limits)
    #expect(mapping.limits == limits)
    #expect(mapping.evaluate("<a><b c='d'>x</b></a>").result == .string("x"))
    expectMapped(mapping, "<a><b>\(repeated("x", 2 << 20))</b></a>")
    expectMapped(mapping, "<a><b\(attributes(1_000))/></a>")
    expectMapped(mapping, "<a>\((0..<10_000).map { "<n\($0)/>" }.joined())</a>")
    expectMapped(mapping, nested(10_000) { _ in "a" })
  }

  @Test func `an evaluator keeps to the limits of its mapping`() throws {
    var limits = Limits()
    limits.xmlDepth = 2
    limits.xmlFieldTextBytes = 3
    limits.xmlAttributes = 1
    let mapping = try xml("a.b -> Target", limits: limits)
    #expect(mapping.limits == limits)
    var evaluator = mapping.makeEvaluator()
    for _ in 0..<3 {
      for (body, kind) in [
        ("<a><b>xyz</b></a>", nil), ("<a><b><c/></b></a>", Failure.Kind.limit(.xmlDepth, value: 2)),
        ("<a><b>wxyz</b></a>", .limit(.xmlFieldTextBytes, value: 3)),
        ("<a b='c' d='e'/>", .limit(.xmlAttributes, value: 1)),
      ] {
        let outcome = evaluator.evaluate(Response(status: 200, body: body))
        #expect(outcome.failure?.kind == kind)
        #expect(outcome == mapping.evaluate(body))
      }
    }
  }

  /// What earlier bodies have left in the parser must not tell in a later outcome.
  @Test func `long names of earlier bodies do not tell`() throws {
    let mapping = try xml("a.b -> Target")
    var evaluator = mapping.makeEvaluator()
    var number = 0
    for length in [45_000, 30_000, 20_000, 10_000, 5_000, 500] {
      for count in [340, 60, 20] {
        let names = (0..<count).map { "<\(repeated("n", length))\(number + $0)/>" }
        number += count
        let body = "<a>\(names.joined())<b>x</b></a>"
        let response = Response(status: 200, body: body)
        #expect(evaluator.evaluate(response) == mapping.evaluate(response), "\(count) of \(length)")
        let good = Response(status: 200, body: "<a><customer\(number)/><b>good</b></a>")
        #expect(evaluator.evaluate(good).result == .string("good"), "\(count) of \(length)")
      }
    }
  }

  /// A message names the limit's value, so that a reader knows which setting to change.
  @Test func `each limit has a message of its own`() throws {
    let rows: [(Limits, String)] = [
      (Limits(bodyBytes: 9), "<a>x</a> \n"), (Limits(xmlDepth: 1), "<a><b/></a>"),
      (Limits(xmlAttributes: 1), "<a b='c' d='e'/>"), (Limits(xmlFieldTextBytes: 2), "<a>xyz</a>"),
      (Limits(xmlTextBytes: 2), "<a>xyz</a>"),
      (Limits(xmlTokenBytes: 8_192), "<a><!--\(repeated("x", 20_000))--></a>"),
    ]
    var messages: Set<String> = []
    for (limits, body) in rows {
      let failure = try #require(try xml("a -> Target", limits: limits).evaluate(body).failure)
      guard case .limit(_, let value) = failure.kind else {
        Issue.record("\(failure.kind)")
        continue
      }
      #expect(failure.message.contains("\(value)"))
      #expect(!failure.message.hasSuffix("."))
      messages.insert(failure.message)
    }
    #expect(messages.count == rows.count)
  }
}
