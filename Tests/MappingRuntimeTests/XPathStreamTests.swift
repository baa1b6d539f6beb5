import MappingRuntime
import TestSupport
import Testing

@Suite struct XPathStreamTests {
  @Test(arguments: [
    "/a", "/a/b[2]/@c", "/a/text()", "/a/p:b | /a/@x", "(/a/b)[2]", "(/a | /a/b)[last()]",
    "count(/a/b) > 2", "/a/b = /a/c", "string(/a/b)", "concat(/a/b, '-', /a/@c)", "not(/a/b)",
    "sum(/a/b) + 1", "name(/a/b)", "(/a/b)[position() mod 2 = 1]", "a/b", "true()", "-/a/b",
    "/a and /b or 'x'", "(/a/b)[/a/c = 1]", "normalize-space(/a)",
  ])
  func `is streamed`(expression: String) throws {
    #expect(try XMLAsking([expression], namespaces: [("p", "u")], streams: true).isStreaming)
  }

  @Test(arguments: [
    "/", "//a", "/a/*", "/a/b[@c]", "/a/..", "/a/node()", "/a[1][2]", "(/a/b)[c]", "(/a/b)[1]/c",
    "(/a/b)[. = 1]", "string()", "string-length()", "name()", "id('x')", "lang('en')",
    "/a[last()]", "/a/comment()", "/a/@*", "/a/following::b", "count(//a)", "/a/text()[1]",
  ])
  func `wants the whole document`(expression: String) throws {
    #expect(try !XMLAsking([expression], streams: true).isStreaming)
  }

  @Test func `one expression that wants the whole document makes all be asked of it`() throws {
    let asking = try XMLAsking(["/a/b", "//b"], streams: true)
    #expect(!asking.isStreaming)
    asking.read("<a><b>1</b></a>".utf8)
    #expect(try asking.value(0).nodes.map(\.text) == ["1"])
  }

  @Test(arguments: [
    ("/a/b", ["1", "2", "3"]), ("/a/b[2]", ["2"]), ("/a/b[2] | /a/b", ["1", "2", "3"]),
    ("/a/p:b", ["x"]), ("/a/b/@i", ["7"]), ("/a/b[3]/@i | /a/b/@i", ["7"]), ("/a/b[4]", []),
    ("/a/c/text()", ["t", "u", "v"]), ("/a/c", ["t-uv"]), ("/a/c | /a/c/d", ["t-uv", "-"]),
    ("/a/c/text() | /a/c", ["t-uv", "t", "u", "v"]), ("/b", []), ("/a/b/b", []),
  ])
  func `nodes are selected as they come`(expression: String, texts: [String]) throws {
    let document = """
      <a xmlns:p="u" xmlns:q="u"><b>1</b><q:b>x</q:b><b>2</b><b i="7">3</b>\
      <c>t<d>-</d><!--k-->u<?k?>v</c></a>
      """
    let asking = try XMLAsking([expression], namespaces: [("p", "u")], streams: true)
    try #require(asking.isStreaming)
    for _ in 0..<3 {
      #expect(asking.read(document.utf8) == .read)
      #expect(try asking.value().nodes.map(\.text) == texts)
    }
  }

  @Test func `elements that nobody asks for take no room`() throws {
    let asking = try XMLAsking(["/a/b[2]"], treeNodes: 1, streams: true)
    let rows = String(repeating: "<c><b>x</b></c><b/>", count: 10_000)
    #expect(asking.read("<a>\(rows)</a>") == .read)
    #expect(try asking.value().nodes.count == 1)
  }

  @Test func `nodes that are selected are limited`() throws {
    let asking = try XMLAsking(["/a/b"], treeNodes: 2, streams: true)
    #expect(asking.read("<a><b/><b/></a>") == .read)
    #expect(asking.read("<a><b/><b/><b/></a>") == .beyond(.xmlNodes))
  }

  /// What is compared of a value: not where its nodes stand in a tree.
  private struct Facts: Equatable {
    let value: XPathResult?
    let nodes: [String]

    init(_ value: XPathResult) {
      if case .nodes(let nodes) = value {
        self.value = nil
        self.nodes = nodes.map { "\($0.kind) \($0.isNil) \($0.hasElementChildren) \($0.text)" }
      } else {
        self.value = value
        nodes = []
      }
    }
  }

  @Test(arguments: 0..<40)
  func `a stream gives the same answer as a tree`(seed: Int) throws {
    var random = RandomXML(seed: UInt64(seed))
    let expressions = (0..<6).map { _ in random.expression() }
    let namespaces = [(prefix: "p", uri: "urn:p"), (prefix: "q", uri: "urn:q")]
    let stream = try XMLAsking(expressions, namespaces: namespaces, streams: true)
    let tree = try XMLAsking(expressions, namespaces: namespaces)
    try #require(stream.isStreaming && !tree.isStreaming)
    for _ in 0..<40 {
      let document = random.document()
      #expect(stream.read(document) == .read)
      tree.read(document.utf8)
      for (index, expression) in expressions.enumerated() {
        let streamed = Facts(try stream.value(index))
        #expect(streamed == Facts(try tree.value(index)), "\(expression) in \(document)")
      }
    }
  }
}

/// Documents with few names, and expressions that a stream can follow in them.
private struct RandomXML {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  private mutating func one(_ texts: [String]) -> String {
    texts.randomElement(using: &generator) ?? ""
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  mutating func document() -> String { element(depth: 0) }

  private mutating func element(depth: Int) -> String {
    let name = one(["a", "b", "p:a", "q:b"])
    var text = "<\(name)"
    if depth == 0 {
      let xsi = "http://www.w3.org/2001/XMLSchema-instance"
      text += " xmlns:p='urn:p' xmlns:q='\(one(["urn:p", "urn:q"]))' xmlns:xsi='\(xsi)'"
    }
    text += one(["", "", " x='1'", " p:x='&amp;'", " x='2' y='3'", " xsi:nil='true'"]) + ">"
    for _ in 0..<number(0...(depth < 4 ? 4 : 1)) {
      text +=
        number(0...2) > 0 && depth < 4
        ? element(depth: depth + 1) : one(["1", "t", " ", "<!--k-->", "<?k?>", "<![CDATA[<]]>"])
    }
    return text + "</\(name)>"
  }

  mutating func expression() -> String {
    switch number(0...7) {
    case 0: "count(\(nodes()))"
    case 1: "string(\(path()))"
    case 2: "\(path()) \(one(["=", "!=", "<", ">="])) \(one(["1", "'t'", "true()", path()]))"
    case 3: "concat(name(\(path())), \(path()), sum(\(path())))"
    case 4: "(\(nodes()))[\(one(["1", "2", "last()", "position() > 1"]))]"
    default: nodes()
    }
  }

  private mutating func nodes() -> String {
    (0..<number(1...3)).map { _ in path() }.joined(separator: " | ")
  }

  private mutating func path() -> String {
    var steps: [String] = []
    for _ in 0..<number(1...4) {
      steps.append("/" + one(["a", "b", "p:a", "q:b"]) + one(["", "", "[1]", "[2]"]))
    }
    return steps.joined() + one(["", "", "", "/@x", "/@p:x", "/text()"])
  }
}
