import Diagnostics

extension Parser {
  /// policyRule = "on" blanks policy
  ///
  /// A digit behind `on` begins a rule about statuses.
  mutating func rule(_ keyword: Token, end: Int) -> DirectiveSyntax {
    lexer.skipTrivia()
    if let byte = lexer.byte, byte.isDigit { return .statusRule(statusRule(keyword, end: end)) }
    let policy = policy(behind: keyword, isModifier: false)
    return .policy(
      PolicyDirectiveSyntax(
        keyword: keyword, policy: policy,
        unexpected: rest(of: .on, end: end, isGood: policy.action != nil)))
  }

  /// statusRule = "on" blanks status { "," status } blanks statusAction
  private mutating func statusRule(_ keyword: Token, end: Int) -> StatusRuleDirectiveSyntax {
    var statuses: [StatusRuleDirectiveSyntax.Status] = []
    var isGood = true
    while let byte = lexer.byte, byte.isDigit {
      let before = problemCount
      let status = status()
      isGood = isGood && problemCount == before
      statuses.append(status)
      if status.comma == nil, let next = lexer.byte, next.isDigit {
        report(.directive(.missingComma), at: status.token.range)
        isGood = false
      }
    }
    if let comma = statuses.last?.comma {
      report(.directive(.extraComma), at: comma.range)
      isGood = false
    }
    let (actionToken, action) = statusAction(
      behind: statuses.last?.token ?? keyword, isGood: isGood)
    return StatusRuleDirectiveSyntax(
      keyword: keyword, statuses: statuses, actionToken: actionToken, action: action,
      unexpected: rest(of: .on, end: end, isGood: action != nil && isGood))
  }

  /// status = digit digit digit | hundreds "xx"
  private mutating func status() -> StatusRuleDirectiveSyntax.Status {
    let end = lexer.end(ofRun: { !$0.isWhiteSpace && $0 != UInt8(ascii: ",") })
    let token = lexer.token(.number, upTo: end)
    let pattern = StatusRuleDirectiveSyntax.Pattern(lexer.text.bytes[token])
    if pattern == nil {
      report(.directive(.invalidStatus(lexer.text[token.range])), at: token.range)
    }
    lexer.skipTrivia()
    let comma = lexer.byte == UInt8(ascii: ",") ? lexer.sign(.comma) : nil
    lexer.skipTrivia()
    return StatusRuleDirectiveSyntax.Status(token: token, pattern: pattern, comma: comma)
  }

  /// Grammar: statusAction.
  private mutating func statusAction(
    behind previous: Token, isGood: Bool
  ) -> (Token, StatusActionWord?) {
    guard let (token, word) = word() else {
      if isGood { report(.directive(.missingStatusAction), at: previous.range) }
      return (lexer.missing(.word), nil)
    }
    let action = StatusActionWord(rawValue: word)
    if action == nil {
      let nearest: StatusActionWord? = nearest(to: word)
      report(.directive(.unknownStatusAction(word: word, suggestion: nearest)), at: token.range)
    }
    return (token, action)
  }

}

extension StatusRuleDirectiveSyntax.Pattern {
  /// `404`, `5xx`; nil for all else.
  fileprivate init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.count == 3, let first = bytes.first, (0x31...0x35).contains(first) else {
      return nil
    }
    let digits = bytes.map { Int($0) - 0x30 }
    if bytes.dropFirst().elementsEqual("xx".utf8) {
      self = .hundreds(digits[0])
    } else if bytes.allSatisfy(\.isDigit) {
      self = .exact(digits[0] * 100 + digits[1] * 10 + digits[2])
    } else {
      return nil
    }
  }
}

extension [UInt8] {
  fileprivate subscript(token: Token) -> ArraySlice<UInt8> {
    self[token.range.lowerBound..<token.range.upperBound]
  }
}
