import Diagnostics
import JSONPath
import TestSupport
import Testing

/// A query with its mistake marked, what is said about it, and the query mended.
struct Mistake: Sendable, CustomTestStringConvertible {
  let marked: String
  let code: DiagnosticCode
  let mended: String?

  init(_ marked: String, _ code: DiagnosticCode, mended: String? = nil) {
    self.marked = marked
    self.code = code
    self.mended = mended
  }

  var testDescription: String { marked }
}

@Suite struct MistakeTests {
  @Test(arguments: [
    Mistake("1️⃣a1️⃣.b", .jsonPathSyntax), Mistake("1️⃣@1️⃣.b", .jsonPathSyntax),
    Mistake("1️⃣1️⃣", .jsonPathSyntax),
    Mistake("1️⃣  1️⃣$.a", .jsonPathSyntax, mended: "$.a"),
    Mistake("$.a1️⃣ 1️⃣", .jsonPathSyntax, mended: "$.a"),
    Mistake("$.a1️⃣.1️⃣", .jsonPathSyntax), Mistake("$.a1️⃣.1️⃣ b", .jsonPathSyntax),
    Mistake("$.a1️⃣.1️⃣[0]", .jsonPathSyntax, mended: "$.a[0]"),
    Mistake("$.a1️⃣..1️⃣ b", .jsonPathSyntax), Mistake("$1️⃣..1️⃣.a", .jsonPathSyntax),
    Mistake("$.a.1️⃣01️⃣.b", .jsonPathSyntax, mended: "$.a[0].b"),
    Mistake("$.a1️⃣-1️⃣b.c", .jsonPathSyntax, mended: "$['a-b'].c"),
    Mistake("$..a1️⃣-1️⃣b", .jsonPathSyntax, mended: "$..['a-b']"),
    Mistake("$.1️⃣@1️⃣id", .jsonPathSyntax, mended: "$['@id']"),
    Mistake("$.1️⃣'1️⃣a b'.c", .jsonPathSyntax, mended: "$['a b'].c"),
    Mistake("$..1️⃣\"1️⃣a\"", .jsonPathSyntax, mended: "$..[\"a\"]"),
    Mistake("$.1️⃣'1️⃣a b", .jsonPathSyntax), Mistake("$[?@.a == 1.51️⃣a1️⃣]", .jsonPathSyntax),
    Mistake("$[?@.a1️⃣-1️⃣b == 1]", .jsonPathSyntax, mended: "$[?@['a-b'] == 1]"),
    Mistake("$.a1️⃣#1️⃣", .jsonPathSyntax),
    Mistake("$[1️⃣name1️⃣]", .jsonPathSyntax, mended: "$['name']"),
    Mistake("$[1️⃣a-b1️⃣]", .jsonPathSyntax, mended: "$['a-b']"),
    Mistake("$[1️⃣(1️⃣@.length-1)]", .jsonPathSyntax), Mistake("$1️⃣[]1️⃣", .jsonPathSyntax),
    Mistake("$['a'1️⃣,]1️⃣", .jsonPathSyntax), Mistake("$[0 1️⃣11️⃣]", .jsonPathSyntax),
    Mistake("$['a' 1️⃣'1️⃣b']", .jsonPathSyntax), Mistake("$1️⃣[1️⃣'a'", .unclosedBracket),
    Mistake("$1️⃣[1️⃣0", .unclosedBracket), Mistake("$1️⃣[1️⃣", .unclosedBracket),
    Mistake("$1️⃣[1️⃣?@.a == 1", .unclosedBracket), Mistake("$[?1️⃣(1️⃣@.a]", .unclosedBracket),
    Mistake("$[?length1️⃣(1️⃣@.a]", .unclosedBracket), Mistake("$[1️⃣'1️⃣a]", .unclosedQuote),
    Mistake("$[1️⃣\"1️⃣a']", .unclosedQuote), Mistake("$['a1️⃣\\x1️⃣']", .invalidEscape),
    Mistake("$['1️⃣\\\"1️⃣']", .invalidEscape), Mistake("$['1️⃣\\uD8001️⃣']", .invalidEscape),
    Mistake("$['1️⃣\\u1️⃣12']", .invalidEscape), Mistake("$['a1️⃣\t1️⃣b']", .jsonPathSyntax),
    Mistake("$[1️⃣011️⃣]", .jsonPathNumber), Mistake("$[1️⃣-01️⃣]", .jsonPathNumber),
    Mistake("$[1:1️⃣90071992547409921️⃣]", .jsonPathNumber), Mistake("$[01️⃣.1️⃣5]", .jsonPathNumber),
    Mistake("$[1️⃣-1️⃣]", .jsonPathNumber), Mistake("$[?@.a == 1️⃣1.1️⃣]", .jsonPathNumber),
    Mistake("$[?@.a 1️⃣=1️⃣ 1]", .jsonPathSyntax, mended: "$[?@.a == 1]"),
    Mistake("$[?@.a 1️⃣===1️⃣ 1]", .jsonPathSyntax, mended: "$[?@.a == 1]"),
    Mistake("$[?@.a 1️⃣!==1️⃣ 1]", .jsonPathSyntax, mended: "$[?@.a != 1]"),
    Mistake("$[?@.a 1️⃣<>1️⃣ 1]", .jsonPathSyntax, mended: "$[?@.a != 1]"),
    Mistake("$[?@.a 1️⃣=>1️⃣ 1]", .jsonPathSyntax, mended: "$[?@.a >= 1]"),
    Mistake("$[?@.a 1️⃣and1️⃣ @.b]", .jsonPathSyntax, mended: "$[?@.a && @.b]"),
    Mistake("$[?@.a == 1 1️⃣or1️⃣ @.b]", .jsonPathSyntax, mended: "$[?@.a == 1 || @.b]"),
    Mistake("$[?1️⃣not1️⃣ @.b]", .jsonPathSyntax, mended: "$[?! @.b]"),
    Mistake("$[?1️⃣not1️⃣(@.b)]", .jsonPathSyntax, mended: "$[?!(@.b)]"),
    Mistake("$[?@.a 1️⃣&1️⃣ @.b]", .jsonPathSyntax, mended: "$[?@.a && @.b]"),
    Mistake("$[?@.a 1️⃣=~1️⃣ /b/]", .jsonPathSyntax), Mistake("$[?@.a 1️⃣in1️⃣ ['b']]", .jsonPathSyntax),
    Mistake("$[?@.a == 1️⃣True1️⃣]", .jsonPathSyntax, mended: "$[?@.a == true]"),
    Mistake("$[?@.a == 1️⃣ok1️⃣]", .jsonPathSyntax), Mistake("$[?1️⃣name1️⃣ == 1]", .jsonPathSyntax),
    Mistake("$[?@.a ==1️⃣]1️⃣", .jsonPathSyntax), Mistake("$[?@.a && 1️⃣]1️⃣", .jsonPathSyntax),
    Mistake("$[?1 < @.a 1️⃣<1️⃣ 2]", .jsonPathSyntax), Mistake("$[?1️⃣!@.a1️⃣ == 1]", .jsonPathSyntax),
    Mistake("$[?1️⃣(@.a)1️⃣ == 1]", .jsonPathSyntax),
    Mistake("$[?@.a1️⃣.length1️⃣() > 0]", .jsonPathSyntax), Mistake("$.a1️⃣.count1️⃣()", .jsonPathSyntax),
    Mistake("$[?length1️⃣ 1️⃣(@.a) > 0]", .jsonPathSyntax, mended: "$[?length(@.a) > 0]"),
    Mistake("$[?@1️⃣[ 'a' ]1️⃣ == 1]", .jsonPathSyntax),
    Mistake("$[?1️⃣lenght1️⃣(@.a) > 0]", .unknownFunction, mended: "$[?length(@.a) > 0]"),
    Mistake("$[?1️⃣Match1️⃣(@.a, 'b')]", .unknownFunction, mended: "$[?match(@.a, 'b')]"),
    Mistake("$[?1️⃣contains1️⃣(@.a, 'b')]", .unknownFunction),
    Mistake("$[?1️⃣length()1️⃣ > 0]", .functionArguments),
    Mistake("$[?1️⃣match(@.a)1️⃣]", .functionArguments),
    Mistake("$[?count(1️⃣11️⃣) > 0]", .functionArguments),
    Mistake("$[?count(1️⃣@.a && @.b1️⃣) > 0]", .functionArguments),
    Mistake("$[?length(1️⃣match(@.a, 'b')1️⃣) > 0]", .functionArguments),
    Mistake("$[?@.a && 1️⃣true1️⃣]", .notWellTyped), Mistake("$[?1️⃣length(@.a)1️⃣]", .notWellTyped),
    Mistake("$[?1️⃣match(@.a, 'b')1️⃣ == true]", .notWellTyped),
    Mistake("$[?1️⃣@.*1️⃣ == 1]", .notSingular), Mistake("$[?1 == 1️⃣@..a1️⃣]", .notSingular),
    Mistake("$[?length(1️⃣@.*1️⃣) > 0]", .notSingular),
    Mistake("$[?match(@.a, 'b1️⃣)1️⃣')]", .invalidRegexp),
    Mistake("$[?match(@.a, 1️⃣'\\\\d'1️⃣)]", .invalidRegexp),
    Mistake("$[?search(@.a, 'é1️⃣[1️⃣')]", .invalidRegexp),
  ])
  func `a mistake is told where it is`(mistake: Mistake) throws {
    let marked = MarkedText(mistake.marked)
    let problem = #expect(throws: JSONPathProblem.self) { try JSONPathQuery.parse(marked.text) }
    let diagnostic = try #require(problem?.diagnostic)
    #expect(diagnostic.code == mistake.code)
    #expect(diagnostic.range == marked.ranges[0])
    #expect(diagnostic.help?.isEmpty == false)
    guard let mended = mistake.mended else { return }
    #expect(diagnostic.fixes.first.map { marked.text.applying($0) } == mended)
    _ = try JSONPathQuery.parse(mended)
  }

  @Test func `no message ends in a period, and every rewrite is told`() throws {
    for text in ["$.a-b", "$[a]", "$.a ", "$[?@.a=1]", "$[?lengt(@.a)>1]", "$.", "$[01]"] {
      let problem = #expect(throws: JSONPathProblem.self) { try JSONPathQuery.parse(text) }
      let diagnostic = try #require(problem?.diagnostic)
      #expect(!diagnostic.message.hasSuffix("."))
      #expect(diagnostic.fixes.isEmpty == (problem?.rewrite == nil))
    }
  }
}

extension String {
  /// The text with the change made.
  func applying(_ fix: FixIt) -> String { applying(fix.edits) }

  /// The text with the changes made, which are in the order of the text.
  func applying(_ edits: [FixIt.Edit]) -> String {
    var bytes = Array(utf8)
    for edit in edits.reversed() {
      bytes.replaceSubrange(
        edit.range.lowerBound..<edit.range.upperBound, with: Array(edit.text.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
