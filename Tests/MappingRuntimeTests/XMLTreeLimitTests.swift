import MappingRuntime
import Testing

@Suite struct XMLTreeLimitTests {
  @Test(arguments: [
    "<!DOCTYPE a><a/>", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
    "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
  ])
  func `a document type is refused with a tree as well`(document: String) throws {
    let asking = try XMLAsking(["/a"])
    #expect(asking.read(document) == .malformed(.doctype(isHTML: false)))
  }

  /// Element, attribute, namespace, text, comment, processing instruction: 6 nodes.
  @Test(arguments: [(6, XMLAsking.Answer.read), (5, .beyond(.xmlNodes))])
  func `the nodes of a tree are limited`(limit: Int, answer: XMLAsking.Answer) throws {
    let asking = try XMLAsking(["/a"], treeNodes: limit)
    #expect(asking.read("<a b='c' xmlns:d='e'>f<![CDATA[g]]>&amp;<!--h--><?i j?></a>") == answer)
  }

  @Test(arguments: [
    "//a[.//b]", "//a[count(.//a) > //a]", "//a/ancestor::a//a", "//a[preceding::a = 1]",
    "count(//a//a//a//a//a)",
  ])
  func `an evaluation that would take long ends at its limit`(expression: String) throws {
    let asking = try XMLAsking([expression])
    let open = String(repeating: "<a>", count: 200)
    let close = String(repeating: "</a>", count: 200)
    let body = "<r>" + String(repeating: open + close, count: 200) + "</r>"
    #expect(asking.read(body) == .read)
    let clock = ContinuousClock()
    let time = clock.measure {
      #expect(throws: XPathFailure.steps) { try asking.value(steps: 100_000) }
    }
    #expect(time < .seconds(2))
  }

  @Test func `after an evaluation that ended at its limit others go on`() throws {
    let asking = try XMLAsking(["//a//a", "count(//a)"])
    asking.read("<a><a><a/></a></a>".utf8)
    #expect(throws: XPathFailure.steps) { try asking.value(0, steps: 1) }
    #expect(try asking.value(1) == .number(text: "3"))
    #expect(try asking.value(0).nodes.count == 2)
  }

  @Test func `the text of a result is limited`() throws {
    let asking = try XMLAsking(["//a", "string(/)"])
    asking.read("<a>12<a>34</a></a>".utf8)
    #expect(try asking.value(0, resultBytes: 6).nodes.map(\.text) == ["1234", "34"])
    #expect(throws: XPathFailure.resultBytes) { try asking.value(0, resultBytes: 5) }
    #expect(try asking.value(1, resultBytes: 4) == .text("1234"))
    #expect(throws: XPathFailure.resultBytes) { try asking.value(1, resultBytes: 3) }
  }

  @Test func `elements nest as deep as the parser lets them`() throws {
    let asking = try XMLAsking(["count(//a)"])
    let body = String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300)
    #expect(asking.read(body) == .read)
    #expect(try asking.value() == .number(text: "300"))
    #expect(asking.read("<a>\(body)</a>") == .beyond(.xmlDepth))
  }

  @Test func `short texts are no names`() throws {
    let asking = try XMLAsking(["count(//a)"])
    let rows = (0..<6000).map { "<a x='\($0 % 900)'>\($0)</a>" }.joined(separator: "\n")
    #expect(asking.read("<r>\(rows)</r>") == .read)
    #expect(try asking.value() == .number(text: "6000"))
  }
}
