import JSONText
import Testing

@Suite struct JSONReaderTests {
  @Test(arguments: [
    ("null", JSONValue.null), ("true", .boolean(true)), (" false\t\r\n", .boolean(false)),
    ("0", .number("0")), ("-0", .number("-0")), ("12.50", .number("12.50")),
    ("-1.5E+10", .number("-1.5E+10")), ("1e400", .number("1e400")), ("0e0", .number("0e0")),
    ("123456789012345678901234567890", .number("123456789012345678901234567890")),
    ("\"\"", .string("")), ("\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\"", .string("a\"\\/\u{8}\u{C}\n\r\t")),
    ("\"\\u0041\\u00e9\\uD83D\\uDE00\\u0000\"", .string("Aé😀\u{0}")),
    ("\"é€😀\u{7F}\u{2028}\"", .string("é€😀\u{7F}\u{2028}")),
    ("[]", .array([])), ("{}", .object([])), (" [ ] ", .array([])), (" { } ", .object([])),
    ("[1, [2, []], {}]", .array([.number("1"), .array([.number("2"), .array([])]), .object([])])),
    (
      "{\"b\": 1, \"a\": {\"c\": [null]}}",
      .object([
        JSONMember("b", .number("1")),
        JSONMember("a", .object([JSONMember("c", .array([.null]))])),
      ])
    ),
    ("{\"\":\"\"}", .object([JSONMember("", .string(""))])),
    (
      "{\"a\":1,\"a\":2}",
      .object([JSONMember("a", .number("1")), JSONMember("a", .number("2"))])
    ),
  ])
  func `a JSON text is read as it stands`(text: String, value: JSONValue) throws {
    #expect(try JSONReader.read(Array(text.utf8)) == value)
  }

  @Test(
    arguments: [
      ("", .unexpectedEnd, 0), (" ", .unexpectedEnd, 1), ("[", .unexpectedEnd, 1),
      ("[1,", .unexpectedEnd, 3), ("\"a", .unexpectedEnd, 2), ("{\"a\":", .unexpectedEnd, 5),
      ("\u{FEFF}1", .expectedValue, 0), ("'a'", .expectedValue, 0), ("[1,]", .expectedValue, 3),
      ("[,1]", .expectedValue, 1), ("{\"a\":}", .expectedValue, 5), ("+1", .expectedValue, 0),
      (".5", .expectedValue, 0), ("NaN", .expectedValue, 0), ("]", .expectedValue, 0),
      ("[1 2]", .expectedCommaOrEnd, 3), ("[1}", .expectedCommaOrEnd, 2),
      ("{\"a\":1]", .expectedCommaOrEnd, 6), ("{\"a\":1 \"b\":2}", .expectedCommaOrEnd, 7),
      ("[01]", .expectedCommaOrEnd, 2), ("[0x1]", .expectedCommaOrEnd, 2),
      ("{a:1}", .expectedName, 1), ("{\"a\":1,}", .expectedName, 7), ("{1:2}", .expectedName, 1),
      ("{,}", .expectedName, 1), ("{\"a\" 1}", .expectedColon, 5), ("{\"a\",1}", .expectedColon, 4),
      ("nul", .invalidLiteral, 0), ("True", .expectedValue, 0), ("[tru]", .invalidLiteral, 1),
      ("nullx", .trailingText, 4), ("1 2", .trailingText, 2), ("{}]", .trailingText, 2),
      ("01", .trailingText, 1), ("1 # c", .trailingText, 2), ("-01", .trailingText, 2),
      ("-", .invalidNumber, 1), ("-a", .invalidNumber, 1), ("1.", .invalidNumber, 2),
      ("1.e5", .invalidNumber, 2), ("1e", .invalidNumber, 2), ("1e+", .invalidNumber, 3),
      ("1e+-1", .invalidNumber, 3), ("--1", .invalidNumber, 1),
      ("\"a\\x\"", .invalidEscape, 2), ("\"\\u12G4\"", .invalidEscape, 1),
      ("\"\\u12\"", .invalidEscape, 1), ("\"\\'\"", .invalidEscape, 1),
      ("\"\\uD83D\"", .loneSurrogate, 1), ("\"\\uDE00\"", .loneSurrogate, 1),
      ("\"a\\uD83D\\u0041\"", .loneSurrogate, 2), ("\"\\uD83D\\uD83D\"", .loneSurrogate, 1),
      ("\"a\tb\"", .controlCharacter, 2), ("\"\u{0}\"", .controlCharacter, 1),
      ("\"\n\"", .controlCharacter, 1),
    ] as [(String, JSONProblem.Reason, Int)])
  func `a text that is not JSON is refused where it stops being it`(
    text: String, reason: JSONProblem.Reason, offset: Int
  ) {
    let problem = #expect(throws: JSONProblem.self) { try JSONReader.read(Array(text.utf8)) }
    #expect(problem?.reason == reason)
    #expect(problem?.offset == offset)
  }

  @Test(
    arguments: [
      [0x80], [0xC3], [0xC0, 0xAF], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xFF],
    ] as [[UInt8]])
  func `a string that is not UTF-8 is refused where its first bad sequence begins`(
    sequence: [UInt8]
  ) {
    let text = Array("[\"é".utf8) + sequence + Array("b\"]".utf8)
    let problem = #expect(throws: JSONProblem.self) { try JSONReader.read(text) }
    #expect(problem?.reason == .invalidUTF8)
    #expect(problem?.offset == 4)
  }

  @Test func `bytes beyond ASCII outside strings are refused`() {
    for byte in UInt8(0x80)...0xFF {
      let problem = #expect(throws: JSONProblem.self) {
        try JSONReader.read([UInt8(ascii: "["), byte, UInt8(ascii: "]")])
      }
      #expect(problem?.offset == 1)
    }
  }

  @Test(arguments: [("[", "]"), ("{\"a\":", "}")])
  func `nesting is limited`(open: String, close: String) throws {
    let limit = JSONReader.depthLimit
    func nested(_ depth: Int) -> [UInt8] {
      let text =
        String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
      return Array(text.utf8)
    }
    _ = try JSONReader.read(nested(limit))
    let problem = #expect(throws: JSONProblem.self) { try JSONReader.read(nested(limit + 1)) }
    #expect(problem?.reason == .tooDeep(limit: limit))
    #expect(problem?.offset == limit * open.utf8.count)
    #expect(throws: JSONProblem.self) {
      try JSONReader.read(Array(String(repeating: open, count: 1_000_000).utf8))
    }
  }

  @Test func `depth counts what is open, not what has been closed`() throws {
    let text = "[" + String(repeating: "[[]],", count: 1_000) + "0]"
    _ = try JSONReader.read(Array(text.utf8))
  }
}
