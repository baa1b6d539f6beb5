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
    ("1", true), ("last()", true), ("position() = 1", true), ("b + 1", true), ("-b", true),
    ("not(position() = 1)", true), ("(b)[1]", false), ("b[1]", false), ("b[last()]", false),
    ("'x'", false), ("b = 'x'", false), ("string-length(b)", true), ("b | c", false),
    ("b = last()", true), ("(b)[last()]", false), ("contains(b, position())", true),
  ])
  func `whether a predicate may depend on a position is told`(text: String, may: Bool) throws {
    #expect(try XPathExpression.parse(text).syntax.mayBePositional == may)
  }
}
