import Diagnostics

extension Parser {
  /// template = '"' { templateText | hole } '"'
  ///
  /// The outline has seen to it that the quote is closed on its line.
  mutating func template() -> TemplateSyntax {
    let end = lexer.limit
    let close = StatementOutline.quoteEnd(in: lexer.text.bytes, from: lexer.offset, limit: end)
    let openingQuote = lexer.sign(.quote)
    lexer.setLimit(close ?? end)
    var pieces: [TemplateSyntax.Piece] = []
    while !lexer.isAtLimit {
      let isHole = lexer.byte == UInt8(ascii: "{") && !lexer.isAt("{{")
      pieces.append(isHole ? hole() : templateText())
      lexer.setLimit(close ?? end)
    }
    lexer.setLimit(end)
    let closingQuote = lexer.isAtLimit ? lexer.missing(.quote) : lexer.sign(.quote)
    return TemplateSyntax(openingQuote: openingQuote, pieces: pieces, closingQuote: closingQuote)
  }

  /// templateText = character | escape | "{{" | "}}" …
  ///
  /// All of it up to the next hole.
  private mutating func templateText() -> TemplateSyntax.Piece {
    let bytes = lexer.text.bytes
    var end = lexer.offset
    while end < lexer.limit {
      let isDoubled = end + 1 < lexer.limit && bytes[end + 1] == bytes[end]
      if bytes[end] == UInt8(ascii: "{"), !isDoubled { break }
      let isPair = bytes[end] == UInt8(ascii: "\\") || bytes[end] == UInt8(ascii: "{")
      end += isPair ? 2 : 1
    }
    let token = lexer.token(.templateText, upTo: end)
    let text = unescaped(token.range, quote: UInt8(ascii: "\""), isTemplate: true)
    return .text(token, text: text)
  }

  /// hole = "{" holePath { blank } "}"
  private mutating func hole() -> TemplateSyntax.Piece {
    let leftBrace = lexer.sign(.leftBrace)
    switch holeEnd {
    case .closed(let end, let sign):
      lexer.setLimit(end)
      let whole = SourceRange(leftBrace.range.lowerBound, end + 1)
      let operand = holeOperand(whole: whole, sign: sign)
      lexer.setLimit(end + 1)
      lexer.skipWhiteSpace()
      return .hole(leftBrace: leftBrace, operand, rightBrace: lexer.sign(.rightBrace))
    case .open(let opener, let offset):
      report(
        opener.map { .unclosed($0, isBehindArrow: false) } ?? .template(.unclosedHole),
        at: SourceRange(offset, offset + 1))
      let rest = lexer.isAtLimit ? [] : [lexer.token(.unexpected, upTo: lexer.limit)]
      return .hole(
        leftBrace: leftBrace, .unreadable(rest), rightBrace: lexer.missing(.rightBrace))
    }
  }

  private enum HoleEnd {
    /// With the first operator outside quotes and brackets.
    case closed(Int, sign: SourceRange?)
    /// With the bracket or quote that hides the end, or the hole's own brace.
    case open(SyntaxProblem.Opener?, Int)
  }

  /// Where the hole ends that the lexer is in: at the first `}` outside quotes and brackets.
  ///
  /// Grammar: holeFree.
  private var holeEnd: HoleEnd {
    let bytes = lexer.text.bytes
    let first = bytes[lexer.offset..<lexer.limit].first { !$0.isBlank }
    let isXPath = first == UInt8(ascii: "/") || first == UInt8(ascii: "(")
    var depth = 0
    var opener = lexer.offset
    var sign: SourceRange?
    var offset = lexer.offset
    while offset < lexer.limit {
      switch bytes[offset] {
      case UInt8(ascii: "}") where depth == 0: return .closed(offset, sign: sign)
      case UInt8(ascii: "'"):
        let close = StatementOutline.quoteEnd(
          in: bytes, from: offset, limit: lexer.limit, backslashEscapes: !isXPath)
        guard let close else { return .open(.singleQuote, offset) }
        offset = close
      case UInt8(ascii: "["), UInt8(ascii: "("):
        if depth == 0 { opener = offset }
        depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: ")"): depth = max(0, depth - 1)
      case UInt8(ascii: "?") where depth == 0 && sign == nil && isPair(0x3F, at: offset),
        UInt8(ascii: "|") where depth == 0 && sign == nil && isPair(0x3E, at: offset):
        sign = SourceRange(offset, offset + 2)
      default: break
      }
      offset += 1
    }
    return depth > 0 ? .open(.bracket, opener) : .open(nil, lexer.offset - 1)
  }

  private func isPair(_ second: UInt8, at offset: Int) -> Bool {
    offset + 1 < lexer.limit && lexer.text.bytes[offset + 1] == second
  }

  /// holePath = path | holeJSONPath | holeXPath
  ///
  /// Grammar: holeJSONPath, holeXPath.
  private mutating func holeOperand(whole: SourceRange, sign: SourceRange?) -> OperandSyntax {
    lexer.skipWhiteSpace()
    let content = SourceRange(lexer.offset, lexer.trimmedLimit)
    guard !lexer.isAtLimit else {
      report(.template(.emptyHole), at: whole)
      return .unreadable([])
    }
    if let quote = lexer.text.bytes[content].firstIndex(of: UInt8(ascii: "\"")) {
      let isEscape = lexer.text.bytes[quote - 1] == UInt8(ascii: "\\")
      report(.template(.quoteInHole), at: SourceRange(isEscape ? quote - 1 : quote, quote + 1))
      return .unreadable([lexer.token(.unexpected, upTo: content.upperBound)])
    }
    if let sign {
      let isFallback = lexer.text.bytes[sign.lowerBound] == UInt8(ascii: "?")
      report(.template(.operatorInHole(isFallback ? .fallback : .transform)), at: sign)
      return .unreadable([lexer.token(.unexpected, upTo: content.upperBound)])
    }
    return pathOperand()
  }
}
