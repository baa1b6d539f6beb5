import Diagnostics
import JSONPath
import TestSupport
import Testing

@Suite struct CanonicalTextTests {
  @Test(arguments: [
    ("$", "$"), ("$ [ 'a' ]", "$.a"), ("$[\"a\"][\"b c\"][0]", "$.a['b c'][0]"),
    ("$['']", "$['']"), ("$['1a']", "$['1a']"), ("$['a1']", "$.a1"), ("$['☺']", "$.☺"),
    ("$['a-b']", "$['a-b']"), ("$[\"'\"]", #"$['\'']"#), ("$['\\\"']", nil),
    ("$[\"\\\"\"]", "$['\"']"),
    (#"$["\u0000\u000b\n\/"]"#, #"$['\u0000\u000b\n/']"#), ("$[*]", "$.*"), ("$..[*]", "$..*"),
    ("$..['a']", "$..a"), ("$..[0]", "$..[0]"), ("$['a' ,0,*]", "$['a', 0, *]"),
    ("$[ : : ]", "$[:]"), ("$[1: 2 :1]", "$[1:2]"), ("$[::-1]", "$[::-1]"), ("$[::0]", "$[::0]"),
    ("$[0:]", "$[0:]"), ("$[?(@.a)]", "$[?@.a]"), ("$[?((@.a)&&(@.b))]", "$[?@.a && @.b]"),
    ("$[?(@.a&&@.b)||@.c]", "$[?@.a && @.b || @.c]"),
    ("$[?(@.a||@.b)&&@.c]", "$[?(@.a || @.b) && @.c]"),
    ("$[?@.a&&(@.b&&@.c)]", "$[?@.a && @.b && @.c]"),
    ("$[?(@.a||(@.b||@.c))]", "$[?@.a || @.b || @.c]"),
    ("$[?! (@.a)]", "$[?!@.a]"), ("$[?!(@.a==1)]", "$[?!(@.a == 1)]"),
    ("$[?!(!@.a)]", "$[?!(!@.a)]"),
    ("$[?!(match(@.a,\"b\"))]", "$[?!match(@.a, 'b')]"), ("$[?@.a==1.50e1]", "$[?@.a == 1.50e1]"),
    ("$[?@[\"a\"]=='b']", "$[?@.a == 'b']"), ("$[?count( @..* )>1]", "$[?count(@..*) > 1]"),
  ])
  func `a query has one normal form`(query: String, canonical: String?) throws {
    let parsed = try? JSONPathQuery.parse(query)
    #expect(parsed?.canonicalText == canonical)
    guard let canonical else { return }
    #expect(try JSONPathQuery.parse(canonical) == parsed)
  }

  @Test(arguments: [
    ("@.status==\"ok\"&&! $.error", "$.status == 'ok' && !$.error"), (" ($.a) ", "$.a"),
    ("$.a[?@.b]", "$.a[?@.b]"), ("(((1==1)))", "1 == 1"),
  ])
  func `a condition has one normal form`(condition: String, canonical: String) throws {
    #expect(try JSONPathCondition.parse(condition).canonicalText == canonical)
  }

  @Test(
    arguments: [
      ("$", []), ("$.a[0]['b c']", [.name("a"), .index(0), .name("b c")]), ("$[-1]", nil),
      ("$.a.*", nil),
      ("$..a", nil), ("$['a','b']", nil), ("$[0:1]", nil), ("$[?@.a]", nil),
    ] as [(String, [JSONPathQuery.Step]?)])
  func `the steps that a stream can be followed by`(query: String, steps: [JSONPathQuery.Step]?)
    throws
  {
    #expect(try JSONPathQuery.parse(query).simpleSteps == steps)
  }

  @Test(arguments: [
    ("$", true), ("$.a[-1]['b']", true), ("$.*", false), ("$..a", false), ("$[0,1]", false),
    ("$[0:1]", false), ("$[?@.a]", false),
  ])
  func `a singular query selects one node at most`(query: String, isSingular: Bool) throws {
    #expect(try JSONPathQuery.parse(query).isSingular == isSingular)
  }

  @Test func `names are equal scalar by scalar`() throws {
    let composed = try JSONPathQuery.parse("$.é")
    let decomposed = try JSONPathQuery.parse("$['e\\u0301']")
    #expect(composed != decomposed)
    #expect(Set([composed, decomposed, try JSONPathQuery.parse("$[ 'é' ]")]).count == 2)
  }

  @Test func `the normal form of a random query reads back as the same query`() throws {
    var sentences = QuerySentences(seed: 9535)
    for _ in 0..<2_000 {
      let text = sentences.query("$", depth: 0)
      let query = try JSONPathQuery.parse(text)
      let canonical = query.canonicalText
      let again = try JSONPathQuery.parse(canonical)
      #expect(again == query, "\(text)")
      #expect(again.canonicalText == canonical, "\(text)")
      #expect(again.traps.count == query.traps.count)
      let condition = sentences.condition(depth: 0)
      let parsed = try JSONPathCondition.parse(condition)
      #expect(try JSONPathCondition.parse(parsed.canonicalText) == parsed, "\(condition)")
    }
  }

  @Test func `the normal form selects what the query selects`() throws {
    var sentences = QuerySentences(seed: 27)
    let text =
      #"{"a":{"b":[1,{"a":"b","b c":null},[0,"a"]]},"b":["a",{"a":{"a":1}}],"é":1,"":[[]]}"#
    var selected = 0
    for _ in 0..<600 {
      let query = sentences.query("$", depth: 1)
      let found = try paths(query, in: text)
      #expect(try paths(JSONPathQuery.parse(query).canonicalText, in: text) == found)
      for path in found.prefix(3) { #expect(try paths(path, in: text) == [path]) }
      selected += found.isEmpty ? 0 : 1
    }
    #expect(selected > 100)
  }

  @Test func `a mutated query is taken or refused, never a trap`() {
    var sentences = QuerySentences(seed: 3)
    var refused = 0
    for _ in 0..<8_000 {
      let text = sentences.mutated(sentences.query("$", depth: 1))
      do throws(JSONPathProblem) {
        _ = try JSONPathQuery.parse(text, in: SourceRange(0, text.count)).traps
      } catch {
        refused += 1
        #expect(error.range.lowerBound >= 0 && error.range.upperBound <= text.count)
        #expect(!error.diagnostic.message.isEmpty)
      }
      _ = try? JSONPathCondition.parse(text, in: SourceRange(min(1, text.count), text.count)).traps
    }
    #expect(refused > 2_500)
  }
}
