import ResponseMapping
import Testing

@Suite struct XMLSituationTests {
  @Test(arguments: found)
  func `a path names every element from the root on`(
    _ situation: XMLSituation
  ) throws { try situation.check() }

  @Test(arguments: prefixed)
  func `a prefix is part of the name, a namespace plays no part`(
    _ situation: XMLSituation
  ) throws { try situation.check() }

  @Test(arguments: positions)
  func `a position counts the siblings of that name`(
    _ situation: XMLSituation
  ) throws { try situation.check() }

  @Test(arguments: severalSiblings)
  func `where several siblings carry the name the first is taken, with a warning`(
    _ situation: XMLSituation
  ) throws { try situation.check() }

  @Test(arguments: noOtherSiblings)
  func `several siblings where no step chooses among them are of no concern`(
    _ situation: XMLSituation
  ) throws { try situation.check() }

  @Test(arguments: texts)
  func `an element's text is kept exactly`(
    _ situation: XMLSituation
  ) throws { try situation.check() }

  @Test(arguments: references)
  func `references stand for their characters`(
    _ situation: XMLSituation
  ) throws { try situation.check() }

  @Test(arguments: interrupted)
  func `comments and processing instructions are as if they were not there`(
    _ situation: XMLSituation
  ) throws { try situation.check() }

  @Test(arguments: lineEnds)
  func `line ends are LF`(_ situation: XMLSituation) throws { try situation.check() }

  @Test(arguments: empty)
  func `no text, or white space alone, is empty`(
    _ situation: XMLSituation
  ) throws { try situation.check() }

  @Test(arguments: containers)
  func `an element with child elements is no value`(
    _ situation: XMLSituation
  ) throws { try situation.check() }

  @Test(arguments: nils)
  func `nil in the namespace of schema instances is null`(
    _ situation: XMLSituation
  ) throws { try situation.check() }

  @Test(arguments: notNils)
  func `what only looks like nil is not`(
    _ situation: XMLSituation
  ) throws { try situation.check() }

  @Test(arguments: missing)
  func `a path that finds nothing says how far it led`(
    _ situation: XMLSituation
  ) throws { try situation.check() }

  @Test(arguments: nearest)
  func `a path that finds nothing says what is near`(
    _ situation: XMLSituation
  ) throws { try situation.check() }

  @Test(arguments: nearestByLocalName)
  func `a name with another prefix is near`(
    _ situation: XMLSituation
  ) throws { try situation.check() }

  @Test(arguments: nearToOneLetter)
  func `near to a single letter is the same letter only`(
    _ situation: XMLSituation
  ) throws { try situation.check() }

  @Test(arguments: unicode)
  func `names and texts are Unicode`(
    _ situation: XMLSituation
  ) throws { try situation.check() }

  // MARK: Several mappings

  @Test func `an element may be mapped twice`() throws {
    let outcome = try xml("a.b -> First", "a.b -> Second : integer", "a.b -> Third : boolean")
      .evaluate("<a><b> 1 </b></a>")
    let results = outcome.updates?.results.map(\.result)
    #expect(results == [.string(" 1 "), .written(.integer(1)), .written(.boolean(true))])
  }

  @Test func `a path may continue below a mapped element`() throws {
    let mapping = try xml("a.b -> Outer", "a.b.c -> Inner", "a.b.c.d -> Innermost", "a -> Root")
    let rows: [(String, [MappingResult.Result])] = [
      (
        "<a><b>t<c>x</c></b></a>",
        [.mismatch, .string("x"), .stopped("a.b.c"), .mismatch]
      ),
      ("<a><b>t</b></a>", [.string("t"), .stopped("a.b"), .stopped("a.b"), .mismatch]),
      ("<a>t</a>", [.stopped("a"), .stopped("a"), .stopped("a"), .string("t")]),
      (
        "<a><b><c>1<d>2</d>3</c></b></a>",
        [.mismatch, .mismatch, .string("2"), .mismatch]
      ),
      ("<a><b/></a>", [.empty, .stopped("a.b"), .stopped("a.b"), .mismatch]),
    ]
    for (body, results) in rows {
      #expect(mapping.evaluate(body).updates?.results.map(\.result) == results, "\(body)")
    }
  }

  @Test func `each mapping has its own warning, those with positions have none`() throws {
    let outcome = try xml(
      "a.b.c -> First", "a.b[0].c -> Second", "a.b[0].c[0] -> Third", "a.b[1].c -> Fourth",
      "a.b[1].c[1] -> Fifth", "a.b.c -> Sixth : integer", "a.d -> Seventh"
    ).evaluate("<a><b><c>1</c><c>2</c></b><b><c>3</c></b><d>4</d></a>")
    let updates = try #require(outcome.updates)
    #expect(
      updates.results.map(\.result) == [
        .string("1"), .string("1"), .string("1"), .string("3"), .stopped("a.b[1].c"),
        .written(.integer(1)), .string("4"),
      ])
    #expect(updates.warnings.map(\.code).allSatisfy { $0 == .severalSiblings })
    #expect(updates.warnings.map(\.field) == ["First", "Second", "Sixth"])
    #expect(updates.warnings.map(\.path) == ["a.b.c", "a.b[0].c", "a.b.c"])
    #expect(updates.warnings.allSatisfy { !$0.message.isEmpty })
  }

  @Test func `the warning has its code, name and severity`() {
    #expect(DiagnosticCode.severalSiblings.rawValue == "RM418")
    #expect(DiagnosticCode.severalSiblings.name == "several-siblings")
    #expect(DiagnosticCode.severalSiblings.severity == .warning)
  }

  @Test func `every situation has its code and says why nothing is written`() throws {
    let mapping = try xml("v.w -> Target")
    let rows: [(String, DiagnosticCode?)] = [
      ("<v><w>x</w></v>", nil), ("<v \(xsi)><w xsi:nil='true'/></v>", .nullValue),
      ("<v><w/></v>", .emptyValue), ("<v><w><x/></w></v>", .mismatch), ("<v/>", .missingValue),
      ("<w/>", .missingValue), ("<v><w>\(repeated("x", 256))</w></v>", .overlong),
    ]
    for (body, code) in rows {
      let result = try #require(mapping.evaluate(body).updates?.results.first)
      #expect(result.code == code)
      #expect((result.message == nil) == (code == nil))
      #expect(result.path == "v.w")
    }
  }

  @Test func `no message holds a value of the response`() throws {
    let mapping = try xml(
      "r.a -> A", "r.b -> B : integer", "r.c -> C : date", "r.d -> D : email", "r.e -> E",
      "r.f.g -> F", "r.h[1] -> H", "r.i -> I : boolean", "r.j -> J : datetime", "r.k -> K",
      "r.l -> L")
    let secret = "hunter2"
    let fields = "abcdefghij".map { name in
      let text = name == "a" ? secret + repeated("x", 300) : secret
      return name == "e"
        ? "<e a='\(secret)'>\(secret)<x>\(secret)</x></e>" : "<\(name)>\(text)</\(name)>"
    }
    let outcome = mapping.evaluate(
      "<r>\(fields.joined())<k>\(secret)\n😀</k><l>\(secret)</l><l>\(secret)</l></r>")
    let updates = try #require(outcome.updates)
    let messages = updates.results.compactMap(\.message) + updates.warnings.map(\.message)
    #expect(messages.count == 9 + 3)
    #expect(messages.allSatisfy { !$0.contains(secret) })
    for body in ["<r>\(secret)", "<r a='\(secret)'>\(secret)</s>", "\(secret)<r/>\(secret)"] {
      let failure = try #require(mapping.evaluate(body).failure)
      #expect(!failure.message.contains(secret))
      #expect(!failure.message.isEmpty && !failure.message.hasSuffix("."))
    }
  }

  @Test func `results come in the order of the file, one a mapping`() throws {
    let outcome = try xml(
      "r.c -> Third", "r.a -> First", "r.b.x -> Second", "r.a -> Again", "r.d -> Fourth"
    ).evaluate("<r><a>1</a><b><x>2</x></b><c>3</c></r>")
    let updates = try #require(outcome.updates)
    #expect(updates.results.map(\.field) == ["Third", "First", "Second", "Again", "Fourth"])
    #expect(updates.results.map(\.path) == ["r.c", "r.a", "r.b.x", "r.a", "r.d"])
    #expect(
      updates.values == [
        "Third": .string("3"), "First": .string("1"), "Second": .string("2"),
        "Again": .string("1"),
      ])
  }

  @Test func `a hundred mappings find their elements in any order`() throws {
    let lines = (0..<100).map { "o.key\($0) -> Field\($0)" }
    let mapping = try Mapping(compiling: "response xml\n" + lines.joined(separator: "\n"))
    for order in [Array(0..<100), (0..<100).reversed(), (0..<100).map { $0 * 37 % 100 }] {
      let members = order.map { "<key\($0)>value\($0)</key\($0)>" }
      let outcome = mapping.evaluate("<o>\(members.joined(separator: "\n"))</o>")
      let expected = (0..<100).map { ("Field\($0)", FieldValue.string("value\($0)")) }
      #expect(outcome.updates?.values == Dictionary(uniqueKeysWithValues: expected))
      #expect(outcome.warningCodes.isEmpty)
    }
  }

  @Test(arguments: [1, 2, 7, 8, 9, 61, 62, 63, 64, 65, 127, 128, 255, 256, 257, 1_000])
  func `names of any length match whole names only`(_ length: Int) throws {
    let name = repeated("k", length)
    let mapping = try xml("\(name).\(name) -> Target")
    #expect(mapping.evaluate("<\(name)><\(name)>x</\(name)></\(name)>").result == .string("x"))
    let others = [
      name + "k", String(name.dropLast()), String(name.dropLast()) + "K", name + ".", name + "-",
    ]
    for other in others where !other.isEmpty {
      let outcome = mapping.evaluate("<\(name)><\(other)>x</\(other)></\(name)>")
      guard case .missing(name, _) = outcome.result else {
        Issue.record("\(other.count) letters were taken for \(length)")
        continue
      }
    }
  }

  @Test func `positions are found among many siblings`() throws {
    let mapping = try xml(
      "l.i[99999] -> Last", "l.i[100000] -> Beyond", "l.i[0] -> First", "l.i[50000] -> Middle",
      "l.i -> Any", "l.i[4294967295] -> Farthest")
    let body = "<l>" + (0..<100_000).map { "<i>\($0)</i><j/>" }.joined() + "</l>"
    let outcome = mapping.evaluate(body)
    #expect(
      outcome.updates?.results.map(\.result) == [
        .string("99999"), .stopped("l.i"), .string("0"), .string("50000"), .string("0"),
        .stopped("l.i"),
      ])
    #expect(outcome.warningCodes == [.severalSiblings])
    #expect(outcome.updates?.warnings.first?.field == "Any")
  }

  /// A body is read in parts; where they end must not show.
  @Test(arguments: split)
  func `where in its bytes a body is read does not decide`(_ situation: XMLSituation) throws {
    let mapping = try xml("\(situation.path) -> Target")
    let body = bytes(situation.body)
    let alone = mapping.evaluate(body)
    #expect(alone.result == situation.result)
    for window in [512, 4_096, 8_192, 16_384] {
      for split in stride(from: 0, through: body.count, by: max(1, body.count / 24)) {
        let pad = window - split
        guard pad >= 0 else { continue }
        let behindBlanks = mapping.evaluate([UInt8](repeating: 0x20, count: pad) + body)
        #expect(behindBlanks == alone, "\(pad) blanks")
        guard pad >= 7 else { continue }
        let comment = bytes("<!--" + repeated("x", pad - 7) + "-->")
        #expect(mapping.evaluate(comment + body) == alone, "a comment of \(pad) bytes")
      }
    }
  }

  @Test func `texts of every length are joined from their parts`() throws {
    let mapping = try xml("a -> Target : text")
    for length in [1, 299, 300, 301, 511, 512, 513, 4_095, 4_096, 4_097, 8_192, 29_000] {
      let text = String((0..<length).map { Character(Unicode.Scalar(UInt8(0x61 + $0 % 26))) })
      #expect(mapping.evaluate("<a>\(text)</a>").result == .string(text), "\(length) letters")
      #expect(mapping.evaluate("<a><![CDATA[\(text)]]></a>").result == .string(text))
      let half = text.index(text.startIndex, offsetBy: length / 2)
      let joined = "<a>\(text[..<half])<!-- -->&#33;<![CDATA[\(text[half...])]]></a>"
      #expect(mapping.evaluate(joined).result == .string(text[..<half] + "!" + text[half...]))
    }
  }
}

// MARK: - Tables

private let found: [XMLSituation] = [
  XMLSituation("a", "<a>x</a>", .string("x")),
  XMLSituation("a.b.c", "<a><b><c>x</c></b></a>", .string("x")),
  XMLSituation("a.b", "<a><x/><b>x</b><y>b</y></a>", .string("x")),
  XMLSituation("a.b", "<a><x><b>no</b></x><b>x</b></a>", .string("x")),
  XMLSituation("a.b", "<a>text<b>x</b>text</a>", .string("x")),
  XMLSituation("a.b", "<a b='no'><b b='no'>x</b></a>", .string("x")),
  XMLSituation("a.a.a", "<a><a><a>x</a></a></a>", .string("x")),
  XMLSituation("a.a", "<a><a>x</a></a>", .string("x")),
  XMLSituation("a.a", "<a><a><a>x</a></a></a>", .mismatch),
  XMLSituation("a.a.b", "<a><b>no</b><a><b>x</b></a></a>", .string("x")),
  XMLSituation("a.b.a", "<a><a><b><a>no</a></b></a><b><a>x</a></b></a>", .string("x")),
  XMLSituation("a", "<a b='c'>x</a>", .string("x")),
  XMLSituation("a", "\n <a>x</a> \n", .string("x")),
  XMLSituation("a", "<?xml version='1.0'?><a>x</a>", .string("x")),
  XMLSituation("'a.b'", "<a.b>x</a.b>", .string("x")),
  XMLSituation("'a.b'.c", "<a.b><c>x</c></a.b>", .string("x")),
  XMLSituation("c.'a.b'[1]", "<c><a.b>y</a.b><a.b>x</a.b></c>", .string("x")),
  XMLSituation("'true'", "<true>x</true>", .string("x")),
  XMLSituation("_a-b", "<_a-b>x</_a-b>", .string("x")),
  XMLSituation("a.A", "<a><A>x</A><a>y</a></a>", .string("x")),
  XMLSituation(
    "order.line-item.unit_price",
    "<order><line-item><unit_price>x</unit_price></line-item></order>", .string("x")),
  XMLSituation("a . b", "<a><b>x</b></a>", .string("x")),
  XMLSituation("'a'.'b'", "<a><b>x</b></a>", .string("x")),
  XMLSituation("a.b", "<a ><b\n>x</b\t></a\n>", .string("x")),
  XMLSituation("null", "<null>x</null>", .string("x")),
]

private let soap =
  "<soapenv:Envelope xmlns:soapenv='http://schemas.xmlsoap.org/soap/envelope/'><soapenv:Header/>"
  + "<soapenv:Body><result>x</result></soapenv:Body></soapenv:Envelope>"

private let prefixed: [XMLSituation] = [
  XMLSituation("soapenv:Envelope.soapenv:Body.result", soap, .string("x")),
  XMLSituation("Envelope.Body.result", soap, .stopped(nil, nearest: "soapenv:Envelope")),
  XMLSituation(
    "soapenv:Envelope.Body.result", soap, .stopped("soapenv:Envelope", nearest: "soapenv:Body")),
  XMLSituation("s:a", "<s:a xmlns:s='u'>x</s:a>", .string("x")),
  XMLSituation("a", "<s:a xmlns:s='u'>x</s:a>", .stopped(nil, nearest: "s:a")),
  XMLSituation("t:a", "<a xmlns:t='u'>x</a>", .stopped(nil, nearest: "a")),
  XMLSituation("feed", "<feed xmlns='http://www.w3.org/2005/Atom'>x</feed>", .string("x")),
  XMLSituation(
    "feed.title", "<feed xmlns='http://www.w3.org/2005/Atom'><title>x</title></feed>",
    .string("x")),
  XMLSituation("a.b", "<a xmlns='u'><b xmlns='v'>x</b></a>", .string("x")),
  XMLSituation("a.b", "<a xmlns='u'><b xmlns=''>x</b></a>", .string("x")),
  // One namespace, two prefixes: two names. Two namespaces, one prefix: one name.
  XMLSituation(
    "s:a.t:b", "<s:a xmlns:s='u' xmlns:t='u'><s:b>y</s:b><t:b>x</t:b></s:a>", .string("x")),
  XMLSituation(
    "a.p:b", "<a><p:b xmlns:p='u'>x</p:b><p:b xmlns:p='v'>y</p:b></a>", .string("x"),
    [.severalSiblings]),
  XMLSituation("a.p:b[1]", "<a><p:b xmlns:p='u'>y</p:b><p:b xmlns:p='v'>x</p:b></a>", .string("x")),
  XMLSituation(
    "a.b", "<a><b xmlns='u'>x</b><b xmlns='v'>y</b></a>", .string("x"), [.severalSiblings]),
  XMLSituation("a.b", "<a xmlns:p='u'><b>x</b><p:b>y</p:b></a>", .string("x")),
  XMLSituation("a.p:b.q:c", "<a xmlns:p='u'><p:b xmlns:q='v'><q:c>x</q:c></p:b></a>", .string("x")),
  XMLSituation("xml:a", "<xml:a>x</xml:a>", .string("x")),
  XMLSituation("'p:a.b'", "<p:a.b xmlns:p='u'>x</p:a.b>", .string("x")),
]

private let positions: [XMLSituation] = [
  XMLSituation("a[0]", "<a>x</a>", .string("x")),
  XMLSituation("a.b[0]", "<a><b>x</b><b>y</b></a>", .string("x")),
  XMLSituation("a.b[1]", "<a><b>y</b><b>x</b></a>", .string("x")),
  XMLSituation("a.b[1]", "<a><c/><b>y</b><c/><c/><b>x</b><b>z</b></a>", .string("x")),
  XMLSituation("a.b[2].c", "<a><b><c>y</c></b><b/><b><c>x</c></b></a>", .string("x")),
  XMLSituation("a.b[1].c[1]", "<a><b><c/><c/></b><b><c/><d/><c>x</c></b></a>", .string("x")),
  XMLSituation("a[0].b[0].c[0]", "<a><b><c>x</c><c/></b><b/></a>", .string("x")),
  XMLSituation("a.a[1].a", "<a><a/><a><a>x</a></a></a>", .string("x")),
  XMLSituation("a.b[1]", "<a><b>y</b><c><b>z</b></c><b>x</b></a>", .string("x")),
  XMLSituation("a.s:b[1]", "<a xmlns:s='u' xmlns:t='u'><s:b/><t:b/><s:b>x</s:b></a>", .string("x")),
  XMLSituation("a.b[1]", "<a><b><b>z</b></b><b>x</b></a>", .string("x")),
  XMLSituation("a.b[0]", "<a><b/><b>y</b></a>", .empty),
  XMLSituation("a.b[1]", "<a \(xsi)><b>y</b><b xsi:nil='1'/></a>", .null),
  XMLSituation("a.b[1]", "<a><b>y</b><b><c/></b></a>", .mismatch),
]

private let severalSiblings: [XMLSituation] = [
  // The last step, one in the middle, the first below the root, several at once
  XMLSituation("a.b", "<a><b>x</b><b>y</b></a>", .string("x"), [.severalSiblings]),
  XMLSituation("a.b", "<a><b>x</b><c/><b>y</b><b>z</b></a>", .string("x"), [.severalSiblings]),
  XMLSituation("a.b.c", "<a><b><c>x</c></b><b><c>y</c></b></a>", .string("x"), [.severalSiblings]),
  XMLSituation("a.b.c", "<a><b><c>x</c></b><b/></a>", .string("x"), [.severalSiblings]),
  XMLSituation("a.b.c", "<a><b><c>x</c><c>y</c></b></a>", .string("x"), [.severalSiblings]),
  XMLSituation(
    "a.b.c", "<a><b><c>x</c><c>y</c></b><b><c>z</c></b></a>", .string("x"), [.severalSiblings]),
  XMLSituation(
    "a.b.c.d", "<a><b><c><d>x</d><d/></c><c/></b><b/></a>", .string("x"), [.severalSiblings]),
  XMLSituation("a.b.c.d", "<a><b><c><d>x</d></c><c/></b></a>", .string("x"), [.severalSiblings]),
  XMLSituation("a[0].b", "<a><b>x</b><b/></a>", .string("x"), [.severalSiblings]),
  XMLSituation("a.b[0].c", "<a><b><c>x</c><c/></b><b/></a>", .string("x"), [.severalSiblings]),
  XMLSituation("a.b[1].c", "<a><b/><b><c>x</c><c/></b></a>", .string("x"), [.severalSiblings]),
  XMLSituation("a.b.c[1]", "<a><b><c/><c>x</c></b><b/></a>", .string("x"), [.severalSiblings]),
  XMLSituation("a.a", "<a><a>x</a><a>y</a></a>", .string("x"), [.severalSiblings]),
  // Whatever the result is
  XMLSituation("a.b", "<a><b/><b>y</b></a>", .empty, [.severalSiblings]),
  XMLSituation("a.b", "<a><b> </b><b>y</b></a>", .empty, [.severalSiblings]),
  XMLSituation("a.b", "<a><b><c/></b><b>y</b></a>", .mismatch, [.severalSiblings]),
  XMLSituation("a.b", "<a \(xsi)><b xsi:nil='true'/><b>y</b></a>", .null, [.severalSiblings]),
  XMLSituation("a.b.c", "<a><b/><b><c>y</c></b></a>", .stopped("a.b"), [.severalSiblings]),
  XMLSituation("a.b.c", "<a><b><d/></b><b><c>y</c></b></a>", .stopped("a.b"), [.severalSiblings]),
  XMLSituation(
    "a.b.name", "<a><b><nam/></b><b><name>y</name></b></a>", .stopped("a.b", nearest: "nam"),
    [.severalSiblings]),
  XMLSituation(
    "a.b.c[1]", "<a><b><c/></b><b><c/><c/></b></a>", .stopped("a.b.c"), [.severalSiblings]),
  XMLSituation("a.b", "<a><b>\(repeated("x", 256))</b><b/></a>", .overlong, [.severalSiblings]),
  // Beside other warnings
  XMLSituation("a.b", "<a><b>null</b><b/></a>", .string("null"), [.nullText, .severalSiblings]),
  XMLSituation("a.b", "<a><b>1\n2</b><b/></a>", .string("1\n2"), [.lineBreak, .severalSiblings]),
]

private let noOtherSiblings: [XMLSituation] = [
  // A position says which
  XMLSituation("a.b[0]", "<a><b>x</b><b>y</b></a>", .string("x")),
  XMLSituation("a.b[1]", "<a><b>y</b><b>x</b></a>", .string("x")),
  XMLSituation("a.b[2]", "<a><b>y</b><b>x</b></a>", .stopped("a.b")),
  XMLSituation("a.b[0].c", "<a><b><c>x</c></b><b><c>y</c><c>z</c></b></a>", .string("x")),
  XMLSituation("a.b[0].c[0]", "<a><b><c>x</c><c>y</c></b><b/></a>", .string("x")),
  // Children of other parents
  XMLSituation("a.b.c", "<a><b><c>x</c></b><d><c>y</c><c>z</c></d></a>", .string("x")),
  XMLSituation("a.b.c", "<a><c/><c/><b><c>x</c></b></a>", .string("x")),
  XMLSituation("a.b[1].c", "<a><b><c/><c/></b><b><c>x</c></b></a>", .string("x")),
  XMLSituation("a.b.c", "<a><b><c>x</c><d><c/><c/></d></b></a>", .string("x")),
  XMLSituation("a.b", "<a><b>x</b><c><b/></c></a>", .string("x")),
  // Other names
  XMLSituation("a.b", "<a><c/><b>x</b><c/></a>", .string("x")),
  XMLSituation("a.b", "<a><b>x</b><B>y</B><bb/></a>", .string("x")),
  XMLSituation("a.b", "<a xmlns:s='u'><b>x</b><s:b>y</s:b></a>", .string("x")),
  // Below what the path takes
  XMLSituation("a.b", "<a><b><c/><c/></b></a>", .mismatch),
  XMLSituation("a.b.c", "<a><c/><c/></a>", .stopped("a")),
  XMLSituation("a", "<a><a/><a/></a>", .mismatch),
]

private let texts: [XMLSituation] = [
  XMLSituation("a", "<a> x </a>", .string(" x ")),
  XMLSituation("a", "<a>\tx  y\t</a>", .string("\tx  y\t")),
  XMLSituation("a", "<a>\n  x\n</a>", .string("\n  x\n"), [.lineBreak]),
  XMLSituation("a", "<a>\"x' > y]]</a>", .string("\"x' > y]]")),
  XMLSituation("a", "<a>]]&gt;</a>", .string("]]>")),
  XMLSituation("a", "<a>--></a>", .string("-->")),
  XMLSituation("a", "<a>?></a>", .string("?>")),
  XMLSituation("a", "<a>null</a>", .string("null"), [.nullText]),
  XMLSituation("a", "<a> null </a>", .string(" null ")),
  XMLSituation("a", "<a>true</a>", .string("true")),
  XMLSituation("a", "<a>42</a>", .string("42")),
  XMLSituation("a", "<a>{\"b\":1}</a>", .string("{\"b\":1}")),
  XMLSituation("a", "<a>\\n\\u0041</a>", .string("\\n\\u0041")),
  XMLSituation("a", "<a>%20+</a>", .string("%20+")),
  // CDATA
  XMLSituation("a", "<a><![CDATA[x]]></a>", .string("x")),
  XMLSituation("a", "<a><![CDATA[<b>x</b> &amp; &#65;]]></a>", .string("<b>x</b> &amp; &#65;")),
  XMLSituation("a", "<a>1<![CDATA[2]]>3<![CDATA[4]]></a>", .string("1234")),
  XMLSituation("a", "<a> <![CDATA[ x ]]> </a>", .string("  x  ")),
  XMLSituation("a", "<a><![CDATA[]]>x</a>", .string("x")),
  XMLSituation("a", "<a><![CDATA[]]]]><![CDATA[>]]></a>", .string("]]>")),
  XMLSituation("a", "<a><![CDATA[]]]></a>", .string("]")),
  XMLSituation("a", "<a><![CDATA[]]]]></a>", .string("]]")),
  XMLSituation("a", "<a><![CDATA[]>]]></a>", .string("]>")),
  XMLSituation("a", "<a><![CDATA[ <![CDATA[ ]]></a>", .string(" <![CDATA[ ")),
  XMLSituation("a", "<a><![CDATA[<!-- x -->]]></a>", .string("<!-- x -->")),
  XMLSituation("a", "<a><![CDATA[<?x y?>]]></a>", .string("<?x y?>")),
  XMLSituation("a", "<a><![CDATA[<!DOCTYPE html>]]></a>", .string("<!DOCTYPE html>")),
  XMLSituation("a", "<a><![CDATA[null]]></a>", .string("null"), [.nullText]),
]

private let references: [XMLSituation] = [
  XMLSituation("a", "<a>&lt;&gt;&amp;&quot;&apos;</a>", .string("<>&\"'")),
  XMLSituation("a", "<a>&#65;&#x42;&#x63;&#00068;&#x00045;</a>", .string("ABcDE")),
  XMLSituation("a", "<a>&#x1F600;</a>", .string("😀"), [.supplementaryCharacter]),
  XMLSituation("a", "<a>&#128512;</a>", .string("😀"), [.supplementaryCharacter]),
  XMLSituation("a", "<a>&#x10FFFF;</a>", .string("\u{10FFFF}"), [.supplementaryCharacter]),
  XMLSituation("a", "<a>&#xE9;&#233;&#xe9;</a>", .string("ééé")),
  XMLSituation("a", "<a>&amp;lt;</a>", .string("&lt;")),
  XMLSituation("a", "<a>&amp;#65;</a>", .string("&#65;")),
  XMLSituation("a", "<a>&#38;lt;</a>", .string("&lt;")),
  XMLSituation("a", "<a>&#60;b&#62;&#38;</a>", .string("<b>&")),
  XMLSituation("a", "<a>&lt;b/></a>", .string("<b/>")),
  XMLSituation("a", "<a>x&amp;y&amp;z</a>", .string("x&y&z")),
  XMLSituation("a", "<a>&#x20;x&#32;</a>", .string(" x ")),
  XMLSituation("a", "<a>&#9;x&#xA;</a>", .string("\tx\n"), [.lineBreak]),
  XMLSituation("a", "<a>x&#13;</a>", .string("x\r"), [.lineBreak]),
  XMLSituation("a", "<a>&#xD7FF;&#xE000;&#xFFFD;</a>", .string("\u{D7FF}\u{E000}\u{FFFD}")),
  XMLSituation("a", "<a>&#x85;&#x2028;&#xA0;</a>", .string("\u{85}\u{2028}\u{A0}")),
  XMLSituation("a", "<a>&#x7F;&#x80;&#x9F;</a>", .string("\u{7F}\u{80}\u{9F}")),
  XMLSituation("a", "<a>n&#117;ll</a>", .string("null"), [.nullText]),
  XMLSituation("a", "<a>]]&#62;</a>", .string("]]>")),
  XMLSituation("a", "<a>e&#x301;</a>", .string("e\u{301}")),
  XMLSituation("a", "<a>\(repeated("&amp;", 255))</a>", .string(repeated("&", 255))),
  XMLSituation("a", "<a>\(repeated("&amp;", 256))</a>", .overlong),
]

private let interrupted: [XMLSituation] = [
  XMLSituation("a", "<a>1<!-- no -->2</a>", .string("12")),
  XMLSituation("a", "<a><!-- no -->x</a>", .string("x")),
  XMLSituation("a", "<a>x<!-- no --></a>", .string("x")),
  XMLSituation("a", "<a>1<!----><!-- -->2<!-- <b>no</b> -->3</a>", .string("123")),
  XMLSituation("a", "<a>1<?no no?>2</a>", .string("12")),
  XMLSituation("a", "<a><?no?>x<?no <b>?></a>", .string("x")),
  XMLSituation("a", "<a> 1 <!-- --> 2 </a>", .string(" 1  2 ")),
  XMLSituation("a", "<a>&#49;<!-- --><![CDATA[2]]><?no?>3</a>", .string("123")),
  XMLSituation("a", "<a>nu<!-- -->ll</a>", .string("null"), [.nullText]),
  XMLSituation("a.b", "<a><!-- <b>no</b> --><b>x</b></a>", .string("x")),
  XMLSituation("a.b", "<a><?b no?><b>x</b></a>", .string("x")),
  XMLSituation("a.b", "<a><![CDATA[<b>no</b>]]><b>x</b></a>", .string("x")),
  XMLSituation("a", "<!-- --><?no?><a>x</a><!-- --><?no?>", .string("x")),
]

private let lineEnds: [XMLSituation] = [
  XMLSituation("a", "<a>1‹0D 0A›2</a>", .string("1\n2"), [.lineBreak]),
  XMLSituation("a", "<a>1‹0D›2</a>", .string("1\n2"), [.lineBreak]),
  XMLSituation("a", "<a>1‹0D 0D 0A 0A›2</a>", .string("1\n\n\n2"), [.lineBreak]),
  XMLSituation("a", "<a>1‹0D›</a>", .string("1\n"), [.lineBreak]),
  XMLSituation("a", "<a><![CDATA[1‹0D 0A›2‹0D›3]]></a>", .string("1\n2\n3"), [.lineBreak]),
  XMLSituation("a", "<a>1&#13;&#10;2</a>", .string("1\r\n2"), [.lineBreak]),
  XMLSituation("a", "<a>1&#13;‹0A›2</a>", .string("1\r\n2"), [.lineBreak]),
  XMLSituation("a", "<a>1‹0D›&#10;2</a>", .string("1\n\n2"), [.lineBreak]),
  XMLSituation("a", "<a>1‹0D›<!-- -->‹0A›2</a>", .string("1\n\n2"), [.lineBreak]),
  XMLSituation("a", "<a‹0D 0A›>x</a‹0D 0A›>‹0D 0A›", .string("x")),
]

private let empty: [XMLSituation] = [
  XMLSituation("a", "<a/>", .empty),
  XMLSituation("a", "<a />", .empty),
  XMLSituation("a", "<a></a>", .empty),
  XMLSituation("a", "<a b='c'/>", .empty),
  XMLSituation("a", "<a> </a>", .empty),
  XMLSituation("a", "<a>\n\t \n</a>", .empty),
  XMLSituation("a", "<a>‹0D 0A 09 20›</a>", .empty),
  XMLSituation("a", "<a>&#32;&#9;&#10;&#13;</a>", .empty),
  XMLSituation("a", "<a><![CDATA[]]></a>", .empty),
  XMLSituation("a", "<a><![CDATA[ ]]></a>", .empty),
  XMLSituation("a", "<a><!-- x --></a>", .empty),
  XMLSituation("a", "<a><?x y?></a>", .empty),
  XMLSituation("a", "<a> <!-- x --> <?x y?> <![CDATA[ ]]> </a>", .empty),
  XMLSituation("a", "<a>\(repeated(" ", 300))</a>", .empty),
  XMLSituation("a.b", "<a><b/></a>", .empty),
  XMLSituation("a.b", "<a><b></b></a>", .empty),
  XMLSituation("a", "<a xml:space='preserve'> </a>", .empty),
  XMLSituation("a", "<a \(xsi) xsi:nil='false'/>", .empty),
  // White space of Unicode that is none of XML
  XMLSituation("a", "<a>\u{A0}</a>", .string("\u{A0}")),
  XMLSituation("a", "<a>\u{2003}</a>", .string("\u{2003}")),
  XMLSituation("a", "<a>\u{3000}</a>", .string("\u{3000}")),
  XMLSituation("a", "<a>\u{85}</a>", .string("\u{85}")),
  XMLSituation("a", "<a>\u{FEFF}</a>", .string("\u{FEFF}")),
]

private let containers: [XMLSituation] = [
  XMLSituation("a", "<a><b/></a>", .mismatch),
  XMLSituation("a", "<a><b>x</b></a>", .mismatch),
  XMLSituation("a", "<a>x<b/></a>", .mismatch),
  XMLSituation("a", "<a><b/>x</a>", .mismatch),
  XMLSituation("a", "<a>x<b>y</b>z</a>", .mismatch),
  XMLSituation("a", "<a>\n  <b/>\n</a>", .mismatch),
  XMLSituation("a.b", "<a><b><c/></b></a>", .mismatch),
  XMLSituation("a", "<a>\(repeated("x", 256))<b/></a>", .mismatch),
  XMLSituation("a", "<a><b>\(repeated("x", 256))</b></a>", .mismatch),
  XMLSituation("a", "<a>null<b/>\n😀</a>", .mismatch),
  XMLSituation("a", "<a \(xsi)><b xsi:nil='true'/></a>", .mismatch),
]

private let nils: [XMLSituation] = [
  XMLSituation("a", "<a \(xsi) xsi:nil='true'/>", .null),
  XMLSituation("a", "<a xsi:nil='true' \(xsi)/>", .null),
  XMLSituation("a", "<a \(xsi) xsi:nil=\"1\"/>", .null),
  XMLSituation("a", "<a \(xsi) xsi:nil='true'></a>", .null),
  XMLSituation("a", "<a \(xsi) xsi:nil='true'> </a>", .null),
  XMLSituation("a", "<a \(xsi) xsi:nil=' true '/>", .null),
  XMLSituation("a", "<a \(xsi) xsi:nil='\n1\t'/>", .null),
  XMLSituation("a", "<a \(xsi) xsi:nil='t&#114;ue'/>", .null),
  XMLSituation("a", "<a \(xsi) b='c' xsi:nil='true' d='e'/>", .null),
  XMLSituation(
    "a", "<a xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:nil='true'/>", .null),
  XMLSituation("a.b", "<a \(xsi)><b xsi:nil='true'/></a>", .null),
  XMLSituation("a.b", "<a \(xsi)><c><b/></c><b xsi:nil='1'/></a>", .null),
  // A declaration further in counts, and only where it holds
  XMLSituation(
    "a.b", "<a xmlns:x='u'><b xmlns:x='http://www.w3.org/2001/XMLSchema-instance' x:nil='1'/></a>",
    .null),
  // What stands in an element that is nil does not count
  XMLSituation("a", "<a \(xsi) xsi:nil='true'>x</a>", .null),
  XMLSituation("a", "<a \(xsi) xsi:nil='true'><b/></a>", .null),
]

private let notNils: [XMLSituation] = [
  XMLSituation("a", "<a \(xsi) xsi:nil='false'>x</a>", .string("x")),
  XMLSituation("a", "<a \(xsi) xsi:nil='0'>x</a>", .string("x")),
  XMLSituation("a", "<a \(xsi) xsi:nil=''>x</a>", .string("x")),
  XMLSituation("a", "<a \(xsi) xsi:nil='TRUE'>x</a>", .string("x")),
  XMLSituation("a", "<a \(xsi) xsi:nil='true1'>x</a>", .string("x")),
  XMLSituation("a", "<a \(xsi) xsi:nil='11'>x</a>", .string("x")),
  XMLSituation("a", "<a \(xsi) xsi:nilled='true'>x</a>", .string("x")),
  XMLSituation("a", "<a \(xsi) xsi:Nil='true'>x</a>", .string("x")),
  XMLSituation("a", "<a nil='true'>x</a>", .string("x")),
  XMLSituation("a", "<a xmlns:xsi='urn:other' xsi:nil='true'>x</a>", .string("x")),
  XMLSituation(
    "a", "<a xmlns:xsi='http://www.w3.org/2001/xmlschema-instance' xsi:nil='true'>x</a>",
    .string("x")),
  XMLSituation(
    "a", "<a xmlns:xsi='http://www.w3.org/1999/XMLSchema-instance' xsi:nil='true'>x</a>",
    .string("x")),
  // An attribute without prefix is in no namespace
  XMLSituation(
    "a", "<a xmlns='http://www.w3.org/2001/XMLSchema-instance' nil='true'>x</a>", .string("x")),
  XMLSituation(
    "a.b", "<a \(xsi)><b xmlns:xsi='urn:other' xsi:nil='true'>x</b></a>", .string("x")),
  // The attribute of a parent or sibling
  XMLSituation("a.b", "<a \(xsi) xsi:nil='true'><b>x</b></a>", .string("x")),
  XMLSituation("a.b", "<a \(xsi)><c xsi:nil='true'/><b>x</b></a>", .string("x")),
  XMLSituation("a.b", "<a \(xsi)><c xsi:nil='true'/><b/></a>", .empty),
]

private let missing: [XMLSituation] = [
  XMLSituation("a", "<b/>", .stopped(nil)),
  XMLSituation("a.b.c", "<b/>", .stopped(nil)),
  XMLSituation("a", "<b><a>x</a></b>", .stopped(nil)),
  XMLSituation("b", "<a><b>x</b></a>", .stopped(nil)),
  XMLSituation("a.b", "<a/>", .stopped("a")),
  XMLSituation("a.b", "<a>b</a>", .stopped("a")),
  XMLSituation("a.b", "<a b='x'/>", .stopped("a")),
  XMLSituation("a.b", "<a><c><b>x</b></c></a>", .stopped("a")),
  XMLSituation("a.b.c", "<a><b/></a>", .stopped("a.b")),
  XMLSituation("a.b.c", "<a><b>x</b></a>", .stopped("a.b")),
  XMLSituation("a.b.c", "<a><c>x</c></a>", .stopped("a")),
  XMLSituation("a.b.c.d", "<a><b><x><d/></x></b></a>", .stopped("a.b")),
  XMLSituation("a.b.c.d", "<a><x><c><d/></c></x></a>", .stopped("a")),
  XMLSituation("a.a.a", "<a><a/></a>", .stopped("a.a")),
  // Positions
  XMLSituation("a[1]", "<a>x</a>", .stopped("a")),
  XMLSituation("a[1].b", "<a><b>x</b></a>", .stopped("a")),
  XMLSituation("a[0].b", "<a/>", .stopped("a[0]")),
  XMLSituation("b[0]", "<a/>", .stopped(nil)),
  XMLSituation("b[1]", "<a/>", .stopped(nil)),
  XMLSituation("a.b[0]", "<a/>", .stopped("a")),
  XMLSituation("a.b[1]", "<a/>", .stopped("a")),
  XMLSituation("a.b[1]", "<a><b>x</b></a>", .stopped("a.b")),
  XMLSituation("a.b[1].c", "<a><b><c>x</c></b></a>", .stopped("a.b")),
  XMLSituation("a.b[4294967295]", "<a><b>x</b></a>", .stopped("a.b")),
  XMLSituation("a.b[1].c", "<a><b/><b/></a>", .stopped("a.b[1]")),
  XMLSituation("a.b[1].c[2].d", "<a><b/><b><c/></b></a>", .stopped("a.b[1].c")),
  XMLSituation("a.b[1].c[1].d", "<a><b/><b><c/><c/></b></a>", .stopped("a.b[1].c[1]")),
  XMLSituation("a.name[1]", "<a><name/><nam/></a>", .stopped("a.name")),
  // Names in quotes, prefixes
  XMLSituation("'a.b'.c", "<a.b/>", .stopped("'a.b'")),
  XMLSituation("s:a.s:b", "<s:a xmlns:s='u'/>", .stopped("s:a")),
  XMLSituation("s:a.b", "<s:a xmlns:s='u'><s:b/></s:a>", .stopped("s:a", nearest: "s:b")),
  // Below nil
  XMLSituation("a.b", "<a \(xsi) xsi:nil='true'/>", .stopped("a")),
  XMLSituation("a.b.c", "<a \(xsi)><b xsi:nil='true'/></a>", .stopped("a.b")),
  // What is no child
  XMLSituation("a.name", "<a>nam</a>", .stopped("a")),
  XMLSituation("a.name", "<a nam='x'><b/></a>", .stopped("a")),
  XMLSituation("a.name", "<a><!--nam--><?nam?><b/></a>", .stopped("a")),
  XMLSituation("a.name", "<a><b><nam/></b></a>", .stopped("a")),
  XMLSituation("a.name", "<a><![CDATA[<nam/>]]></a>", .stopped("a")),
]

private let nearest: [XMLSituation] = [
  XMLSituation("email", "<emial/>", .stopped(nil, nearest: "emial")),
  XMLSituation("email", "<person><emial/></person>", .stopped(nil)),
  XMLSituation("person.title", "<person><tittle/></person>", .stopped("person", nearest: "tittle")),
  XMLSituation("persom.title", "<person><title/></person>", .stopped(nil, nearest: "person")),
  XMLSituation("a.name", "<a><nome/><x/></a>", .stopped("a", nearest: "nome")),
  XMLSituation("a.name", "<a><x/><y>1</y><nam>x</nam></a>", .stopped("a", nearest: "nam")),
  XMLSituation("a.name", "<a><Name>x</Name></a>", .stopped("a", nearest: "Name")),
  XMLSituation("jobTitle", "<jobtitle/>", .stopped(nil, nearest: "jobtitle")),
  XMLSituation("jobTitle.x", "<JOBTITLE><x/></JOBTITLE>", .stopped(nil, nearest: "JOBTITLE")),
  XMLSituation("a.name", "<a><gnomes/></a>", .stopped("a")),
  XMLSituation("a.name", "<a><b/></a>", .stopped("a")),
  XMLSituation("a.b", "<a><c/></a>", .stopped("a")),
  XMLSituation("ab", "<a/>", .stopped(nil, nearest: "a")),
  XMLSituation("a.name", "<a><nomes/><nam/></a>", .stopped("a", nearest: "nam")),
  XMLSituation(
    "numberOfEmployees", "<number_of_employees/>", .stopped(nil, nearest: "number_of_employees")),
  // The deepest element that was matched is looked at
  XMLSituation("a.b.name", "<a><nam/><b><nme/></b></a>", .stopped("a.b", nearest: "nme")),
  XMLSituation("a.name.x", "<a><nam><x/></nam></a>", .stopped("a", nearest: "nam")),
  XMLSituation(
    "a.b[1].name", "<a><b><nam/></b><b><nme/></b></a>", .stopped("a.b[1]", nearest: "nme")),
  XMLSituation("a.name[1]", "<a><nam/></a>", .stopped("a", nearest: "nam")),
  // Prefixes are part of the names
  XMLSituation(
    "soapenv:Envelope.soapenv:Body",
    "<soapenv:Envelope xmlns:soapenv='u'><soapenv:Bodi/></soapenv:Envelope>",
    .stopped("soapenv:Envelope", nearest: "soapenv:Bodi")),
  XMLSituation(
    "soapenv:Envelope.soapenv:Body",
    "<soapenv:Envelope xmlns:soapenv='u' xmlns:soap='u'><soap:Body/></soapenv:Envelope>",
    .stopped("soapenv:Envelope", nearest: "soap:Body")),
  XMLSituation(
    "soap:Envelope.soap:Body", "<soapenv:Envelope xmlns:soapenv='u'/>",
    .stopped(nil, nearest: "soapenv:Envelope")),
  XMLSituation(
    "result.name", "<result xmlns:n='u'><n:name/></result>",
    .stopped("result", nearest: "n:name")),
  XMLSituation("a.'first.name'", "<a><first.nam/></a>", .stopped("a", nearest: "first.nam")),
  XMLSituation("a.größe", "<a><grösse/></a>", .stopped("a")),
  XMLSituation("a.größe", "<a><große/></a>", .stopped("a", nearest: "große")),
  // Below nil nothing is near
  XMLSituation("a.name", "<a \(xsi) xsi:nil='true'><nam/></a>", .stopped("a")),
]

private let nearestByLocalName: [XMLSituation] = [
  XMLSituation("a.soap:Body", "<a xmlns:s='u'><s:Body/></a>", .stopped("a", nearest: "s:Body")),
  XMLSituation(
    "a.s:Body", "<a xmlns:soap='u'><soap:Body/></a>", .stopped("a", nearest: "soap:Body")),
  XMLSituation("a.Body", "<a xmlns:s='u'><Bodi/><s:Body/></a>", .stopped("a", nearest: "s:Body")),
  XMLSituation("a.sf:Id", "<a><Name/><Id/></a>", .stopped("a", nearest: "Id")),
  XMLSituation("a.soap:Body", "<a xmlns:p='u'><p:body/></a>", .stopped("a")),
]

private let nearToOneLetter: [XMLSituation] = [
  XMLSituation("a", "<A>x</A>", .stopped(nil, nearest: "A")),
  XMLSituation("a.b", "<a><B/></a>", .stopped("a", nearest: "B")),
  XMLSituation("a.b", "<a><c/></a>", .stopped("a")),
  XMLSituation("a.b", "<a><bb/></a>", .stopped("a")),
]

private let unicode: [XMLSituation] = [
  XMLSituation("straße", "<straße>x</straße>", .string("x")),
  XMLSituation("根.名前", "<根><名前>値</名前></根>", .string("値")),
  XMLSituation("имя", "<имя>Зоя</имя>", .string("Зоя")),
  XMLSituation("a", "<a>Zürich</a>", .string("Zürich")),
  XMLSituation("a", "<a>日本語</a>", .string("日本語")),
  XMLSituation("a", "<a>e\u{301}</a>", .string("e\u{301}")),
  XMLSituation("a", "<a>😀</a>", .string("😀"), [.supplementaryCharacter]),
  XMLSituation("a", "<a>\u{10FFFF}</a>", .string("\u{10FFFF}"), [.supplementaryCharacter]),
  XMLSituation("a", "<a>\u{FFFD}\u{E000}\u{D7FF}</a>", .string("\u{FFFD}\u{E000}\u{D7FF}")),
  XMLSituation("a", "<a>x\u{2028}y\u{85}z\u{A0}</a>", .string("x\u{2028}y\u{85}z\u{A0}")),
  XMLSituation("a", "<a>\u{7F}\u{80}\u{9F}</a>", .string("\u{7F}\u{80}\u{9F}")),
  XMLSituation("'a·b'", "<a·b>x</a·b>", .string("x")),
  XMLSituation("'😀'", "<😀>x</😀>", .string("x")),
  XMLSituation("'𐀀'", "<𐀀>x</𐀀>", .string("x")),
  XMLSituation("é", "<é>x</é>", .string("x")),
  XMLSituation("'e\u{301}'", "<e\u{301}>x</e\u{301}>", .string("x")),
  // Two spellings that Unicode calls equivalent are two names.
  XMLSituation("a.'\u{E9}'", "<a><e\u{301}/><\u{E9}>x</\u{E9}></a>", .string("x")),
  XMLSituation("a.'e\u{301}'", "<a><e\u{301}>x</e\u{301}><\u{E9}/></a>", .string("x")),
]

private let split: [XMLSituation] = [
  XMLSituation("a", "<a>‹0D 0A›é‹0D 0A›€‹0D 0A›😀‹0D 0A›</a>", .string("\né\n€\n😀\n")),
  XMLSituation("a", "<a>‹0D›x‹0D›&#13;</a>", .string("\nx\n\r")),
  XMLSituation("a", "<a>&lt;&#x1F600;&amp;amp;&#13;</a>", .string("<😀&amp;\r")),
  XMLSituation("a", "<a><![CDATA[x]]]]>y<![CDATA[>‹0D 0A›]]>&gt;</a>", .string("x]]y>\n>")),
  XMLSituation("a.b", "<a><!-- - --><?x y?><b c='d&lt;e'  >x</b ><!----></a>", .string("x")),
  XMLSituation("straße.b[1]", "<straße><b>y</b><b>é&#233;é</b></straße>", .string("ééé")),
  XMLSituation("a.b", "<a \(xsi)><b xsi:nil='true'/></a>", .null),
  XMLSituation("a.b", "<a> <b> </b> </a>", .empty),
  XMLSituation("a.b", "<a>x<b>y<c/>z</b>w</a>", .mismatch),
  XMLSituation("a.b", "<a><b>x</b><b>y</b></a>", .string("x")),
  XMLSituation("a.name", "<a>text<nam>text</nam>text</a>", .stopped("a", nearest: "nam")),
]
