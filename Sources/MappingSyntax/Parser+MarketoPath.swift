import Diagnostics

extension Parser {
  /// source = path
  ///
  /// The first character tells which notation a source is written in; a source that is wholly a
  /// number, `true` or `false` is a literal.
  mutating func source(arrow: SourceRange) -> PathSyntax {
    lexer.skipTrivia()
    guard let first = lexer.byte else {
      report(.missingPath, at: arrow)
      return PathSyntax(steps: [])
    }
    switch first {
    case UInt8(ascii: "$"): return unavailable(.jsonPath)
    case UInt8(ascii: "/"), UInt8(ascii: "("): return unavailable(.xPath)
    case UInt8(ascii: "\""): return unavailable(.template)
    default: return sourceIsLiteral ? unavailable(.literal) : marketoPath()
    }
  }

  private mutating func unavailable(_ notation: SyntaxProblem.Notation) -> PathSyntax {
    let path = PathSyntax(steps: unexpectedText().map { .unexpected($0) })
    let quoted = notation == .literal ? "'\(lexer.text[path.range])'" : nil
    report(.unavailableNotation(notation, quoted: quoted), at: path.range)
    return path
  }

  /// Whether the text up to the limit is a JSON number, `true` or `false`.
  private var sourceIsLiteral: Bool {
    var ahead = lexer
    let word = ahead.token(.unexpected, upTo: ahead.endOfText)
    ahead.skipTrivia()
    return ahead.isAtLimit && MarketoNotation.isLiteral(lexer.text[word.range])
  }

  /// path = ( key | index ) { "." key | index }
  private mutating func marketoPath() -> PathSyntax {
    var steps: [PathStepSyntax] = []
    while lexer.byte != nil {
      if let notation = lexer.operatorNotation {
        report(
          .unavailableNotation(notation, quoted: nil),
          at: SourceRange(lexer.offset, lexer.offset + 2))
        return PathSyntax(steps: steps + unexpectedText().map { .unexpected($0) })
      }
      switch lexer.byte {
      case UInt8(ascii: "["): steps.append(index())
      case UInt8(ascii: "."): steps.append(dottedKey(after: steps.last))
      default:
        if !steps.isEmpty { reportMissingDot() }
        steps.append(key(dot: nil))
      }
      lexer.skipTrivia()
    }
    return PathSyntax(steps: steps)
  }

  /// A step without its dot; what no key can begin with is reported as that.
  private mutating func reportMissingDot() {
    guard let next = lexer.scalar(at: lexer.offset),
      next.scalar == "'" || MarketoNotation.isKeyScalar(next.scalar)
    else { return }
    report(.missingDot, at: SourceRange(lexer.offset, next.end))
  }

  private mutating func dottedKey(after previous: PathStepSyntax?) -> PathStepSyntax {
    let isFirst = previous == nil
    let dot = lexer.token(.dot, upTo: lexer.offset + 1)
    lexer.skipTrivia()
    if isFirst { report(.missingKey(after: .start), at: dot.range) }
    guard let next = lexer.byte, next != UInt8(ascii: "."), next != UInt8(ascii: "[") else {
      // Of several dots in a row only the first is reported.
      if !isFirst, previous?.lacksKey != true { report(.missingKey(after: .dot), at: dot.range) }
      return .key(dot: dot, token: lexer.missing(.key), name: nil)
    }
    let step = key(dot: dot)
    guard isFirst, case .key(_, let token, _) = step else { return step }
    return .key(dot: dot, token: token, name: nil)
  }

  /// key = keyCharacter { [ blanks ] keyCharacter } | quotedKey
  private mutating func key(dot: Token?) -> PathStepSyntax {
    if lexer.byte == UInt8(ascii: "'") {
      let (token, name) = quoted(.quotedKey)
      return .key(dot: dot, token: token, name: name)
    }
    let token = lexer.token(.key, upTo: endOfKey)
    let name = lexer.text[token.range]
    guard let illegal = illegalCharacter(in: token.range) else {
      return .key(dot: dot, token: token, name: name)
    }
    let quoted =
      name.unicodeScalars.contains { $0.value < 0x20 } ? nil : MarketoNotation.quoted(name)
    report(.illegalKeyCharacter(lexer.text[illegal], quoted: quoted), at: illegal)
    return .key(dot: dot, token: token, name: nil)
  }

  /// The end of everything up to the next `.`, `[`, comment, operator or line break outside quotes,
  /// without blanks before it.
  private var endOfKey: Int {
    var ahead = lexer
    while let byte = ahead.byte, !".[#\r\n".utf8.contains(byte), ahead.operatorNotation == nil {
      ahead.skipCharacterOrQuotes()
    }
    var end = ahead.offset
    while end > lexer.offset, lexer.text.bytes[end - 1].isBlank { end -= 1 }
    return max(end, lexer.offset + 1)
  }

  private func illegalCharacter(in range: SourceRange) -> SourceRange? {
    var offset = range.lowerBound
    while offset < range.upperBound, let next = lexer.scalar(at: offset) {
      if !MarketoNotation.isKeyScalar(next.scalar) { return SourceRange(offset, next.end) }
      offset = next.end
    }
    return nil
  }

  /// index = "[" position "]"
  private mutating func index() -> PathStepSyntax {
    let leftBracket = lexer.token(.leftBracket, upTo: lexer.offset + 1)
    lexer.skipWhiteSpace()
    var end = lexer.endOfBrackets
    let isClosed = end < lexer.limit
    while end > lexer.offset, lexer.text.bytes[end - 1].isWhiteSpace { end -= 1 }
    let token = end > lexer.offset ? lexer.token(.index, upTo: end) : lexer.missing(.index)
    guard isClosed else {
      report(.unclosed(.bracket, isBehindArrow: false), at: leftBracket.range)
      return .index(
        leftBracket: leftBracket, token: token, value: nil,
        rightBracket: lexer.missing(.rightBracket))
    }
    lexer.skipWhiteSpace()
    let rightBracket = lexer.token(.rightBracket, upTo: lexer.offset + 1)
    let brackets = leftBracket.range.union(rightBracket.range)
    return .index(
      leftBracket: leftBracket, token: token, value: indexValue(of: token, within: brackets),
      rightBracket: rightBracket)
  }

  private mutating func indexValue(of token: Token, within brackets: SourceRange) -> UInt32? {
    let digits = lexer.text[token.range]
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      report(.invalidIndex(digits), at: token.isMissing ? brackets : token.range)
      return nil
    }
    guard let value = UInt32(digits) else {
      report(.indexTooLarge, at: token.range)
      return nil
    }
    return value
  }
}

extension PathStepSyntax {
  /// Whether the step is a dot without a key.
  fileprivate var lacksKey: Bool {
    if case .key(_, let token, _) = self { token.isMissing } else { false }
  }
}
