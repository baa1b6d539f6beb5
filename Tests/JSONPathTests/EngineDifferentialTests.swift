import JSONPath
import JSONText
import MappingRuntime
import TestSupport
import Testing

/// Random queries select the same in random documents, whether a tree is gone through as the RFC says it
/// or the index of the body.
@Suite struct EngineDifferentialTests {
  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func `random queries over random documents`(_ seed: UInt64) throws {
    var sentences = QuerySentences(seed: seed)
    var documents = RandomDocuments(seed: seed)
    var selected = 0
    for _ in 0..<250 {
      let text = sentences.query("$", depth: 2)
      guard (try? JSONPathQuery.parse(text)) != nil else { continue }
      for _ in 0..<4 { selected += try nodes(text, in: documents.next()).count }
    }
    #expect(selected > 300)
  }

  /// Absolute queries within filters begin at the root, which is indexed for them.
  @Test(arguments: [
    "$[?@.a == $.b]", "$..[?@ == $.a]", "$[?count($..a) > 1]", "$.a[?@.b == $.a[0].b].b",
    "$.a[?length(@) == length($.b)]", "$..a[?@ != $..b]", "$[?value($.b) == @]",
    "$.b[?@ < $.a]", "$[?match(@.a, $.b)]", "$.a.b[?$.a.b[0] == @]", "$..[?$..[?@.a == 1]]",
  ])
  func `queries that begin anew within a filter`(query: String) throws {
    guard (try? JSONPathQuery.parse(query)) != nil else { return }
    var documents = RandomDocuments(seed: 9)
    for _ in 0..<150 { _ = try nodes(query, in: documents.next()) }
  }

  @Test func `a document that is larger than a window`() throws {
    let element = #"{"a":{"b":[1,"x\u00e9",null]},"b":"é","a":2},"#
    let text = "[" + String(repeating: element, count: 900) + "{}]"
    #expect(try nodes("$[*].a", in: text).count == 900)
    #expect(try nodes("$[?@.b == 'é'].a", in: text).count == 900)
    #expect(try nodes("$[-2:].a", in: text).map(\.path) == ["$[899]['a']"])
    #expect(try nodes("$..b", in: text).count == 900)
  }

  @Test func `the values that are indexed are limited, those that are not are not`() throws {
    let text = #"{"big":[1,2,3,4,5,6,7,8,9],"small":[1,2]}"#
    let limits = Limits(nodes: 4)
    #expect(try nodesByIndex("$.small[*]", in: text, limits: limits).count == 2)
    #expect(throws: BodyQuery.Failure.self) {
      try nodesByIndex("$.big[*]", in: text, limits: limits)
    }
  }
}

/// Small documents whose names are those that ``QuerySentences`` asks for.
struct RandomDocuments {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed &+ 1000) }

  mutating func next() -> String { value(0) }

  private mutating func value(_ depth: Int) -> String {
    switch Int.random(in: depth > 3 ? 4...9 : 0...9, using: &generator) {
    case 0, 1: return "{" + list { $0.name() + ":" + $0.value(depth + 1) } + "}"
    case 2, 3: return "[" + list { $0.value(depth + 1) } + "]"
    case 4:
      return pick(["0", "1", "-1", "2", "1.0", "10e-1", "1e400", "0.1", "9007199254740993", "-0"])
    case 5:
      return pick([
        #""a""#, #""b""#, #""\u0061""#, #""""#, #""é""#, #""\ud83d""#, #""ab\n""#, #""1""#,
      ])
    case 6: return pick(["true", "false"])
    case 7: return "null"
    case 8: return "[]"
    default: return "{}"
    }
  }

  private mutating func name() -> String {
    pick([
      #""a""#, #""a""#, #""b""#, #""\u0062""#, #""é""#, #""_x1""#, #""☺""#, #""""#, #""\ud83d""#,
    ])
  }

  private mutating func list(_ item: (inout Self) -> String) -> String {
    (0..<Int.random(in: 0...4, using: &generator)).map { _ in item(&self) }
      .joined(separator: pick([",", " , ", ",\n"]))
  }

  private mutating func pick(_ choices: [String]) -> String {
    choices.randomElement(using: &generator) ?? ""
  }
}
