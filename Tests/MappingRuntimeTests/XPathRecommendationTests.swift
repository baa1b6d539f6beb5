import MappingRuntime
import Testing
import TestSupport

/// What XPath 1.0 itself says that its expressions come to.
@Suite struct XPathRecommendationTests {
  /// An expression and its value: as a string, or of a node-set the strings of its nodes.
  struct Row: Sendable, CustomTestStringConvertible {
    let expression: String
    let expected: [String]

    init(_ expression: String, _ expected: String...) {
      self.expression = expression
      self.expected = expected
    }

    var testDescription: String { expression }
  }

  private static let namespaces = [(prefix: "p", uri: "urn:p")]

  private func value(_ expression: String, in document: String) throws -> [String] {
    switch try XMLAsking.value(of: expression, in: document, namespaces: Self.namespaces) {
    case .nodes(let nodes): nodes.map(\.text)
    case .boolean(let value): ["\(value)"]
    case .number(let text): [text]
    case .text(let text): [text]
    }
  }

  private func expect(_ row: Row, in document: String = "<doc/>") throws {
    #expect(try value(row.expression, in: document) == row.expected)
  }

  // MARK: §2 Location paths

  private static let book = """
    <doc><chapter n="1"><title>Introduction</title><para type="warning">w1</para><para>p2</para>\
    <para type="warning">w3</para><section><para>s1</para></section></chapter>\
    <chapter n="2"><para>q1</para><para type="warning">w4</para><para type="warning">w5</para>\
    <para type="warning">w6</para><para type="warning" id="last">w7</para><figure>f1</figure></chapter>\
    <appendix>a1</appendix></doc>
    """

  @Test(arguments: [
    Row("/doc/chapter/child::para[1]", "w1", "q1"),
    Row("count(/doc/chapter[1]/child::*)", "5"),
    Row("/doc/chapter[1]/title/child::text()", "Introduction"),
    Row("count(/doc/chapter[1]/child::node())", "5"),
    Row("/doc/chapter/attribute::n", "1", "2"),
    Row("/doc/chapter/attribute::*", "1", "2"),
    Row("/doc/descendant::para[last()]", "w7"),
    Row("name(//figure/ancestor::chapter/..)", "doc"),
    Row("count(//figure/ancestor-or-self::*)", "3"),
    Row("count(/doc/descendant-or-self::doc)", "1"),
    Row("count(//para/self::para)", "9"),
    Row("/doc/child::chapter/descendant::para[1]", "w1", "q1"),
    Row("/doc/child::*/child::para[position() = 2]", "p2", "w4"),
    Row("count(/)", "1"),
    Row("count(/descendant::para)", "9"),
    Row("/descendant::chapter/child::title", "Introduction"),
    Row("/doc/child::chapter[2]/child::para[position() = 1]", "q1"),
    Row("/doc/child::chapter[2]/child::para[position() = last()]", "w7"),
    Row("/doc/child::chapter[2]/child::para[position() = last() - 1]", "w6"),
    Row("/doc/child::chapter[2]/child::para[position() > 1]", "w4", "w5", "w6", "w7"),
    Row("//title/following-sibling::para[position() = 1]", "w1"),
    Row("//figure/preceding-sibling::para[position() = 1]", "w7"),
    Row("/descendant::para[position() = 6]", "w4"),
    Row("/child::doc/child::chapter[position() = 2]/child::para[position() = 3]", "w5"),
    Row("//child::para[attribute::type = 'warning'][position() = 2]", "w3", "w5"),
    Row("/doc/chapter[2]/child::para[attribute::type = 'warning'][position() = 4]", "w7"),
    Row("/doc/chapter[2]/child::para[position() = 4][attribute::type = 'warning']", "w6"),
    Row("/doc/child::chapter[child::title = 'Introduction']/@n", "1"),
    Row("/doc/child::chapter[child::title]/@n", "1"),
    Row("/doc/child::*[self::chapter or self::appendix][position() = last()]", "a1"),
    // §2.5
    Row("/doc/chapter[2]/para[@type = 'warning'][4]", "w7"),
    Row("/doc/chapter[2]/para[5][@type = 'warning']", "w7"),
    Row("/doc/chapter[title = 'Introduction']/title", "Introduction"),
    Row("//para[1]", "w1", "s1", "q1"), Row("/descendant::para[1]", "w1"),
    Row("//chapter//para[last()]", "w3", "s1", "w7"),
    Row("count(//para[@type and @id])", "1"), Row("//para[@id]/..//figure", "f1"),
    Row("count(//figure/../..)", "1"), Row("//section/./para", "s1"),
    Row("count(//chapter | //appendix)", "3"), Row("(//appendix | //title)[1]", "Introduction"),
    Row("count(//para/following::*)", "12"), Row("//appendix/preceding::para[1]", "w7"),
    Row("//section/preceding::para[2]", "p2"), Row("count(//title/following::node())", "24"),
  ])
  func `§2: location paths select these nodes`(_ row: Row) throws {
    try expect(row, in: Self.book)
  }

  // MARK: §3 Expressions

  @Test(arguments: [
    Row("5 mod 2", "1"), Row("5 mod -2", "1"), Row("-5 mod 2", "-1"), Row("-5 mod -2", "-1"),
    Row("1.5 mod 0.5", "0"), Row("1 div 0", "Infinity"), Row("-1 div 0", "-Infinity"),
    Row("0 div 0", "NaN"), Row("1 div -0", "-Infinity"), Row("-0", "0"), Row("6 div 4", "1.5"),
    Row("2 + 3 * 4 - 1", "13"), Row("-(2)", "-2"), Row("--2", "2"), Row("'3' + 4", "7"),
    Row("'x' * 2", "NaN"), Row("true() + true()", "2"), Row(".5 + .25", "0.75"),
    Row("3 > 2 > 1", "false"), Row("(3 > 2) > 0", "true"), Row("1 = 1 = 1", "true"),
    Row("2 = 2 != 3", "false"), Row("1 < 2 and 2 < 3", "true"), Row("0 or 'false'", "true"),
    Row("false() or ''", "false"), Row("1 = '1'", "true"), Row("'1' = '1.0'", "false"),
    Row("1 = '1.0'", "true"), Row("true() = 'x'", "true"), Row("true() = 2", "true"),
    Row("false() = ''", "true"), Row("'a' < 'b'", "false"), Row("'1' < '2'", "true"),
    Row("0 div 0 = 0 div 0", "false"), Row("0 div 0 != 0 div 0", "true"), Row("-0 = 0", "true"),
  ])
  func `§3: operators convert and compare so`(_ row: Row) throws { try expect(row) }

  @Test(arguments: [
    // Of node-sets a comparison is true if it is for some nodes of theirs.
    Row("//a = 2", "true"), Row("//a != 2", "true"), Row("//a = 4", "false"),
    Row("//a = //b", "true"), Row("//a != //a", "true"), Row("//b != //b", "false"),
    Row("//a > //b", "true"), Row("//a < //b", "true"), Row("//b >= //a", "true"),
    Row("//none = //none", "false"), Row("//none != 1", "false"), Row("//none = false()", "true"),
    Row("//a = true()", "true"), Row("//a = '2'", "true"), Row("not(//a = 4)", "true"),
    Row("//a/@x = 'y'", "true"), Row("//a/@x != 'y'", "false"), Row("2 <= //a", "true"),
    Row("sum(//a) = 6", "true"), Row("//c > 1", "false"), Row("string(//a) = 1", "true"),
  ])
  func `§3.4: node-sets are compared so`(_ row: Row) throws {
    try expect(row, in: "<r><a>1</a><a x='y'>2</a><a>3</a><b>2</b><c>two</c></r>")
  }

  // MARK: §4 Functions

  @Test(arguments: [
    Row("position()", "1"), Row("last()", "1"), Row("count(//b)", "2"),
    Row("name(//b[last()])", "b"), Row("local-name(//p:c)", "c"), Row("name(//p:c)", "q:c"),
    Row("namespace-uri(//p:c)", "urn:p"), Row("namespace-uri(//b)", ""), Row("local-name(/)", ""),
    Row("name(//none)", ""), Row("local-name(//@x)", "x"),
    Row("name(//processing-instruction())", "i"),
    Row("name(//comment())", ""), Row("id('k')", "2"), Row("id('k l')", "2", "3"),
    Row("id(//@x)", "2"),
    Row("count(id('none'))", "0"),
  ])
  func `§4.1: functions of node-sets`(_ row: Row) throws {
    try expect(
      row,
      in: """
        <a x="k"><b>1</b><b xml:id="k">2</b><q:c xmlns:q="urn:p" xml:id="l">3</q:c><!--n--><?i j?></a>
        """)
  }

  @Test(arguments: [
    Row("concat('a', 1, true())", "a1true"), Row("starts-with('abc', 'ab')", "true"),
    Row("starts-with('abc', '')", "true"), Row("starts-with('', 'a')", "false"),
    Row("contains('abc', 'bc')", "true"), Row("contains('abc', '')", "true"),
    Row("substring-before('1999/04/01', '/')", "1999"), Row("substring-before('abc', 'x')", ""),
    Row("substring-after('1999/04/01', '/')", "04/01"),
    Row("substring-after('1999/04/01', '19')", "99/04/01"),
    Row("substring-after('abc', '')", "abc"), Row("substring-before('abc', '')", ""),
    Row("substring('12345', 2, 3)", "234"), Row("substring('12345', 2)", "2345"),
    Row("substring('12345', 1.5, 2.6)", "234"), Row("substring('12345', 0, 3)", "12"),
    Row("substring('12345', 0 div 0, 3)", ""), Row("substring('12345', 1, 0 div 0)", ""),
    Row("substring('12345', -42, 1 div 0)", "12345"),
    Row("substring('12345', -1 div 0, 1 div 0)", ""),
    Row("substring('é😀x', 2, 1)", "😀"), Row("string-length('é😀x')", "3"),
    Row("string-length('')", "0"),
    Row("normalize-space('  a \t b\n c  ')", "a b c"), Row("normalize-space('\u{A0}a')", "\u{A0}a"),
    Row("translate('bar', 'abc', 'ABC')", "BAr"), Row("translate('--aaa--', 'abc-', 'ABC')", "AAA"),
    Row("translate('aa', 'aa', 'xy')", "xx"), Row("translate('é', 'é', 'e')", "e"),
    Row("string(1)", "1"), Row("string(-0)", "0"), Row("string(0 div 0)", "NaN"),
    Row("string(-1 div 0)", "-Infinity"), Row("string(1.50)", "1.5"), Row("string(.5)", "0.5"),
    Row("string(-.5)", "-0.5"), Row("string(1000000000000)", "1000000000000"),
    Row("string(0.000001)", "0.000001"), Row("string(1 div 3)", "0.3333333333333333"),
    Row("string(123456789012345678901)", "123456789012345680000"), Row("string(true())", "true"),
  ])
  func `§4.2: functions of strings`(_ row: Row) throws { try expect(row) }

  @Test(arguments: [
    Row("boolean(0)", "false"), Row("boolean(-0)", "false"), Row("boolean(0 div 0)", "false"),
    Row("boolean(0.1)", "true"), Row("boolean('')", "false"), Row("boolean('false')", "true"),
    Row("boolean(//none)", "false"), Row("boolean(/)", "true"), Row("not(true())", "false"),
    Row("true()", "true"), Row("false()", "false"),
  ])
  func `§4.3: functions of booleans`(_ row: Row) throws { try expect(row) }

  @Test(arguments: [
    Row("count(//para[lang('en')])", "5"), Row("count(//para[lang('EN')])", "5"),
    Row("count(//para[lang('en-us')])", "1"), Row("count(//para[lang('de')])", "1"),
    Row("count(//para[lang('e')])", "0"),
  ])
  func `§4.3: the language of the context node`(_ row: Row) throws {
    try expect(
      row,
      in: """
        <r><para xml:lang="en"/><div xml:lang="en"><para/></div><para xml:lang="EN"/><para xml:lang="en-us"/>\
        <d xml:lang="en"><para xml:lang="de"/><para/></d></r>
        """)
  }

  @Test(arguments: [
    Row("number('12')", "12"), Row("number(' 12.5 ')", "12.5"), Row("number('-.5')", "-0.5"),
    Row("number('+1')", "NaN"), Row("number('1e3')", "NaN"), Row("number('')", "NaN"),
    Row("number('1 2')", "NaN"), Row("number('- 1')", "NaN"), Row("number('1.')", "1"),
    Row("number(true())", "1"), Row("number(false())", "0"), Row("number(//b)", "2"),
    Row("number(//none)", "NaN"), Row("sum(//b | //c)", "NaN"), Row("sum(//b)", "5"),
    Row("sum(//none)", "0"),
    Row("floor(2.6)", "2"), Row("floor(-2.5)", "-3"), Row("ceiling(2.2)", "3"),
    Row("ceiling(-2.5)", "-2"),
    Row("round(2.5)", "3"), Row("round(-2.5)", "-2"), Row("round(-2.6)", "-3"),
    Row("round(-0.2)", "0"),
    Row("1 div round(-0.2)", "-Infinity"), Row("1 div ceiling(-0.5)", "-Infinity"),
    Row("round(0 div 0)", "NaN"), Row("floor(1 div 0)", "Infinity"),
    Row("round(0.49999999999999994)", "0"),
  ])
  func `§4.4: functions of numbers`(_ row: Row) throws {
    try expect(row, in: "<a><b>2</b><b>3</b><c>x</c></a>")
  }

  // MARK: §5 Data model

  @Test(arguments: [
    Row("string(/)", "x1y2z"), Row("string(//b)", "1y2"), Row("//a/text()", "x", "z"),
    Row("string(//@t)", "a b"), Row("string(//comment())", "c"),
    Row("string(//processing-instruction())", "q r"),
    Row("count(//@*)", "1"), Row("count(/a/namespace::*)", "2"), Row("count(//text()/..)", "2"),
    Row("count(//@t/..)", "1"), Row("count(//@t/following::*)", "1"),
    Row("count(//namespace::node()/..)", "2"),
    Row("count(//@t/ancestor::*)", "1"), Row("count(/a/child::node())", "5"),
    Row("name(//@t/../..)", ""),
  ])
  func `§5: nodes have these strings and places`(_ row: Row) throws {
    try expect(row, in: "<a t='a\nb' xmlns:n='u'>x<b>1<![CDATA[y]]>2</b>z<!--c--><?p q r?></a>")
  }
}
