import Testing
import XPath

/// The examples of the recommendation (XPath 1.0, W3C 1999), each with its normal spelling.
@Suite struct RecommendationTests {
  @Test(arguments: Spelling.locationPaths)
  func `an unabbreviated location path of §2`(spelling: Spelling) throws {
    try expect(spelling)
  }

  @Test(arguments: Spelling.abbreviated)
  func `an abbreviated location path of §2.5`(spelling: Spelling) throws {
    try expect(spelling)
  }

  @Test(arguments: Spelling.others)
  func `an expression of §2.4, §3 and §4`(spelling: Spelling) throws { try expect(spelling) }
}

extension Spelling {
  fileprivate static let locationPaths = [
    Spelling("child::para", "para"),
    Spelling("child::*", "*"),
    Spelling("child::text()", "text()"),
    Spelling("child::node()", "node()"),
    Spelling("attribute::name", "@name"),
    Spelling("attribute::*", "@*"),
    Spelling("descendant::para", "descendant::para"),
    Spelling("ancestor::div", "ancestor::div"),
    Spelling("ancestor-or-self::div", "ancestor-or-self::div"),
    Spelling("descendant-or-self::para", "descendant-or-self::para"),
    Spelling("self::para", "self::para"),
    Spelling("child::chapter/descendant::para", "chapter/descendant::para"),
    Spelling("child::*/child::para", "*/para"),
    Spelling("/", "/"),
    Spelling("/descendant::para", "/descendant::para"),
    Spelling("/descendant::olist/child::item", "/descendant::olist/item"),
    Spelling("child::para[position()=1]", "para[position() = 1]"),
    Spelling("child::para[position()=last()]", "para[position() = last()]"),
    Spelling("child::para[position()=last()-1]", "para[position() = last() - 1]"),
    Spelling("child::para[position()>1]", "para[position() > 1]"),
    Spelling(
      "following-sibling::chapter[position()=1]", "following-sibling::chapter[position() = 1]"),
    Spelling(
      "preceding-sibling::chapter[position()=1]", "preceding-sibling::chapter[position() = 1]"),
    Spelling("/descendant::figure[position()=42]", "/descendant::figure[position() = 42]"),
    Spelling(
      "/child::doc/child::chapter[position()=5]/child::section[position()=2]",
      "/doc/chapter[position() = 5]/section[position() = 2]"),
    Spelling("child::para[attribute::type=\"warning\"]", "para[@type = \"warning\"]"),
    Spelling(
      "child::para[attribute::type='warning'][position()=5]",
      "para[@type = \"warning\"][position() = 5]"),
    Spelling(
      "child::para[position()=5][attribute::type=\"warning\"]",
      "para[position() = 5][@type = \"warning\"]"),
    Spelling("child::chapter[child::title='Introduction']", "chapter[title = \"Introduction\"]"),
    Spelling("child::chapter[child::title]", "chapter[title]"),
    Spelling(
      "child::*[self::chapter or self::appendix]", "*[self::chapter or self::appendix]"),
    Spelling(
      "child::*[self::chapter or self::appendix][position()=last()]",
      "*[self::chapter or self::appendix][position() = last()]"),
  ]

  fileprivate static let abbreviated = [
    Spelling("para", "para"),
    Spelling("*", "*"),
    Spelling("text()", "text()"),
    Spelling("@name", "@name"),
    Spelling("@*", "@*"),
    Spelling("para[1]", "para[1]"),
    Spelling("para[last()]", "para[last()]"),
    Spelling("*/para", "*/para"),
    Spelling("/doc/chapter[5]/section[2]", "/doc/chapter[5]/section[2]"),
    Spelling("chapter//para", "chapter//para"),
    Spelling("//para", "//para"),
    Spelling("//olist/item", "//olist/item"),
    Spelling(".", "."),
    Spelling(".//para", ".//para"),
    Spelling("..", ".."),
    Spelling("../@lang", "../@lang"),
    Spelling("para[@type=\"warning\"]", "para[@type = \"warning\"]"),
    Spelling("para[@type=\"warning\"][5]", "para[@type = \"warning\"][5]"),
    Spelling("para[5][@type=\"warning\"]", "para[5][@type = \"warning\"]"),
    Spelling("chapter[title=\"Introduction\"]", "chapter[title = \"Introduction\"]"),
    Spelling("chapter[title]", "chapter[title]"),
    Spelling(
      "employee[@secretary and @assistant]", "employee[@secretary and @assistant]"),
    Spelling("para[@type=\"warning\"]", "para[@type = \"warning\"]"),
    Spelling("child::div/child::para", "div/para"),
    Spelling(
      "child::div/descendant-or-self::node()/child::para", "div//para"),
    Spelling("/descendant-or-self::node()/child::para", "//para"),
    Spelling("self::node()/descendant-or-self::node()/child::para", ".//para"),
    Spelling("parent::node()/child::title", "../title"),
    Spelling("//para[1]", "//para[1]"),
    Spelling("/descendant::para[1]", "/descendant::para[1]"),
  ]

  fileprivate static let others = [
    Spelling("preceding::foo[1]", "preceding::foo[1]"),
    Spelling("(preceding::foo)[1]", "(preceding::foo)[1]"),
    Spelling("namespace::*", "namespace::*"),
    Spelling("processing-instruction('x')", "processing-instruction(\"x\")"),
    Spelling("foo-1", "foo-1"),
    Spelling("foo -1", "foo - 1"),
    Spelling("foo -bar", "foo - bar"),
    Spelling("3 > 2 > 1", "3 > 2 > 1"),
    Spelling("(3 > 2) > 1", "3 > 2 > 1"),
    Spelling("3 > (2 > 1)", "3 > (2 > 1)"),
    Spelling("5 mod 2", "5 mod 2"),
    Spelling("5 mod -2", "5 mod -2"),
    Spelling("-5 mod 2", "-5 mod 2"),
    Spelling("-5 mod -2", "-5 mod -2"),
    Spelling("1.5 mod .5", "1.5 mod 0.5"),
    Spelling("id(\"foo\")", "id(\"foo\")"),
    Spelling(
      "id(\"foo\")/child::para[position()=5]", "id(\"foo\")/para[position() = 5]"),
    Spelling("substring(\"12345\",2)", "substring(\"12345\", 2)"),
    Spelling("substring(\"12345\", 1.5, 2.6)", "substring(\"12345\", 1.5, 2.6)"),
    Spelling("substring(\"12345\", 0 div 0, 3)", "substring(\"12345\", 0 div 0, 3)"),
    Spelling(
      "substring(\"12345\", -1 div 0, 1 div 0)", "substring(\"12345\", -1 div 0, 1 div 0)"),
    Spelling("translate(\"bar\",\"abc\",\"ABC\")", "translate(\"bar\", \"abc\", \"ABC\")"),
    Spelling(
      "substring-before(\"1999/04/01\",\"/\")", "substring-before(\"1999/04/01\", \"/\")"),
    Spelling("lang(\"en\")", "lang(\"en\")"),
    Spelling("not(@a = @b)", "not(@a = @b)"),
  ]
}
