import Diagnostics

extension SyntaxProblem {
  func diagnostic(_ problem: SourceProblem) -> Diagnostic {
    switch problem {
    case .missing:
      Diagnostic(
        .missingPath, "there is no path before the arrow", at: range,
        help: "write where the value stands in the response: `company.name -> Company`")
    case .emptyPath:
      Diagnostic(
        .missingPath, "the path is empty", at: range,
        help: "write where the value stands: `company.name`, `$.company.name`, `/company/name`")
    case .missingOperand(let sign, let isBefore): missingOperand(sign, isBefore)
    case .missingKey(let place): missingKey(place)
    case .illegalKeyCharacter(let character, let key, let quoted):
      illegalKey(character, key, quoted)
    case .invalidIndex(let text): invalidIndex(text)
    case .indexTooLarge:
      Diagnostic(
        .indexTooLarge, "the index does not fit 32 bits", at: range,
        notes: ["the largest index is \(UInt32.max)"],
        help: "no response holds that many elements: check the number")
    case .tooLong(let limit):
      Diagnostic(
        .pathTooLong, "this is longer than the \(limit) bytes that a path may have", at: range,
        help: "is a line break missing? One mapping stands on one line: `company.name -> Company`")
    case .missingDot:
      Diagnostic(
        .missingDot, "a dot is missing between two steps of the path", at: range,
        help: "write `orders[0].id`",
        fixes: [
          FixIt("write a dot", isSafe: true, [FixIt.Edit(SourceRange(at: range.lowerBound), ".")])
        ])
    }
  }

  private func missingOperand(_ sign: Operator, _ isBefore: Bool) -> Diagnostic {
    Diagnostic(
      .missingPath, "there is no source \(isBefore ? "before" : "behind") `\(sign.rawValue)`",
      at: range,
      help: sign == .transform
        ? "write what is transformed: `person.email |> trim -> Email`"
        : "write what is taken if the first has no value: `phone ?? mobile -> Phone`")
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
        help: "leave the dot out: `company.name`",
        fixes: [FixIt("delete the dot", isSafe: false, [FixIt.Edit(range, "")])])
    case .at:
      Diagnostic(
        .missingKey, "no name follows this `@`", at: range,
        help: "name the attribute directly behind it: `Address.@ID`")
    }
  }

  // MARK: - Characters

  private func illegalKey(
    _ character: String, _ key: SourceRange, _ quoted: String?
  ) -> Diagnostic {
    if let scalar = character.unicodeScalars.first, scalar.isInvisible {
      return invisible(scalar)
    }
    let note = "a key holds letters, digits, `-`, `_`, `:` and spaces between them"
    let isLong = (quoted ?? "").utf8.count > 80
    let help =
      operatorHelp(character)
      ?? (isLong
        ? "if it belongs to the key, write the key in single quotes"
        : quoted.map { "if it belongs to the key, write the key in single quotes: \($0)" })
    return Diagnostic(
      .illegalKeyCharacter, "`\(character.printable)` cannot stand in a key", at: range,
      notes: [note], help: help, fixes: illegalKeyFixes(character, key, quoted))
  }

  private func illegalKeyFixes(
    _ character: String, _ key: SourceRange, _ quoted: String?
  ) -> [FixIt] {
    // Where another sign is likelier meant, a key in quotes would hide the mistake.
    let quoted = operatorHelp(character) == nil || character == "@" ? quoted : nil
    let quote = quoted.map {
      FixIt("write the key in single quotes", isSafe: false, [FixIt.Edit(key, $0)])
    }
    let dot = FixIt(
      "write a dot", isSafe: false, [FixIt.Edit(SourceRange(at: range.lowerBound), ".")])
    return (character == "@" ? [dot] : []) + (quote.map { [$0] } ?? [])
  }

  /// What is wanted for characters that other notations begin with.
  private func operatorHelp(_ character: String) -> String? {
    switch character {
    case "@": "an attribute is a step of its own: `Address.@ID`"
    case "|": "a transform is applied with `|>`, an alternative is given with `??`"
    case "?": "an alternative is given with `??`; a path that finds nothing is no error"
    case "\"": "keys stand in single quotes: 'odd.key'"
    case "\u{201C}", "\u{201D}", "\u{2018}", "\u{2019}":
      "write plain quotes: ' around a key, \" around a template"
    case "{", "}": "a path is inserted within a text in double quotes: \"{first} {last}\""
    default: nil
    }
  }

  private func invisible(_ scalar: Unicode.Scalar) -> Diagnostic {
    let name = scalar.properties.name.map { " \($0)" } ?? ""
    let number = String(scalar.value, radix: 16, uppercase: true)
    let digits = String(repeating: "0", count: max(0, 4 - number.count)) + number
    let isSpace = scalar.properties.generalCategory == .spaceSeparator
    return Diagnostic(
      .illegalKeyCharacter, "an invisible character stands here: U+\(digits)\(name)", at: range,
      notes: ["it often comes with text copied from a web page or a document"],
      help: "delete it, or type a plain space",
      fixes: [
        FixIt(
          isSpace ? "write a plain space" : "delete it", isSafe: false,
          [FixIt.Edit(range, isSpace ? " " : "")])
      ])
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
      notes: isNegative ? ["positions count from 0; only JSONPath counts from the end"] : [],
      help: isNegative
        ? "the last element is `$.orders[\(text.printable)]` in JSONPath"
        : "write a position, `orders[0]`; a member is named after a dot: "
          + "`orders.\((member ?? "first").printable)`; slices and filters need JSONPath: `$.orders[…]`"
    )
  }

  // MARK: - Templates

  func diagnostic(_ problem: TemplateProblem) -> Diagnostic {
    switch problem {
    case .loneBrace:
      Diagnostic(
        .malformedTemplate, "this `}` closes no `{`", at: range,
        help: "a brace in the text is written twice: `}}`",
        fixes: [replacement("}}", isSafe: false)])
    case .emptyHole:
      Diagnostic(
        .malformedTemplate, "there is no path between the braces", at: range,
        help: "write the path of what is inserted: \"{company.city}\"; "
          + "braces in the text are written twice: `{{}}`")
    case .unclosedHole:
      Diagnostic(
        .malformedTemplate, "this `{` is not closed", at: range,
        help: "close it behind the path: \"{company.city}\"; "
          + "a brace in the text is written twice: `{{`")
    case .quoteInHole:
      Diagnostic(
        .malformedTemplate, "a path in a text cannot hold double quotes", at: range,
        help: "use single quotes in it: \"{$['odd key']}\"")
    case .operatorInHole(let sign):
      Diagnostic(
        .malformedTemplate, "the braces hold a path alone, without `\(sign.rawValue)`", at: range,
        help: "apply `\(sign.rawValue)` behind the text: \"{a}\" \(sign.rawValue) …")
    }
  }
}
