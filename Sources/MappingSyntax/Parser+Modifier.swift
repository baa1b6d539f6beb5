import Diagnostics

extension Parser {
  /// modifier = "required" | "on" blanks policy | "when" blanks "blank"
  ///
  /// The modifiers up to the first word that is none.
  mutating func modifiers() -> [ModifierSyntax] {
    var modifiers: [ModifierSyntax] = []
    let before = problemCount
    lexer.skipTrivia()
    while isBehindBlank, let modifier = modifier(isGood: problemCount == before) {
      if problemCount == before, modifiers.contains(where: { $0.repeats(modifier) }) {
        report(.target(.repeatedModifier(lexer.text[modifier.range])), at: modifier.range)
      }
      modifiers.append(modifier)
      lexer.skipTrivia()
    }
    return modifiers
  }

  private var isBehindBlank: Bool {
    !lexer.isAtLimit && lexer.text.bytes[lexer.offset - 1].isWhiteSpace
  }

  private mutating func modifier(isGood: Bool) -> ModifierSyntax? {
    let range = SourceRange(lexer.offset, lexer.endOfText)
    // No modifier is longer, not even misspelt.
    guard range.count <= 16 else { return nil }
    let word = lexer.text[range]
    switch word {
    case "required": return .required(lexer.token(.word, upTo: range.upperBound))
    case "on":
      let on = lexer.token(.word, upTo: range.upperBound)
      return .policy(on: on, policy(behind: on, isModifier: true))
    case "when": return whenBlank(lexer.token(.word, upTo: range.upperBound))
    default:
      let suggestion = Suggestion.nearest(to: word, among: ["required", "when", "on"])
      if isGood, let suggestion, suggestion != "on" || isPolicy(behind: range.upperBound) {
        report(.target(.unknownModifier(word: word, suggestion: suggestion)), at: range)
      }
      return nil
    }
  }

  /// Whether a situation follows, as behind `on`: any word of two letters is near to it.
  private func isPolicy(behind offset: Int) -> Bool {
    var ahead = lexer
    ahead.move(to: offset)
    ahead.skipTrivia()
    let second = SourceRange(ahead.offset, ahead.endOfText)
    return second.count < 10 && SituationWord(rawValue: lexer.text[second]) != nil
  }

  private mutating func whenBlank(_ when: Token) -> ModifierSyntax {
    lexer.skipTrivia()
    let range = SourceRange(lexer.offset, lexer.endOfText)
    if range.count == 5, lexer.text[range] == "blank" {
      return .whenBlank(when: when, blank: lexer.token(.word, upTo: range.upperBound))
    }
    let written = range.isEmpty ? nil : lexer.text[range]
    report(.target(.missingBlank(written: written)), at: written == nil ? when.range : range)
    return .whenBlank(
      when: when,
      blank: range.isEmpty
        ? lexer.missing(.word) : lexer.token(.unexpected, upTo: range.upperBound))
  }

  /// policy = situation blanks policyAction
  ///
  /// Grammar: situation, policyAction.
  mutating func policy(behind keyword: Token, isModifier: Bool) -> PolicySyntax {
    guard let (token, word) = word() else {
      report(.policy(.missingSituation, isModifier: isModifier), at: keyword.range)
      return PolicySyntax(
        situationToken: lexer.missing(.word), situation: nil, actionToken: lexer.missing(.word),
        action: nil)
    }
    let situation = SituationWord(rawValue: word)
    if situation == nil {
      let nearest: SituationWord? = nearest(to: word)
      report(
        .policy(.unknownSituation(word: word, suggestion: nearest), isModifier: isModifier),
        at: token.range)
    }
    let (actionToken, action) = policyAction(of: situation, behind: token, isModifier: isModifier)
    return PolicySyntax(
      situationToken: token, situation: situation, actionToken: actionToken, action: action)
  }

  /// Of an unknown situation no action is wanted, but one is read.
  private mutating func policyAction(
    of situation: SituationWord?, behind previous: Token, isModifier: Bool
  ) -> (Token, PolicyActionWord?) {
    guard let (token, word) = word() else {
      if let situation {
        report(.policy(.missingAction(situation), isModifier: isModifier), at: previous.range)
      }
      return (lexer.missing(.word), nil)
    }
    let action = PolicyActionWord(rawValue: word)
    if action == nil, situation != nil {
      let nearest: PolicyActionWord? = nearest(to: word)
      report(
        .policy(.unknownAction(word: word, suggestion: nearest), isModifier: isModifier),
        at: token.range)
    }
    return (token, action)
  }
}

extension ModifierSyntax {
  /// Whether both say something about the same.
  fileprivate func repeats(_ other: ModifierSyntax) -> Bool {
    switch (self, other) {
    case (.required, .required), (.whenBlank, .whenBlank): true
    case (.policy(_, let one), .policy(_, let two)):
      one.situation != nil && one.situation == two.situation
    default: false
    }
  }
}
