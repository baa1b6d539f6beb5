import ResponseMapping
import Testing

@Suite struct EveryTypeConversionTests {
  @Test(arguments: everyType)
  func `null, empty texts and containers are the same situation for every type`(
    _ type: String
  ) throws {
    try Conversion(type, "null", .null).check()
    try Conversion(type, #""""#, .empty).check()
    for container in ["{}", "[]", #"{"v":1}"#, "[1]", #"["2016-08-28"]"#, "[[]]", "[true]"] {
      try Conversion(type, container, .mismatch).check()
    }
  }

  @Test(arguments: everyType)
  func `half a surrogate pair fits no type`(_ type: String) throws {
    let halves = [
      #""\ud800""#, #""\uDFFF""#, #""42\udc00""#, #""\ud83d42""#, #""\ud83d\ud83d\ude00""#,
      #""\ude00\ud83d""#, #""\ud83d\n""#, #""\ud83d\u0041""#, #""true\uD8aB""#,
    ]
    for half in halves { try Conversion(type, half, .mismatch).check() }
  }

  @Test(arguments: everyType)
  func `the character U+0000 fits no type`(_ type: String) throws {
    let texts = [
      #""\u0000""#, #""42\u0000""#, #""\u00002016-08-28""#, #""a@b.example\u0000""#,
      #""true\u0000""#, #""2016-08-28T02:21:00Z\u0000""#,
    ]
    for text in texts { try Conversion(type, text, .mismatch).check() }
  }

  @Test(arguments: everyType)
  func `how a string is escaped does not decide what becomes of it`(_ type: String) throws {
    let mapping = try #require(mappingsByType[type])
    for text in escapingTexts {
      let plain = mapping.evaluate(#"{"v":\#(quoted(text))}"#)
      let allEscaped = mapping.evaluate(#"{"v":\#(escaped(text))}"#)
      #expect(plain == allEscaped, "\(text.prefix(40)), \(text.unicodeScalars.count) characters")
    }
  }

  /// Whether a value is too long or does not fit must not depend on how it is spelled either.
  @Test(arguments: everyType)
  func `how a long string is escaped does not decide what becomes of it`(_ type: String) throws {
    let mapping = try #require(mappingsByType[type])
    for text in longTexts {
      let first = String(text.unicodeScalars.prefix(1))
      let rest = quoted(String(text.unicodeScalars.dropFirst())).dropFirst()
      let plain = mapping.evaluate(#"{"v":\#(quoted(text))}"#).result
      let oneEscaped = mapping.evaluate(#"{"v":\#(escaped(first).dropLast())\#(rest)}"#).result
      #expect(plain == oneEscaped, "\(text.prefix(40)), \(text.unicodeScalars.count) characters")
    }
  }

  /// What is no character fits nothing; but a text that is too long is not looked at further.
  @Test(arguments: ["string", "phone", "url", "email", "text"])
  func `what stands before half a surrogate pair or U+0000 does not decide`(
    _ type: String
  ) throws {
    for half in [#"\ud800"#, #"\u0000"#] {
      for length in [10, 300, 1_100, 30_001, 70_000] {
        let isOverlong = length >= (type == "text" ? 30_000 : 255)
        let text = "\"" + repeated("a", length) + half + "\""
        try Conversion(type, text, isOverlong ? .overlong : .mismatch).check()
      }
    }
  }
}

private let escapingTexts: [String] = [
  "42", "-42.0", "4.2e1", "1e400", "+5", " 42", "true", "FALSE", "1", "0", "null", "2016-08-28",
  "2016-08-28T02:21:00+02:00", "2016-08-28T02:21:00", "20160828T022100Z", "a@b.example", "a@b@c",
  "é@b", "Zürich", "日本語", "😀", "a\nb", "a\r\nb", "\t", "\u{1}", "\"quoted\" \\ /", "e\u{301}",
  "\u{FEFF}42", "\u{FFFD}", "\u{10FFFF}", "\u{D7FF}\u{E000}", "\u{7F}", "\u{2028}",
  String(repeating: "a", count: 254), String(repeating: "a", count: 255),
  String(repeating: "a", count: 256), String(repeating: "é", count: 255),
  String(repeating: "é", count: 256), String(repeating: "😀", count: 255),
  String(repeating: "😀", count: 256), String(repeating: "a", count: 253) + "@b",
  String(repeating: "a", count: 254) + "@b", String(repeating: "1", count: 300),
]

private let longTexts: [String] = [
  String(repeating: "a", count: 1_020), String(repeating: "a", count: 1_021),
  String(repeating: "a", count: 2_000), String(repeating: "é", count: 2_000),
  String(repeating: "a", count: 2_000) + "@b", String(repeating: "@", count: 2_000),
  "2." + String(repeating: "0", count: 70_000), "9" + String(repeating: "0", count: 70_000),
  "2016-08-28T02:21:00." + String(repeating: "3", count: 70_000) + "Z",
  String(repeating: "x", count: 70_000),
]
