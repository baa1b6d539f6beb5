import Diagnostics
import MappingSyntax
import Testing

/// What a fix-it makes of a mistake, and whether somebody has to look at it first.
@Suite struct FixItTests {
  struct Fix: Sendable, CustomTestStringConvertible {
    let text: String
    let fixed: String
    let isSafe: Bool

    var testDescription: String { text.debugDescription }

    static func safe(_ text: String, _ fixed: String) -> Fix {
      Fix(text: text, fixed: fixed, isSafe: true)
    }

    static func review(_ text: String, _ fixed: String) -> Fix {
      Fix(text: text, fixed: fixed, isSafe: false)
    }
  }

  @Test(arguments: [
    Fix.safe("a => X", "a -> X"), Fix.safe("a → X", "a -> X"), Fix.safe("a ⇒ X", "a -> X"),
    Fix.safe("a –> X", "a -> X"), Fix.safe("a—>X", "a->X"), Fix.safe("a - > X", "a -> X"),
    Fix.safe("'a => b' => X", "'a => b' -> X"),
    Fix.safe("$.a[?@.b => 1] => X", "$.a[?@.b => 1] -> X"),
    Fix.review("a = X", "a -> X"), Fix.review("a => b => X", "a -> b => X"),
    Fix.safe("a[0]b -> X", "a[0].b -> X"), Fix.safe("'a' 'b' -> X", "'a' .'b' -> X"),
    Fix.review(".a -> X", "a -> X"), Fix.review("a@b -> X", "a.@b -> X"),
    Fix.review("a$b.c -> X", "'a$b'.c -> X"),
    Fix.review("a.b c/d -> X", "a.'b c/d' -> X"), Fix.review("a\u{A0}b -> X", "a b -> X"),
    Fix.review("a\u{200B} -> X", "a -> X"),
    Fix.safe("a -> X;", "a -> X"), Fix.safe("a -> X,  # c", "a -> X  # c"),
    Fix.safe("response json;", "response json"), Fix.safe("a -> X :: text", "a -> X : text"),
    Fix.safe("a -> 'X'", "a -> X"), Fix.safe("a -> 'X Y'", "a -> \"X Y\""),
    Fix.review("a -> {{lead.X}}", "a -> X"), Fix.review("a -> {{lead.X Y}}", "a -> \"X Y\""),
    Fix.review("a -> lead.X", "a -> X"), Fix.review("a -> X-Y", "a -> \"X-Y\""),
    Fix.review("a -> X Y", "a -> \"X Y\""), Fix.review("a -> X :", "a -> X "),
    Fix.safe("Response json", "response json"), Fix.review("respnse json", "response json"),
    Fix.safe("response JSON", "response json"), Fix.review("response jsn", "response json"),
    Fix.safe("profile MARKETO", "profile marketo"), Fix.review("profile market", "profile marketo"),
    Fix.safe("fields a.json", "fields \"a.json\""),
    Fix.safe("fields 'a.json'", "fields \"a.json\""),
    Fix.safe("namespace p = urn:a", "namespace p = \"urn:a\""),
    Fix.safe("accept $.a", "accept when $.a"), Fix.review("accept if $.a", "accept when $.a"),
    Fix.safe("accept WHEN $.a", "accept when $.a"),
    Fix.safe("reject when $.a because b", "reject when $.a because \"b\""),
    Fix.safe("on 5XX retry", "on 5xx retry"), Fix.safe("on 404 500 skip", "on 404, 500 skip"),
    Fix.safe("on 404, skip", "on 404 skip"), Fix.review("on 404 skp", "on 404 skip"),
    Fix.safe("on Missing fail", "on missing fail"), Fix.review("on mising fail", "on missing fail"),
    Fix.safe("on missing FAIL", "on missing fail"),
    Fix.review("a -> X requird", "a -> X required"), Fix.safe("a -> X Required", "a -> X required"),
    Fix.review("a -> X when", "a -> X when blank"),
    Fix.review("a -> X when empty", "a -> X when blank"),
    Fix.safe("a -> X on Null clear", "a -> X on null clear"),
    Fix.review("\"a } b\" -> X", "\"a }} b\" -> X"),
    Fix.review("a |> trim first -> X", "a |> trim |> first -> X"),
    Fix.safe("a |> join(';') -> X", "a |> join(\";\") -> X"),
    Fix.review("a |> join(;) -> X", "a |> join(\";\") -> X"),
    Fix.safe("a |> f(1,) -> X", "a |> f(1) -> X"),
    Fix.safe("a |> f(True) -> X", "a |> f(true) -> X"),
    Fix.review("a |> f(\"b\" 2) -> X", "a |> f(\"b\" , 2) -> X"),
    Fix.safe("a -> X # respmap: ignore[rm207]", "a -> X # respmap: ignore[RM207]"),
    Fix.safe("a -> X # respmap: ignore[lossy-type]", "a -> X # respmap: ignore[RM207]"),
  ])
  func `the first fix of a mistake mends it`(fix: Fix) throws {
    let problems = try parse(fix.text).problems
    #expect(problems.count == 1)
    let change = try #require(problems.first?.diagnostic.fixes.first)
    #expect(change.isSafe == fix.isSafe)
    let fixed = apply(change, to: fix.text)
    #expect(Array(fixed.unicodeScalars) == Array(fix.fixed.unicodeScalars))
    if fix.isSafe { #expect(try parse(fixed).problems == []) }
  }

  @Test(arguments: [
    "a <- X", "a X", "a -> X -> Y", "-> X", "a[0 -> X", "response yaml", "fields 'a\"b'",
    "a |> join('a\\'b') -> X", "a |> lookup(else) -> X", "on 600 skip", "a -> X, Y",
  ])
  func `where it is not known what is meant there is no fix`(text: String) throws {
    #expect(try parse(text).problems.map(\.diagnostic.fixes) == [[]])
  }

  private func apply(_ fix: FixIt, to text: String) -> String {
    var bytes = Array(text.utf8)
    for edit in fix.edits.reversed() {
      bytes.replaceSubrange(edit.range.lowerBound..<edit.range.upperBound, with: edit.text.utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
