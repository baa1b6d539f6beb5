import Diagnostics
import Testing
import TestSupport
import XPath

/// A text with one mistake, its place marked: what is said about it.
struct Mistake: Sendable, CustomTestStringConvertible {
  let marked: String
  let code: DiagnosticCode
  /// A part of the message or the help.
  let words: String

  init(_ marked: String, _ code: DiagnosticCode, _ words: String) {
    self.marked = marked
    self.code = code
    self.words = words
  }

  var testDescription: String { marked.debugDescription }
}

@Suite struct ProblemTests {
  @Test(arguments: Mistake.brackets + Mistake.operators + Mistake.steps + Mistake.characters)
  func `a mistake in the grammar is found in its place`(mistake: Mistake) throws {
    try expect(mistake)
  }

  @Test(arguments: Mistake.functions)
  func `a function is checked for its name and its arguments`(mistake: Mistake) throws {
    try expect(mistake)
  }

  @Test(arguments: Mistake.types)
  func `a node-set is required where nodes are meant`(mistake: Mistake) throws {
    try expect(mistake)
  }

  @Test(arguments: Mistake.prefixes)
  func `a prefix is declared`(mistake: Mistake) throws {
    try expect(mistake, prefixes: ["soap", "b"])
  }

  @Test func `any prefix may be used where none are known`() {
    #expect(problem(of: "/soap:a/@xml:lang/p:*", prefixes: nil) == nil)
    #expect(problem(of: "/soap:a/@xml:lang/b:*", prefixes: ["soap", "b"]) == nil)
  }

  @Test func `offsets are those of the whole text`() throws {
    let text = Array("é /a/b[ -> X".utf8)
    let range = SourceRange(3, 8)
    do {
      _ = try XPathExpression.parse(text, in: range, prefixes: [])
      Issue.record("the bracket is not closed")
    } catch {
      #expect(error == XPathProblem(.unclosedBracket(.square), at: SourceRange(7, 8)))
    }
  }

  @Test func `a mistake in the grammar counts before what the grammar lets pass`() {
    #expect(problem(of: "cuont() + count(1) ]")?.kind == .unopenedBracket(.square))
    #expect(
      problem(of: "cuont() + count(1)")?.kind == .unknownFunction("cuont", suggestion: .count))
  }

  @Test func `nesting and length are limited`() {
    func nested(_ depth: Int) -> String {
      String(repeating: "(", count: depth) + "a" + String(repeating: ")", count: depth)
    }
    #expect(problem(of: nested(32)) == nil)
    #expect(problem(of: nested(33))?.kind == .tooDeep(limit: 32))
    #expect(problem(of: String(repeating: "a[", count: 100_000))?.kind == .tooLong(limit: 4096))
    #expect(problem(of: String(repeating: "a[", count: 200))?.kind == .tooDeep(limit: 32))
    let chain = Array(repeating: "a", count: 2048).joined(separator: "/")
    #expect(problem(of: chain) == nil)
    #expect(problem(of: chain + "/a/a")?.kind == .tooLong(limit: 4096))
    #expect(problem(of: String(repeating: "-", count: 1000) + "1") == nil)
  }

  @Test(arguments: [
    ("a == b", "a = b"), ("a&&b", "a and b"), ("a || b", "a  or  b"), ("a OR b", "a or b"),
    ("a@b", "a/@b"), ("a/childs::b", "a/child::b"), ("cout(a)", "count(a)"), ("a <> b", "a != b"),
  ])
  func `a change mends the expression`(text: String, mended: String) throws {
    let fixes = try #require(problem(of: text)?.diagnostic.fixes.first)
    var bytes = Array(text.utf8)
    for edit in fixes.edits.reversed() {
      bytes.replaceSubrange(edit.range.lowerBound..<edit.range.upperBound, with: edit.text.utf8)
    }
    #expect(String(decoding: bytes, as: UTF8.self) == mended)
    #expect(problem(of: mended) == nil)
  }

  private func expect(_ mistake: Mistake, prefixes: Set<String>? = nil) throws {
    let marked = MarkedText(mistake.marked)
    let diagnostic = try #require(problem(of: marked.text, prefixes: prefixes)?.diagnostic)
    #expect(diagnostic.code == mistake.code)
    #expect([diagnostic.range] == marked.ranges)
    let said = ([diagnostic.message, diagnostic.help ?? ""] + diagnostic.notes).joined(
      separator: "\n")
    #expect(said.contains(mistake.words), "\(said)")
    #expect(diagnostic.help?.hasSuffix(".") == false)
  }
}

extension Mistake {
  static let brackets = [
    Mistake("/a1️⃣[1️⃣1", .unclosedBracket, "bracket is not closed"),
    Mistake("count1️⃣(1️⃣/a", .unclosedBracket, "parenthesis is not closed"),
    Mistake("count1️⃣(1️⃣", .unclosedBracket, "parenthesis is not closed"),
    Mistake("1️⃣(1️⃣a]", .unclosedBracket, "parenthesis is not closed"),
    Mistake("a1️⃣[1️⃣b[1])", .unclosedBracket, "bracket is not closed"),
    Mistake("text1️⃣(1️⃣", .unclosedBracket, "parenthesis is not closed"),
    Mistake("a1️⃣)1️⃣", .xPathSyntax, "`)` closes nothing"),
    Mistake("a[1]1️⃣]1️⃣", .xPathSyntax, "`]` closes nothing"),
    Mistake("a = 1️⃣\"1️⃣b'", .unclosedQuote, "quote is not closed"),
    Mistake("a[. = 1️⃣'1️⃣it]", .unclosedQuote, "quote is not closed"),
    Mistake("(1️⃣)1️⃣", .xPathSyntax, "no expression behind `(`"),
    Mistake("a[1️⃣]1️⃣", .xPathSyntax, "no expression behind `[`"),
  ]

  static let operators = [
    Mistake("a 1️⃣==1️⃣ b", .xPathSyntax, "write `=`"),
    Mistake("a 1️⃣!==1️⃣ b", .xPathSyntax, "write `!=`"),
    Mistake("a 1️⃣&&1️⃣ b", .xPathSyntax, "write `and`"),
    Mistake("a 1️⃣||1️⃣ b", .xPathSyntax, "write `or`"),
    Mistake("1️⃣!1️⃣a", .xPathSyntax, "write `not(…)`"),
    Mistake("a 1️⃣<>1️⃣ b", .xPathSyntax, "write `!=`"),
    Mistake("a 1️⃣%1️⃣ 2", .xPathSyntax, "write `mod`"),
    Mistake("a 1️⃣≤1️⃣ 2", .xPathSyntax, "write `<=`"),
    Mistake("a 1️⃣eq1️⃣ b", .xPathSyntax, "operator of XPath 2"),
    Mistake("a 1️⃣AND1️⃣ b", .xPathSyntax, "write `and`"),
    Mistake("a 1️⃣b1️⃣", .xPathSyntax, "operator is missing before `b`"),
    Mistake("a 1️⃣'b'1️⃣", .xPathSyntax, "operator is missing"),
    Mistake("1 1️⃣or-1️⃣ 2", .xPathSyntax, "operator is missing before `or-`"),
    Mistake("a 1️⃣=1️⃣", .xPathSyntax, "no expression behind `=`"),
    Mistake("a or 1️⃣=1️⃣ b", .xPathSyntax, "no expression behind `or`"),
    Mistake("1️⃣=1️⃣ b", .xPathSyntax, "there is no expression here"),
    Mistake("a 1️⃣|1️⃣", .xPathSyntax, "no expression behind `|`"),
    Mistake("1️⃣1️⃣", .xPathSyntax, "there is no expression here"),
    Mistake("concat(a,1️⃣,1️⃣ b)", .xPathSyntax, "no expression behind `,`"),
    Mistake("(a1️⃣,1️⃣ b)", .xPathSyntax, "`,` does not belong here"),
    Mistake("a[1] 1️⃣(1️⃣b)", .xPathSyntax, "`(` does not belong here"),
    Mistake("/ * 1️⃣51️⃣", .xPathSyntax, "operator is missing before `5`"),
  ]

  static let steps = [
    Mistake("/a/b1️⃣/1️⃣", .xPathSyntax, "no step follows this `/`"),
    Mistake("/a/b1️⃣//1️⃣", .xPathSyntax, "no step follows this `//`"),
    Mistake("1️⃣//1️⃣", .xPathSyntax, "no step follows this `//`"),
    Mistake("a1️⃣/1️⃣ | b", .xPathSyntax, "no step follows this `/`"),
    Mistake("//1️⃣/1️⃣a", .xPathSyntax, "no name behind `//`"),
    Mistake("/ 1️⃣/1️⃣a", .xPathSyntax, "no name behind `/`"),
    Mistake("/1️⃣[1️⃣1]", .xPathSyntax, "no name behind `/`"),
    Mistake("a/1️⃣[1️⃣1]", .xPathSyntax, "no name behind `/`"),
    Mistake("a1️⃣@1️⃣b", .xPathSyntax, "write `/order/@id`"),
    Mistake("a/1️⃣@1️⃣", .xPathSyntax, "no name behind `@`"),
    Mistake("a/@1️⃣[1️⃣1]", .xPathSyntax, "no name behind `@`"),
    Mistake("child1️⃣::1️⃣", .xPathSyntax, "no name behind `::`"),
    Mistake(".1️⃣[1️⃣1]", .xPathSyntax, "self::node()[1]"),
    Mistake("..1️⃣[1️⃣1]", .xPathSyntax, "parent::node()[1]"),
    Mistake("1️⃣.1️⃣a", .xPathSyntax, "separated by `/`"),
    Mistake("a[0]1️⃣.1️⃣b", .xPathSyntax, "separated by `/`"),
    Mistake("1️⃣$1️⃣.a", .wrongNotation, "JSONPath"),
    Mistake("1️⃣$1️⃣['a']", .wrongNotation, "JSONPath"),
    Mistake("1️⃣$1️⃣", .wrongNotation, "/order/id"),
    Mistake("a/1️⃣childs1️⃣::b", .xPathSyntax, "did you mean `child::`"),
    Mistake("1️⃣soap1️⃣::Body", .xPathSyntax, "single colon"),
    Mistake("a/1️⃣string1️⃣()", .xPathSyntax, "is no step in XPath 1.0"),
    Mistake("a/1️⃣lower-case1️⃣(.)", .unknownFunction, "|> lowercase"),
    Mistake("a/text(1️⃣'x'1️⃣)", .xPathSyntax, "`text()` takes no such argument"),
    Mistake("processing-instruction(1️⃣a1️⃣)", .xPathSyntax, "text in quotes"),
  ]

  static let characters = [
    Mistake("1️⃣{1️⃣a}", .xPathSyntax, "template"),
    Mistake("a1️⃣\\1️⃣b", .xPathSyntax, "separated by `/`"),
    Mistake("soap1️⃣:1️⃣ Body", .xPathSyntax, "without a space"),
    Mistake("soap 1️⃣:1️⃣Body", .xPathSyntax, "no meaning"),
    Mistake("/a/1️⃣😀1️⃣", .xPathSyntax, "name() ="),
    Mistake("/a/b1️⃣ሀ1️⃣", .xPathSyntax, "Unicode 2.0"),
    Mistake("'a1️⃣\u{0}1️⃣'", .xPathSyntax, "no meaning"),
    Mistake("a 1️⃣:1️⃣= b", .xPathSyntax, "no meaning"),
  ]

  static let functions = [
    Mistake("1️⃣cuont1️⃣(/a)", .unknownFunction, "did you mean `count`?"),
    Mistake("1️⃣frobnicate1️⃣()", .unknownFunction, "use one of them"),
    Mistake("1️⃣b:count1️⃣(/a)", .unknownFunction, "no function `b:count`"),
    Mistake("1️⃣lower-case1️⃣(/a)", .unknownFunction, "|> lowercase"),
    Mistake("1️⃣matches1️⃣(/a, 'x')", .unknownFunction, "|> matches"),
    Mistake("1️⃣ends-with1️⃣(/a, 'x')", .unknownFunction, "substring"),
    Mistake("1️⃣tokenize1️⃣(/a, ',')", .unknownFunction, "|> split"),
    Mistake("1️⃣string-join1️⃣(/a, ',')", .unknownFunction, "|> join"),
    Mistake("1️⃣count1️⃣()", .functionArguments, "`count` takes 1 argument, not 0"),
    Mistake("1️⃣count1️⃣(/a, /b)", .functionArguments, "`count(/a/b)`"),
    Mistake("1️⃣concat1️⃣(/a)", .functionArguments, "2 arguments or more, not 1"),
    Mistake("1️⃣last1️⃣(/a)", .functionArguments, "takes no argument, not 1"),
    Mistake("1️⃣substring1️⃣(/a)", .functionArguments, "takes 2 or 3 arguments, not 1"),
    Mistake("1️⃣string1️⃣(1, 2)", .functionArguments, "takes 0 or 1 argument, not 2"),
    Mistake("1 + 1️⃣$total1️⃣", .unknownVariable, "no variable `$total`"),
  ]

  static let types = [
    Mistake("count(1️⃣\"x\"1️⃣)", .notWellTyped, "`count` takes nodes, and this is a string"),
    Mistake("sum(1️⃣1 + 21️⃣)", .notWellTyped, "this is a number"),
    Mistake("name(1️⃣a = b1️⃣)", .notWellTyped, "this is a boolean"),
    Mistake("1️⃣11️⃣/a", .notWellTyped, "divide with `div`"),
    Mistake("1️⃣'a'1️⃣//b", .notWellTyped, "this is a string"),
    Mistake("a | 1️⃣11️⃣", .notWellTyped, "`|` unites nodes"),
    Mistake("1️⃣true()1️⃣ | a", .notWellTyped, "write `or`"),
    Mistake("1️⃣(a or b)1️⃣[1]", .notWellTyped, "a predicate selects among nodes"),
    Mistake("1️⃣(-a)1️⃣/b", .notWellTyped, "this is a number"),
    Mistake("a[count(1️⃣.. = 11️⃣)]", .notWellTyped, "this is a boolean"),
  ]

  static let prefixes = [
    Mistake("/1️⃣s1️⃣:a", .undeclaredPrefix, "namespace s = \"URI\""),
    Mistake("/soap:a/@1️⃣saop1️⃣:b", .undeclaredPrefix, "did you mean `soap`?"),
    Mistake("/soap:a[1️⃣xs1️⃣:* = 1]", .undeclaredPrefix, "`xs` is not declared"),
  ]
}
