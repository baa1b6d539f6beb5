import Diagnostics
import MappingSyntax
import Testing

@Suite struct EncodingTests {
  struct Invalid: Sendable, CustomTestStringConvertible {
    let kind: String
    let bytes: [UInt8]

    init(_ kind: String, _ bytes: [UInt8]) {
      self.kind = kind
      self.bytes = bytes
    }

    var testDescription: String { kind }
  }

  @Test(arguments: [
    Invalid("continuation byte alone", [0x80]),
    Invalid("another continuation byte alone", [0xBF]),
    Invalid("Latin-1 letter", [0xE9]),
    Invalid("two bytes, cut off", [0xC3]),
    Invalid("three bytes, cut off after one", [0xE2]),
    Invalid("three bytes, cut off after two", [0xE2, 0x82]),
    Invalid("four bytes, cut off after three", [0xF0, 0x9F, 0x98]),
    Invalid("two bytes with a wrong second", [0xC3, 0x28]),
    Invalid("three bytes with a wrong third", [0xE2, 0x82, 0x28]),
    Invalid("overlong slash in two bytes", [0xC0, 0xAF]),
    Invalid("overlong in two bytes", [0xC1, 0xBF]),
    Invalid("overlong in three bytes", [0xE0, 0x80, 0xAF]),
    Invalid("overlong in four bytes", [0xF0, 0x80, 0x80, 0xAF]),
    Invalid("leading surrogate", [0xED, 0xA0, 0x80]),
    Invalid("trailing surrogate", [0xED, 0xBF, 0xBF]),
    Invalid("beyond U+10FFFF", [0xF4, 0x90, 0x80, 0x80]),
    Invalid("five bytes", [0xF8, 0x88, 0x80, 0x80, 0x80]),
    Invalid("0xFE", [0xFE]),
    Invalid("byte order mark of UTF-16", [0xFF, 0xFE]),
  ])
  func `bytes that are not UTF-8 are refused, with the offset where the first bad sequence begins`(
    invalid: Invalid
  ) {
    for before in ["", "response json\n", "é😀"] {
      for after in ["", " -> X\n"] {
        let bytes = Array(before.utf8) + invalid.bytes + Array(after.utf8)
        let offset = before.utf8.count
        let problem = #expect(throws: SyntaxProblem.self) { try SourceText(bytes) }
        #expect(problem?.diagnostic.code == .notUTF8)
        #expect(problem?.range == SourceRange(offset, offset + 1))
        #expect(
          problem?.kind
            == .notUTF8(byte: invalid.bytes[0], isUTF16: bytes.starts(with: [0xFF, 0xFE])))
      }
    }
  }

  @Test(arguments: ["\u{0}", "\u{7F}", "\u{80}", "\u{7FF}", "\u{800}", "\u{FFFF}", "\u{10FFFF}"])
  func `every scalar may stand in a comment`(scalar: String) throws {
    let (_, problems) = try parse("# \(scalar)\na -> X # \(scalar)")
    #expect(problems == [])
  }
}
