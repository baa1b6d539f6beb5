import Diagnostics

extension Parser {
  /// string    = '"' { character | escape } '"'      escapes of RFC 8259 §7
  /// quotedKey = "'" { character | escape } "'"      escapes of RFC 9535 §2.3.1.1
  ///
  /// The outline has seen to it that the quote is closed on its line.
  mutating func quoted(_ kind: Token.Kind) -> (Token, String?) {
    let start = lexer.offset
    let close = StatementOutline.quoteEnd(in: lexer.text.bytes, from: start, limit: lexer.limit)
    let token = lexer.token(kind, upTo: (close ?? start) + 1)
    let content = SourceRange(start + 1, max(start + 1, token.range.upperBound - 1))
    return (token, unescaped(content, quote: lexer.text.bytes[start]))
  }

  /// What the text stands for; nil, with a problem, if it holds what is no escape.
  ///
  /// In a template two braces stand for one.
  ///
  /// Grammar: character.
  mutating func unescaped(
    _ content: SourceRange, quote: UInt8, isTemplate: Bool = false
  ) -> String? {
    let isPlain = lexer.text.bytes[content].allSatisfy {
      $0 >= 0x20 && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "{") && $0 != UInt8(ascii: "}")
    }
    if isPlain { return lexer.text[content] }
    let bytes = lexer.text.bytes
    var text: [UInt8] = []
    var offset = content.lowerBound
    while offset < content.upperBound {
      switch bytes[offset] {
      case UInt8(ascii: "\\"):
        guard let escape = Escape(bytes[offset..<content.upperBound], quote: Unicode.Scalar(quote))
        else {
          let end = lexer.text.endOfScalar(at: offset + 1, limit: content.upperBound)
          report(.invalidEscape, at: SourceRange(offset, end))
          return nil
        }
        text += Array(String(escape.scalar).utf8)
        offset += escape.length
      case ..<0x20:
        report(.controlCharacter, at: SourceRange(offset, offset + 1))
        return nil
      case UInt8(ascii: "{") where isTemplate, UInt8(ascii: "}") where isTemplate:
        text.append(bytes[offset])
        let isDoubled = offset + 1 < content.upperBound && bytes[offset + 1] == bytes[offset]
        guard isDoubled else {
          report(.template(.loneBrace), at: SourceRange(offset, offset + 1))
          return nil
        }
        offset += 2
      default:
        text.append(bytes[offset])
        offset += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// A backslash escape: what it stands for and how many bytes it takes.
private struct Escape {
  let scalar: Unicode.Scalar
  let length: Int

  /// The escape at the start of `bytes`, nil if there is none of that kind.
  ///
  /// Grammar: escape, codeUnits, scalarUnit, leadUnit, trailUnit, hexDigit.
  init?(_ bytes: ArraySlice<UInt8>, quote: Unicode.Scalar) {
    guard let letter = bytes.dropFirst().first.map(Unicode.Scalar.init) else { return nil }
    switch letter {
    case quote, "\\", "/": self.init(letter, 2)
    case "b": self.init("\u{8}", 2)
    case "f": self.init("\u{C}", 2)
    case "n": self.init("\n", 2)
    case "r": self.init("\r", 2)
    case "t": self.init("\t", 2)
    case "u": self.init(unicode: bytes)
    default: return nil
    }
  }

  private init(_ scalar: Unicode.Scalar, _ length: Int) {
    self.scalar = scalar
    self.length = length
  }

  private init?(unicode bytes: ArraySlice<UInt8>) {
    guard let unit = Escape.codeUnit(bytes) else { return nil }
    if let scalar = Unicode.Scalar(unit) {
      self.init(scalar, 6)
    } else if UTF16.isLeadSurrogate(unit), let trail = Escape.codeUnit(bytes.dropFirst(6)),
      UTF16.isTrailSurrogate(trail)
    {
      self.init(UTF16.decode(UTF16.EncodedScalar([unit, trail])), 12)
    } else {
      return nil
    }
  }

  private static func codeUnit(_ bytes: ArraySlice<UInt8>) -> UInt16? {
    let digits = bytes.dropFirst(2).prefix(4)
    let isHex = digits.allSatisfy { Unicode.Scalar($0).properties.isASCIIHexDigit }
    guard bytes.starts(with: [0x5C, 0x75]), digits.count == 4, isHex else { return nil }
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
