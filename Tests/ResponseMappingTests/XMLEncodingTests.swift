import ResponseMapping
import Testing

@Suite struct XMLEncodingTests {
  /// A body, its Content-Type, and what the path `a` finds in it.
  struct Encoded: Sendable, CustomTestStringConvertible {
    let name: String
    let contentType: String?
    let body: [UInt8]
    let value: String
    let warnings: [DiagnosticCode]

    init(
      _ name: String, _ contentType: String?, _ body: [UInt8], _ value: String,
      _ warnings: [DiagnosticCode] = []
    ) {
      self.name = name
      self.contentType = contentType
      self.body = body
      self.value = value
      self.warnings = warnings
    }

    var testDescription: String { name }
  }

  @Test(arguments: encodings)
  func `each encoding is read by its declaration, its parameter or its mark`(
    _ row: Encoded
  ) throws {
    let outcome = try xml("a -> Target").evaluate(row.body, as: row.contentType)
    #expect(outcome.result == .string(row.value), "\(outcome.failure?.message ?? "")")
    #expect(outcome.warningCodes.filter { $0 != .supplementaryCharacter } == row.warnings)
  }

  /// A body that is refused because of what its beginning says, and its Content-Type.
  struct Refused: Sendable, CustomTestStringConvertible {
    let name: String
    let contentType: String?
    let body: [UInt8]
    /// Where the mistake may be said to be.
    let offsets: ClosedRange<Int>

    init(
      _ name: String, _ contentType: String?, _ body: [UInt8], _ offsets: ClosedRange<Int> = 0...0
    ) {
      self.name = name
      self.contentType = contentType
      self.body = body
      self.offsets = offsets
    }

    var testDescription: String { name }
  }

  @Test(arguments: unsupported + contradictions)
  func `an encoding that is not supported, or said to be two, is refused`(
    _ row: Refused
  ) throws {
    let failure = try #require(
      try xml("a -> Target").evaluate(row.body, as: row.contentType).failure)
    guard case .encoding(let position) = failure.kind else {
      Issue.record("\(failure.kind)")
      return
    }
    #expect(row.offsets.contains(position.offset), "\(position.offset)")
    #expect(failure.code == "RM304")
    #expect(failure.response == row.body)
    #expect(failure.recovery == .investigate)
    #expect(!failure.message.isEmpty && !failure.message.hasSuffix("."))
  }

  @Test(arguments: notUTF8Sequences)
  func `bytes that are not UTF-8 are refused wherever they stand, at the first of them`(
    _ sequence: String
  ) throws {
    let mapping = try xml("r.a -> Target", "r.b -> Other")
    for (before, after) in [
      ("<r><a>", "</a></r>"), ("<r><a>x é", "x</a></r>"), ("<r><unmapped>x", "x</unmapped></r>"),
      ("<r><a b='", "'/></r>"), ("<r b='x", "x'/>"), ("<r><!-- ", " --></r>"), ("<!--", "--><r/>"),
      ("<r><?b ", "?></r>"), ("<r><a><![CDATA[", "]]></a></r>"), ("<r><![CDATA[x", "x]]></r>"),
      ("<r><a>\(repeated("x", 5_000))", "x</a></r>"), ("<r/><!-- ", " -->"),
      ("<r>\(repeated("é", 4_090))", "</r>"), ("<r>\n<a>é</a>\r\n<b>", "</b></r>"),
    ] {
      let body = bytes(before) + bytes(sequence) + bytes(after)
      let outcome = mapping.evaluate(body)
      #expect(
        outcome.failure?.kind.name == "encoding", "\(before.prefix(20))‹\(sequence)›")
      #expect(outcome.offset == bytes(before).count, "\(before.prefix(20))‹\(sequence)›")
    }
    // In a name, where what follows the name may be missed first
    for (before, after) in [("<r><n", "/></r>"), ("<r><", "/></r>"), ("<r n", "='x'/>")] {
      let outcome = mapping.evaluate(bytes(before) + bytes(sequence) + bytes(after))
      #expect(
        outcome.failure?.kind.name == "encoding", "\(before)‹\(sequence)›")
    }
  }

  @Test(arguments: utf8Sequences)
  func `what is close to wrong UTF-8 but right is accepted`(_ sequence: String) throws {
    let text = String(decoding: bytes(sequence), as: UTF8.self)
    for declaration in ["", "<?xml version='1.0' encoding='UTF-8'?>"] {
      let outcome = try xml("r.a -> Target").evaluate("\(declaration)<r><a>\(text)</a></r>")
      #expect(outcome.result == .string(text))
    }
  }

  @Test func `every byte beyond ASCII is refused in US-ASCII, where it stands`() throws {
    let mapping = try xml("a -> Target")
    let declaration = "<?xml version='1.0' encoding='US-ASCII'?>"
    for byte in UInt8(0x80)...0xFF {
      let declared = bytes(declaration + "<a>x") + [byte] + bytes("</a>")
      let outcome = mapping.evaluate(declared)
      #expect(outcome.failure?.kind.name == "encoding")
      #expect(outcome.offset == declaration.utf8.count + 4)
      let byHeader = mapping.evaluate(
        bytes("<a>x</a><!--") + [byte] + bytes("-->"), as: "text/xml; charset=us-ascii")
      #expect(byHeader.failure?.kind.name == "encoding")
      #expect(byHeader.offset == 12)
    }
    #expect(mapping.evaluate(declaration + "<a>&#233;</a>").result == .string("é"))
  }

  @Test func `every byte of the encodings of one byte is its character`() throws {
    let mapping = try xml("a -> Target")
    for (name, table) in [
      ("ISO-8859-1", latin1), ("ISO-8859-15", latin9), ("windows-1252", windows1252),
    ] {
      let declaration = "<?xml version='1.0' encoding='\(name)'?>"
      for byte in UInt8(0x80)...0xFF {
        let body = bytes("<a>x") + [byte] + bytes("x</a>")
        let declared = mapping.evaluate(bytes(declaration) + body)
        let byHeader = mapping.evaluate(body, as: "text/xml;charset=\(name)")
        guard let scalar = table(byte) else {
          #expect(declared.failure?.kind.name == "encoding", "\(name) \(byte)")
          #expect(declared.offset == declaration.utf8.count + 4)
          #expect(byHeader.failure?.kind.name == "encoding", "\(name) \(byte)")
          #expect(byHeader.offset == 4)
          continue
        }
        #expect(declared.result == .string("x\(scalar)x"), "\(name) \(byte)")
        #expect(byHeader.result == .string("x\(scalar)x"), "\(name) \(byte)")
      }
    }
  }

  @Test(arguments: [true, false])
  func `what is no UTF-16 is refused`(_ bigEndian: Bool) throws {
    let mapping = try xml("a -> Target")
    func units(_ units: [UInt16]) -> [UInt8] {
      units.flatMap { unit in
        let halves = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        return bigEndian ? halves : halves.reversed()
      }
    }
    let mark = units([0xFEFF])
    let start = units(Array("<a>x".utf16))
    let end = units(Array("x</a>".utf16))
    #expect(
      mapping.evaluate(mark + start + units([0xD83D, 0xDE00]) + end).result == .string("x😀x"))
    for lone: [UInt16] in [[0xD800], [0xDFFF], [0xDC00, 0xD800], [0xD83D, 0xD83D, 0xDE00]] {
      let outcome = mapping.evaluate(mark + start + units(lone) + end)
      #expect(outcome.failure?.kind.name == "encoding")
      #expect(outcome.offset == 10)
    }
    let document = mark + start + end
    #expect(mapping.evaluate(document).result == .string("xx"))
    for lone in [[UInt8(0x20)], [0x00], [0x0A], [0xD8]] {
      let outcome = mapping.evaluate(document + lone)
      #expect(outcome.failure?.kind.name == "encoding")
      let offset = try #require(outcome.offset)
      #expect((document.count...document.count + 1).contains(offset))
    }
    #expect(
      mapping.evaluate(mark + start + units([0xFFFE]) + end).failure?.kind.name == "malformedBody")
    #expect(
      mapping.evaluate(mark + start + units([0x0001]) + end).failure?.kind.name == "malformedBody")
    #expect(
      mapping.evaluate(mark + start + units([0x0000]) + end).failure?.kind.name == "malformedBody")
  }

  // MARK: Places

  @Test(arguments: ["ISO-8859-1", "ISO-8859-15", "windows-1252", "US-ASCII", "UTF-8"])
  func `places in bodies of other encodings count their bytes and characters`(
    _ name: String
  ) throws {
    let mapping = try xml("a -> Target")
    let letter: [UInt8] = name == "US-ASCII" ? [0x65] : name == "UTF-8" ? [0xC3, 0xA9] : [0xE9]
    let declaration = bytes("<?xml version='1.0' encoding='\(name)'?>\r\n<a>")
    for count in [0, 1, 3, 5_000] {
      let line = Array(repeatElement(letter, count: count).joined())
      let before = declaration + line + bytes("\n") + line
      let position = try #require(mapping.evaluate(before + bytes("</b>")).position)
      let distance = position.offset - before.count
      #expect((0...4).contains(distance), "\(count) letters")
      #expect(position.line == 3)
      #expect(position.column == count + 1 + distance)
    }
  }

  @Test(arguments: [true, false])
  func `places in UTF-16 count its bytes and characters`(_ bigEndian: Bool) throws {
    let mapping = try xml("a -> Target")
    for letter in ["e", "é", "€", "😀"] {
      for count in [0, 1, 3, 5_000] {
        let line = repeated(letter, count)
        let before = utf16("<a>\(line)\r\n\(line)", bigEndian: bigEndian)
        let body = before + utf16("</b>", bigEndian: bigEndian, mark: false)
        let position = try #require(mapping.evaluate(body).position)
        let distance = position.offset - before.count
        #expect((0...8).contains(distance) && distance % 2 == 0, "\(count) × \(letter)")
        #expect(position.line == 2)
        #expect(position.column == count + 1 + distance / 2)
      }
    }
  }

  @Test func `places of wrong bytes have their line and column`() throws {
    let mapping = try xml("a -> Target")
    let rows: [(String, Int, Int)] = [
      ("<a>¦‹FF›</a>", 1, 4), ("<a>é¦‹C3›</a>", 1, 5), ("<a>\n€😀¦‹80›</a>", 2, 3),
      ("<a b='é'>\r\n\r\n¦‹ED A0 80›</a>", 3, 1), ("\n\n<a>¦‹C0 80›</a>", 3, 4),
    ]
    for (marked, line, column) in rows {
      let (body, offset) = markedBytes(marked)
      let position = try #require(mapping.evaluate(body).position)
      #expect(position.offset == offset)
      #expect(position.line == line)
      #expect(position.column == column)
    }
  }

  /// The texts of an evaluator's slots, whatever encoding the body was in.
  @Test func `slots hold texts that are decoded`() throws {
    let mapping = try xml("r.a -> Plain", "r.b -> Odd", "r.c -> Number : float")
    let text = "<r><a>Zürich</a><b>é&amp;<![CDATA[<]]>\r\n</b><c> 0.50 </c></r>"
    var evaluator = mapping.makeEvaluator()
    let latin =
      bytes("<?xml version='1.0' encoding='ISO-8859-1'?>")
      + text.unicodeScalars.map {
        UInt8($0.value)
      }
    for body in [
      Array(text.utf8), latin, utf16(text, bigEndian: true), utf16(text, bigEndian: false),
    ] {
      let failure = unsafe evaluator.fill(ResponseHead(status: 200), body: body.span.bytes)
      #expect(failure == nil)
      let texts = (0..<evaluator.slotCount).map { index -> String? in
        switch evaluator.slot(index).value {
        case .text(let text), .decimal(let text):
          unsafe evaluator.string(text, body: body.span.bytes)
        default: nil
        }
      }
      #expect(texts == ["Zürich", "é&<\n", "0.50"])
      #expect(
        mapping.evaluate(body).updates?.values == [
          "Plain": .string("Zürich"), "Odd": .string("é&<\n"), "Number": .decimal("0.50"),
        ])
    }
  }
}

// MARK: - Tables

private func declared(_ encoding: String, _ rest: String) -> [UInt8] {
  bytes("<?xml version=\"1.0\" encoding=\"\(encoding)\"?>\(rest)")
}

private typealias Encoded = XMLEncodingTests.Encoded
private typealias Refused = XMLEncodingTests.Refused

private let mark = "‹EF BB BF›"

private let encodings: [Encoded] = {
  var rows: [Encoded] = [
    Encoded("nothing said", nil, bytes("<a>é€😀</a>"), "é€😀"),
    Encoded("a type without parameter", "application/xml", bytes("<a>é</a>"), "é"),
    Encoded("text/xml without parameter is UTF-8", "text/xml", bytes("<a>é</a>"), "é"),
    Encoded("UTF-8, marked", nil, bytes(mark + "<a>é</a>"), "é", [.byteOrderMark]),
    Encoded(
      "UTF-8, marked and declared", nil, bytes(mark) + declared("UTF-8", "<a>é</a>"), "é",
      [.byteOrderMark]),
    Encoded(
      "UTF-8, marked, declared and by parameter", "text/xml; charset=UTF-8",
      bytes(mark) + declared("UTF-8", "<a>é</a>"), "é", [.byteOrderMark]),
    Encoded(
      "UTF-8, marked and by parameter", "text/xml; charset=utf-8", bytes(mark + "<a>é</a>"), "é",
      [.byteOrderMark]),
    Encoded(
      "UTF-8, declared and by parameter", "text/xml; charset=utf-8", declared("UTF-8", "<a>é</a>"),
      "é"),
    Encoded(
      "UTF-8, declared with standalone", nil,
      bytes("<?xml version='1.0' encoding='UTF-8' standalone='yes'?><a>é</a>"), "é"),
    Encoded("€ in ISO-8859-15", nil, declared("ISO-8859-15", "<a>‹A4›</a>"), "€"),
    Encoded("Š and Ÿ in ISO-8859-15", nil, declared("ISO-8859-15", "<a>‹A6 BE›</a>"), "ŠŸ"),
    Encoded("¤ in ISO-8859-1", nil, declared("ISO-8859-1", "<a>‹A4›</a>"), "¤"),
    Encoded("ÿ in ISO-8859-1", nil, declared("ISO-8859-1", "<a>‹E9 FF›</a>"), "éÿ"),
    Encoded("U+0080 in ISO-8859-1", nil, declared("ISO-8859-1", "<a>‹80 9F›</a>"), "\u{80}\u{9F}"),
    Encoded("€ in windows-1252", nil, declared("windows-1252", "<a>‹80›</a>"), "€"),
    Encoded("quotes in windows-1252", nil, declared("windows-1252", "<a>‹93›x‹94 99›</a>"), "“x”™"),
    Encoded("letters in US-ASCII", nil, declared("US-ASCII", "<a>x&#xE9;</a>"), "xé"),
    Encoded("names in ISO-8859-1", nil, declared("ISO-8859-1", "<a ‹E9›='‹E9›'>x</a>"), "x"),
    Encoded(
      "ISO-8859-1 by parameter", "application/xml; charset=ISO-8859-1", bytes("<a>‹E9›</a>"), "é"),
    Encoded(
      "ISO-8859-1 by parameter, without encoding declared", "text/xml; charset=iso-8859-1",
      bytes("<?xml version='1.0'?><a>‹E9›</a>"), "é"),
    Encoded(
      "ISO-8859-1 by parameter and declared", "text/xml; charset=iso-8859-1",
      declared("ISO-8859-1", "<a>‹E9›</a>"), "é"),
    Encoded(
      "ISO-8859-15 by parameter", "text/xml; charset=iso-8859-15", bytes("<a>‹A4›</a>"), "€"),
    Encoded(
      "windows-1252 by parameter", "application/soap+xml; charset=windows-1252",
      bytes("<a>‹80›</a>"), "€"),
    Encoded("US-ASCII by parameter", "text/xml; charset=us-ascii", bytes("<a>x</a>"), "x"),
    // Beginning with a mark, UTF-16 is read whether it is declared or not.
    Encoded(
      "UTF-16 behind a declaration in lower case", nil,
      utf16("<?xml version='1.0' encoding='utf-16'?><a>é😀</a>", bigEndian: false), "é😀"),
    Encoded(
      "UTF-16 whose text is outside of ISO-8859-1", nil,
      utf16("<a>日本語</a>", bigEndian: true), "日本語"),
    Encoded(
      "UTF-16 of an odd number of characters over several parts", nil,
      utf16("<a><!--\(repeated("é", 9_001))-->x</a>", bigEndian: false), "x"),
  ]
  for bigEndian in [true, false] {
    let order = bigEndian ? "big" : "little"
    rows += [
      Encoded("UTF-16, \(order)", nil, utf16("<a>é€😀</a>", bigEndian: bigEndian), "é€😀"),
      Encoded(
        "UTF-16, \(order), declared", nil,
        utf16("<?xml version='1.0' encoding='UTF-16'?><a>é€😀</a>", bigEndian: bigEndian), "é€😀"),
      Encoded(
        "UTF-16, \(order), with a declaration of no encoding", nil,
        utf16("<?xml version='1.0'?>\r\n<a>é€😀</a>", bigEndian: bigEndian), "é€😀"),
      Encoded(
        "UTF-16, \(order), by parameter", "text/xml; charset=utf-16",
        utf16("<a>é€😀</a>", bigEndian: bigEndian), "é€😀"),
      Encoded(
        "UTF-16, \(order), by parameter and declared", "text/xml; charset=UTF-16",
        utf16("<?xml version='1.0' encoding='UTF-16'?><a>é</a>", bigEndian: bigEndian), "é"),
    ]
  }
  // Names in any case, and the short ones
  for name in ["utf-8", "UTF-8", "Utf-8", "uTf-8", "utf8", "UTF8"] {
    rows.append(Encoded("declared as \(name)", nil, declared(name, "<a>é</a>"), "é"))
    rows.append(Encoded("charset=\(name)", "text/xml; charset=\(name)", bytes("<a>é</a>"), "é"))
  }
  for name in ["iso-8859-1", "ISO-8859-1", "Iso-8859-1", "latin1", "LATIN1", "Latin1"] {
    rows.append(Encoded("declared as \(name)", nil, declared(name, "<a>‹E9›</a>"), "é"))
    rows.append(Encoded("charset=\(name)", "text/xml; charset=\(name)", bytes("<a>‹E9›</a>"), "é"))
  }
  for name in ["iso-8859-15", "ISO-8859-15"] {
    rows.append(Encoded("declared as \(name)", nil, declared(name, "<a>‹A4›</a>"), "€"))
  }
  for name in ["windows-1252", "WINDOWS-1252", "Windows-1252"] {
    rows.append(Encoded("declared as \(name)", nil, declared(name, "<a>‹80›</a>"), "€"))
    rows.append(Encoded("charset=\(name)", "text/xml; charset=\(name)", bytes("<a>‹80›</a>"), "€"))
  }
  for name in ["us-ascii", "US-ASCII", "ascii", "ASCII"] {
    rows.append(Encoded("declared as \(name)", nil, declared(name, "<a>x</a>"), "x"))
    rows.append(Encoded("charset=\(name)", "text/xml; charset=\(name)", bytes("<a>x</a>"), "x"))
  }
  // One encoding by two of its names
  for (header, name) in [
    ("utf8", "UTF-8"), ("UTF-8", "utf8"), ("latin1", "ISO-8859-1"), ("ISO-8859-1", "latin1"),
  ] {
    rows.append(
      Encoded(
        "charset=\(header), declared as \(name)", "text/xml; charset=\(header)",
        declared(name, "<a>x</a>"), "x"))
  }
  rows.append(
    Encoded(
      "marked, declared as utf8", nil, bytes(mark) + declared("utf8", "<a>é</a>"), "é",
      [.byteOrderMark]))
  // Ways to write the parameter (RFC 9110 §5.6.6)
  for contentType in [
    "text/xml; charset=\"iso-8859-1\"", "text/xml;charset=iso-8859-1",
    "text/xml ; charset=iso-8859-1", "text/xml;  charset=iso-8859-1 ",
    "text/xml; CHARSET=ISO-8859-1", "text/xml; Charset=\"ISO-8859-1\"",
    "text/xml; version=1.0; charset=iso-8859-1", "text/xml; charset=iso-8859-1; version=1.0",
    "application/rss+xml;charset=\"ISO-8859-1\";x=y", "TEXT/XML; charset=iso-8859-1",
    "text/xml; x=\"a;charset=utf-8\"; charset=iso-8859-1", "text/xml;; charset=iso-8859-1",
  ] {
    rows.append(Encoded(contentType, contentType, bytes("<a>‹E9›</a>"), "é"))
  }
  // No parameter, or none of that name
  for contentType in [
    "text/xml;", "text/xml; charset=", "text/xml; charset=\"\"", "text/xml; xcharset=iso-8859-1",
    "text/xml; charsets=iso-8859-1", "text/xml; x=charset", "text/xml; charset",
  ] {
    rows.append(Encoded(contentType, contentType, bytes("<a>é</a>"), "é"))
  }
  // The parameter of another type counts as well.
  rows.append(
    Encoded(
      "text/html with a charset", "text/html; charset=iso-8859-1", bytes("<a>‹E9›</a>"), "é",
      [.contentTypeDiffers]))
  return rows
}()

/// The bytes of a text in EBCDIC, code page 037, as far as declarations need it.
private let ebcdic = bytes(
  "‹4C 6F A7 94 93 40 A5 85 99 A2 89 96 95 7E 7D F1 4B F0 7D 6F 6E 4C 81 61 6E›")

private func utf32(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
  ((mark ? [0xFEFF] : []) + text.unicodeScalars.map(\.value)).flatMap { value in
    let parts = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    return bigEndian ? parts : parts.reversed()
  }
}

/// Where the declaration of a name stands: anywhere in the declaration will do.
private func declaration(_ name: String) -> ClosedRange<Int> {
  0...("<?xml version=\"1.0\" encoding=\"\(name)\"?>".utf8.count)
}

private let unsupported: [Refused] = {
  var rows: [Refused] = [
    Refused("UTF-16, big, without mark", nil, utf16("<a/>", bigEndian: true, mark: false)),
    Refused("UTF-16, little, without mark", nil, utf16("<a/>", bigEndian: false, mark: false)),
    Refused(
      "UTF-16, big, declared, without mark", nil,
      utf16("<?xml version='1.0' encoding='UTF-16'?><a/>", bigEndian: true, mark: false)),
    Refused(
      "UTF-16, little, declared, without mark", nil,
      utf16("<?xml version='1.0' encoding='UTF-16'?><a/>", bigEndian: false, mark: false)),
    Refused(
      "UTF-16 by parameter, without mark", "text/xml; charset=utf-16",
      utf16("<a/>", bigEndian: true, mark: false)),
    Refused("UTF-16 by parameter over ASCII", "text/xml; charset=utf-16", bytes("<a/>")),
    Refused("UTF-32, big, with mark", nil, utf32("<a/>", bigEndian: true, mark: true)),
    Refused("UTF-32, little, with mark", nil, utf32("<a/>", bigEndian: false, mark: true)),
    Refused("UTF-32, big, without mark", nil, utf32("<a/>", bigEndian: true, mark: false)),
    Refused("UTF-32, little, without mark", nil, utf32("<a/>", bigEndian: false, mark: false)),
    Refused("EBCDIC", nil, ebcdic),
    Refused("EBCDIC by its type", "application/xml", ebcdic),
    // Compressed
    Refused("gzip", nil, bytes("‹1F 8B 08 00 00 00 00 00 00 03›")),
    Refused("gzip by its type", "application/xml", bytes("‹1F 8B 08 00 00 00 00 00 00 03›")),
    Refused("zstd", nil, bytes("‹28 B5 2F FD 04 00›")),
    Refused("zlib, fastest", nil, bytes("‹78 01 01 00›")),
    Refused("zlib, fast", nil, bytes("‹78 5E AB 06›")),
    Refused("zlib, usual", nil, bytes("‹78 9C AB AE 05 00›")),
    Refused("zlib, best", nil, bytes("‹78 DA AB 06›")),
  ]
  for name in [
    "UTF-7", "utf-7", "UTF-32", "UCS-4", "UCS-2", "ISO-10646-UCS-4", "EBCDIC-CP-US", "IBM037",
    "Shift_JIS", "EUC-JP", "ISO-2022-JP", "Big5", "GB2312", "GB18030", "KOI8-R", "windows-1251",
    "windows-1250", "ISO-8859-2", "ISO-8859-16", "ISO-8859-151", "macintosh", "HTML", "base64",
    "unknown", "x-user-defined", "utf", "UTF-88", "u",
  ] {
    rows.append(Refused("declared as \(name)", nil, declared(name, "<a/>"), declaration(name)))
    rows.append(Refused("charset=\(name)", "text/xml; charset=\(name)", bytes("<a/>")))
    rows.append(Refused("charset=\"\(name)\"", "text/xml; charset=\"\(name)\"", bytes("<a/>")))
  }
  // A declaration that can be read is not in UTF-16.
  rows.append(
    Refused("declared as UTF-16", nil, declared("UTF-16", "<a/>"), declaration("UTF-16")))
  return rows
}()

private let contradictions: [Refused] = {
  let names = ["UTF-8", "ISO-8859-1", "ISO-8859-15", "windows-1252", "US-ASCII"]
  var rows: [Refused] = []
  for header in names {
    for name in names where name != header {
      rows.append(
        Refused(
          "charset=\(header), declared as \(name)", "text/xml; charset=\(header)",
          declared(name, "<a/>")))
    }
  }
  for name in names.dropFirst() {
    rows.append(Refused("marked, declared as \(name)", nil, bytes(mark) + declared(name, "<a/>")))
    rows.append(
      Refused("marked, charset=\(name)", "text/xml; charset=\(name)", bytes(mark + "<a/>")))
    rows.append(
      Refused(
        "marked, charset=UTF-8, declared as \(name)", "text/xml; charset=utf-8",
        bytes(mark) + declared(name, "<a/>")))
    rows.append(
      Refused(
        "marked and declared as UTF-8, charset=\(name)", "text/xml; charset=\(name)",
        bytes(mark) + declared("UTF-8", "<a/>")))
  }
  rows.append(Refused("marked, declared as UTF-16", nil, bytes(mark) + declared("UTF-16", "<a/>")))
  rows.append(Refused("marked, charset=utf-16", "text/xml; charset=utf-16", bytes(mark + "<a/>")))
  for bigEndian in [true, false] {
    for name in names {
      let order = bigEndian ? "big" : "little"
      rows.append(
        Refused(
          "UTF-16, \(order), declared as \(name)", nil,
          utf16("<?xml version='1.0' encoding='\(name)'?><a/>", bigEndian: bigEndian)))
      rows.append(
        Refused(
          "UTF-16, \(order), charset=\(name)", "text/xml; charset=\(name)",
          utf16("<a/>", bigEndian: bigEndian)))
    }
  }
  rows.append(
    Refused(
      "charset=utf-16, declared as UTF-8", "text/xml; charset=utf-16", declared("UTF-8", "<a/>")))
  return rows
}()

private let notUTF8Sequences: [String] = [
  // Overlong
  "‹C0 80›", "‹C0 AF›", "‹C1 BF›", "‹E0 80 80›", "‹E0 9F BF›", "‹F0 80 80 80›", "‹F0 8F BF BF›",
  "‹C0 BC›", "‹E0 80 BC›",
  // Surrogates
  "‹ED A0 80›", "‹ED AF BF›", "‹ED B0 80›", "‹ED BF BF›", "‹ED A0 BD ED B8 80›",
  // Beyond U+10FFFF
  "‹F4 90 80 80›", "‹F5 80 80 80›", "‹F7 BF BF BF›", "‹F8 88 80 80 80›", "‹FC 84 80 80 80 80›",
  "‹FE›", "‹FF›", "‹FF FE›",
  // Lone continuations
  "‹80›", "‹BF›", "‹80 80›", "‹A4›", "‹E9›x",
  // Sequences that do not end
  "‹C3›", "‹E2›", "‹E2 82›", "‹F0›", "‹F0 9F›", "‹F0 9F 98›", "‹C3 C3 A9›", "‹E2 82 C3 A9›",
  "‹F0 9F 98 41›", "‹C3 28›",
]

private let utf8Sequences: [String] = [
  "‹C2 80›", "‹DF BF›", "‹E0 A0 80›", "‹ED 9F BF›", "‹EE 80 80›", "‹EF BF BD›", "‹F0 90 80 80›",
  "‹F4 8F BF BF›", "‹EF B7 90›",
]

private func latin1(_ byte: UInt8) -> Unicode.Scalar? { Unicode.Scalar(byte) }

private func latin9(_ byte: UInt8) -> Unicode.Scalar? {
  switch byte {
  case 0xA4: "€"
  case 0xA6: "Š"
  case 0xA8: "š"
  case 0xB4: "Ž"
  case 0xB8: "ž"
  case 0xBC: "Œ"
  case 0xBD: "œ"
  case 0xBE: "Ÿ"
  default: Unicode.Scalar(byte)
  }
}

/// Five bytes are assigned to no character.
private func windows1252(_ byte: UInt8) -> Unicode.Scalar? {
  guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
  let values: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
    0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
  let value = values[Int(byte) - 0x80]
  return value == 0 ? nil : Unicode.Scalar(value)
}
