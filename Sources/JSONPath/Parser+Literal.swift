import Diagnostics

extension Parser {
  /// int = "0" / (["-"] DIGIT1 *DIGIT), within I-JSON's exact integers (RFC 9535 §2.1); nil if
  /// none begins here.
  mutating func optionalInteger() throws(JSONPathProblem) -> Int? {
    guard let byte, byte == UInt8(ascii: "-") || byte.isDigit else { return nil }
    let start = offset
    let isNegative = take("-")
    let digits = try integerDigits(from: start)
    if isNegative, digits == "0" { throw problem(.negativeZero, from: start) }
    guard let magnitude = Int(digits), magnitude <= Parser.largestInteger else {
      throw problem(.integerOutOfRange, from: start)
    }
    return isNegative ? -magnitude : magnitude
  }

  /// 2^53 - 1
  private static let largestInteger = 9_007_199_254_740_991

  /// The digits without a leading zero that stand at the offset.
  private mutating func integerDigits(from start: Int) throws(JSONPathProblem) -> String {
    let first = offset
    skipDigits()
    guard offset > first else { throw problem(.missingDigit, from: start) }
    if offset > first + 1, text[first] == UInt8(ascii: "0") {
      throw problem(.leadingZero, from: start)
    }
    return string(first, offset)
  }

  private mutating func skipDigits() {
    while let byte, byte.isDigit { advance() }
  }

  /// number = (int / "-0") [ frac ] [ exp ]
  mutating func numberLiteral() throws(JSONPathProblem) -> JSONPathLiteral {
    let start = offset
    _ = take("-")
    _ = try integerDigits(from: start)
    if take(".") { try digitsOfPart(of: start) }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      try digitsOfPart(of: start)
    }
    return JSONPathLiteral(
      value: .number(string(start, offset)), place: SourcePlace(SourceRange(start, offset)))
  }

  /// The digits of a fraction or an exponent, at least one.
  private mutating func digitsOfPart(of start: Int) throws(JSONPathProblem) {
    let first = offset
    skipDigits()
    guard offset > first else { throw problem(.missingDigit, from: start) }
  }

  /// string-literal in the quotes that stand at the offset (RFC 9535 §2.3.1.1).
  mutating func stringLiteral() throws(JSONPathProblem) -> String {
    let start = offset
    let quote = text[offset]
    advance()
    var content: [UInt8] = []
    while let byte {
      switch byte {
      case quote:
        advance()
        return String(decoding: content, as: UTF8.self)
      case UInt8(ascii: "\\"): content.append(contentsOf: String(try escape(quote)).utf8)
      case ..<0x20: throw JSONPathProblem(.controlCharacter, at: scalarRange)
      default:
        content.append(byte)
        advance()
      }
    }
    let opener: JSONPathProblem.Opener = quote == UInt8(ascii: "'") ? .singleQuote : .doubleQuote
    throw JSONPathProblem(.unclosed(opener), at: SourceRange(start, start + 1))
  }

  /// ESC and the quote, or `escapable`.
  private mutating func escape(_ quote: UInt8) throws(JSONPathProblem) -> Unicode.Scalar {
    let start = offset
    advance()
    guard let letter = byte else { throw invalidEscape(from: start, quote) }
    let scalar: Unicode.Scalar
    switch letter {
    case quote, UInt8(ascii: "/"), UInt8(ascii: "\\"): scalar = Unicode.Scalar(letter)
    case UInt8(ascii: "b"): scalar = "\u{8}"
    case UInt8(ascii: "f"): scalar = "\u{C}"
    case UInt8(ascii: "n"): scalar = "\n"
    case UInt8(ascii: "r"): scalar = "\r"
    case UInt8(ascii: "t"): scalar = "\t"
    case UInt8(ascii: "u"): return try unicodeEscape(from: start, quote)
    default: throw invalidEscape(from: start, quote)
    }
    advance()
    return scalar
  }

  /// hexchar = non-surrogate / (high-surrogate "\" %x75 low-surrogate)
  private mutating func unicodeEscape(
    from start: Int, _ quote: UInt8
  ) throws(JSONPathProblem) -> Unicode.Scalar {
    let lead = try codeUnit(from: start, quote)
    if let scalar = Unicode.Scalar(lead) { return scalar }
    let end = offset
    guard UTF16.isLeadSurrogate(lead), take("\\"), byte == UInt8(ascii: "u") else {
      throw JSONPathProblem(.loneSurrogate, at: SourceRange(start, end))
    }
    let trail = try codeUnit(from: end, quote)
    guard UTF16.isTrailSurrogate(trail) else {
      throw JSONPathProblem(.loneSurrogate, at: SourceRange(start, end))
    }
    return UTF16.decode(UTF16.EncodedScalar([lead, trail]))
  }

  /// The code unit of `uXXXX` at the offset.
  private mutating func codeUnit(
    from start: Int, _ quote: UInt8
  ) throws(JSONPathProblem) -> UInt16 {
    let digits = text[min(offset + 1, end)..<end].prefix(4)
    guard digits.count == 4, digits.allSatisfy(\.isHexDigit),
      let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw invalidEscape(from: start, quote) }
    advance(5)
    return unit
  }

  /// The backslash and what follows it.
  private func invalidEscape(from start: Int, _ quote: UInt8) -> JSONPathProblem {
    JSONPathProblem(
      .invalidEscape(inDoubleQuotes: quote == UInt8(ascii: "\"")),
      at: SourceRange(start, scalarEnd(min(start + 1, end))))
  }
}
