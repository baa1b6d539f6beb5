import CXMLRivals
import ResponseMapping
import Testing
import TestSupport

/// XML 1.0 (fifth edition) and Namespaces in XML 1.0 (third edition).
@Suite struct XMLWellFormednessTests {
  @Test(arguments: malformed)
  func `a text that is not well-formed is refused within the mistake`(
    _ marked: String
  ) throws {
    let (body, offsets) = markedRegion(marked)
    let failure = try #require(try xml("a -> A", "a.b -> B").evaluate(body).failure)
    guard case .malformedBody(let position) = failure.kind else {
      Issue.record("\(failure.kind)")
      return
    }
    #expect(offsets.contains(position.offset), "\(position.offset) is not within \(offsets)")
    #expect(failure.code == "RM303")
    #expect(failure.response == body)
    #expect(failure.recovery == .investigate)
    #expect(!failure.message.isEmpty && !failure.message.hasSuffix("."))
    #expect(throws: SlowXMLRefusal.self) { try SlowXML.document(body) }
  }

  @Test(arguments: malformedByNamespaces)
  func `a text that breaks the rules of namespaces is refused within the tag`(
    _ marked: String
  ) throws {
    let (body, offsets) = markedRegion(marked)
    let outcome = try xml("a -> A", "a.b -> B").evaluate(body)
    #expect(outcome.failure?.kind.name == "malformedBody")
    let offset = try #require(outcome.offset)
    #expect(offsets.contains(offset), "\(offset) is not within \(offsets)")
    #expect(throws: SlowXMLRefusal.self) { try SlowXML.document(body) }
  }

  @Test(arguments: malformedDeclarations)
  func `a declaration is held to the letter`(_ marked: String) throws {
    let (body, offsets) = markedRegion(marked)
    let outcome = try xml("a -> A").evaluate(body)
    #expect(outcome.failure?.kind.name == "malformedBody")
    #expect(outcome.offset.map(offsets.contains) ?? false)
    #expect(throws: SlowXMLRefusal.self) { try SlowXML.document(body) }
  }

  @Test(arguments: accepted)
  func `a text that is well-formed is accepted, however odd`(_ row: Oddity) throws {
    let outcome = try xml("\(row.path) -> Target : text").evaluate(bytes(row.body))
    #expect(
      outcome.result == .string(String(decoding: bytes(row.value), as: UTF8.self)),
      "\(outcome.failure?.message ?? "")")
    #expect(throws: Never.self) { try SlowXML.document(bytes(row.body)) }
  }

  /// libxml2's word for it, wherever it has one; what it warns of only is no mistake.
  @Test func `libxml2 judges the rows of these tables alike`() {
    func judgement(_ body: [UInt8]) -> Int32 {
      unsafe body.withUnsafeBufferPointer {
        unsafe respmap_rival_is_well_formed($0.baseAddress, $0.count)
      }
    }
    for marked in malformed + malformedByNamespaces {
      let body = markedRegion(marked).0
      if !body.contains(0) { #expect(judgement(body) != 1, "\(marked)") }
    }
    for row in accepted where !row.body.contains("encoding") {
      #expect(judgement(bytes(row.body)) == 1, "\(row.body)")
    }
    for marked in documentTypes { #expect(judgement(markedRegion(marked).0) != 1, "\(marked)") }
  }

  /// What no path enters is checked all the same.
  @Test(arguments: malformed + malformedByNamespaces)
  func `a text that is not well-formed is refused where no path enters`(_ marked: String) throws {
    let (body, _) = markedRegion(marked)
    let before = bytes("<kept><mapped>yes</mapped><skipped>")
    let mapping = try xml("kept.mapped -> Kept")
    let outcome = mapping.evaluate(before + body + bytes("</skipped></kept>"))
    guard !malformedOnlyBesideTheRoot.contains(marked) else {
      #expect(outcome.updates?.values == ["Kept": .string("yes")])
      return
    }
    #expect(outcome.failure?.kind.name == "malformedBody")
    #expect(outcome.offset ?? 0 >= before.count)
    #expect(mapping.evaluate(before + body).failure?.kind.name == "malformedBody")
  }

  @Test(arguments: malformed)
  func `where in its bytes a mistake stands does not decide`(_ marked: String) throws {
    let (body, offsets) = markedRegion(marked)
    guard !body.starts(with: bytes("<?xml")) else { return }
    let mapping = try xml("a -> A")
    for window in [4_096, 8_192] {
      for split in stride(from: 0, through: body.count, by: max(1, body.count / 12)) {
        let pad = window - split
        let moved = mapping.evaluate([UInt8](repeating: 0x20, count: pad) + body)
        #expect(moved.failure?.kind.name == "malformedBody", "\(pad) blanks")
        let offset = moved.offset.map { $0 - pad }
        #expect(offset.map(offsets.contains) ?? false, "\(pad) blanks")
      }
    }
  }

  // MARK: Document types

  @Test(arguments: documentTypes)
  func `a document type is refused where it stands`(_ marked: String) throws {
    let (body, offsets) = markedRegion(marked)
    let failure = try #require(try xml("a -> A", "html.body -> B").evaluate(body).failure)
    guard case .malformedBody(let position) = failure.kind else {
      Issue.record("\(failure.kind)")
      return
    }
    #expect(offsets.contains(position.offset), "\(position.offset) is not within \(offsets)")
    #expect(failure.code == "RM303")
    if marked.contains("<!DOCTYPE html") { #expect(failure.message.contains("HTML")) }
  }

  // MARK: Truncation

  private static let sample = bytes(
    """
    <?xml version="1.0" encoding="UTF-8" standalone='yes'?><?xslt href="a"?>
    <!-- é€😀 --><p:order xmlns:p="urn:p" a='&lt;é&#x20AC;'>
      <line-item><![CDATA[<é>]]]></line-item><empty b="c" /><?pi é?>€&amp;😀<!-- - -->
      <p:total\t>4.2e1</p:total\n></p:order>
    """)

  @Test func `every proper prefix of a document is refused`() throws {
    let document = Self.sample
    let mapping = try xml("p:order.p:total -> Total : integer", "p:order.line-item -> Item")
    #expect(
      mapping.evaluate(document).updates?.results.map(\.result)
        == [.written(.integer(42)), .string("<é>]")])
    #expect(mapping.evaluate([]).failure?.kind == .emptyBody)
    for length in 1..<document.count {
      let outcome = mapping.evaluate(Array(document.prefix(length)))
      let kind = outcome.failure?.kind.name
      // A body that ends within a character is not UTF-8 either.
      let endsWithinCharacter = document[length] & 0xC0 == 0x80
      #expect(
        kind == "malformedBody" || endsWithinCharacter && kind == "encoding",
        "\(length) bytes: \(kind ?? "accepted")")
      if let offset = outcome.offset { #expect(offset <= length, "\(length) bytes") }
    }
  }

  @Test func `every prefix with the same end is refused as well in UTF-16`() throws {
    let text = "<?xml version='1.0'?><a b='é'>😀<c>x</c><!-- - --><?d e?><![CDATA[x]]></a>"
    let mapping = try xml("a.c -> C")
    for bigEndian in [true, false] {
      let document = utf16(text, bigEndian: bigEndian)
      #expect(mapping.evaluate(document).result == .string("x"))
      for length in 3..<document.count {
        let kind = mapping.evaluate(Array(document.prefix(length))).failure?.kind.name
        #expect(kind == "malformedBody" || kind == "encoding", "\(length) bytes")
      }
    }
  }

  @Test(arguments: [
    ("<a>1 ‸< 2</a>", "begins no tag"), ("<a>x ‸& y</a>", "`&amp;`"), ("‸{\"a\": 1}", "like JSON"),
    (" ‸[1]", "like JSON"), ("‸<!doctype html><html></html>", "page of HTML"),
    ("<a>‸<?xml version='1.0'?></a>", "very beginning"), ("<a>x‸]]></a>", "`]]&gt;`"),
    ("<a xmlns:x='a b'/>‸x", "root element"), ("<a>x‸&#0;</a>", "does not allow"),
  ])
  func `a message says what is wrong where it begins`(_ marked: String, _ words: String) throws {
    let parts = marked.split(separator: "‸", maxSplits: 1, omittingEmptySubsequences: false)
    let outcome = try xml("a -> Target").evaluate(parts.joined())
    #expect(outcome.offset == parts[0].utf8.count)
    #expect(outcome.failure?.message.contains(words) == true, "\(outcome)")
  }

  @Test(arguments: [true, false])
  func `a body that ends within a character is cut short`(_ bigEndian: Bool) throws {
    let mapping = try xml("a -> Target")
    for text in ["<a>x€", "<a>x😀"] {
      for body in [Array(text.utf8), utf16(text, bigEndian: bigEndian)] {
        let cut = Array(body.dropLast())
        let failure = try #require(mapping.evaluate(cut).failure)
        #expect(failure.message.contains("cut short"), "\(failure.message)")
        #expect(mapping.evaluate(cut).offset == cut.count)
      }
    }
  }

  @Test(arguments: truncated)
  func `a body that is cut short names the innermost element that is open`(
    _ body: String, _ name: String
  ) throws {
    let failure = try #require(try xml("invoice.line-item -> Item").evaluate(body).failure)
    #expect(failure.kind.name == "malformedBody")
    #expect(failure.message.contains(name), "\(failure.message)")
    for other in ["invoice", "line-item", "unit_price", "p:total"]
    where !name.contains(other) && !other.contains(name) {
      #expect(!failure.message.contains(other), "\(failure.message)")
    }
  }

  // MARK: Places

  @Test(arguments: places)
  func `a place is told by offset, line and column in characters`(
    _ marked: String, _ line: Int, _ column: Int
  ) throws {
    let (body, offset) = markedBytes(marked)
    let position = try #require(try xml("a -> A").evaluate(body).position)
    // What is wrong begins at the mark; where in it the place is, is not laid down.
    #expect(position.offset >= offset && position.offset <= offset + 4)
    #expect(position.line == line)
    #expect(position.column - column == position.offset - offset)
  }

  @Test func `a byte order mark is noted`() throws {
    let mapping = try xml("a -> A")
    for declaration in ["", "<?xml version='1.0'?>", "<?xml version='1.0' encoding='utf-8'?>"] {
      let outcome = mapping.evaluate("\u{FEFF}\(declaration)<a>\u{FEFF}</a>")
      #expect(outcome.result == .string("\u{FEFF}"))
      #expect(outcome.warningCodes == [.byteOrderMark])
    }
    #expect(mapping.evaluate(bytes("\u{FEFF}")).failure?.kind == .emptyBody)
    #expect(mapping.evaluate(bytes("\u{FEFF} \n")).failure?.kind == .emptyBody)
    #expect(mapping.evaluate(bytes(" \u{FEFF}<a/>")).offset.map((1...4).contains) == true)
    #expect(mapping.evaluate(bytes("\u{FEFF}\u{FEFF}<a/>")).offset.map((3...6).contains) == true)
    #expect(mapping.evaluate(bytes("<a/>\u{FEFF}")).offset.map((4...7).contains) == true)
  }

  // MARK: Bytes

  @Test func `every control character is refused wherever characters may stand`() throws {
    let mapping = try xml("a -> A")
    let places: [(String, String)] = [
      ("<a>", "</a>"), ("<a>x", "x</a>"), ("<a b='", "'/>"), ("<a b='x", "x'/>"),
      ("<a><![CDATA[", "]]></a>"), ("<a><![CDATA[x", "x]]></a>"), ("<a><!--", "--></a>"),
      ("<a><!--x", "x--></a>"), ("<a><?b ", "?></a>"), ("<a><?b x", "x?></a>"), ("<a", "/>"),
      ("<a ", "/>"), ("<a b", "='c'/>"), ("", "<a/>"), ("<a/>", ""), ("<a></a", ">"),
      ("<!--", "--><a/>"), ("<?b ", "?><a/>"), ("<a>&#65", ";</a>"), ("<a><b/>", "</a>"),
      ("<a/><!--x", "-->"), ("<a>\(repeated("x", 500))", "\(repeated("x", 500))</a>"),
      ("<a><b>\(repeated("x", 5_000))</b>", "\(repeated("x", 5_000))</a>"),
    ]
    for (before, after) in places {
      for byte in UInt8(0)..<0x20 where ![0x09, 0x0A, 0x0D].contains(byte) {
        // A zero as the first byte says UTF-16.
        if byte == 0, before.isEmpty { continue }
        let body = bytes(before) + [byte] + bytes(after)
        let outcome = mapping.evaluate(body)
        #expect(
          outcome.failure?.kind.name == "malformedBody",
          "\(before.prefix(20))‹\(byte)›\(after.prefix(20))")
        if let offset = outcome.offset {
          #expect(offset <= body.count && offset + 64 >= bytes(before).count)
        }
      }
    }
  }

  @Test func `every byte of ASCII begins a name or does not`() throws {
    let mapping = try xml("a -> A")
    for byte in UInt8(0x21)...0x7E {
      let character = Character(Unicode.Scalar(byte))
      let begins = character.isLetter || character == "_"
      let continues = begins || character.isNumber || character == "-" || character == "."
      let alone = mapping.evaluate("<\(character)>x</\(character)>")
      #expect((alone.updates != nil) == begins, "\(character)")
      // `<a/>x</a/>` and `<a>>` are mistakes of another kind.
      let inside = mapping.evaluate("<a\(character)b>x</a\(character)b>")
      #expect((inside.updates != nil) == continues, "a\(character)b")
      let attribute = mapping.evaluate("<a \(character)='x'/>")
      #expect((attribute.updates != nil) == begins, "\(character)=")
    }
  }

  @Test func `characters of Unicode begin and continue names as in the fifth edition`() throws {
    let mapping = try xml("other -> Other")
    let starts: [UInt32] = [
      0xC0, 0xD6, 0xD8, 0xF6, 0xF8, 0x2FF, 0x370, 0x37D, 0x37F, 0x1FFF, 0x200C, 0x200D, 0x2070,
      0x218F, 0x2C00, 0x2FEF, 0x3001, 0xD7FF, 0xF900, 0xFDCF, 0xFDF0, 0xFFFD, 0x10000, 0xEFFFF,
    ]
    let onlyWithin: [UInt32] = [0xB7, 0x300, 0x36F, 0x203F, 0x2040]
    let never: [UInt32] = [
      0x80, 0xA0, 0xAA, 0xB5, 0xB6, 0xB8, 0xBF, 0xD7, 0xF7, 0x37E, 0x2000, 0x200B, 0x200E, 0x203E,
      0x2041, 0x206F, 0x2190, 0x2BFF, 0x2FF0, 0x3000, 0xE000, 0xF8FF, 0xFDD0, 0xFDEF, 0xF0000,
      0x10FFFF,
    ]
    for (values, begins, continues) in [
      (starts, true, true), (onlyWithin, false, true), (never, false, false),
    ] {
      for value in values {
        let scalar = try #require(Unicode.Scalar(value))
        let name = String(scalar)
        let alone = mapping.evaluate("<\(name)/>")
        #expect((alone.updates != nil) == begins, "U+\(String(value, radix: 16))")
        let within = mapping.evaluate("<a\(name)/>")
        #expect((within.updates != nil) == continues, "a U+\(String(value, radix: 16))")
      }
    }
  }
}

/// A well-formed body and the text that is found in it.
struct Oddity: Sendable, CustomTestStringConvertible {
  let path: String
  let body: String
  let value: String

  init(_ path: String, _ body: String, _ value: String) {
    self.path = path
    self.body = body
    self.value = value
  }

  var testDescription: String { String(body.prefix(60)) }
}

/// The text in UTF-16 with a byte order mark.
func utf16(_ text: String, bigEndian: Bool, mark: Bool = true) -> [UInt8] {
  ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit in
    let halves = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    return bigEndian ? halves : halves.reversed()
  }
}

// MARK: - Tables

private let malformed: [String] = [
  // Elements and tags: [1], [39]–[44]
  #"¦x¦"#, #"¦{"a":1}¦"#, #"¦x¦<a/>"#, #"<a/>¦x¦"#, #"<a></a>¦x¦"#, #"<a/>¦<b/>¦"#,
  #"<a/>¦<a></a>¦"#, #"<a>x</a>¦</a>¦"#, #"¦</a>¦"#, #"¦<>¦"#, #"¦<>x</>¦"#, #"<a>¦</>¦"#,
  #"¦< a>x¦</a>"#, #"<a>x¦</ a>¦"#, #"<a>x¦</b>¦"#, #"<a>x¦</A>¦"#, #"<a>¦<b>x</a>¦</b>"#,
  #"<a><b>x</b>¦</b>¦</a>"#, #"<a>x¦</a b='c'>¦"#, #"<a>x¦</a/>¦"#, #"¦<a / >¦"#, #"¦</a>¦<a>"#,
  #"¦<1a>¦x</1a>"#, #"¦<-a>¦x</-a>"#, #"¦<.a>¦x</.a>"#, #"¦<a$>¦x</a$>"#, #"¦<a&amp;>¦x</a>"#,
  #"¦<a<b>¦x</a>"#, #"<a>¦<b<c/>¦</a>"#, #"¦<a,b>¦x</a>"#, #"<a>¦<·b/>¦</a>"#, #"¦<a×/>¦"#,
  #"<a>1 ¦< 2¦</a>"#, #"<a>¦<</a>¦"#, #"¦<a><a>x¦"#, #"<a>¦<!b/>¦</a>"#, #"<a>x</a>¦&¦"#,
  // Attributes: [41], [10], unique attribute names, no < in values
  #"¦<a b='1' b='2'/>¦"#, #"¦<a b='1' c='2' b='1'/>¦"#, #"¦<a b=1/>¦"#, #"¦<a b/>¦"#, #"¦<a b=/>¦"#,
  #"¦<a ='1'/>¦"#, #"¦<a b='1'c='2'/>¦"#, #"¦<a b="1"c="2">¦x</a>"#, #"¦<a b='<'/>¦"#,
  #"¦<a b="x<y">¦x</a>"#, #"¦<a b='1">x</a>¦"#, #"¦<a b="1'/>¦"#, #"¦<a 1b='c'/>¦"#,
  #"¦<a -b='c'/>¦"#, #"¦<a b='&'/>¦"#, #"¦<a b='&c'/>¦"#, #"¦<a b='&undefined;'/>¦"#,
  #"¦<a b='&#0;'/>¦"#, #"¦<a b='1' 'c'/>¦"#, #"¦<a 'b'/>¦"#, #"¦<a b 'c'/>¦"#, #"¦<a b=’c’/>¦"#,
  #"¦<a b='1',c='2'/>¦"#, #"¦<a/b='1'>¦x</a>"#, #"¦<a b=='1'/>¦"#, #"¦<a b:='1'/>¦"#,
  // References: [66]–[68]
  #"<a>¦&¦</a>"#, #"<a>x ¦& y¦</a>"#, #"<a>¦&;¦</a>"#, #"<a>¦&amp¦</a>"#, #"<a>¦&amp ;¦</a>"#,
  #"<a>¦& amp;¦</a>"#, #"<a>¦&nbsp;¦</a>"#, #"<a>¦&eacute;¦</a>"#, #"<a>¦&AMP;¦</a>"#,
  #"<a>¦&1;¦</a>"#, #"<a>¦%amp;&b;¦</a>"#, #"<a>¦&#;¦</a>"#, #"<a>¦&#x;¦</a>"#, #"<a>¦&#X41;¦</a>"#,
  #"<a>¦&#12a;¦</a>"#, #"<a>¦&#xG;¦</a>"#, #"<a>¦&#65¦</a>"#, #"<a>¦&#x41¦</a>"#,
  #"<a>¦&# 65;¦</a>"#,
  #"<a>¦&#-65;¦</a>"#, #"<a>¦&#0;¦</a>"#, #"<a>¦&#x0;¦</a>"#, #"<a>¦&#1;¦</a>"#,
  #"<a>¦&#x1F;¦</a>"#,
  #"<a>¦&#11;¦</a>"#, #"<a>¦&#xD800;¦</a>"#, #"<a>¦&#xDFFF;¦</a>"#, #"<a>¦&#xD83D;&#xDE00;¦</a>"#,
  #"<a>¦&#xFFFE;¦</a>"#, #"<a>¦&#xFFFF;¦</a>"#, #"<a>¦&#x110000;¦</a>"#, #"<a>¦&#1114112;¦</a>"#,
  #"<a>¦&#x100000041;¦</a>"#, #"<a>¦&#4294967361;¦</a>"#, #"<a>¦&#18446744073709551681;¦</a>"#,
  #"¦&amp;¦<a/>"#, #"<a/>¦&#32;¦"#, #"<a/>¦&amp;¦"#,
  // Text: no ]]> in it
  #"<a>¦x]]>¦</a>"#, #"<a>¦]]>¦x</a>"#, #"<a><![CDATA[x]]>¦]]>¦</a>"#, #"<a><b/>¦]]]]>¦</a>"#,
  // CDATA sections: [18]–[21]
  #"¦<![CDATA[x]]>¦<a/>"#, #"<a/>¦<![CDATA[x]]>¦"#, #"<a>¦<![cdata[x]]>¦</a>"#,
  #"<a>¦<![ CDATA[x]]>¦</a>"#, #"<a>¦<![CDATA [x]]>¦</a>"#, #"<a>¦<!CDATA[x]]>¦</a>"#,
  #"<a>¦<![CDATA[x]></a>¦"#, #"<a>¦<![CDATA[x]] ></a>¦"#, #"<a>¦<![CDAT[x]]>¦</a>"#,
  // Comments: [15]
  #"<a>¦<!-- -- -->¦</a>"#, #"<a>¦<!-- x --->¦</a>"#, #"<a>¦<!---></a>¦"#, #"<a>¦<!--></a>¦"#,
  #"<a>¦<!- x -->¦</a>"#, #"<a>¦<! -- x -->¦</a>"#, #"<a>¦<!-- x -- >¦</a>"#,
  #"<a>¦<!-- <!-- x --> -->¦</a>"#, #"<a>¦<!-- x --->¦x</a>"#, #"¦<!-- -- -->¦<a/>"#,
  #"<a/>¦<!-- -- -->¦"#, #"¦<a <!-- x -->/>¦"#, #"<a>x¦</a <!-- x -->>¦"#,
  // Processing instructions: [16]–[17]
  #"<a>¦<?xml x?>¦</a>"#, #"<a>¦<?XML x?>¦</a>"#, #"<a>¦<?xMl x?>¦</a>"#, #"<a>¦<? x?>¦</a>"#,
  #"<a>¦<?1 x?>¦</a>"#, #"<a>¦<??>¦</a>"#, #"<a>¦<?b+c?>¦</a>"#, #"<a>¦<?b>¦</a>"#,
  #"¦<?XML x?>¦<a/>"#,
  #"¦<??>¦<a/>"#, #"<a>¦<?b x? ></a>¦"#, #"<a>¦<?b:c x?>¦</a>"#,
  // Declarations: [23]–[26], [32], [80]–[81]
  #" ¦<?xml version='1.0'?>¦<a/>"#, #"<!-- -->¦<?xml version='1.0'?>¦<a/>"#,
  #"<a/>¦<?xml version='1.0'?>¦"#, #"<?xml version='1.0'?>¦<?xml version='1.0'?>¦<a/>"#,
  #"‹0A›¦<?xml version='1.0'?>¦<a/>"#, #"<a>¦<?xml version='1.0'?>¦</a>"#, #"¦<?xml?>¦<a/>"#,
  #"¦<?xml ?>¦<a/>"#, #"¦<?xml version?>¦<a/>"#, #"¦<?xml version=1.0?>¦<a/>"#,
  #"¦<?xml version=''?>¦<a/>"#, #"¦<?xml version='2.0'?>¦<a/>"#, #"¦<?xml version='1'?>¦<a/>"#,
  #"¦<?xml version='1.0a'?>¦<a/>"#, #"¦<?xml version=' 1.0'?>¦<a/>"#,
  #"¦<?xml version='1.0 '?>¦<a/>"#, #"¦<?xml version='1.0"?>¦<a/>"#,
  #"¦<?xml VERSION='1.0'?>¦<a/>"#,
  #"¦<?xmlversion='1.0'?>¦<a/>"#, #"¦<?XML version='1.0'?>¦<a/>"#, #"¦<?xml version='1.0'>¦<a/>"#,
  #"¦<?xml version='1.0' ? >¦<a/>"#, #"¦<?xml version='1.0' version='1.0'?>¦<a/>"#,
  #"¦<?xml standalone='yes'?>¦<a/>"#, #"¦<?xml version='1.0' standalone='maybe'?>¦<a/>"#,
  #"¦<?xml version='1.0' standalone='YES'?>¦<a/>"#, #"¦<?xml version='1.0' standalone=''?>¦<a/>"#,
  #"¦<?xml version='1.0' standalone=yes?>¦<a/>"#,
  #"¦<?xml version='1.0' standalone='yes' encoding='UTF-8'?>¦<a/>"#,
  #"¦<?xml version='1.0'encoding='UTF-8'?>¦<a/>"#, #"¦<?xml encoding='UTF-8' version='1.0'?>¦<a/>"#,
  #"¦<?xml version='1.0' encoding=UTF-8?>¦<a/>"#, #"¦<?xml version='1.0' x='y'?>¦<a/>"#,
  #"¦<?xml version='1.0', encoding='UTF-8'?>¦<a/>"#,
  // Characters: [2]
  #"<a>¦‹01›¦</a>"#, #"<a>¦‹00›¦</a>"#, #"<a>x¦‹0B›¦</a>"#, #"<a>x¦‹0C›¦</a>"#, #"<a>¦‹1F›¦</a>"#,
  #"<a>¦‹1B›[0m¦</a>"#, #"¦<a b='‹08›'/>¦"#, #"<a>¦<!-- ‹01› -->¦</a>"#, #"<a>¦<?b ‹01›?>¦</a>"#,
  #"<a>¦<![CDATA[‹01›]]>¦</a>"#, #"<a>¦‹EF BF BE›¦</a>"#, #"<a>¦‹EF BF BF›¦</a>"#,
  #"¦<a b='‹EF BF BF›'/>¦"#, #"<a>¦<!-- ‹EF BF BE› -->¦</a>"#, #"<a>¦<![CDATA[‹EF BF BF›]]>¦</a>"#,
  #"<a>x¦‹00›¦ and more</a>"#, #"¦‹0C›¦<a/>"#, #"<a/>¦‹00›¦"#, #"<a/>¦‹1A›¦"#,
  // Declarations of document types outside of one
  #"<a>¦<!ELEMENT a ANY>¦</a>"#, #"¦<!ELEMENT a ANY>¦<a/>"#, #"¦<!ENTITY b 'c'>¦<a/>"#,
  #"<a>¦<!DOCTYPE a>¦</a>"#, #"<a/>¦<!DOCTYPE a>¦"#, #"¦<!doctype html>¦<html/>"#,
  #"<a>¦<![INCLUDE[x]]>¦</a>"#, #"<a>¦<!ATTLIST a b CDATA #IMPLIED>¦</a>"#,
  // HTML that is no XML
  #"<html><body>¦<br></body>¦</html>"#, #"<html><p>¦<input disabled>¦</p></html>"#,
  #"<html><p>Terms ¦&copy;¦ 2020</p></html>"#, #"<a>¦<b></B>¦</a>"#, #"¦<a href=x>¦y</a>"#,
]

/// What is no document but may stand within an element.
private let malformedOnlyBesideTheRoot: Set<String> = [
  #"¦x¦"#, #"¦{"a":1}¦"#, #"¦x¦<a/>"#, #"<a/>¦x¦"#, #"<a></a>¦x¦"#, #"<a/>¦<b/>¦"#,
  #"<a/>¦<a></a>¦"#, #"¦&amp;¦<a/>"#, #"<a/>¦&#32;¦"#, #"<a/>¦&amp;¦"#, #"¦<![CDATA[x]]>¦<a/>"#,
  #"<a/>¦<![CDATA[x]]>¦"#,
]

/// Declarations that readers are known to be lenient with.
private let malformedDeclarations: [String] = [
  #"¦<?xml version='1.'?>¦<a/>"#, #"¦<?xml version='1.0' encoding='UTF-8'standalone='yes'?>¦<a/>"#,
]

private let malformedByNamespaces: [String] = [
  #"¦<p:a/>¦"#, #"<a>¦<p:b/>¦</a>"#, #"¦<a p:b='c'/>¦"#, #"¦<a><b xmlns:p='u'/><p:c/>¦</a>"#,
  #"¦<a><b xmlns:p='u'></b><c p:d='e'/>¦</a>"#, #"¦<a xmlns:p='u' xmlns:q='u' p:b='1' q:b='2'/>¦"#,
  #"¦<a xmlns:p='u' p:b='1' p:b='2'/>¦"#, #"¦<a xmlns:p='u' xmlns:p='v'/>¦"#,
  #"¦<a xmlns='u' xmlns='u'/>¦"#, #"¦<a xmlns:p=''/>¦"#, #"<a xmlns:p='u'>¦<b xmlns:p=''/>¦</a>"#,
  #"¦<a xmlns:xml='u'/>¦"#, #"¦<a xmlns:xml=''/>¦"#, #"¦<a xmlns:xmlns='u'/>¦"#,
  #"¦<a xmlns:xmlns='http://www.w3.org/2000/xmlns/'/>¦"#,
  #"¦<a xmlns:p='http://www.w3.org/2000/xmlns/'/>¦"#,
  #"¦<a xmlns='http://www.w3.org/2000/xmlns/'/>¦"#,
  #"¦<a xmlns:p='http://www.w3.org/XML/1998/namespace'/>¦"#,
  #"¦<a xmlns='http://www.w3.org/XML/1998/namespace'/>¦"#, #"¦<a xmlns:='u'/>¦"#, #"¦<a: />¦"#,
  #"¦<:a/>¦"#, #"¦<:/>¦"#, #"¦<p:q:a xmlns:p='u'/>¦"#, #"¦<p:a: xmlns:p='u'/>¦"#, #"¦<a :b='c'/>¦"#,
  #"¦<p:1 xmlns:p='u'/>¦"#, #"¦<p:-b xmlns:p='u'/>¦"#, #"¦<a xmlns:p='u' p:b:c='d'/>¦"#,
  #"¦<xmlns:a/>¦"#, #"¦<xmlns:a xmlns:xmlns='u'/>¦"#, #"¦<a xmlns:1='u'/>¦"#,
  #"<a xmlns:p='u'>¦<p:b></p:c>¦</a>"#, #"<a xmlns:p='u' xmlns:q='u'>¦<p:b></q:b>¦</a>"#,
]

private let documentTypes: [String] = [
  #"¦<!DOCTYPE a>¦<a/>"#, #"¦<!DOCTYPE html>¦<html><body>x</body></html>"#,
  #"<?xml version='1.0'?>¦<!DOCTYPE a>¦<a/>"#, #" ‹0A›¦<!DOCTYPE html >¦<html/>"#,
  #"<!-- x -->¦<!DOCTYPE a SYSTEM 'a.dtd'>¦<a/>"#, #"<?x y?>¦<!DOCTYPE a []>¦<a/>"#,
  #"¦<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">¦<html/>"#,
  #"¦<!DOCTYPE a [<!ENTITY b "c">]>¦<a>&b;</a>"#, #"¦<!DOCTYPE a [<!ELEMENT a ANY>]>¦<a/>"#,
  #"¦<!DOCTYPE a [<!ENTITY % b "<!ENTITY c 'd'>"> %b;]>¦<a>&c;</a>"#,
  #"¦<!DOCTYPE a [<!-- ]> -->]>¦<a/>"#,
  #"¦<!DOCTYPE a PUBLIC 'b' 'c' [<!ATTLIST a b CDATA 'c'>]>¦<a/>"#,
  #"¦<!DOCTYPE a¦"#, #"¦<!DOCTYPE a [¦"#, #"‹EF BB BF›¦<!DOCTYPE a>¦<a/>"#,
  #"¦<!DOCTYPE p:a>¦<a/>"#,
  #"¦<!DOCTYPE a><!DOCTYPE a>¦<a/>"#,
]

private let accepted: [Oddity] = [
  // Tags
  Oddity("a", #"<a b='1'>x</a>"#, "x"), Oddity("a", #"<a b="1" c='2'>x</a>"#, "x"),
  Oddity("a", #"<a  b = '1'  >x</a  >"#, "x"),
  Oddity("a", #"<a‹0A›b‹0D›=‹09›'1'‹0D 0A›>x</a‹0A›>"#, "x"),
  Oddity("a", #"<a b='>'>x</a>"#, "x"), Oddity("a", #"<a b='/>'>x</a>"#, "x"),
  Oddity("a", #"<a b='"' c="'">x</a>"#, "x"), Oddity("a", #"<a b=''>x</a>"#, "x"),
  Oddity("a", #"<a b=']]>'>x</a>"#, "x"), Oddity("a", #"<a b='-->'>x</a>"#, "x"),
  Oddity("a", #"<a b='&lt;&#10;&amp;'>x</a>"#, "x"), Oddity("a", #"<a b='‹0A 09›'>x</a>"#, "x"),
  Oddity("a", #"<a B='1' b='2'>x</a>"#, "x"), Oddity("a", #"<a b='1' a='2'>x</a>"#, "x"),
  Oddity("_", #"<_>x</_>"#, "x"), Oddity("'a.-'", #"<a.->x</a.->"#, "x"),
  Oddity("a0-9", #"<a0-9>x</a0-9>"#, "x"), Oddity("xmlish", #"<xmlish>x</xmlish>"#, "x"),
  Oddity("a.b", #"<a><b>x</b><b/></a>"#, "x"), Oddity("a.b", #"<a><c/><b>x</b><d></d></a>"#, "x"),
  // What looks like an end or a start
  Oddity("a", #"<a>></a>"#, ">"), Oddity("a", #"<a>]]</a>"#, "]]"),
  Oddity("a", #"<a>]></a>"#, "]>"),
  Oddity("a", #"<a>]]]] ></a>"#, "]]]] >"), Oddity("a", #"<a>/></a>"#, "/>"),
  Oddity("a", #"<a>%b;</a>"#, "%b;"), Oddity("a", #"<a>{{x}}</a>"#, "{{x}}"),
  Oddity("a", #"<a>"'</a>"#, #""'"#), Oddity("a", #"<a>=x=</a>"#, "=x="),
  Oddity("a", #"<a><![CDATA[x]]]]]]><![CDATA[]>]]></a>"#, "x]]]]]>"),
  Oddity("a", #"<a><![CDATA[<![CDATA[x]]></a>"#, "<![CDATA[x"),
  Oddity("a", #"<a><![CDATA[</a>]]></a>"#, "</a>"), Oddity("a", #"<a><![CDATA[&]]></a>"#, "&"),
  Oddity("a", #"<a><![CDATA[-- ?>]]></a>"#, "-- ?>"),
  // Comments and processing instructions
  Oddity("a", #"<!----><a>x</a><!---->"#, "x"), Oddity("a", #"<!-- - - --><a>x</a>"#, "x"),
  Oddity("a", #"<!--> --><a>x</a>"#, "x"), Oddity("a", #"<!-- > ]]> ?> --><a>x</a>"#, "x"),
  Oddity("a", #"<a>x<!-- </a> & < --></a>"#, "x"), Oddity("a", #"<a>x<?b </a> & < ??></a>"#, "x"),
  Oddity("a", #"<!--<!DOCTYPE html>--><a>x</a>"#, "x"),
  Oddity("a", #"<?b <!DOCTYPE html>?><a>x</a>"#, "x"),
  Oddity("a", #"<a>x<!--<!DOCTYPE a [<!ENTITY b "c">]>--></a>"#, "x"),
  Oddity("a", #"<a><![CDATA[<!DOCTYPE html>]]></a>"#, "<!DOCTYPE html>"),
  Oddity("a", #"<a b='!DOCTYPE'>x</a>"#, "x"),
  Oddity("a", #"<a>&lt;!DOCTYPE html></a>"#, "<!DOCTYPE html>"),
  Oddity("a", #"<a>!DOCTYPE html></a>"#, "!DOCTYPE html>"),
  Oddity("a", #"<?b?><a>x</a><?b?>"#, "x"), Oddity("a", #"<?b ?><a>x</a>"#, "x"),
  Oddity("a", #"<?xml-stylesheet href='a'?><a>x</a>"#, "x"),
  Oddity("a", #"<?xmlx y?><a>x</a>"#, "x"),
  Oddity("a", #"<?b   ? > -- ?><a>x</a>"#, "x"),
  Oddity("a", #"<a>x</a>‹0A›<!-- --><?b c?>‹0D 0A›"#, "x"),
  Oddity("a", #"‹0A 20 09 0D›<a>x</a>‹0A 20 09 0D›"#, "x"),
  Oddity("a", #"<?b <?xml version='1.0'?><a>x</a>"#, "x"),
  // Declarations
  Oddity("a", #"<?xml version='1.0'?><a>x</a>"#, "x"),
  Oddity("a", #"<?xml version="1.0" ?><a>x</a>"#, "x"),
  Oddity("a", #"<?xml version = '1.0'‹0A›?><a>x</a>"#, "x"),
  Oddity("a", #"<?xml version='1.0' encoding='utf-8'?><a>é</a>"#, "é"),
  Oddity("a", #"<?xml version='1.0' encoding="Utf-8" standalone="no"?><a>é</a>"#, "é"),
  Oddity("a", #"<?xml version="1.0" standalone='yes'?><a>x</a>"#, "x"),
  Oddity(
    "a", #"<?xml‹0A›version='1.0'‹09›encoding='UTF-8'‹0D 0A›standalone='yes'?>‹0A›<a>x</a>"#, "x"),
  // The fifth edition takes any 1.x as 1.0.
  Oddity("a", #"<?xml version='1.1'?><a>x</a>"#, "x"),
  Oddity("a", #"<?xml version='1.9'?><a>x</a>"#, "x"),
  // Attributes of the xml namespace, namespaces
  Oddity("a", #"<a xml:space='preserve'> x </a>"#, " x "),
  Oddity("a", #"<a xml:space='default'> x </a>"#, " x "),
  Oddity("a", #"<a xml:space='other'> x </a>"#, " x "),
  Oddity("a", #"<a xml:lang='de-CH'>x</a>"#, "x"),
  Oddity("a", #"<a xml:lang=''>x</a>"#, "x"), Oddity("a", #"<a xml:id='1'>x</a>"#, "x"),
  Oddity("a", #"<a xml:base='http://a.example/'>x</a>"#, "x"),
  Oddity("a", #"<a xml:other='1'>x</a>"#, "x"),
  Oddity("a", #"<a xmlns:xml='http://www.w3.org/XML/1998/namespace' xml:lang='en'>x</a>"#, "x"),
  Oddity("a", #"<a xmlns=''>x</a>"#, "x"),
  Oddity("a", #"<a xmlns='u' xmlns:p='u' b='1' p:b='2'>x</a>"#, "x"),
  Oddity("a", #"<a p:b='1' xmlns:p='u'>x</a>"#, "x"),
  Oddity("p:a", #"<p:a xmlns:p='u'>x</p:a>"#, "x"),
  Oddity("a.p:b", #"<a xmlns:p='u'><p:b xmlns:p='v'>x</p:b></a>"#, "x"),
  Oddity(
    "a",
    #"<a xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='a b'>x</a>"#, "x"
  ),
  Oddity("a", #"<a xmlns:p='urn:a:b' xmlns:q='../relative'>x</a>"#, "x"),
  Oddity("a", #"<a xmlns:XML='u' XML:b='c'>x</a>"#, "x"),
  Oddity("a", #"<a xmlns:x-m.l_1='u'>x</a>"#, "x"),
  // Characters
  Oddity("a", #"<a>&#9;x</a>"#, "‹09›x"), Oddity("a", #"<a>x&#xA;</a>"#, "x‹0A›"),
  Oddity("a", #"<a>x&#xD;</a>"#, "x‹0D›"),
  Oddity("a", #"<a>x&#x0000000000000041;</a>"#, "xA"),
  Oddity("a", #"<a>&#000000000000000000000000065;</a>"#, "A"),
  Oddity("a", #"<a>‹C2 85›x‹E2 80 A8›</a>"#, "‹C2 85›x‹E2 80 A8›"),
  Oddity("a", #"<a>‹7F C2 80›</a>"#, "‹7F C2 80›"),
  Oddity("a", #"<a>‹EF BB BF›</a>"#, "‹EF BB BF›"),
  Oddity("a", #"<a>‹EF BF BD›</a>"#, "‹EF BF BD›"),
  Oddity("a", #"<a>‹F0 9F BF BE›</a>"#, "‹F0 9F BF BE›"),
  Oddity("a", #"<a>‹F4 8F BF BF›</a>"#, "‹F4 8F BF BF›"),
  Oddity("a", #"<a>‹EF B7 90›</a>"#, "‹EF B7 90›"),
  Oddity("a", #"<a>&#x1FFFE;</a>"#, "‹F0 9F BF BE›"),
  Oddity("'𠀀'", #"<𠀀>x</𠀀>"#, "x"), Oddity("'😀'", #"<😀 é='1'>x</😀>"#, "x"),
  Oddity("a", #"<a 日本='語'>x</a>"#, "x"), Oddity("a", #"<?日本 語?><a>x</a>"#, "x"),
  // Names of HTML and what an entity-expanding reader would do
  Oddity("html.body", #"<html><body>x</body></html>"#, "x"),
  Oddity("a", #"<a>&amp;nbsp;</a>"#, "&nbsp;"),
  Oddity("a", #"<a>&amp;amp;lt;</a>"#, "&amp;lt;"),
]

private let longNames: [Oddity] = [200, 1_000, 4_000, 30_000].map { length in
  let name = repeated("n", length)
  return Oddity("a.b", "<a><\(name) \(name)='1'>y</\(name)><b>x</b></a>", "x")
}

extension XMLWellFormednessTests {
  @Test(arguments: longNames)
  func `names may be long`(_ row: Oddity) throws {
    #expect(try xml("\(row.path) -> Target").evaluate(row.body).result == .string(row.value))
    let name = row.body.dropFirst(4).prefix { $0 == "n" }
    #expect(try xml("a.\(name) -> Target").evaluate(row.body).result == .string("y"))
  }
}

/// Bodies that end within an element, and the name of the innermost that is open.
private let truncated: [(String, String)] = [
  ("<invoice>", "invoice"), ("<invoice>1", "invoice"), ("<invoice>\n  ", "invoice"),
  ("<invoice><line-item>", "line-item"), ("<invoice><line-item>x", "line-item"),
  ("<invoice><line-item>x</line-item>", "invoice"), ("<invoice><line-item/>", "invoice"),
  ("<invoice><line-item><unit_price>4</unit_price>", "line-item"),
  ("<invoice><line-item><unit_price>4", "unit_price"),
  ("<invoice><line-item/><line-item/>text", "invoice"), ("<invoice>&lt;", "invoice"),
  ("<invoice><line-item><![CDATA[x]]>", "line-item"),
  ("<invoice><line-item><!-- x -->", "line-item"),
  ("<invoice><line-item><?x y?>", "line-item"),
  ("<invoice xmlns:p='u'><p:total>", "p:total"), ("<invoice xmlns:p='u'><p:total/>", "invoice"),
  ("<invoice><line-item><![CDATA[x", "line-item"), ("<invoice><line-item><!-- x", "line-item"),
  ("<invoice><line-item><?x y", "line-item"), ("<invoice><line-item>x<", "line-item"),
  ("<invoice><line-item>x</", "line-item"), ("<invoice><line-item>x</line-item", "line-item"),
  ("<invoice><line-item>x<z", "line-item"), ("<invoice><line-item>x<z a='b", "line-item"),
  ("<invoice><line-item>x&am", "line-item"), ("<invoice><line-item>x&#x2", "line-item"),
  ("<invoice><line-item>\(repeated("x", 10_000))", "line-item"),
  ("<invoice>\(repeated("<line-item/>", 1_000))<unit_price>", "unit_price"),
]

private let places: [(String, Int, Int)] = [
  ("<a>¦</b>", 1, 4), ("<a>\n¦</b>", 2, 1), ("<a>\r\n¦</b>", 2, 1), ("<a>\r¦</b>", 2, 1),
  ("<a>\n\n\r\n\r ¦</b>", 5, 2), ("<a>é¦</b>", 1, 5), ("<a>😀 ¦</b>", 1, 6), ("<a>\n  x¦</b>", 2, 4),
  ("<a>\r\n\"é😀\",\r\n\t¦</b>", 3, 2), ("\n\n<a>¦</b>", 3, 4), ("<a>\u{2028}\u{85}¦</b>", 1, 6),
  ("<a é='😀'>\n€¦</b>", 2, 2), ("<a>¦&b;</a>", 1, 4), ("<a>\né¦&b;</a>", 2, 2),
  ("<a><!--\n😀\n-->¦&b;</a>", 3, 4), ("<a><![CDATA[\r\né]]>¦&b;</a>", 2, 5),
  ("<a>\(repeated("é\n", 5_000))¦&b;</a>", 5_001, 1),
]
