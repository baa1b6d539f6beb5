internal import Diagnostics

/// Cuts an expression into tokens, with the rules of §3.7 that tell names, operators and `*` apart.
struct Lexer {
  /// More tokens than this are no path that a person wrote. Every step and operator costs the evaluation
  /// a call on its stack, so this is what keeps it shallow.
  static let longest = 4096

  let bytes: [UInt8]
  let end: Int
  var position: Int
  private(set) var tokens: [Token] = []

  init(_ bytes: [UInt8], in range: SourceRange) {
    self.bytes = bytes
    end = min(max(range.upperBound, 0), bytes.count)
    position = min(max(range.lowerBound, 0), end)
  }

  /// All tokens, the last of which is `end`.
  mutating func allTokens() throws(XPathProblem) -> [Token] {
    skipSpace()
    while position < end {
      let start = position
      if tokens.count == Lexer.longest {
        throw XPathProblem(.tooLong(limit: Lexer.longest), at: SourceRange(start, end))
      }
      let kind = try kindOfNext()
      tokens.append(Token(kind: kind, range: SourceRange(start, position)))
      skipSpace()
    }
    let last = tokens.last?.range.upperBound ?? position
    return tokens + [Token(kind: .end, range: SourceRange(at: last))]
  }

  func byte(at offset: Int) -> UInt8? { offset < end ? bytes[offset] : nil }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The scalar at an offset; the text is known to be UTF-8.
  func scalar(at offset: Int) -> Unicode.Scalar? {
    guard offset < end else { return nil }
    var after = offset + 1
    while after < end, bytes[after].isUTF8Continuation { after += 1 }
    return text(offset..<after).unicodeScalars.first
  }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard byte(at: position) == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// ExprWhitespace ::= S
  func endOfSpace(from start: Int) -> Int {
    var offset = start
    while let byte = byte(at: offset), [0x20, 0x09, 0x0A, 0x0D].contains(byte) { offset += 1 }
    return offset
  }

  private mutating func skipSpace() { position = endOfSpace(from: position) }

  private mutating func kindOfNext() throws(XPathProblem) -> Token.Kind {
    guard let first = scalar(at: position) else { return .end }
    switch first {
    case "\"", "'": return try literal(first)
    case "0"..."9": return number()
    case ".": return try dotOrNumber()
    case "$": return try variable()
    default: break
    }
    if NameCharacters.canBegin(first) { return try name() }
    return try symbol(first)
  }

  private mutating func symbol(_ first: Unicode.Scalar) throws(XPathProblem) -> Token.Kind {
    try refuseForeignOperator()
    let start = position
    position += UTF8.width(first)
    switch first {
    case "(": return .openParenthesis
    case ")": return .closeParenthesis
    case "[": return .openBracket
    case "]": return .closeBracket
    case "@": return .at
    case ",": return .comma
    case "|": return .bar
    case "/": return take("/") ? .doubleSlash : .slash
    case "+": return .operator(.plus)
    case "-": return .operator(.minus)
    case "=": return .operator(.equal)
    case "<": return .operator(take("=") ? .lessOrEqual : .less)
    case ">": return .operator(take("=") ? .greaterOrEqual : .greater)
    case "*": return isOperatorNext ? .operator(.multiply) : .nameTest(.any(prefix: nil))
    case ":" where take(":"): return .colonColon
    case "!" where take("="): return .operator(.notEqual)
    default: throw unexpected(first, at: SourceRange(start, start + UTF8.width(first)))
    }
  }

  private func unexpected(_ character: Unicode.Scalar, at range: SourceRange) -> XPathProblem {
    let isOfNames = character.properties.isIDContinue || character.value >= 0x10000
    if !character.isASCII, isOfNames { return XPathProblem(.nameCharacter(character), at: range) }
    return XPathProblem(.unexpectedCharacter(character), at: range)
  }

  /// Operators of other languages, each with the one that it stands for; the longer first.
  private static let foreignOperators: [(foreign: String, meant: String)] = [
    ("!==", "!="), ("===", "="), ("==", "="), ("&&", "and"), ("||", "or"), ("<>", "!="),
    ("=>", ">="), ("=<", "<="), ("≠", "!="), ("≤", "<="), ("≥", ">="), ("%", "mod"), ("&", "and"),
    ("×", "*"), ("÷", "div"),
  ]

  private func refuseForeignOperator() throws(XPathProblem) {
    let rest = bytes[position..<end]
    for (foreign, meant) in Lexer.foreignOperators where rest.starts(with: foreign.utf8) {
      throw XPathProblem(
        .foreignOperator(foreign, meant: meant),
        at: SourceRange(position, position + foreign.utf8.count))
    }
    if rest.first == UInt8(ascii: "!"), rest.dropFirst().first != UInt8(ascii: "=") {
      throw XPathProblem(
        .foreignOperator("!", meant: "not(…)"), at: SourceRange(position, position + 1))
    }
  }

  /// Literal ::= '"' [^"]* '"' | "'" [^']* "'"
  private mutating func literal(_ quote: Unicode.Scalar) throws(XPathProblem) -> Token.Kind {
    let start = position + 1
    guard let close = bytes[start..<end].firstIndex(of: UInt8(ascii: quote)) else {
      throw XPathProblem(.unclosedQuote, at: SourceRange(position, start))
    }
    try refuseCharactersOutsideXML(in: start..<close)
    position = close + 1
    return .literal(XPathText(text(start..<close)))
  }

  /// An expression is made of characters that XML has (XML 1.0 [2] Char).
  private func refuseCharactersOutsideXML(in range: Range<Int>) throws(XPathProblem) {
    var offset = range.lowerBound
    for scalar in text(range).unicodeScalars {
      let width = UTF8.width(scalar)
      switch scalar {
      case "\t", "\n", "\r", "\u{20}"..."\u{D7FF}", "\u{E000}"..."\u{FFFD}",
        "\u{10000}"..."\u{10FFFF}":
        offset += width
      default:
        throw XPathProblem(.unexpectedCharacter(scalar), at: SourceRange(offset, offset + width))
      }
    }
  }

  private mutating func dotOrNumber() throws(XPathProblem) -> Token.Kind {
    if let next = byte(at: position + 1), isDigit(next) { return number() }
    position += 1
    if take(".") { return .dotDot }
    if let next = scalar(at: position), NameCharacters.canBegin(next) {
      throw XPathProblem(.dotBeforeName, at: SourceRange(position - 1, position))
    }
    return .dot
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private mutating func takeDigits() -> Range<Int> {
    let start = position
    while let byte = byte(at: position), isDigit(byte) { position += 1 }
    return start..<position
  }

  /// Number ::= Digits ('.' Digits?)? | '.' Digits
  private mutating func number() -> Token.Kind {
    let whole = text(takeDigits()).drop { $0 == "0" }
    var fraction = take(".") ? text(takeDigits())[...] : ""
    while fraction.last == "0" { fraction.removeLast() }
    let integer = whole.isEmpty ? "0" : String(whole)
    return .number(fraction.isEmpty ? integer : integer + "." + fraction)
  }
}
