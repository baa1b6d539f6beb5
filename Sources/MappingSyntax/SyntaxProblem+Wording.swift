package import Diagnostics

extension SyntaxProblem {
  /// What is said about the problem.
  package var diagnostic: Diagnostic {
    switch kind {
    case .notUTF8(let byte, let isUTF16): notUTF8(byte, isUTF16)
    case .emptyFile:
      Diagnostic(
        .emptyFile, "the file holds no statement", at: range,
        help: "begin with `response json` and add mappings such as `company.name -> Company`")
    case .missingArrow(let written, let comment): missingArrow(written, comment)
    case .secondArrow(let first, let sign): secondArrow(first, sign)
    case .unclosed(let opener, let isBehindArrow): unclosed(opener, isBehindArrow)
    case .unexpectedText(let place): unexpectedText(place)
    case .strayPunctuation(let sign):
      Diagnostic(
        .unexpectedText, "a statement ends with its line, without `\(sign)`", at: range,
        fixes: [FixIt("delete `\(sign)`", isSafe: true, [FixIt.Edit(range, "")])])
    case .invalidEscape: invalidEscape
    case .controlCharacter:
      Diagnostic(
        .invalidEscape, "a control character cannot stand in quotes as it is", at: range,
        help: "write it as an escape: a tab is `\\t`, a line feed `\\n`")
    case .directive(let problem): diagnostic(problem)
    case .policy(let problem, let isModifier): diagnostic(problem, isModifier)
    case .source(let problem): diagnostic(problem)
    case .target(let problem): diagnostic(problem)
    case .template(let problem): diagnostic(problem)
    case .transform(let problem): diagnostic(problem)
    case .suppression(let problem): diagnostic(problem)
    }
  }

  // MARK: - The file

  private func notUTF8(_ byte: UInt8, _ isUTF16: Bool) -> Diagnostic {
    if isUTF16 {
      return Diagnostic(
        .notUTF8, "the file is UTF-16, which some editors call Unicode; it must be UTF-8",
        at: range, help: "save the file as UTF-8, or convert it: `iconv -f UTF-16 -t UTF-8`")
    }
    let digits = String(byte, radix: 16, uppercase: true)
    return Diagnostic(
      .notUTF8, "the file is not UTF-8: byte 0x\(byte < 16 ? "0" : "")\(digits) cannot stand here",
      at: range,
      help: "save the file as UTF-8 in your editor, or convert it: `iconv -f ISO-8859-1 -t UTF-8`")
  }

  // MARK: - Arrows

  private func missingArrow(_ written: WrittenArrow?, _ comment: SourceRange?) -> Diagnostic {
    let related = comment.map {
      [Diagnostic.Related("from this `#` on the line is a comment", at: $0)]
    }
    let help =
      if written?.spelling == .backward {
        "the path comes first, the field behind the arrow: `company.name -> Company`"
      } else if let written {
        "the arrow is written `->`, not `\(written.spelling.rawValue)`"
      } else if comment != nil {
        "if the `#` belongs to a key, write the key in single quotes: 'a#b'"
      } else {
        "write `path -> Field`: where the value stands, and the lead field it goes to"
      }
    return Diagnostic(
      .missingArrow, "this statement has no arrow and is no directive", at: range,
      related: related ?? [], help: help, fixes: arrowFix(written))
  }

  private func arrowFix(_ written: WrittenArrow?) -> [FixIt] {
    guard let written, written.spelling != .backward else { return [] }
    return [
      FixIt(
        "write `->`", isSafe: written.isOnly && written.spelling != .assignment,
        [FixIt.Edit(written.range, "->")])
    ]
  }

  private func secondArrow(_ first: SourceRange, _ sign: String?) -> Diagnostic {
    Diagnostic(
      .secondArrow, "a mapping has one arrow, this is its second", at: range,
      related: [Diagnostic.Related("the first arrow", at: first)],
      notes: sign.map { ["a line that begins with `\($0)` continues the statement above it"] }
        ?? [],
      help: "write one mapping for each lead field")
  }

  // MARK: - Quotes and brackets

  private func unclosed(_ opener: Opener, _ isBehindArrow: Bool) -> Diagnostic {
    switch opener {
    case .bracket where isBehindArrow:
      Diagnostic(
        .unclosedBracket, "this bracket is not closed, and no bracket belongs here", at: range,
        help: "name a lead field behind the arrow: `orders[0].id -> LastOrder`")
    case .bracket:
      Diagnostic(
        .unclosedBracket, "this bracket is not closed on its line", at: range,
        help: "close it on the line where it opens: `orders[0].id -> LastOrder`")
    case .singleQuote:
      Diagnostic(
        .unclosedQuote, "this single quote is not closed on its line", at: range,
        help: "close it: 'odd.key'; a quote within a key is written `\\'`")
    case .doubleQuote:
      Diagnostic(
        .unclosedQuote, "this double quote is not closed on its line", at: range,
        help: "close it: \"Marketo Jigsaw Contact Id\"; a quote within a text is written `\\\"`")
    }
  }

  private var invalidEscape: Diagnostic {
    Diagnostic(
      .invalidEscape, "this is no escape", at: range,
      notes: ["escapes are \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX and a backslash before the quote"],
      help: "a backslash itself is written `\\\\`")
  }

  // MARK: - Text too much

  private func unexpectedText(_ place: Place) -> Diagnostic {
    let nextLine = "write the next statement on a line of its own"
    let (message, help) =
      switch place {
      case .directive(let word): ("nothing may follow this `\(word.rawValue)` directive", nextLine)
      case .template:
        ("nothing may follow the text in quotes", "put all of the text in one pair of quotes")
      case .attribute:
        ("an attribute is the last step of a path", "end the path with it: `Address.@ID`")
      case .transform:
        (
          "this cannot stand after a transform",
          "put arguments in parentheses, and a further transform behind `|>`"
        )
      case .field(let whole, _): ("this cannot stand after the field name", fieldHelp(whole))
      case .colon: ("one colon is enough", "write `Score : integer`")
      case .type: ("nothing but modifiers may follow the type", nextLine)
      case .modifier: ("nothing but modifiers may follow the field", nextLine)
      }
    return Diagnostic(
      .unexpectedText, message, at: range, help: help, fixes: unexpectedTextFixes(place))
  }

  /// `whole` is what was written for the field.
  private func fieldHelp(_ whole: String) -> String {
    whole.beginsForeignComment
      ? "a comment begins with `#`"
      : "a name with spaces goes in double quotes, \"\(whole.printable)\"; a type after a colon"
  }

  private func unexpectedTextFixes(_ place: Place) -> [FixIt] {
    switch place {
    case .colon: [FixIt("delete the second colon", isSafe: true, [FixIt.Edit(range, "")])]
    case .field(let whole, let range) where whole.isPlainInQuotes && !whole.beginsForeignComment:
      [
        FixIt(
          "write the name in double quotes", isSafe: false, [FixIt.Edit(range, "\"\(whole)\"")])
      ]
    default: []
    }
  }

  // MARK: - Pieces of wording

  /// The change that puts another text in the place of the problem.
  func replacement(_ text: String, isSafe: Bool) -> FixIt {
    FixIt("write `\(text.printable)`", isSafe: isSafe, [FixIt.Edit(range, text)])
  }

  /// The change to the word that is meant: safe where only capitals were wrong.
  func suggested(_ suggestion: String?, for word: String) -> [FixIt] {
    suggestion.map { [replacement($0, isSafe: word.lowercased() == $0)] } ?? []
  }
}

extension String {
  /// Whether the text holds what begins a comment in other languages.
  fileprivate var beginsForeignComment: Bool { contains("//") || contains("/*") }

  /// Whether the text stands for itself in double quotes.
  var isPlainInQuotes: Bool {
    !isEmpty && utf8.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }
  }
}

extension RawRepresentable<String> where Self: CaseIterable {
  /// All words of the vocabulary, for a message: `json` or `xml`.
  static func list(_ conjunction: String = "or") -> String {
    let words = allCases.map { "`\($0.rawValue)`" }
    return words.dropLast().joined(separator: ", ") + " \(conjunction) " + (words.last ?? "")
  }
}
