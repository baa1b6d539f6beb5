import Diagnostics

/// Cuts tokens out of a text; the parser says where each ends, since what a token is depends on the
/// notation that is being read.
///
/// Invariant: every byte before `previousEnd` belongs to exactly one token or its leading trivia.
struct Lexer {
  let text: SourceText
  private(set) var offset = 0
  /// Reading stops here: the end of the statement, or of the piece of it that is being read.
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

  /// Passes text without making a token of it: it becomes leading trivia of the next one.
  mutating func move(to newOffset: Int) { offset = min(max(offset, newOffset), limit) }

  /// Passes white space, line breaks and comments.
  ///
  /// Grammar: lineEnd, lineRest, lineBreak, blank, blanks.
  mutating func skipTrivia() {
    while let byte, byte.isWhiteSpace || byte == UInt8(ascii: "#") {
      offset = byte.isWhiteSpace ? offset + 1 : min(limit, lineEnd)
    }
  }

  /// Passes white space and line breaks, but no comments: within brackets there are none.
  mutating func skipWhiteSpace() {
    while let byte, byte.isWhiteSpace { offset += 1 }
  }

  /// The token from the offset up to `end`, which becomes the offset.
  mutating func token(_ kind: Token.Kind, upTo end: Int) -> Token {
    let end = min(max(end, offset), limit)
    let token = Token(kind, behind: previousEnd, offset, end, isMissing: false)
    offset = end
    previousEnd = end
    return token
  }

  /// The token of one byte at the offset.
  mutating func sign(_ kind: Token.Kind) -> Token { token(kind, upTo: offset + 1) }

  /// A token that is not there: empty, directly behind the token before it.
  func missing(_ kind: Token.Kind) -> Token {
    Token(kind, behind: previousEnd, previousEnd, previousEnd, isMissing: true)
  }

  /// Whether the bytes at the offset are these.
  func isAt(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard limit - offset >= count else { return false }
    return text.bytes[offset..<offset + count].elementsEqual(word.description.utf8)
  }

  /// The scalar at `position` and the offset behind it, nil at the limit.
  func scalar(at position: Int) -> (scalar: Unicode.Scalar, end: Int)? {
    guard position < limit else { return nil }
    var decoder = UTF8()
    var bytes = text.bytes[position..<limit].prefix(4).makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&bytes) else { return nil }
    return (scalar, position + UTF8.width(scalar))
  }

  /// The end of the run of bytes from the offset on that satisfy the condition.
  func end(ofRun satisfies: (UInt8) -> Bool) -> Int {
    var end = offset
    while end < limit, satisfies(text.bytes[end]) { end += 1 }
    return end
  }

  /// The limit without white space before it.
  var trimmedLimit: Int {
    var end = limit
    while end > offset, text.bytes[end - 1].isWhiteSpace { end -= 1 }
    return end
  }

  /// Passes one character, or a quoted text with its quotes; a quote that is not closed reaches to
  /// the end of the line.
  mutating func skipCharacterOrQuotes() {
    guard let byte, byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") else {
      offset = text.endOfScalar(at: offset, limit: limit)
      return
    }
    let close = StatementOutline.quoteEnd(in: text.bytes, from: offset, limit: limit)
    offset = min(limit, close.map { $0 + 1 } ?? lineEnd)
  }

  /// The end of the text from the offset on: the next white space or comment outside quotes and
  /// brackets, or the line's end.
  var endOfText: Int {
    topLevelEnd { $0.isBlank || $0 == UInt8(ascii: "#") || $0.isLineEnd }
  }

  /// The offset of the first byte outside quotes and brackets that satisfies the condition; a line's
  /// end, or a bracket that closes none, ends the search where `stops` does not say otherwise.
  ///
  /// Grammar: pathRun, conditionRun, holeRun.
  func topLevelEnd(where stops: (UInt8) -> Bool) -> Int {
    var ahead = self
    var depth = 0
    while let byte = ahead.byte, !byte.isLineEnd {
      if depth == 0, stops(byte) { return ahead.offset }
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "("): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: ")"): depth = max(0, depth - 1)
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

  private var lineEnd: Int { StatementOutline.lineEnd(in: text.bytes, from: offset) }
}
