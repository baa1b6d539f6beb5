internal import Diagnostics
internal import IRegexp
internal import JSONPath

extension ArgumentProblem {
  /// What is wrong with the arguments of the transform, in a clause without a period.
  package func message(for transform: Transform) -> String {
    let name = "`\(transform.name)`"
    return switch kind {
    case .tooFew: "\(name) is written `\(transform.usage)`"
    case .tooMany(0): "\(name) takes no arguments"
    case .tooMany: "\(name) is written `\(transform.usage)`, nothing more"
    case .wrongKind(let wanted): "\(name) takes \(wanted.words)"
    case .emptyText: "\(name) takes a text that is not empty: an empty one is found everywhere"
    case .numberOutOfRange: "\(name) takes numbers below 10^6144"
    case .countOutOfRange: "\(name) takes a whole number up to \(Int32.max)"
    case .zeroDivisor: "\(name) cannot divide by zero"
    case .nullNeverCompared: "\(name) is never asked about null: ask with `exists`"
    case .invalidRegexp(let problem): "in the regular expression of \(name), \(problem.reason)"
    case .invalidPattern(let problem): "the pattern of \(name) \(problem.message)"
    case .invalidPath(let problem): "in the path of \(name): \(problem.diagnostic.message)"
    case .repeatedKey: "\(name) has an entry for this before"
    }
  }
}

extension Transform.Parameter.Kind {
  /// With an article, as in: takes a text.
  package var words: String {
    switch self {
    case .text: "a text in double quotes"
    case .nonEmptyText: "a text in double quotes that is not empty"
    case .number: "a number"
    case .count: "a whole number from 0 on"
    case .literal: "a text in double quotes, a number, true or false"
    case .iregexp: "a regular expression in double quotes"
    case .timePattern: "a pattern in double quotes, such as \"yyyy-MM-dd\""
    case .jsonPath: "a JSONPath, such as $.name"
    case .entries: "entries, such as \"Y\": true, and at the end else: false"
    }
  }
}

extension TimePatternProblem {
  /// What the pattern does wrong, in a clause that follows "the pattern".
  package var message: String {
    switch self {
    case .empty: "is empty; write for example \"yyyy-MM-dd\""
    case .unclosedQuote: "has an apostrophe without the one that ends it; for one alone write ''"
    case .unknownLetter(let letter): "has `\(letter)`: \(TimePatternProblem.hint(letter))"
    case .width(let field, let width):
      "has `\(field.letters(width))`; it may be \(field.acceptedLetters)"
    case .ambiguous(let field):
      "has digits behind `\(field.rawValue)`, so nobody can tell where that ends"
        + (field == .fraction ? "" : "; write `\(field.letters(field == .year ? 4 : 2))`")
    case .repeated(.hour): "has the hour twice"
    case .repeated(let field): "has `\(field.rawValue)` twice"
    case .lacks(let field): "needs \(field.words)"
    case .halfDayAlone(.halfDay): "has `a` without `h`, which counts the hours to 12"
    case .halfDayAlone: "has `h`, which counts to 12, without `a` for AM and PM; or write `H`"
    }
  }

  private static func hint(_ letter: Unicode.Scalar) -> String {
    switch letter {
    case "Y", "u": "the year is `y`"
    case "D": "the day of the month is `d`"
    case "L": "the month is `M`"
    case "k", "K": "the hour is `H` (0 to 23) or `h` (1 to 12)"
    case "T": "for the letter itself write `'T'`"
    case "Z", "z", "x", "O": "an offset is `X`, and for the letter itself write `'\(letter)'`"
    case "E", "e", "c": "the day of the week is not read; cut it off with `after` before"
    default:
      "the letters are y M d H h m s S a X; for the letter itself write `'\(letter)'`"
    }
  }
}

extension TimeField {
  fileprivate func letters(_ width: Int) -> String {
    String(repeating: String(rawValue), count: width)
  }

  fileprivate var acceptedLetters: String {
    guard self != .fraction else { return "`S` to `SSSSSSSSS`" }
    let all = widths.map { "`\(letters($0))`" }
    return all.count > 1
      ? all.dropLast().joined(separator: ", ") + " or \(all[all.count - 1])" : all[0]
  }

  fileprivate var words: String {
    switch self {
    case .year: "a year, `yyyy`"
    case .month: "a month, `MM`"
    case .day: "a day, `dd`"
    case .hour, .hourOfHalfDay, .halfDay: "an hour, `HH`, or `h` with `a`"
    case .minute: "minutes, `mm`"
    case .second: "seconds, `ss`"
    case .fraction: "a fraction, `SSS`"
    case .offset: "an offset, `XXX`"
    }
  }
}
