package import Diagnostics
import IRegexp

extension JSONPathProblem {
  /// What is said about the problem.
  package var diagnostic: Diagnostic {
    let words = wording
    return Diagnostic(
      code, words.message, at: range, notes: words.notes, help: words.help, fixes: fixes)
  }

  private struct Wording {
    let message: String
    let help: String?
    let notes: [String]

    init(_ message: String, help: String? = nil, notes: [String] = []) {
      self.message = message
      self.help = help
      self.notes = notes
    }
  }

  private var fixes: [FixIt] {
    guard let rewrite else { return [] }
    let title = rewrite.text.isEmpty ? "delete it" : "write `\(rewrite.text.printable)`"
    return [FixIt(title, isSafe: rewrite.isSafe, [FixIt.Edit(rewrite.range, rewrite.text)])]
  }

  private var code: DiagnosticCode {
    switch kind {
    case .missingRoot, .surroundingSpace, .missingName, .illegalNameCharacter, .dotBeforeBracket,
      .dotBeforeIndex, .unquotedName, .scriptExpression, .missingSelector, .missingComma,
      .controlCharacter, .currentOutsideFilter, .missingOperand, .bareWord, .wrongOperator,
      .chainedComparison, .negatedOperand, .parenthesizedOperand, .methodCall,
      .spaceBeforeArguments, .spaceInComparedBrackets, .unexpectedText, .tooDeep:
      .jsonPathSyntax
    case .unclosed(.bracket), .unclosed(.parenthesis): .unclosedBracket
    case .unclosed(.singleQuote), .unclosed(.doubleQuote): .unclosedQuote
    case .invalidEscape, .loneSurrogate: .invalidEscape
    case .leadingZero, .negativeZero, .integerOutOfRange, .missingDigit, .fractionalIndex:
      .jsonPathNumber
    case .unknownFunction: .unknownFunction
    case .argumentCount, .argumentIsNoQuery, .argumentIsNoValue: .functionArguments
    case .literalAsTest, .valueAsTest, .comparedTest: .notWellTyped
    case .notSingular: .notSingular
    case .invalidRegexp: .invalidRegexp
    }
  }

  private var wording: Wording {
    switch kind {
    case .missingRoot:
      Wording("a JSONPath query begins with `$`", help: "write `$.name`")
    case .surroundingSpace:
      Wording("blank space stands before or behind the query", help: "delete it")
    case .missingName:
      Wording(
        "no name follows this dot",
        help: "name a member, `$.name`, or leave the dot out; no blank may follow it")
    case .illegalNameCharacter(let character, let quoted): illegalName(character, quoted)
    case .dotBeforeBracket:
      Wording("a dot cannot stand before a bracket", help: "leave it out: `$.orders[0]`")
    case .dotBeforeIndex:
      Wording(
        "a number cannot stand after a dot",
        help: "write a position in brackets, `$.orders[0]`; a name in quotes, `$['0']`")
    case .unquotedName(let name):
      Wording(
        "a name in brackets stands in quotes",
        help: "write `['\(name.printable)']`, or `.name` without brackets")
    case .scriptExpression:
      Wording(
        "a computed selector is no part of RFC 9535",
        help: "count from the end with a negative index, `[-1]`; a filter begins with `?`")
    case .missingSelector:
      Wording(
        "nothing is selected here",
        help: "write a name `['a']`, a position `[0]`, a slice `[0:2]`, `[*]` or a filter `[?@.a]`")
    case .missingComma:
      Wording("a comma is missing between two selectors", help: "write `['a', 'b']`")
    case .unclosed(let opener): unclosed(opener)
    case .invalidEscape(let inDoubleQuotes):
      Wording(
        "this is no escape", help: "a backslash itself is written `\\\\`",
        notes: [
          "escapes are \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX and "
            + (inDoubleQuotes ? "\\\" in double quotes" : "\\' in single quotes")
        ])
    case .loneSurrogate:
      Wording(
        "this escape is half of a surrogate pair, which is no character",
        help: "write both halves, `\\uD83D\\uDE00`, or the character itself")
    case .controlCharacter:
      Wording(
        "a control character cannot stand in quotes as it is",
        help: "write it as an escape: a tab is `\\t`, a line feed `\\n`")
    case .currentOutsideFilter:
      Wording("`@` means something in a filter only", help: "begin the query with `$`")
    case .missingOperand:
      Wording(
        "a value or a query is missing here",
        help: "write a query, `@.name`, or a literal: `'text'`, `1`, `true`, `null`")
    case .bareWord(let word, let literal): bareWord(word, literal)
    case .wrongOperator(let written): wrongOperator(written)
    case .chainedComparison:
      Wording(
        "a comparison has two sides, this is a third",
        help: "join two comparisons: `1 < @.a && @.a < 3`")
    case .negatedOperand:
      Wording(
        "`!` stands before a test, not before what is compared",
        help: "write `!(@.a == 1)` or `@.a != 1`")
    case .parenthesizedOperand:
      Wording(
        "what is compared cannot stand in parentheses", help: "leave them out: `@.a == 1`")
    case .methodCall(let name):
      Wording(
        "`\(name.printable)` is called like a method here; functions take a query",
        help: "write `length(@.items)` in a filter",
        notes: ["functions stand in filters only"])
    case .spaceBeforeArguments:
      Wording(
        "no blank may stand between a function's name and its parenthesis",
        help: "write `length(@.items)`")
    case .spaceInComparedBrackets:
      Wording(
        "a query that is compared has no blanks within its brackets",
        help: "write `@['a'] == 1`")
    case .unexpectedText(let text):
      Wording(
        "`\(text.printable)` cannot stand here",
        help: "segments are `.name`, `['name']`, `[0]`, `[*]`, `..name`; filters `[?@.a == 1]`")
    case .tooDeep(let limit):
      Wording(
        "filters and parentheses nest deeper than \(limit) levels", help: "write it flatter")
    case .leadingZero: Wording("a number has no leading zero", help: "write `7`, not `07`")
    case .negativeZero: Wording("an index or bound is not `-0`", help: "write `0`")
    case .integerOutOfRange:
      Wording(
        "the number is beyond the integers that all systems hold exactly",
        help: "no array is that long: check the number",
        notes: ["the largest is 9007199254740991 (2^53 - 1)"])
    case .missingDigit:
      Wording("a digit is missing in this number", help: "write `0.5`, `1e3` or `-1`")
    case .fractionalIndex: Wording("an index is a whole number", help: "write `[0]`")
    case .unknownFunction(let name, let suggestion):
      Wording(
        "there is no function `\(name.printable)`",
        help: suggestion.map { "did you mean `\($0.rawValue)`?" }
          ?? "the functions are `length`, `count`, `match`, `search` and `value`")
    case .argumentCount(let function, let found):
      Wording(
        "`\(function.rawValue)` takes \(function.parameterCount), not \(found)",
        help: "write `\(function.example)`")
    case .argumentIsNoQuery(let function):
      Wording(
        "`\(function.rawValue)` takes a query, and this is none",
        help: "write `\(function.example)`")
    case .argumentIsNoValue(let function):
      Wording(
        "`\(function.rawValue)` takes a value, and this is true or false by a test",
        help: "write `\(function.example)`")
    case .literalAsTest:
      Wording(
        "a literal is no test: it would never change",
        help: "compare it, `@.a == 'b'`, or test a query, `@.a`")
    case .valueAsTest(let function):
      Wording(
        "the result of `\(function.rawValue)` is a value, not true or false",
        help: "compare it: `\(function.rawValue)(...) > 0`")
    case .comparedTest(let function):
      Wording(
        "the result of `\(function.rawValue)` is true or false and cannot be compared",
        help: "write it alone, `\(function.example)`, or `!` before it")
    case .notSingular(let use): notSingular(use)
    case .invalidRegexp(let problem): invalidRegexp(problem)
    }
  }

  private func illegalName(_ character: String, _ quoted: String?) -> Wording {
    if let scalar = character.unicodeScalars.first, scalar.isInvisible {
      let number = String(scalar.value, radix: 16, uppercase: true)
      let digits = String(repeating: "0", count: max(0, 4 - number.count)) + number
      return Wording(
        "an invisible character stands here: U+\(digits)",
        help: "delete it, or type a plain space")
    }
    return Wording(
      "`\(character.printable)` cannot stand in a name after a dot",
      help: quoted.map { "if it belongs to the name, write it in brackets: `\($0.printable)`" }
        ?? "write such a name in brackets and quotes: `$['a b']`",
      notes: ["a name after a dot holds letters, digits and `_`, and begins with no digit"])
  }

  private func unclosed(_ opener: Opener) -> Wording {
    switch opener {
    case .bracket: Wording("this bracket is not closed", help: "close it: `$['a']`")
    case .parenthesis: Wording("this parenthesis is not closed", help: "close it: `(@.a || @.b)`")
    case .singleQuote:
      Wording(
        "this single quote is not closed", help: "close it: `'a'`; a quote within is written `\\'`")
    case .doubleQuote:
      Wording(
        "this double quote is not closed",
        help: "close it: `\"a\"`; a quote within is written `\\\"`")
    }
  }

  private func bareWord(_ word: String, _ literal: String?) -> Wording {
    Wording(
      "`\(word.printable)` is neither a value nor a query",
      help: literal.map { "write `\($0)`" }
        ?? "write text in quotes, `'\(word.printable)'`, a member as `@.\(word.printable)`")
  }

  private func wrongOperator(_ written: WrittenOperator) -> Wording {
    let help: String
    switch written {
    case .regexp: help = "test a text by a pattern with `match(@.a, 'x.*')` or `search(@.a, 'x')`"
    case .membership: help = "compare with each: `@.a == 'x' || @.a == 'y'`"
    case .strictEqual, .strictUnequal, .arrowLess, .arrowGreater, .unequal, .assignment, .bitAnd,
      .bitOr, .and, .or, .not:
      help = "write `\(written.meant ?? "==")`"
    }
    return Wording("`\(written.rawValue)` is no operator of JSONPath", help: help)
  }

  private func notSingular(_ use: Use) -> Wording {
    switch use {
    case .comparison:
      Wording(
        "this query may select several values, and only one can be compared",
        help: "name each step, `@.a[0]`, or test for any: `@.a[?@ == 1]`",
        notes: ["`*`, slices, filters, `..` and several selectors select any number of values"])
    case .argument(let function):
      Wording(
        "this query may select several values, and `\(function.rawValue)` takes one",
        help: "name each step, `@.a[0]`"
          + (function == .length ? "; to count what is selected, write `count(@.a[*])`" : ""))
    }
  }

  private func invalidRegexp(_ problem: IRegexpProblem) -> Wording {
    Wording(
      "the pattern is no I-Regexp: \(problem.reason)", help: problem.help,
      notes: ["patterns follow RFC 9485; `^` and `$` are plain characters there"])
  }
}

extension JSONPathFunction {
  fileprivate var parameterCount: String {
    parameters.count == 1 ? "one argument" : "\(parameters.count) arguments"
  }

  /// A call as it is meant, for messages.
  fileprivate var example: String {
    switch self {
    case .length: "length(@.name)"
    case .count: "count(@.items[*])"
    case .match: "match(@.code, '[A-Z]+')"
    case .search: "search(@.code, '[0-9]')"
    case .value: "value(@..name)"
    }
  }
}
