import Diagnostics

extension Parser {
  /// guard = ( "accept" | "pending" | "reject" ) blanks "when" blanks lastCondition …
  mutating func guardDirective(
    _ keyword: Token, _ word: GuardWord, end: Int
  ) -> GuardDirectiveSyntax {
    let before = problemCount
    let when = when(keyword, word)
    lexer.skipTrivia()
    let limit = lexer.limit
    let becauseOffset = becauseOffset
    lexer.setLimit(becauseOffset ?? endOfCondition)
    let condition = condition(behind: when.isMissing ? keyword : when, word, before)
    lexer.setLimit(limit)
    let because = becauseOffset == nil ? nil : because(word, before)
    return GuardDirectiveSyntax(
      keyword: keyword, word: word, when: when, condition: condition, because: because,
      unexpected: rest(
        of: DirectiveWord(word), end: end, isGood: problemCount == before))
  }

  /// The first comment or the end of the line.
  private var endOfCondition: Int {
    let lineEnd = StatementOutline.lineEnd(in: lexer.text.bytes, from: lexer.offset)
    return min(lexer.limit, lineEnd, outline.firstComment ?? .max)
  }

  /// condition = conditionText - notCondition
  ///
  /// Grammar: lastCondition, conditionText.
  private mutating func condition(
    behind previous: Token, _ word: GuardWord, _ before: Int
  ) -> Token {
    let end = lexer.trimmedLimit
    if end > lexer.offset {
      return lexer.token(isTooLong(upTo: end) ? .unexpected : .condition, upTo: end)
    }
    if problemCount == before { report(.directive(.missingCondition(word)), at: previous.range) }
    return lexer.missing(.condition)
  }

  private mutating func when(_ keyword: Token, _ word: GuardWord) -> Token {
    lexer.skipTrivia()
    let end = lexer.endOfText
    let range = SourceRange(lexer.offset, end)
    if lexer.isAtLimit {
      report(.directive(.missingCondition(word)), at: keyword.range)
      return lexer.missing(.word)
    }
    let isShort = range.count <= 8
    let written = isShort ? lexer.text[range] : ""
    if written == "when" { return lexer.token(.word, upTo: end) }
    guard written.lowercased() == "when" || ["if", "where", "wehn", "whn", "wen"].contains(written)
    else {
      report(.directive(.missingWhen(word, written: nil)), at: keyword.range)
      return lexer.missing(.word)
    }
    report(.directive(.missingWhen(word, written: written)), at: range)
    return lexer.token(.unexpected, upTo: end)
  }

  /// because = "because" filledString
  private mutating func because(_ word: GuardWord, _ before: Int) -> GuardDirectiveSyntax.Because {
    lexer.skipTrivia()
    let keyword = lexer.token(.word, upTo: lexer.offset + 7)
    let isAllowed = word == .reject
    if !isAllowed, problemCount == before {
      report(.directive(.becauseWithoutReject(word)), at: keyword.range)
    }
    guard problemCount == before else {
      lexer.skipTrivia()
      guard lexer.byte == UInt8(ascii: "\""),
        let close = StatementOutline.quoteEnd(
          in: lexer.text.bytes, from: lexer.offset, limit: lexer.limit)
      else {
        return GuardDirectiveSyntax.Because(
          keyword: keyword, textToken: lexer.missing(.string), text: nil)
      }
      return GuardDirectiveSyntax.Because(
        keyword: keyword, textToken: lexer.token(.string, upTo: close + 1), text: nil)
    }
    let (token, text) = plainText(.because, behind: keyword)
    return GuardDirectiveSyntax.Because(keyword: keyword, textToken: token, text: text)
  }

  /// Where the word `because` stands outside quotes and brackets, unless it is a name in an XPath
  /// expression: text follows it, or nothing.
  ///
  /// Grammar: notCondition.
  private var becauseOffset: Int? {
    var ahead = lexer
    while !ahead.isAtLimit {
      ahead.move(to: ahead.topLevelEnd { $0 == UInt8(ascii: "b") || $0 == UInt8(ascii: "#") })
      guard ahead.byte == UInt8(ascii: "b") else { return nil }
      if ahead.isAt("because"), isWordStart(ahead.offset), isWordEnd(ahead.offset + 7) {
        return ahead.offset
      }
      ahead.move(to: ahead.offset + 1)
    }
    return nil
  }

  private func isWordStart(_ offset: Int) -> Bool {
    guard offset > lexer.offset else { return true }
    let before = lexer.text.bytes[offset - 1]
    return before.isBlank || "])'\"".utf8.contains(before)
  }

  private func isWordEnd(_ offset: Int) -> Bool {
    var ahead = lexer
    ahead.move(to: offset)
    let isBlank = ahead.byte?.isWhiteSpace ?? true
    ahead.skipTrivia()
    guard let next = ahead.byte else { return true }
    return next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") || isBlank && next.isLetter
  }
}

extension DirectiveWord {
  init(_ word: GuardWord) {
    switch word {
    case .accept: self = .accept
    case .reject: self = .reject
    case .pending: self = .pending
    }
  }
}
