extension IRegexpProblem {
  /// What is wrong with the pattern, in a clause without a period.
  package var reason: String {
    switch kind {
    case .unexpectedCharacter(let scalar): "`\(scalar)` must be escaped here"
    case .nothingToRepeat: "there is nothing before this to repeat"
    case .malformedCount: "a count is written `{2}`, `{2,}` or `{2,5}`"
    case .descendingCount: "the count's upper bound is below its lower bound"
    case .invalidEscape: "this is no escape"
    case .unknownCategory: "this is no category of Unicode"
    case .unclosedParenthesis: "this parenthesis is not closed"
    case .unclosedClass: "this character class is not closed"
    case .emptyClass: "a character class holds one character at least"
    case .misplacedHyphen: "this hyphen makes no range"
    case .descendingRange: "the range's last character comes before its first"
    case .tooLong(let limit): "it is longer than \(limit) bytes"
    case .tooDeep(let limit): "parentheses nest deeper than \(limit) levels"
    case .tooManyStates(let limit): "it needs more than \(limit) states, its counts are too large"
    }
  }

  /// What to do, in the imperative.
  package var help: String {
    switch kind {
    case .unexpectedCharacter, .nothingToRepeat, .misplacedHyphen:
      "write a backslash before it if the character itself is meant"
    case .malformedCount: "write `[0-9]{2,5}`, or `\\{` for the character"
    case .descendingCount: "write the lower bound first: `{2,5}`"
    case .invalidEscape: "write a class: `[0-9]` for a digit, `[ \\t\\n\\r]` for a space"
    case .unknownCategory:
      "write `\\p{L}` for letters, `\\p{Lu}` for capitals, `\\p{Nd}` for digits"
    case .unclosedParenthesis: "close it, or write `\\(` for the character"
    case .unclosedClass: "close it, or write `\\[` for the character"
    case .emptyClass: "write its characters: `[abc]`"
    case .descendingRange: "write the lower character first: `[a-z]`"
    case .tooLong, .tooManyStates: "write a shorter pattern, or smaller counts"
    case .tooDeep: "write it flatter"
    }
  }
}
