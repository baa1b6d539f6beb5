import MappingRuntime
import Testing

@Suite struct XMLTreeTests {
  @Test(arguments: [
    ("count(/a/b)", XPathResult.number(text: "2")),
    ("1 div 0", .number(text: "Infinity")),
    ("-1 div 0", .number(text: "-Infinity")),
    ("number(\"x\")", .number(text: "NaN")),
    ("10000000000 * 3", .number(text: "30000000000")),
    ("1 div 4", .number(text: "0.25")),
    ("/a/b = \"y\"", .boolean(true)),
    ("/a/b[3]", .nodes([])),
    ("string(/a/b[2])", .text("y")),
    ("concat(name(/*), \"é\")", .text("aé")),
    ("position() = last()", .boolean(true)),
    ("string(/)", .text("xy")),
  ])
  func `an expression has a value of its type`(expression: String, value: XPathResult) throws {
    #expect(try XMLAsking.value(of: expression, in: "<a><b>x</b><b>y</b></a>") == value)
  }

  @Test func `nodes come in document order with their kinds and string-values`() throws {
    let document = "<?p d?><!--c--><a x='1'>t<b/>u</a>"
    let value = try XMLAsking.value(
      of: "/ | //@x | //text() | //* | //comment() | //processing-instruction()", in: document)
    #expect(
      value.nodes.map(\.kind) == [
        .root, .processingInstruction, .comment, .element, .attribute, .text, .element, .text,
      ])
    #expect(value.nodes.map(\.text) == ["tu", "d", "c", "tu", "1", "t", "", "u"])
    #expect(
      value.nodes.map(\.hasElementChildren) == [
        true, false, false, true, false, false, false, false,
      ])
  }

  @Test(arguments: [
    ("/p:a/p:b", ["1"]),
    ("/a", []),
    ("/p:a/q:b", []),
    ("/p:a/@n", ["2"]),
    ("/p:a/@q:n", ["3"]),
    ("/*/@xml:lang", ["en"]),
    ("/*/q:*", ["4"]),
    ("/*/namespace::s", ["urn:q"]),
  ])
  func `prefixes are those of the mapping, not of the document`(
    expression: String, texts: [String]
  ) throws {
    let document = """
      <a xmlns="urn:p" xmlns:s="urn:q" n="2" s:n="3" xml:lang="en"><b>1</b><s:c>4</s:c></a>
      """
    let value = try XMLAsking.value(
      of: expression, in: document, namespaces: [("p", "urn:p"), ("q", "urn:q")])
    #expect(value.nodes.map(\.text) == texts)
  }

  @Test func `a prefix that is not declared fails the evaluation, not the process`() throws {
    let asking = try XMLAsking(["/p:a"])
    asking.read("<a/>".utf8)
    #expect(throws: XPathFailure.undeclaredPrefix) { try asking.value() }
  }

  @Test(arguments: [
    ("//c | //text()", ["c", "text"]), ("(//node())[3]", ["c"]),
    ("//node()", ["a", "b", "c", "text"]),
    ("(//text() | //@x)[1]", ["@x"]), ("//text() | //b", ["b", "text"]), ("/é | //b", ["b"]),
  ])
  func `nodes of several kinds are in document order as well`(
    expression: String, names: [String]
  ) throws {
    let asking = try XMLAsking([expression, "//c | //b"])
    asking.read("<a><b><c x='1'/></b>t</a>".utf8)
    for _ in 0..<2 {
      let nodes = try asking.value(0).nodes
      let paths = nodes.compactMap { asking.tree.path(of: $0)?.split(separator: "/").last }
      #expect(paths.map { $0 == "text()" ? "text" : String($0) } == names)
      #expect(try asking.value(1).nodes.map(\.text) == ["", ""])
    }
  }

  @Test(arguments: [
    ("/.//.", 5), ("/./a/.", 1), ("//./b", 2), (".", 1), ("//b/..", 1), ("//.", 5), ("./a//.", 4),
  ])
  func `a step that is the context node loses nothing`(expression: String, count: Int) throws {
    #expect(try XMLAsking.value(of: expression, in: "<a><b>x</b><b/></a>").nodes.count == count)
  }

  @Test func `a name that begins beyond ASCII is found from the root on`() throws {
    #expect(try XMLAsking.value(of: "/é/ü", in: "<é><ü>1</ü></é>").nodes.map(\.text) == ["1"])
  }

  @Test func `CDATA and references are one text with what stands around them`() throws {
    let asking = try XMLAsking(["/a/text()", "/a/b/text()"])
    let document = "<a>1&amp;2<![CDATA[<3>\r\n\r4\r]]>&#53;<![CDATA[]]>6<b><![CDATA[]]></b></a>"
    #expect(asking.read(document.utf8) == .read)
    #expect(try asking.value(0).nodes.map(\.text) == ["1&2<3>\n\n4\n56"])
    #expect(try asking.value(1).nodes.isEmpty)
  }

  @Test func `a long text is one node`() throws {
    let asking = try XMLAsking(["/a/text()"])
    let text = String(repeating: "0123456789abcdef", count: 800_000)
    #expect(asking.read("<a>\(text)</a>".utf8) == .read)
    #expect(try asking.value().nodes.map(\.text.utf8.count) == [text.utf8.count])
  }

  @Test(arguments: [
    ("xsi:nil='true'", true), ("xsi:nil=' 1 '", true), ("xsi:nil='false'", false),
    ("nil='true'", false), ("xsi:nil='TRUE'", false), ("", false), ("xsi:nil=''", false),
    ("xmlns:x='http://www.w3.org/2001/XMLSchema-instance' x:nil='&#116;rue'", true),
  ])
  func `xsi:nil is a boolean in its namespace`(attribute: String, isNil: Bool) throws {
    let document = """
      <a xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><b \(attribute)/></a>
      """
    #expect(try XMLAsking.value(of: "/a/b", in: document).nodes.map(\.isNil) == [isNil])
  }

  @Test func `attributes have their references replaced and their white space normalised`() throws {
    let document = "<a x='a&amp;lt;b&#10;c\td\r\ne&lt;&#38;amp;'/>"
    let value = try XMLAsking.value(of: "/a/@x", in: document)
    #expect(value.nodes.map(\.text) == ["a&lt;b\nc d e<&amp;"])
  }

  @Test(
    arguments: [
      ("//c", "<c xmlns=\"u\" xmlns:p=\"v\" p:x=\"é&amp;&quot;\">a&lt;b<!--k--><p:d/>&gt;</c>"),
      ("//p:d", "<p:d xmlns=\"u\" xmlns:p=\"v\"/>"),
      ("//@p:x", nil),
      (
        "/", "<a xmlns=\"u\" xmlns:p=\"v\"><c p:x=\"é&amp;&quot;\">a&lt;b<!--k--><p:d/>&gt;</c></a>"
      ),
    ] as [(String, String?)])
  func `an element is serialized with the namespaces in its scope`(
    expression: String, text: String?
  ) throws {
    let namespaced = expression.replacing("//c", with: "//u:c")
    let asking = try XMLAsking([namespaced], namespaces: [("u", "u"), ("p", "v")])
    let document =
      "<a xmlns='u' xmlns:p='v'><c p:x='é&amp;&quot;'><![CDATA[a<b]]><!--k--><p:d/>></c></a>"
    #expect(asking.read(document) == .read)
    let node = try #require(try asking.value().nodes.first)
    #expect(asking.tree.serialization(of: node) == text)
    // The tree is as it was before.
    #expect(asking.tree.serialization(of: node) == text)
  }

  @Test func `an element that leaves a default namespace is serialized outside of it`() throws {
    let asking = try XMLAsking(["//b", "//c"])
    asking.read("<a xmlns='u'><b xmlns=''><c/></b></a>".utf8)
    let outer = try #require(try asking.value(0).nodes.first)
    #expect(asking.tree.serialization(of: outer) == "<b xmlns=\"\"><c/></b>")
    let inner = try #require(try asking.value(1).nodes.first)
    #expect(asking.tree.serialization(of: inner) == "<c/>")
  }

  @Test(arguments: [
    ("//c", ["/a/b[2]/c"]), ("//@x", ["/a/b[1]/@x"]), ("//text()", ["/a/b[2]/c/text()"]),
    ("/", ["/"]), ("//p:*", ["/a/p:d"]), ("//p:d/namespace::p", ["/a/p:d/namespace::p"]),
    ("//comment()", ["/a/comment()"]),
  ])
  func `a path leads to a node`(expression: String, paths: [String]) throws {
    let asking = try XMLAsking([expression], namespaces: [("p", "v")])
    asking.read("<a><b x='1'/><b><c>t</c></b><p:d xmlns:p='v'/><!--k--></a>".utf8)
    #expect(try asking.value().nodes.map { asking.tree.path(of: $0) } == paths)
  }

  @Test func `a node has its path as long as its document is the last one`() throws {
    let asking = try XMLAsking(["/a", "/a/b"])
    asking.read("<a><b/></a>".utf8)
    let node = try #require(try asking.value(0).nodes.first)
    _ = try asking.value(1)
    #expect(asking.tree.path(of: node) == "/a")
    #expect(asking.tree.serialization(of: node) == "<a><b/></a>")
    asking.read("<a><b/></a>".utf8)
    #expect(asking.tree.path(of: node) == nil)
    #expect(asking.tree.serialization(of: node) == nil)
  }

  @Test func `a parser is used for one document after the other`() throws {
    let asking = try XMLAsking(["sum(//b)", "count(//node())"])
    for round in 1...200 {
      let items = (0..<round).map { "<b i\($0 % 7)='x'>\($0)</b><c\($0)/>" }.joined()
      #expect(asking.read("<a>\(items)</a>".utf8) == .read)
      #expect(try asking.value(0) == .number(text: "\(round * (round - 1) / 2)"))
      #expect(
        asking.read("<a>\(items)</b>") == .malformed(.mismatchedTags(open: "a")))
    }
  }

  @Test(arguments: [
    "<a xml:id='1 2'/>", "<a xml:id='x'><b xml:id='x'/></a>", "<a xmlns='not a uri'/>",
  ])
  func `IDs that are none and namespaces that are no URI are well-formed`(document: String) throws {
    let asking = try XMLAsking(["count(//*) > 0"])
    #expect(asking.read(document.utf8) == .read)
    #expect(try asking.value() == .boolean(true))
  }
}
