import ResponseMapping
import Testing

@Suite struct TextConversionTests {
  @Test(arguments: texts)
  func `a text field takes strings, numbers and booleans as they are written`(
    _ row: Conversion
  ) throws { try row.check() }

  @Test(arguments: stringLengths)
  func `a string field holds 255 characters of Unicode`(
    _ row: Conversion
  ) throws { try row.check() }

  @Test(arguments: textLengths)
  func `a text field holds 30,000 bytes of UTF-8`(
    _ row: Conversion
  ) throws { try row.check() }

  @Test(arguments: mixedLengths)
  func `what a text is made of decides how long it is`(
    _ row: Conversion
  ) throws { try row.check() }
}

extension Conversion {
  /// All rows of this file.
  static let ofTexts = texts + stringLengths + textLengths + mixedLengths
}

private let texts: [Conversion] = [
  // Strings
  Conversion("string", #""Ada""#, .string("Ada")),
  Conversion("string", #"" Ada ""#, .string(" Ada ")),
  Conversion("string", #"" ""#, .string(" ")),
  Conversion("string", #""\t""#, .string("\t")),
  Conversion("string", #""\u0041\u0064\u0061""#, .string("Ada")),
  Conversion("string", #""\"\\\/\b\f\t""#, .string("\"\\/\u{8}\u{C}\t")),
  Conversion("string", #""\u00e9\u00E9""#, .string("éé")),
  Conversion("string", #""Zürich""#, .string("Zürich")),
  Conversion("string", #""e\#u{301}""#, .string("e\u{301}")),
  Conversion("string", #""日本語""#, .string("日本語")),
  Conversion("string", #""\uFFFF\uFFFE\uFFFD""#, .string("\u{FFFF}\u{FFFE}\u{FFFD}")),
  Conversion("string", #""\uD7FF\uE000""#, .string("\u{D7FF}\u{E000}")),
  Conversion("string", #""\uFEFF""#, .string("\u{FEFF}")),
  Conversion("string", #""\u0001\u001f\u007f\u0080""#, .string("\u{1}\u{1F}\u{7F}\u{80}")),
  Conversion("string", "\"\u{7F}\u{85}\u{2028}\"", .string("\u{7F}\u{85}\u{2028}")),
  Conversion("string", #""42""#, .string("42")),
  Conversion("string", #""true""#, .string("true")),
  Conversion("string", #""null""#, .string("null"), [.nullText]),
  Conversion("string", #""\u006eul\u006C""#, .string("null"), [.nullText]),
  Conversion("string", #""NULL""#, .string("NULL")),
  Conversion("string", #"" null""#, .string(" null")),
  Conversion("string", #""nullable""#, .string("nullable")),
  Conversion("text", #""null""#, .string("null"), [.nullText]),
  Conversion("phone", #""null""#, .string("null"), [.nullText]),
  Conversion("url", #""null""#, .string("null"), [.nullText]),
  Conversion("string", #""undefined""#, .string("undefined")),
  Conversion("string", #""a\nb""#, .string("a\nb"), [.lineBreak]),
  Conversion("string", #""a\rb""#, .string("a\rb"), [.lineBreak]),
  Conversion("text", #""a\r\nb\n""#, .string("a\r\nb\n"), [.lineBreak]),
  Conversion("text", #""a\u000ab""#, .string("a\nb"), [.lineBreak]),
  Conversion("string", #""😀""#, .string("😀"), [.supplementaryCharacter]),
  Conversion("string", #""\ud83d\ude00""#, .string("😀"), [.supplementaryCharacter]),
  Conversion("string", #""\uD83D\uDE00!""#, .string("😀!"), [.supplementaryCharacter]),
  Conversion("string", #""\ud800\udc00""#, .string("\u{10000}"), [.supplementaryCharacter]),
  Conversion("string", #""\udbff\udfff""#, .string("\u{10FFFF}"), [.supplementaryCharacter]),
  Conversion("string", #""\uffff""#, .string("\u{FFFF}")),
  Conversion("string", #""\\u0041""#, .string("\\u0041")),
  Conversion("string", #""\\n""#, .string("\\n")),
  Conversion("string", #""http:\/\/a.example\/""#, .string("http://a.example/")),
  Conversion("url", #""https://a.example/?q=1#f""#, .string("https://a.example/?q=1#f")),
  Conversion("url", #""www.myblog.com""#, .string("www.myblog.com")),
  Conversion("url", #""not a url""#, .string("not a url")),
  Conversion("phone", #""+1 (555) 010-9999""#, .string("+1 (555) 010-9999")),
  Conversion("phone", #""call me""#, .string("call me")),
  // Numbers keep their source text.
  Conversion("string", "42", .string("42")),
  Conversion("string", "42.0", .string("42.0")),
  Conversion("string", "-0", .string("-0")),
  Conversion("string", "0.10", .string("0.10")),
  Conversion("string", "1e400", .string("1e400")),
  Conversion("string", "1E+05", .string("1E+05")),
  Conversion("string", "1e999999999", .string("1e999999999")),
  Conversion("string", "9007199254740993", .string("9007199254740993")),
  Conversion(
    "text", "123456789012345678901234567890.5", .string("123456789012345678901234567890.5")),
  Conversion("phone", "15550109999", .string("15550109999")),
  Conversion("url", "1.5", .string("1.5")),
  // Booleans
  Conversion("string", "true", .string("true")),
  Conversion("text", "false", .string("false")),
  Conversion("phone", "true", .string("true")),
  Conversion("url", "false", .string("false")),
]

/// Texts of one character repeated, up to one more than the field holds.
private func lengths(
  _ type: String, _ unit: String, longest: Int, spelled: String? = nil,
  _ warnings: [DiagnosticCode] = []
) -> [Conversion] {
  let fitting = [longest - 1, longest].map { count -> Conversion in
    let json = "\"" + repeated(spelled ?? unit, count) + "\""
    return Conversion(type, json, .string(repeated(unit, count)), warnings)
  }
  let tooLong = "\"" + repeated(spelled ?? unit, longest + 1) + "\""
  return fitting + [Conversion(type, tooLong, .overlong)]
}

private let stringLengths: [Conversion] = ["string", "phone", "url"].flatMap { type in
  let rows: [[Conversion]] = [
    lengths(type, "a", longest: 255),
    lengths(type, "é", longest: 255),
    lengths(type, "€", longest: 255),
    lengths(type, "😀", longest: 255, [.supplementaryCharacter]),
    lengths(type, "a", longest: 255, spelled: #"\u0061"#),
    lengths(type, "é", longest: 255, spelled: #"\u00e9"#),
    lengths(type, "\"", longest: 255, spelled: #"\""#),
    lengths(type, "😀", longest: 255, spelled: #"\ud83d\ude00"#, [.supplementaryCharacter]),
  ]
  return Array(rows.joined())
}

private let textLengths: [Conversion] = {
  let rows: [[Conversion]] = [
    lengths("text", "a", longest: 30_000),
    lengths("text", "é", longest: 15_000),
    lengths("text", "€", longest: 10_000),
    lengths("text", "😀", longest: 7_500, [.supplementaryCharacter]),
    lengths("text", "a", longest: 30_000, spelled: #"\u0061"#),
    lengths("text", "é", longest: 15_000, spelled: #"\u00E9"#),
    lengths("text", "😀", longest: 7_500, spelled: #"\uD83D\uDE00"#, [.supplementaryCharacter]),
  ]
  return Array(rows.joined())
}()

private func row(
  _ type: String, _ text: String, _ result: MappingResult.Result? = nil
) -> Conversion {
  Conversion(type, "\"" + text + "\"", result ?? .string(text))
}

private let mixedLengths: [Conversion] = [
  // A base letter and its accent are two characters of Unicode.
  row("string", repeated("e\u{301}", 127)),
  row("string", repeated("e\u{301}", 128), .overlong),
  // One byte more than a multiple of what é takes.
  row("text", repeated("é", 14_999) + "aa"),
  row("text", repeated("é", 14_999) + "aaa", .overlong),
  row("text", repeated("a", 29_999) + "é", .overlong),
  row("text", repeated("a", 29_999) + #"\u00e9"#, .overlong),
  // White space counts.
  row("string", repeated(" ", 256), .overlong),
  // Numbers count as their texts.
  Conversion("string", repeated("7", 255), .string(repeated("7", 255))),
  Conversion("string", repeated("7", 256), .overlong),
  Conversion("text", repeated("7", 30_000), .string(repeated("7", 30_000))),
  Conversion("text", repeated("7", 30_001), .overlong),
]
