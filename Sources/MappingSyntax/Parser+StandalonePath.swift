import Diagnostics

extension Parser {
  /// Reads a text that is one path and nothing else, in the notation that its first character tells.
  ///
  /// No comment ends it, and a number or truth value is a key, since only a mapping takes a literal in a
  /// path's place. Blanks at the ends are left to the notation: Marketo's and XPath pass them over,
  /// JSONPath has none.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package static func parsePath(_ text: SourceText) -> (OperandSyntax, [SyntaxProblem]) {
    var parser = Parser(lexer: Lexer(text))
    let path = parser.standalonePath()
    return (path, parser.problemsInOrder)
  }

  private mutating func standalonePath() -> OperandSyntax {
    let bytes = lexer.text.bytes
    if lexer.offset > 0 { return byteOrderMark() }
    guard let first = bytes.first(where: { !$0.isWhiteSpace }) else {
      report(.source(.emptyPath), at: SourceRange(0, bytes.count))
      return .unreadable([])
    }
    switch first {
    case UInt8(ascii: "$"): return .jsonPath(lexer.token(.jsonPath, upTo: bytes.count))
    case UInt8(ascii: "/"), UInt8(ascii: "("):
      return .xPath(lexer.token(.xPath, upTo: bytes.count))
    default: return marketoPath()
    }
  }

  /// A mark at the beginning of a file tells its encoding; here it is a character that no path holds.
  private mutating func byteOrderMark() -> OperandSyntax {
    let mark = SourceRange(0, lexer.offset)
    report(.source(.illegalKeyCharacter("\u{FEFF}", key: mark, quoted: nil)), at: mark)
    return .unreadable([])
  }

  private mutating func marketoPath() -> OperandSyntax {
    if let quote = unclosedQuote {
      report(.unclosed(.singleQuote, isBehindArrow: false), at: SourceRange(quote, quote + 1))
      return .unreadable([lexer.token(.unexpected, upTo: lexer.limit)])
    }
    lexer.skipWhiteSpace()
    return .path(path())
  }

  /// The first single quote that none closes on its line.
  private var unclosedQuote: Int? {
    let bytes = lexer.text.bytes
    var offset = 0
    while let open = bytes[offset...].firstIndex(of: UInt8(ascii: "'")) {
      guard let close = StatementOutline.quoteEnd(in: bytes, from: open) else { return open }
      offset = close + 1
    }
    return nil
  }
}
