import Diagnostics

/// Cuts tokens out of a text; the parser says where each ends, since what a token is depends on the
/// notation that is being read.
///
/// Invariant: every byte before `previousEnd` belongs to exactly one token or its leading trivia.
struct Lexer {
  let text: SourceText
  private(set) var offset = 0
  /// Reading stops here: the end of the statement, or the arrow while its path is read.
  private(set) var limit: Int
  private var previousEnd = 0

  init(_ text: SourceText) {
    self.text = text
    limit = text.bytes.count
    if text.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  var isAtLimit: Bool { offset >= limit }

  /// The byte at the offset, nil at the limit.
  var byte: UInt8? { offset < limit ? text.bytes[offset] : nil }

  mutating func setLimit(_ newLimit: Int) { limit = newLimit }

  /// Passes white space, line breaks and comments.
  mutating func skipTrivia() {
    while let byte, byte.isWhiteSpace || byte == UInt8(ascii: "#") {
      offset = byte.isWhiteSpace ? offset + 1 : min(limit, lineEnd)
    }
  }

  /// The token from the offset up to `end`, which becomes the offset.
  mutating func token(_ kind: Token.Kind, upTo end: Int) -> Token {
    let range = SourceRange(offset, min(max(end, offset), limit))
    defer {
      offset = range.upperBound
      previousEnd = range.upperBound
    }
    return Token(
      kind: kind, leadingTrivia: SourceRange(previousEnd, range.lowerBound), range: range,
      isMissing: false)
  }

  /// A token that is not there: empty, directly behind the token before it.
  func missing(_ kind: Token.Kind) -> Token {
    let here = SourceRange(at: previousEnd)
    return Token(kind: kind, leadingTrivia: here, range: here, isMissing: true)
  }

  /// The scalar at `position` and the offset behind it, nil at the limit.
  func scalar(at position: Int) -> (scalar: Unicode.Scalar, end: Int)? {
    guard position < limit else { return nil }
    var decoder = UTF8()
    var bytes = text.bytes[position..<limit].prefix(4).makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&bytes) else { return nil }
    return (scalar, position + UTF8.width(scalar))
  }

  /// The end of the run of scalars from the offset on that satisfy the condition.
  func end(ofRun satisfies: (Unicode.Scalar) -> Bool) -> Int {
    var end = offset
    while let next = scalar(at: end), satisfies(next.scalar) { end = next.end }
    return end
  }

  /// Passes white space and line breaks, but no comments: within brackets there are none.
  mutating func skipWhiteSpace() {
    while let byte, byte.isWhiteSpace { offset += 1 }
  }

  /// Passes one character, or a quoted text with its quotes; a quote that is not closed reaches to
  /// the end of the line.
  mutating func skipCharacterOrQuotes() {
    guard let byte, byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") else {
      offset = text.endOfScalar(at: offset, limit: limit)
      return
    }
    let close = StatementOutline.quoteEnd(in: text.bytes, from: offset)
    offset = min(limit, close.map { $0 + 1 } ?? lineEnd)
  }

  /// The end of the text from the offset on: the next white space or comment outside quotes and
  /// brackets, or the line's end.
  var endOfText: Int {
    var ahead = self
    var depth = 0
    while let byte = ahead.byte {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "("): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: ")"): depth = max(0, depth - 1)
      case UInt8(ascii: "#"), 0x20, 0x09: if depth == 0 { return ahead.offset }
      case 0x0A, 0x0D: return ahead.offset
      default: break
      }
      ahead.skipCharacterOrQuotes()
    }
    return ahead.offset
  }

  /// The offset of the `]` that closes the bracket before the offset; the limit if there is none.
  var endOfBrackets: Int {
    var ahead = self
    var depth = 0
    while let byte = ahead.byte {
      if byte == UInt8(ascii: "[") { depth += 1 }
      if byte == UInt8(ascii: "]") {
        if depth == 0 { return ahead.offset }
        depth -= 1
      }
      ahead.skipCharacterOrQuotes()
    }
    return ahead.offset
  }

  /// The notation that an operator at the offset belongs to: `??` or `|>`.
  var operatorNotation: SyntaxProblem.Notation? {
    guard offset + 1 < limit else { return nil }
    switch (text.bytes[offset], text.bytes[offset + 1]) {
    case (UInt8(ascii: "?"), UInt8(ascii: "?")): return .fallback
    case (UInt8(ascii: "|"), UInt8(ascii: ">")): return .transform
    default: return nil
    }
  }

  private var lineEnd: Int { StatementOutline.lineEnd(in: text.bytes, from: offset) }
}
