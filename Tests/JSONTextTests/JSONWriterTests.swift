import JSONText
import Testing

@Suite struct JSONWriterTests {
  @Test func `a document is written in one line, its members in their order`() {
    let value = JSONValue.object([
      JSONMember("b", .array([.null, .boolean(true), .number("1.50"), .integer(-7)])),
      JSONMember("a", .object([])), JSONMember("", .string("é😀")), JSONMember("b", .array([])),
    ])
    #expect(value.text == #"{"b":[null,true,1.50,-7],"a":{},"":"é😀","b":[]}"#)
  }

  @Test func `control characters, quotes and backslashes are escaped`() {
    let text = "\u{0}\u{1}\u{8}\t\n\u{B}\u{C}\r\u{1F} \"\\/\u{7F}\u{80}"
    let written = JSONValue.string(text).text
    let expected =
      #""\u0000\u0001\u0008\t\n\u000b\u000c\r\u001f \"\\/\u007f\u0080""#
    #expect(written == expected)
  }

  @Test func `the canonical form orders members by the scalars of their names, at every depth`() {
    let names = ["b", "a", "B", "", "\u{10000}", "\u{FFFD}", "é", "z", "aa"]
    let inner = JSONValue.object([JSONMember("y", .null), JSONMember("x", .null)])
    let value = JSONValue.object(names.map { JSONMember($0, .array([inner])) })
    let ordered = value.canonical.members?.map(\.name)
    #expect(ordered == ["", "B", "a", "aa", "b", "z", "é", "\u{FFFD}", "\u{10000}"])
    #expect(value.canonical.text.contains(#"[{"x":null,"y":null}]"#))
    #expect(value.canonical.canonical == value.canonical)
  }

  @Test func `of duplicate members the last counts, and none is lost`() throws {
    let value = try JSONReader.read(Array(#"{"a":1,"b":2,"a":3}"#.utf8))
    #expect(value["a"] == .number("3"))
    #expect(value["c"] == nil)
    #expect(value.canonical.text == #"{"a":1,"a":3,"b":2}"#)
  }

  /// RFC 8259 §8.3: names are compared code point by code point.
  @Test func `two spellings of one letter are two names`() throws {
    let value = try JSONReader.read(Array("{\"\u{E9}\":1,\"e\u{301}\":2}".utf8))
    #expect(value["\u{E9}"] == .number("1"))
    #expect(value["e\u{301}"] == .number("2"))
  }

  @Test func `a value gives what it holds and nothing else`() {
    #expect(JSONValue.number("9223372036854775807").integer == .max)
    #expect(JSONValue.number("9223372036854775808").integer == nil)
    #expect(JSONValue.number("1.0").integer == nil)
    #expect(JSONValue.string("1").integer == nil)
    #expect(JSONValue.string("a").string == "a")
    #expect(JSONValue.array([.null]).array == [.null])
    #expect(JSONValue.null["a"] == nil)
    #expect(JSONValue.null.members == nil)
  }
}
