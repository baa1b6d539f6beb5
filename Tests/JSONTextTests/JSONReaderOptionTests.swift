import JSONText
import Testing

@Suite struct JSONReaderOptionTests {
  private func read(
    _ text: String, _ options: JSONReader.Options
  ) throws(JSONProblem) -> JSONValue {
    try JSONReader.read(Array(text.utf8), options: options)
  }

  @Test func `the depth limit is chosen`() throws {
    let text = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
    _ = try read(text, JSONReader.Options(depthLimit: 512))
    let problem = #expect(throws: JSONProblem.self) {
      try read(text, JSONReader.Options(depthLimit: 511))
    }
    #expect(problem?.reason == .tooDeep(limit: 511))
    #expect(problem?.offset == 511)
  }

  @Test(arguments: [
    ("1", 1), ("[]", 1), ("[1,2]", 3), (#"{"a":{"b":[null]}}"#, 4), ("[[],[]]", 3),
  ])
  func `every value counts as a node`(text: String, count: Int) throws {
    _ = try read(text, JSONReader.Options(nodeLimit: count))
    let problem = #expect(throws: JSONProblem.self) {
      try read(text, JSONReader.Options(nodeLimit: count - 1))
    }
    #expect(problem?.reason == .tooManyNodes(limit: count - 1))
    #expect(problem?.reason.message.contains("\(count - 1)") == true)
  }

  @Test(arguments: [
    #"\uD800"#, #"\udfff"#, #"a\uD83D\u0041"#, #"\uD800\uD800"#, #"\uDE00\uD83D"#, #"\uD83D\n"#,
    #"\uD83Dx"#, #"é\uD83D\uDE00\uD83D"#, #"\"\uD800\\"#,
  ])
  func `a string with half a surrogate pair is kept as it is written`(source: String) throws {
    let options = JSONReader.Options(keepsLoneSurrogates: true)
    #expect(try read("\"\(source)\"", options) == .illFormedString(source))
    #expect(throws: JSONProblem.self) { try read("\"\(source)\"", JSONReader.Options()) }
    let object = try read("{\"\(source)\": [\"\(source)\", \"a\"]}", options)
    #expect(object.text == "{\"\(source)\":[\"\(source)\",\"a\"]}")
    #expect(object.canonical == object)
    #expect(object.members?.first?.hasIllFormedName == true)
    #expect(object[source] == nil)
  }

  @Test func `whole pairs, and other mistakes, are read as ever`() throws {
    let options = JSONReader.Options(keepsLoneSurrogates: true)
    #expect(try read(#""\uD83D\uDE00""#, options) == .string("😀"))
    let escape = #expect(throws: JSONProblem.self) { try read(#""\uD83D\u12G4""#, options) }
    #expect(escape?.reason == .invalidEscape)
    #expect(escape?.offset == 7)
    let end = #expect(throws: JSONProblem.self) { try read(#""\uD83D"#, options) }
    #expect(end?.reason == .unexpectedEnd)
  }

  @Test func `values are equal if they are written alike`() throws {
    #expect(JSONValue.string("é") != .string("e\u{301}"))
    #expect(JSONValue.string(#"\uD800"#) != .illFormedString(#"\uD800"#))
    #expect(JSONValue.number("1") != .number("1.0"))
    #expect(JSONMember("é", .null) != JSONMember("e\u{301}", .null))
    #expect(Set([JSONValue.string("é"), .string("e\u{301}"), .string("é")]).count == 2)
    #expect(Set([JSONValue.array([.null]), .array([.array([])]), .array([.null])]).count == 2)
    #expect(JSONValue.array([.null]) != .array([.null, .null]))
    #expect(
      JSONValue.object([JSONMember("a", .null)]) != .object([JSONMember("b", .null)]))
  }
}
