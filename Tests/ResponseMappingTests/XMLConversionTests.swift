import Foundation
import ResponseMapping
import Testing

/// The text of an element, the type of the field it is mapped to, and what must become of it.
struct XMLConversion: Sendable, CustomTestStringConvertible {
  let type: String
  let text: String
  let result: MappingResult.Result
  let warnings: [DiagnosticCode]

  init(
    _ type: String, _ text: String, _ result: MappingResult.Result,
    _ warnings: [DiagnosticCode] = []
  ) {
    self.type = type
    self.text = text
    self.result = result
    self.warnings = warnings
  }

  var testDescription: String { "\(text.prefix(60)) into \(type)" }

  /// Evaluates a body with the text, spelled in several ways, and holds the outcomes to the row.
  func check(_ location: SourceLocation = #_sourceLocation) throws {
    let mapping = try #require(xmlMappingsByType[type], sourceLocation: location)
    for content in spellings(of: text) {
      let outcome = mapping.evaluate("<r><v>\(content)</v></r>")
      let updates = try #require(
        outcome.updates, "\(outcome.failure?.message ?? "")", sourceLocation: location)
      #expect(
        updates.results.map(\.result) == [result], "\(content.prefix(80))",
        sourceLocation: location)
      #expect(updates.warnings.map(\.code).inOrder == warnings.inOrder, sourceLocation: location)
    }
  }

  /// Rows for texts that do not fit.
  static func mismatches(_ type: String, _ texts: [String]) -> [XMLConversion] {
    texts.map { XMLConversion(type, $0, .mismatch) }
  }
}

/// A text as an element's content: as it is, in a CDATA section, as references, and in pieces.
private func spellings(of text: String) -> [String] {
  var spellings = [xmlText(text)]
  if text.utf8.count < 1_000 {
    spellings.append(
      text.unicodeScalars.map { "&#x\(String($0.value, radix: 16));" }.joined())
  }
  if !text.unicodeScalars.contains("\r"), !text.contains("]]>") {
    spellings.append("<![CDATA[\(text)]]>")
  }
  let half = text.unicodeScalars.index(text.startIndex, offsetBy: text.unicodeScalars.count / 2)
  spellings.append(
    xmlText(String(text[..<half])) + "<!-- --><?x y?>" + xmlText(String(text[half...])))
  return spellings
}

/// Mappings of the path `r.v` to a field of each type.
private let xmlMappingsByType: [String: Mapping] = {
  var mappings: [String: Mapping] = [:]
  for type in everyType { mappings[type] = try? xml("r.v -> Target : \(type)") }
  return mappings
}()

/// Types of fields that keep white space around a text.
private let exactTypes: Set<String> = ["string", "text", "phone", "url"]

@Suite struct XMLConversionTests {
  @Test(arguments: exactTexts)
  func `text fields take a text exactly`(_ row: XMLConversion) throws { try row.check() }

  @Test(arguments: trimmedTexts)
  func `other fields take a text without the white space around it`(
    _ row: XMLConversion
  ) throws { try row.check() }

  @Test(arguments: plainTexts)
  func `an element's text is converted to the field's type`(
    _ row: XMLConversion
  ) throws { try row.check() }

  @Test(arguments: unfitTexts)
  func `what is not of the field's type does not fit`(
    _ row: XMLConversion
  ) throws { try row.check() }

  @Test(arguments: everyType)
  func `white space alone is empty for every type`(_ type: String) throws {
    for blank in [
      " ", "\t", "\n", "\r", "\r\n", " \n\t ", repeated(" ", 300), repeated(" ", 70_000),
    ] {
      try XMLConversion(type, blank, .empty).check()
    }
    let mapping = try #require(xmlMappingsByType[type])
    for element in ["<v/>", "<v></v>", "<v><!-- --></v>", "<v><![CDATA[]]></v>"] {
      #expect(mapping.evaluate("<r>\(element)</r>").result == .empty)
    }
  }

  @Test(arguments: everyType)
  func `nil and child elements are the same situation for every type`(_ type: String) throws {
    let mapping = try #require(xmlMappingsByType[type])
    for text in ["", "42", "true", "2016-08-28", "a@b", " "] {
      let isNil = mapping.evaluate("<r \(xsi)><v xsi:nil='true'>\(text)</v></r>")
      #expect(isNil.result == .null)
      #expect(isNil.warningCodes.isEmpty)
      for children in ["<x/>\(text)", "\(text)<x/>", "<x>\(text)</x>"] {
        let outcome = mapping.evaluate("<r><v>\(children)</v></r>")
        #expect(outcome.result == .mismatch)
        #expect(outcome.warningCodes.isEmpty)
      }
    }
  }

  // MARK: As strings of JSON

  private static let rows =
    Conversion.ofBooleans + Conversion.ofDates + Conversion.ofDateTimes + Conversion.ofDecimals
    + Conversion.ofEmails + Conversion.ofIntegers + Conversion.ofTexts

  @Test func `a text is converted as a string of JSON is`() throws {
    var seen = 0
    for row in Self.rows {
      guard row.json.hasPrefix("\""), let text = text(ofJSON: row.json), isXML(text) else {
        continue
      }
      try expected(row.type, text, as: row).check()
      seen += 1
    }
    #expect(seen > 600)
  }

  /// Each text into a field of each type, also those that no row has.
  @Test(arguments: everyType)
  func `a text is converted to every type as a string of JSON is`(_ type: String) throws {
    let texts = Set(
      Self.rows.filter { $0.json.utf8.count < 1_000 }.compactMap { text(ofJSON: $0.json) })
    for text in texts.sorted() where isXML(text) {
      try expected(type, text).check()
      try expected(type, " \n\(text)\t").check()
    }
    for text in longTexts {
      try expected(type, text).check()
      try expected(type, " \n\(text)\t").check()
    }
  }

  /// What a string of JSON comes to with that text, where XML does not differ.
  private func expected(
    _ type: String, _ text: String, as row: Conversion? = nil
  ) throws -> XMLConversion {
    let trimmed = text.trimmingXMLSpace
    if trimmed.isEmpty { return XMLConversion(type, text, .empty) }
    let isTrimmed = !exactTypes.contains(type) && trimmed != text
    if let row, !isTrimmed { return XMLConversion(type, text, row.result, row.warnings) }
    let mapping = try #require(mappingsByType[type])
    let outcome = mapping.evaluate(#"{"v":\#(quoted(isTrimmed ? trimmed : text))}"#)
    let result = try #require(outcome.result)
    return XMLConversion(type, text, result, outcome.warningCodes)
  }

  private func text(ofJSON json: String) -> String? {
    try? JSONDecoder().decode(String.self, from: Data(json.utf8))
  }

  /// Whether XML has all the characters, as references at least.
  private func isXML(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": false
      default: true
      }
    }
  }
}

// MARK: - Tables

private let exactTexts: [XMLConversion] = exactTypes.sorted().flatMap { type in
  [
    XMLConversion(type, "x", .string("x")),
    XMLConversion(type, " x ", .string(" x ")),
    XMLConversion(type, "\tx", .string("\tx")),
    XMLConversion(type, "x\n", .string("x\n"), [.lineBreak]),
    XMLConversion(type, "\n x\n", .string("\n x\n"), [.lineBreak]),
    XMLConversion(type, "  42  ", .string("  42  ")),
    XMLConversion(type, "null", .string("null"), [.nullText]),
    XMLConversion(type, " null", .string(" null")),
    XMLConversion(type, "😀", .string("😀"), [.supplementaryCharacter]),
    XMLConversion(type, "😀\nx", .string("😀\nx"), [.lineBreak, .supplementaryCharacter]),
    XMLConversion(type, "<b>&amp;</b>", .string("<b>&amp;</b>")),
    XMLConversion(type, "\u{A0}x\u{A0}", .string("\u{A0}x\u{A0}")),
    XMLConversion(type, "+42", .string("+42")),
    XMLConversion(type, "2016-08-28", .string("2016-08-28")),
  ]
}

/// What may stand around a text in a field that trims.
private let spaces: [(String, String)] = [
  (" ", ""), ("", " "), ("\n    ", "\n  "), ("\t", "\t"), ("\r\n", "\r\n"), ("\r", "\r"),
  (repeated(" ", 300), repeated("\n", 300)),
]

private let trimmedTexts: [XMLConversion] = {
  let values: [(String, String, MappingResult.Result, [DiagnosticCode])] = [
    ("email", "a@b.example", .string("a@b.example"), []),
    ("integer", "42", .written(.integer(42)), []),
    ("integer", "2147483648", .written(.integer(2_147_483_648)), [.largeInteger]),
    ("score", "-7", .written(.integer(-7)), []),
    ("percent", "4.2e1", .written(.integer(42)), []),
    ("float", "42.50", .written(.decimal("42.50")), []),
    ("currency", "1e400", .written(.decimal("1e400")), []),
    ("boolean", "True", .written(.boolean(true)), []),
    ("boolean", "0", .written(.boolean(false)), []),
    ("date", "2016-02-29", .written(.date("2016-02-29")), []),
    ("datetime", "2016-08-28T02:21:00+02:00", .written(.dateTime("2016-08-28T00:21:00Z")), []),
    (
      "datetime", "2016-08-28T02:21:00.5", .written(.dateTime("2016-08-28T02:21:00Z")),
      [.assumedUTC, .fractionDropped]
    ),
    ("integer", "x", .mismatch, []), ("integer", "4 2", .mismatch, []),
    ("integer", "+42", .mismatch, []), ("date", "2016-02-30", .mismatch, []),
    ("email", "a b@c", .mismatch, []), ("boolean", "yes", .mismatch, []),
    // No white space of XML
    ("integer", "\u{A0}42", .mismatch, []), ("boolean", "true\u{A0}", .mismatch, []),
    ("email", "\u{2003}a@b", .mismatch, []), ("float", "\u{85}4.2", .mismatch, []),
    ("date", "\u{FEFF}2016-02-29", .mismatch, []),
    ("email", repeated("a", 253) + "@b", .string(repeated("a", 253) + "@b"), []),
    ("email", repeated("a", 254) + "@b", .overlong, []),
  ]
  return values.flatMap { type, text, result, warnings in
    spaces.map { XMLConversion(type, $0.0 + text + $0.1, result, warnings) }
  }
}()

private let plainTexts: [XMLConversion] = [
  XMLConversion("integer", "42", .written(.integer(42))),
  XMLConversion("integer", "42.0", .written(.integer(42))),
  XMLConversion("integer", "4.2e1", .written(.integer(42))),
  XMLConversion("integer", "-0", .written(.integer(0))),
  XMLConversion("integer", "9223372036854775807", .written(.integer(.max)), [.largeInteger]),
  XMLConversion("integer", "-9223372036854775808", .written(.integer(.min)), [.largeInteger]),
  XMLConversion("integer", "2147483647", .written(.integer(2_147_483_647))),
  XMLConversion("float", "0.10", .written(.decimal("0.10"))),
  XMLConversion("currency", "-42.5", .written(.decimal("-42.5"))),
  XMLConversion("boolean", "true", .written(.boolean(true))),
  XMLConversion("boolean", "TRUE", .written(.boolean(true))),
  XMLConversion("boolean", "1", .written(.boolean(true))),
  XMLConversion("boolean", "fALSe", .written(.boolean(false))),
  XMLConversion("boolean", "0", .written(.boolean(false))),
  XMLConversion("date", "2016-08-28", .written(.date("2016-08-28"))),
  XMLConversion("datetime", "2016-08-28T02:21:00Z", .written(.dateTime("2016-08-28T02:21:00Z"))),
  XMLConversion(
    "datetime", "2016-08-28T02:21:00", .written(.dateTime("2016-08-28T02:21:00Z")), [.assumedUTC]),
  XMLConversion(
    "datetime", "2016-08-28T02:21:00.5Z", .written(.dateTime("2016-08-28T02:21:00Z")),
    [.fractionDropped]),
  XMLConversion("email", "ada@mail.example", .string("ada@mail.example")),
  XMLConversion("email", "a&b@c", .string("a&b@c")),
  XMLConversion("string", repeated("é", 255), .string(repeated("é", 255))),
  XMLConversion("string", repeated("é", 256), .overlong),
  XMLConversion(
    "string", repeated("😀", 255), .string(repeated("😀", 255)), [.supplementaryCharacter]),
  XMLConversion("string", repeated("😀", 256), .overlong),
  XMLConversion("string", repeated("&", 255), .string(repeated("&", 255))),
  XMLConversion("string", repeated(" ", 255) + "x", .overlong),
  XMLConversion("text", repeated("a", 30_000), .string(repeated("a", 30_000))),
  XMLConversion("text", repeated("a", 30_001), .overlong),
  XMLConversion("text", repeated("é", 15_000), .string(repeated("é", 15_000))),
  XMLConversion("text", repeated("é", 15_000) + "a", .overlong),
  XMLConversion("phone", "+1 (555) 010-9999", .string("+1 (555) 010-9999")),
  XMLConversion("url", "https://a.example/?q=1&r=2#f", .string("https://a.example/?q=1&r=2#f")),
]

private let unfitTexts: [XMLConversion] =
  XMLConversion.mismatches(
    "integer",
    [
      "42.5", "+5", "042", "0x10", "1,000", "1 000", "４２", "42%", "true", "null", "NaN", "--5",
      "9223372036854775808", "1e400", "4\n2", "<b>42</b>",
    ])
  + XMLConversion.mismatches("float", ["+5", ".5", "5.", "NaN", "INF", "-INF", "1,5", "$4", "1 0"])
  + XMLConversion.mismatches("boolean", ["yes", "no", "t", "2", "01", "truefalse", "on", "null"])
  + XMLConversion.mismatches(
    "date",
    [
      "2016-02-30", "2016-8-28", "20160828", "2016-08-28Z", "2016-08-28+02:00",
      "2016-08-28T00:00:00Z", "null", "2016 -08-28",
    ])
  + XMLConversion.mismatches(
    "datetime", ["2016-08-28", "2016-08-28 02:21", "2016-08-28T24:00:01Z", "null", "1472350860"])
  + XMLConversion.mismatches(
    "email", ["ada", "@b", "a@", "a@b@c", "a b@c", "zoë@b", "a\n@b", "null"])

private let longTexts: [String] = [
  repeated("a", 2_000), repeated("é", 2_000), repeated("a", 2_000) + "@b",
  "2." + repeated("0", 70_000), "9" + repeated("0", 70_000), "2." + repeated("0", 60_000),
  "2016-08-28T02:21:00." + repeated("3", 70_000) + "Z", repeated("x", 70_000),
  repeated("x", 29_990) + "\n&",
]
