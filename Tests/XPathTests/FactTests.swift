import Diagnostics
import Testing
import XPath

@Suite struct FactTests {
  @Test(arguments: [
    ("/a", true, false, true), ("/a | //b", true, false, true), ("a", true, false, false),
    ("a | /b", true, false, false), ("(/a)", true, true, true), ("(/a)[1]", false, false, false),
    ("((/a)[1])", false, true, false), ("(count(/a))", false, true, false),
    ("(1) + (2)", false, false, false), ("((1) + (2))", false, true, false),
    ("id('x')/a", false, false, false), ("(/a) | (/b)", true, false, true),
    ("/", true, false, true), ("'(a)'", false, false, false),
  ])
  func `a location path, its parentheses and its start are told`(
    text: String, isPath: Bool, isParenthesized: Bool, isAbsolute: Bool
  ) throws {
    let expression = try XPathExpression.parse(text)
    #expect(expression.isLocationPathOrUnion == isPath)
    #expect(expression.isParenthesized == isParenthesized)
    #expect(expression.isAbsolute == isAbsolute)
  }

  @Test(arguments: [
    ("/a", XPathType.nodeSet), ("/a | /b", .nodeSet), ("(/a)[1]", .nodeSet), ("id(1)", .nodeSet),
    ("-/a", .number), ("1", .number), ("1 + 1", .number), ("/a * 2", .number),
    ("count(/a)", .number),
    ("a = 1", .boolean), ("a or b", .boolean), ("a < b", .boolean), ("not(a)", .boolean),
    ("'a'", .string), ("string(a)", .string), ("concat('a', 'b')", .string), ("name()", .string),
  ])
  func `an expression has a static type`(text: String, type: XPathType) throws {
    #expect(try XPathExpression.parse(text).type == type)
  }

  @Test func `prefixes are told with their places`() throws {
    let expression = try XPathExpression.parse("/p:a[@q:b]/p:*")
    #expect(expression.usedPrefixes.map(\.prefix) == ["p", "q", "p"])
    #expect(
      expression.usedPrefixes.map(\.range) == [
        SourceRange(1, 2), SourceRange(6, 7), SourceRange(11, 12),
      ])
  }

  @Test func `predicates that select nothing are told`() throws {
    let expression = try XPathExpression.parse("/a[0]/b[1][ 0.0 ]/c[position() = 0]")
    #expect(expression.zeroPositions == [SourceRange(2, 5), SourceRange(10, 17)])
  }

  @Test(arguments: [
    ("/a/b[2]/@c", ["a", "b[2]", "@c"]), ("/a/text()", ["a", "text()"]),
    ("/s:a/s:b", ["s:a", "s:b"]),
    ("a/b", ["a", "b"]), ("/child::a/attribute::b", ["a", "@b"]), ("(/a[1])", ["a[1]"]),
    ("/@a", ["@a"]), ("/a[007]", ["a[7]"]),
  ])
  func `a path of named children is told as simple steps`(text: String, steps: [String]) throws {
    let simple = try #require(try XPathExpression.parse(text).simpleSteps)
    let spellings = simple.map { step in
      let position = step.position.map { "[\($0)]" } ?? ""
      return switch step.target {
      case .element(let name): name.text + position
      case .attribute(let name): "@" + name.text + position
      case .text: "text()" + position
      }
    }
    #expect(spellings == steps)
  }

  @Test(arguments: [
    "/", "//a", "/a/*", "/a[0]", "/a[1.5]", "/a[1][2]", "/a[b]", "/a/@b[1]", "/a/@b/..",
    "/a/text()/b",
    "/a | /b", "(/a)[1]", "/a/.", "/a/s:*", "/a[99999999999999999999]", "/a/text()[1]",
    "/a[last()]",
    "/a/descendant::b", "count(/a)", "/a/node()", "/a/@*",
  ])
  func `any other expression has no simple steps`(text: String) throws {
    #expect(try XPathExpression.parse(text).simpleSteps == nil)
  }

  @Test(arguments: [
    ("//a | //b", false), ("//a | //text()", true), ("//node()", true), (".//a", false),
    ("//text() | //comment()", false), ("//@a | //comment()", true), ("//a[. = 'x']/..", false),
    ("//a/.", false), ("//.", true), ("count(//a[text() | b])", true), ("//a[text()]", false),
    ("(//a)[node()[2]]", true), ("id('x') | //a/text()", true), ("/a/@*/namespace::*", false),
    ("1 + (//node())[2]", true), ("/ | //a", false),
    ("-string(/a/ancestor-or-self::node())", false),
  ])
  func `whether a node-set mixes kinds of nodes is told`(text: String, mixes: Bool) throws {
    #expect(try XPathExpression.parse(text).mixesNodeKinds == mixes)
  }

  @Test(arguments: [
    ("//a", "//a"), ("/r//a[b]", "/r/descendant::a[b]"), ("//a[1]", "//a[1]"),
    ("//a[b][2]", "//a[b][2]"), ("//a[position() = 1]", "//a[position() = 1]"),
    ("//a[b = last()]", "//a[b = last()]"), ("//a[b[1] = 'x']", "/descendant::a[b[1] = \"x\"]"),
    ("count(//a[. = 1]) + 1", "count(/descendant::a[. = 1]) + 1"),
    ("//a[b] | .//@c[. = 1]", "/descendant::a[b] | .//@c[. = 1]"),
    ("(//a[b])[2]//c[not(d)]", "(/descendant::a[b])[2]/descendant::c[not(d)]"),
    ("//a[string-length(b)]", "//a[string-length(b)]"),
    ("//a[(b)[last()]]", "/descendant::a[(b)[last()]]"),
  ])
  func `what is evaluated means the same without collecting all nodes`(
    text: String, evaluated: String
  ) throws {
    #expect(try XPathExpression.parse(text).evaluationText == evaluated)
  }
}
