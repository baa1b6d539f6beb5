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
    case .unknownDirective(let word, let suggestion):
      Diagnostic(
        .unknownDirective, "unknown directive `\(word.printable)`", at: range,
        help: "did you mean `\(suggestion.rawValue)`? A mapping needs an arrow: `path -> Field`")
    case .unavailableDirective(let word):
      Diagnostic(
        .unavailableNotation, "the directive `\(word)` is not available yet", at: range,
        help: "leave it out; a mapping needs an arrow: `path -> Field`")
    case .missingFormat:
      Diagnostic(
        .malformedResponse, "`response` does not say which format the body has", at: range,
        help: "write `response json` or `response xml`")
    case .unknownFormat(let word, let suggestion): unknownFormat(word, suggestion)
    case .missingArrow(let written, let comment): missingArrow(written, comment)
    case .secondArrow(let first, let continuesLine): secondArrow(first, continuesLine)
    case .unclosed(let opener, let isBehindArrow): unclosed(opener, isBehindArrow)
    case .missingPath:
      Diagnostic(
        .missingPath, "there is no path before the arrow", at: range,
        help: "write where the value stands in the response: `company.name -> Company`")
    case .missingField:
      Diagnostic(
        .missingField, "there is no lead field after the arrow", at: range,
        help: "name the field by its SOAP API name: `company.name -> Company`")
    case .missingKey(let place): missingKey(place)
    case .illegalKeyCharacter(let character, let quoted): illegalKey(character, quoted)
    case .invalidIndex(let text): invalidIndex(text)
    case .indexTooLarge:
      Diagnostic(
        .indexTooLarge, "the index does not fit 32 bits", at: range,
        notes: ["the largest index is \(UInt32.max)"],
        help: "no response holds that many elements: check the number")
    case .missingDot:
      Diagnostic(
        .missingDot, "a dot is missing between two steps of the path", at: range,
        help: "write `orders[0].id`")
    case .invalidFieldName(let text): invalidFieldName(text)
    case .missingType:
      Diagnostic(
        .missingType, "there is no type after the colon", at: range,
        help: "write a type, `Score : integer`, or leave the colon out")
    case .invalidEscape: invalidEscape
    case .controlCharacter:
      Diagnostic(
        .invalidEscape, "a control character cannot stand in quotes as it is", at: range,
        help: "write it as an escape: a tab is `\\t`, a line feed `\\n`")
    case .unexpectedText(let place): unexpectedText(place)
    case .unavailableNotation(let notation, let quoted): unavailable(notation, quoted)
    }
  }

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

  private func unknownFormat(_ word: String, _ suggestion: BodyFormatWord?) -> Diagnostic {
    Diagnostic(
      .malformedResponse, "`\(word.printable)` is no format of a response body", at: range,
      help: suggestion.map { "did you mean `\($0.rawValue)`?" }
        ?? "write `response json` or `response xml`")
  }

  private func missingArrow(_ written: WrittenArrow?, _ comment: SourceRange?) -> Diagnostic {
    let related = comment.map {
      [Diagnostic.Related("from this `#` on the line is a comment", at: $0)]
    }
    let help =
      if written == .backward {
        "the path comes first, the field behind the arrow: `company.name -> Company`"
      } else if let written {
        "the arrow is written `->`, not `\(written.rawValue)`"
      } else if comment != nil {
        "if the `#` belongs to a key, write the key in single quotes: 'a#b'"
      } else {
        "write `path -> Field`: where the value stands, and the lead field it goes to"
      }
    return Diagnostic(
      .missingArrow, "this statement has no arrow and is no directive", at: range,
      related: related ?? [], help: help)
  }

  private func secondArrow(_ first: SourceRange, _ continuesLine: Bool) -> Diagnostic {
    Diagnostic(
      .secondArrow, "a mapping has one arrow, this is its second", at: range,
      related: [Diagnostic.Related("the first arrow", at: first)],
      notes: continuesLine ? ["a line that begins with `->` continues the statement above it"] : [],
      help: "write one mapping for each lead field")
  }

  private func unclosed(_ opener: Opener, _ isBehindArrow: Bool) -> Diagnostic {
    switch opener {
    case .bracket where isBehindArrow:
      Diagnostic(
        .unclosedBracket, "this bracket is not closed, and no bracket belongs here", at: range,
        help: "name a lead field behind the arrow: `orders[0].id -> LastOrder`")
    case .bracket:
      Diagnostic(
        .unclosedBracket, "this bracket is not closed on its line", at: range,
        help: "close it before the arrow: `orders[0].id -> LastOrder`")
    case .singleQuote:
      Diagnostic(
        .unclosedQuote, "this single quote is not closed on its line", at: range,
        help: "close it: 'odd.key'; a quote within a key is written `\\'`")
    case .doubleQuote:
      Diagnostic(
        .unclosedQuote, "this double quote is not closed on its line", at: range,
        help: "close it: \"Marketo Jigsaw Contact Id\"; a quote within a name is written `\\\"`")
    }
  }

  private func missingKey(_ place: KeyPlace) -> Diagnostic {
    switch place {
    case .dot:
      Diagnostic(
        .missingKey, "no key follows this dot", at: range,
        help: "name the member: `company.name`; an index needs no dot: `orders[0]`")
    case .start:
      Diagnostic(
        .missingKey, "a path begins with a key, not with a dot", at: range,
        help: "leave the dot out: `company.name`")
    }
  }

  private func illegalKey(_ character: String, _ quoted: String?) -> Diagnostic {
    if let scalar = character.unicodeScalars.first, scalar.isInvisible {
      let name = scalar.properties.name.map { " \($0)" } ?? ""
      let number = String(scalar.value, radix: 16, uppercase: true)
      let digits = String(repeating: "0", count: max(0, 4 - number.count)) + number
      return Diagnostic(
        .illegalKeyCharacter, "an invisible character stands here: U+\(digits)\(name)", at: range,
        notes: ["it often comes with text copied from a web page or a document"],
        help: "delete it, or type a plain space")
    }
    return Diagnostic(
      .illegalKeyCharacter, "`\(character.printable)` cannot stand in a key", at: range,
      notes: ["a key holds letters, digits, `-`, `_`, `:` and spaces between them"]
        + (character == "@" ? ["attributes of XML elements cannot be mapped yet"] : []),
      help: (quoted ?? "").count > 80
        ? "if it belongs to the key, write the key in single quotes"
        : quoted.map { "if it belongs to the key, write the key in single quotes: \($0)" })
  }

  private func invalidIndex(_ text: String) -> Diagnostic {
    if text.isEmpty {
      return Diagnostic(
        .invalidIndex, "the brackets hold no index", at: range,
        help: "write the position, counted from 0: `orders[0]`")
    }
    let digits = text.dropFirst()
    let isNegative = text.hasPrefix("-") && !digits.isEmpty && digits.allSatisfy(\.isNumber)
    let quotes: [Character] = ["'", "\""]
    let member = text.first.flatMap {
      quotes.contains($0) ? text.filter { !quotes.contains($0) } : nil
    }
    return Diagnostic(
      .invalidIndex, "`\(text.printable)` is no index: brackets hold a number", at: range,
      notes: isNegative ? ["positions count from 0; there is no counting from the end"] : [],
      help: isNegative
        ? nil
        : "write a position, `orders[0]`; a member is named after a dot: "
          + "`orders.\((member ?? "first").printable)`")
  }

  private func invalidFieldName(_ text: String) -> Diagnostic {
    Diagnostic(
      .invalidFieldName, "`\(text.printable)` is no bare field name", at: range,
      notes: ["a bare name holds ASCII letters, digits and `_` and does not begin with a digit"],
      help: fieldNameHelp(text))
  }

  /// What is wanted for the mistakes that are made most.
  private func fieldNameHelp(_ text: String) -> String {
    if text.hasPrefix("{{") || text.hasPrefix("lead.") {
      return "write the SOAP API name alone, without braces and `lead.`: `Email`"
    }
    if text.hasSuffix(",") { return "a mapping writes one field: write a second mapping" }
    if text.hasSuffix(";") { return "a line ends a mapping; leave the `;` out" }
    let bare = text.filter { $0 != "'" && $0 != "\"" }
    return "write the name in double quotes: \"\(bare.printable)\""
  }

  private var invalidEscape: Diagnostic {
    Diagnostic(
      .invalidEscape, "this is no escape", at: range,
      notes: ["escapes are \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX and a backslash before the quote"],
      help: "a backslash itself is written `\\\\`")
  }

  private func unexpectedText(_ place: Place) -> Diagnostic {
    let (message, help) =
      switch place {
      case .response:
        ("nothing may follow the format", "write the next statement on a line of its own")
      case .field(let whole):
        (
          "this cannot stand after the field name",
          Self.fieldHelp(whole)
        )
      case .colon: ("one colon is enough", "write `Score : integer`")
      case .type: ("nothing may follow the type", "write the next statement on a line of its own")
      }
    return Diagnostic(.unexpectedText, message, at: range, help: help)
  }

  /// `whole` is what was written for the field.
  private static func fieldHelp(_ whole: String) -> String {
    let words = whole.split(separator: " ").dropFirst()
    if let first = words.first, ["required", "on", "when"].contains(first) {
      return "`\(first)` is not available yet: leave it out"
    }
    return "a name with spaces goes in double quotes, \"\(whole.printable)\"; a type after a colon"
  }

  private func unavailable(_ notation: Notation, _ quoted: String?) -> Diagnostic {
    let (message, help) =
      switch notation {
      case .jsonPath:
        ("JSONPath is not available yet", "write the path as Marketo does: `orders[0].id`")
      case .xPath: ("XPath is not available yet", "write the path as Marketo does: `root.item[0]`")
      case .template: ("a path cannot stand in double quotes", "write it bare: `company.name`")
      case .fallback: ("`??` is not available yet", "map one path to a field")
      case .transform: ("`|>` is not available yet", "map the value as the service sends it")
      case .literal:
        (
          "a bare number, `true` or `false` is no path",
          "if it is a key, write it in single quotes: \(quoted ?? "'42'")"
        )
      }
    return Diagnostic(.unavailableNotation, message, at: range, help: help)
  }
}
