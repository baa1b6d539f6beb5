import Diagnostics

extension Parser {
  /// path = attribute | ( key | index ) { "." key | index } [ "." attribute ]
  ///
  /// The path reaches to the limit.
  mutating func path() -> PathSyntax {
    var steps: [PathStepSyntax] = []
    var isGood = true
    while let byte = lexer.byte {
      if steps.last?.isAttribute == true { return PathSyntax(steps: steps + stepsTooMuch(isGood)) }
      switch byte {
      case UInt8(ascii: "["): steps.append(index())
      case UInt8(ascii: "."): steps.append(dottedStep(after: steps.last, &isGood))
      default:
        if !steps.isEmpty { reportMissingDot() }
        steps.append(step(dot: nil, &isGood))
      }
      lexer.skipWhiteSpace()
    }
    return PathSyntax(steps: steps)
  }

  /// What follows an attribute.
  private mutating func stepsTooMuch(_ isGood: Bool) -> [PathStepSyntax] {
    let token = lexer.token(.unexpected, upTo: lexer.trimmedLimit)
    if isGood { report(.unexpectedText(after: .attribute), at: token.range) }
    return [.unexpected(token)]
  }

  /// A step without its dot; what no key can begin with is reported as that.
  private mutating func reportMissingDot() {
    guard let next = lexer.scalar(at: lexer.offset),
      next.scalar == "'" || next.scalar == "@" || MarketoNotation.isKeyScalar(next.scalar)
    else { return }
    report(.source(.missingDot), at: SourceRange(lexer.offset, next.end))
  }

  private mutating func dottedStep(
    after previous: PathStepSyntax?, _ isGood: inout Bool
  ) -> PathStepSyntax {
    let isFirst = previous == nil
    let dot = lexer.sign(.dot)
    lexer.skipWhiteSpace()
    if isFirst { report(.source(.missingKey(after: .start)), at: dot.range) }
    guard let next = lexer.byte, next != UInt8(ascii: "."), next != UInt8(ascii: "[") else {
      // Of several dots in a row only the first is reported.
      if !isFirst, previous?.lacksKey != true {
        report(.source(.missingKey(after: .dot)), at: dot.range)
      }
      return .key(dot: dot, token: lexer.missing(.key), name: nil)
    }
    let step = step(dot: dot, &isGood)
    guard isFirst, case .key(_, let token, _) = step else { return step }
    return .key(dot: dot, token: token, name: nil)
  }

  /// A key or an attribute.
  private mutating func step(dot: Token?, _ isGood: inout Bool) -> PathStepSyntax {
    switch lexer.byte {
    case UInt8(ascii: "'"):
      let (token, name) = quoted(.quotedKey)
      return .key(dot: dot, token: token, name: name)
    case UInt8(ascii: "@"): return attribute(dot: dot, &isGood)
    default: return key(dot: dot, &isGood)
    }
  }

  /// key = bareKey | quotedKey
  private mutating func key(dot: Token?, _ isGood: inout Bool) -> PathStepSyntax {
    let token = lexer.token(.key, upTo: max(endOfKey, lexer.offset + 1))
    let range = token.range
    guard isKey(range) else {
      reportIllegalCharacter(in: range, mayBeQuoted: true, &isGood)
      return .key(dot: dot, token: token, name: nil)
    }
    return .key(dot: dot, token: token, name: lexer.text[range])
  }

  /// attribute = "@" bareKey
  private mutating func attribute(dot: Token?, _ isGood: inout Bool) -> PathStepSyntax {
    let token = lexer.token(.attribute, upTo: endOfKey)
    let name = SourceRange(token.range.lowerBound + 1, token.range.upperBound)
    guard !name.isEmpty, !lexer.text.bytes[name.lowerBound].isBlank else {
      let sign = SourceRange(token.range.lowerBound, token.range.lowerBound + 1)
      report(.source(.missingKey(after: .at)), at: sign)
      isGood = false
      return .attribute(dot: dot, token: token, name: nil)
    }
    guard isKey(name) else {
      reportIllegalCharacter(in: name, mayBeQuoted: false, &isGood)
      return .attribute(dot: dot, token: token, name: nil)
    }
    return .attribute(dot: dot, token: token, name: lexer.text[name])
  }

  /// The end of everything up to the next `.`, `[` or line break outside quotes, without blanks
  /// before it.
  private var endOfKey: Int {
    let bytes = lexer.text.bytes
    var end = lexer.offset
    while end < lexer.limit, !bytes[end].endsKey {
      if bytes[end] == UInt8(ascii: "'") || bytes[end] == UInt8(ascii: "\"") {
        let close = StatementOutline.quoteEnd(in: bytes, from: end, limit: lexer.limit)
        end = close ?? StatementOutline.lineEnd(in: bytes, from: end) - 1
      }
      end += 1
    }
    end = min(end, lexer.limit)
    while end > lexer.offset, bytes[end - 1].isBlank { end -= 1 }
    return end
  }

  /// Grammar: bareKey.
  private func isKey(_ range: SourceRange) -> Bool {
    let isPlain = lexer.text.bytes[range].allSatisfy {
      $0.isNameByte || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") || $0.isBlank
    }
    return isPlain || illegalCharacter(in: range) == nil
  }

  private func illegalCharacter(in range: SourceRange) -> SourceRange? {
    var offset = range.lowerBound
    while offset < range.upperBound, let next = lexer.scalar(at: offset) {
      if !MarketoNotation.isKeyScalar(next.scalar) { return SourceRange(offset, next.end) }
      offset = next.end
    }
    return nil
  }

  /// Of several in a path only the first is reported: they mostly are one text of another notation.
  private mutating func reportIllegalCharacter(
    in range: SourceRange, mayBeQuoted: Bool, _ isGood: inout Bool
  ) {
    guard isGood, let illegal = illegalCharacter(in: range) else { return }
    isGood = false
    let name = lexer.text[range]
    let hasControl = name.utf8.contains { $0 < 0x20 }
    let quoted = mayBeQuoted && !hasControl ? MarketoNotation.quoted(name) : nil
    report(
      .source(.illegalKeyCharacter(lexer.text[illegal], key: range, quoted: quoted)), at: illegal)
  }

  /// index = "[" position "]"
  private mutating func index() -> PathStepSyntax {
    let leftBracket = lexer.sign(.leftBracket)
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
    let rightBracket = lexer.sign(.rightBracket)
    let brackets = leftBracket.range.union(rightBracket.range)
    return .index(
      leftBracket: leftBracket, token: token, value: indexValue(of: token, within: brackets),
      rightBracket: rightBracket)
  }

  /// Grammar: position.
  private mutating func indexValue(of token: Token, within brackets: SourceRange) -> UInt32? {
    guard !token.isMissing, lexer.text.bytes[token.range].allSatisfy(\.isDigit) else {
      report(
        .source(.invalidIndex(lexer.text[token.range])),
        at: token.isMissing ? brackets : token.range)
      return nil
    }
    guard let value = UInt32(lexer.text[token.range]) else {
      report(.source(.indexTooLarge), at: token.range)
      return nil
    }
    return value
  }
}

extension UInt8 {
  fileprivate var endsKey: Bool {
    self == UInt8(ascii: ".") || self == UInt8(ascii: "[") || isLineEnd
  }
}

extension PathStepSyntax {
  /// Whether the step is a dot without a key.
  fileprivate var lacksKey: Bool {
    if case .key(_, let token, _) = self { token.isMissing } else { false }
  }

  fileprivate var isAttribute: Bool {
    if case .attribute = self { true } else { false }
  }
}
