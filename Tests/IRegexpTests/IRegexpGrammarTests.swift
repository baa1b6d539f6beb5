import IRegexp
import Testing

/// RFC 9485 §4.
@Suite struct IRegexpGrammarTests {
  @Test(arguments: [
    "", "a", "|", "a|", "|a", "a||b", "()", "(|)", "(a)(b)", "((a))", "a*", "a+", "a?", "a{2}",
    "a{2,}", "a{2,5}", "a{0}", "a{0,0}", "a{007}", "(a*)*", "()*", "(){3}", ".", "..*",
    "[a]", "[^a]", "[^]", "[a-z]", "[-a]", "[a-]", "[-]", "[^-]", "[--]", "[^-a-]", "[a-c-]",
    "[.*+?(){}|$^]", "[\\]\\[\\-\\\\]", "[\\n-\\r]", "[\\p{L}\\P{Nd}]", "[a\\p{Lu}-]", "[,-/]",
    "\\p{L}", "\\P{L}", "\\p{Lu}", "\\p{Cn}", "\\p{C}", "\\p{Zs}", "\\p{Sc}", "\\p{Pi}", "\\p{M}",
    "\\(\\)\\*\\+\\-\\.\\?\\[\\\\\\]\\^\\n\\r\\t\\{\\|\\}", "^a$", "~-,:/\"'<>=!#%&@_`;", "é☺𝄞",
    "a\nb", "\u{0}",
  ])
  func `a pattern of the grammar is taken`(pattern: String) throws {
    #expect(try IRegexp(pattern).pattern == pattern)
  }

  @Test(
    arguments: [
      ("a)", .unexpectedCharacter(")"), 1), ("]", .unexpectedCharacter("]"), 0),
      ("a}", .unexpectedCharacter("}"), 1), ("é]", .unexpectedCharacter("]"), 2),
      ("[[]", .unexpectedCharacter("["), 1), ("*", .nothingToRepeat, 0),
      ("+a", .nothingToRepeat, 0), ("?", .nothingToRepeat, 0), ("{2}", .nothingToRepeat, 0),
      ("a**", .nothingToRepeat, 2), ("a*?", .nothingToRepeat, 2), ("a{2}{3}", .nothingToRepeat, 4),
      ("(*)", .nothingToRepeat, 1), ("a|+", .nothingToRepeat, 2), ("(?:a)", .nothingToRepeat, 1),
      ("a{", .malformedCount, 2), ("a{}", .malformedCount, 2), ("a{,3}", .malformedCount, 2),
      ("a{2", .malformedCount, 3), ("a{2,x}", .malformedCount, 4), ("a{ 2}", .malformedCount, 2),
      ("a{-1}", .malformedCount, 2), ("a{3,2}", .descendingCount, 1),
      ("\\d", .invalidEscape, 0), ("a\\w", .invalidEscape, 1), ("\\s", .invalidEscape, 0),
      ("\\b", .invalidEscape, 0), ("\\u0041", .invalidEscape, 0), ("\\/", .invalidEscape, 0),
      ("\\$", .invalidEscape, 0), ("\\", .invalidEscape, 0), ("[\\d]", .invalidEscape, 1),
      ("(a)\\1", .invalidEscape, 3), ("\\p{}", .unknownCategory, 0),
      ("\\p{Cs}", .unknownCategory, 0), ("\\p{X}", .unknownCategory, 0),
      ("\\pL", .unknownCategory, 0), ("\\p{l}", .unknownCategory, 0),
      ("\\p{LL}", .unknownCategory, 0), ("\\p{Lu", .unknownCategory, 0),
      ("\\p{^L}", .unknownCategory, 0), ("\\p{IsGreek}", .unknownCategory, 0),
      ("(", .unclosedParenthesis, 0), ("a(b", .unclosedParenthesis, 1),
      ("((a)", .unclosedParenthesis, 0), ("[", .unclosedClass, 0), ("[a", .unclosedClass, 0),
      ("[^", .unclosedClass, 0), ("x[a-", .misplacedHyphen, 3), ("[]", .emptyClass, 0),
      ("[]a]", .emptyClass, 0), ("[a-b-c]", .misplacedHyphen, 4), ("[--a]", .misplacedHyphen, 2),
      ("[a--]", .misplacedHyphen, 3), ("[\\p{L}-a]", .misplacedHyphen, 6),
      ("[z-a]", .descendingRange, 1), ("[a-\\n]", .descendingRange, 1),
    ] as [(String, IRegexpProblem.Kind, Int)])
  func `what the grammar does not derive is refused where it stops`(
    pattern: String, kind: IRegexpProblem.Kind, offset: Int
  ) {
    let problem = #expect(throws: IRegexpProblem.self) { try IRegexp(pattern) }
    #expect(problem?.kind == kind)
    #expect(problem?.offset == offset)
    #expect(problem?.reason.isEmpty == false && problem?.help.isEmpty == false)
  }

  @Test(arguments: [
    "a{10000}", "a{0,10000}", "a{9999,}", "(a{100}){100}", "((a{99}){99}){99}", "(ab|c){5000}",
    "a{99999999999999999999999}", "a{0,99999999999999999999999}", "(a{1000}b{1000}){5}",
    "((((((((((a{9}){9}){9}){9}){9}){9}){9}){9}){9}){9})", "a{9000}b{9000}",
  ])
  func `a pattern of too many states is refused before memory is spent`(pattern: String) {
    let problem = #expect(throws: IRegexpProblem.self) { try IRegexp(pattern) }
    #expect(problem?.kind == .tooManyStates(limit: 10_000))
  }

  @Test(arguments: ["a{9998}", "(){99999999999999999999}", "((){9999}){9999}", "(a{0}){99999}"])
  func `counts within the limit, and of nothing, are taken`(pattern: String) throws {
    let expression = try IRegexp(pattern)
    #expect(expression.stateCount <= IRegexp.stateLimit)
  }

  @Test func `length and nesting are limited`() throws {
    _ = try IRegexp(String(repeating: "a", count: 1024))
    let tooLong = #expect(throws: IRegexpProblem.self) {
      try IRegexp(String(repeating: "é", count: 513))
    }
    #expect(tooLong?.kind == .tooLong(limit: 1024))
    func nested(_ depth: Int) -> String {
      String(repeating: "(", count: depth) + String(repeating: ")", count: depth)
    }
    _ = try IRegexp(nested(100))
    let tooDeep = #expect(throws: IRegexpProblem.self) { try IRegexp(nested(101)) }
    #expect(tooDeep?.kind == .tooDeep(limit: 100))
    #expect(tooDeep?.offset == 100)
  }
}
