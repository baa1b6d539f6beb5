import Testing
import XPath

@Suite struct GrammarTests {
  @Test(arguments: Spelling.disambiguation)
  func `names and operators are told apart by the token before (§3.7)`(
    spelling: Spelling
  ) throws {
    try expect(spelling)
  }

  @Test(arguments: Spelling.precedence)
  func `operators bind as §3 says, and parentheses stay only where they matter`(
    spelling: Spelling
  ) throws {
    try expect(spelling)
  }

  @Test(arguments: Spelling.lexical)
  func `tokens may have space between them, and texts are kept`(spelling: Spelling) throws {
    try expect(spelling)
  }

  @Test(arguments: XPathAxis.allCases)
  func `an axis is spelled out or abbreviated`(axis: XPathAxis) throws {
    for test in ["a", "p:a", "*", "p:*", "node()", "text()", "comment()"] {
      let expression = try XPathExpression.parse("/x/\(axis.rawValue)::\(test)[1]")
      guard case .path(let path) = expression.syntax else { continue }
      #expect(path.steps.last?.axis == axis)
      #expect(try XPathExpression.parse(expression.canonicalText).syntax == expression.syntax)
    }
  }

  @Test func `multiplication, a name test and a wildcard can stand side by side`() throws {
    let any = XPathSyntax.path(
      XPathLocationPath(isAbsolute: false, [XPathStep(.child, .any(prefix: nil))]))
    #expect(
      try XPathExpression.parse("* * *").syntax
        == .operation(any, [XPathOperation(.multiply, any)]))
  }
}

extension Spelling {
  fileprivate static let disambiguation = [
    Spelling("* * *", "* * *"),
    Spelling("***", "* * *"),
    Spelling("div div div", "div div div"),
    Spelling("or or or", "or or or"),
    Spelling("and and and and and", "and and and and and"),
    Spelling("mod mod mod", "mod mod mod"),
    Spelling("//*", "//*"),
    Spelling("//* * //*", "//* * //*"),
    Spelling("/*", "/*"),
    Spelling("/or", "/or"),
    Spelling("(/) or a", "(/) or a"),
    Spelling("(/) * 2", "(/) * 2"),
    Spelling("/ = a", "/ = a"),
    Spelling("a | / = b", "a | / = b"),
    Spelling("a | (/) and c", "a | (/) and c"),
    Spelling("a = (/) and c", "a = (/) and c"),
    Spelling("2 * (a | /) div 3", "2 * a | (/) div 3"),
    Spelling("@* * 2", "@* * 2"),
    Spelling("@div div @mod", "@div div @mod"),
    Spelling("p:* * p:*", "p:* * p:*"),
    Spelling("a[*]*a", "a[*] * a"),
    Spelling("a[div]div b", "a[div] div b"),
    Spelling("2div 3", "2 div 3"),
    Spelling("'a'and'b'", "\"a\" and \"b\""),
    Spelling(".*.", ". * ."),
    Spelling("..or ..", ".. or .."),
    Spelling("div/div", "div/div"),
    Spelling("child", "child"),
    Spelling("self::self", "self::self"),
    Spelling("child::child/parent::parent", "child/parent::parent"),
    Spelling("text", "text"),
    Spelling("text/text()", "text/text()"),
    Spelling("count", "count"),
    Spelling("count (count)", "count(count)"),
    Spelling("child :: a", "a"),
    Spelling("a-b", "a-b"),
    Spelling("a -b", "a - b"),
    Spelling("a--b", "a--b"),
    Spelling("a - -b", "a - -b"),
  ]

  fileprivate static let precedence = [
    Spelling("a or b and c", "a or b and c"),
    Spelling("(a or b) and c", "(a or b) and c"),
    Spelling("a or (b and c)", "a or b and c"),
    Spelling("a = b or c != d", "a = b or c != d"),
    Spelling("a = (b or c)", "a = (b or c)"),
    Spelling("a < b = c > d", "a < b = c > d"),
    Spelling("a < (b = c)", "a < (b = c)"),
    Spelling("1 + 2 * 3", "1 + 2 * 3"),
    Spelling("(1 + 2) * 3", "(1 + 2) * 3"),
    Spelling("1 - 2 - 3", "1 - 2 - 3"),
    Spelling("1 - (2 - 3)", "1 - (2 - 3)"),
    Spelling("(1 - 2) - 3", "1 - 2 - 3"),
    Spelling("1 - 2 + 3", "1 - 2 + 3"),
    Spelling("8 div 4 mod 3", "8 div 4 mod 3"),
    Spelling("8 div (4 mod 3)", "8 div (4 mod 3)"),
    Spelling("-a | b", "-a | b"),
    Spelling("-(a | b)", "-a | b"),
    Spelling("- - a", "--a"),
    Spelling("-(-a)", "--a"),
    Spelling("-(a + b)", "-(a + b)"),
    Spelling("-a * b", "-a * b"),
    Spelling("a * -b", "a * -b"),
    Spelling("1 - -1", "1 - -1"),
    Spelling("(a | b) | c", "a | b | c"),
    Spelling("a | (b | c)", "a | b | c"),
    Spelling("(a | b)/c", "(a | b)/c"),
    Spelling("(a)[1]", "(a)[1]"),
    Spelling("(a)/b", "a/b"),
    Spelling("((a))", "a"),
    Spelling("((a)[1])[2]", "(a)[1][2]"),
    Spelling("((a)[1]/b)[2]", "((a)[1]/b)[2]"),
    Spelling("((a)[1]/b)/c", "(a)[1]/b/c"),
    Spelling("(a)//b", "a//b"),
    Spelling("(/)//b", "//b"),
    Spelling("id('x')//b[1]", "id(\"x\")//b[1]"),
    Spelling("(id('x'))[1]", "id(\"x\")[1]"),
  ]

  fileprivate static let lexical = [
    Spelling(" / a / b [ 1 ] ", "/a/b[1]"),
    Spelling("\n//\ta\r\n", "//a"),
    Spelling("'a\"b'", "'a\"b'"),
    Spelling("\"it's\"", "\"it's\""),
    Spelling("' '", "\" \""),
    Spelling("1.", "1"),
    Spelling(".5", "0.5"),
    Spelling("007.50", "7.5"),
    Spelling("0.0", "0"),
    Spelling("1.0", "1"),
    Spelling("é/ü", "é/ü"),
    Spelling("/é/ü", "/child::é/ü"),
    Spelling("//é", "//é"),
    Spelling("/@é", "/@é"),
    Spelling("_a.b-c1/名前", "_a.b-c1/名前"),
    Spelling("p:a/@q:b", "p:a/@q:b"),
    Spelling("descendant-or-self::node()/a", "descendant-or-self::node()/a"),
    Spelling("/descendant-or-self::node()", "/descendant-or-self::node()"),
    Spelling(
      "//descendant-or-self::node()/a", "//descendant-or-self::node()/a"),
    Spelling("a/descendant-or-self::node()[1]/b", "a/descendant-or-self::node()[1]/b"),
    Spelling("self::node()[1]", "self::node()[1]"),
    Spelling("./.", "./."),
    Spelling(
      "processing-instruction( \"it's\" )", "processing-instruction(\"it's\")"),
  ]
}
