import Diagnostics

extension SyntaxProblem {
  func diagnostic(_ problem: TargetProblem) -> Diagnostic {
    switch problem {
    case .missingField:
      Diagnostic(
        .missingField, "there is no lead field after the arrow", at: range,
        help: "name the field by its SOAP API name: `company.name -> Company`")
    case .invalidFieldName(let text): invalidFieldName(text)
    case .missingType:
      Diagnostic(
        .missingType, "there is no type after the colon", at: range,
        help: "write a type, `Score : integer`, or leave the colon out",
        fixes: [FixIt("delete the colon", isSafe: false, [FixIt.Edit(range, "")])])
    case .operatorBehindArrow(let sign):
      Diagnostic(
        .unexpectedText, "`\(sign.rawValue)` cannot stand behind the arrow", at: range,
        help: sign == .fallback
          ? "write it before the arrow: `phone ?? mobile -> Phone`"
          : "write it before the arrow: `person.email |> trim -> Email`")
    case .unknownModifier(let word, let suggestion):
      Diagnostic(
        .malformedModifier, "unknown modifier `\(word.printable)`", at: range,
        notes: ["the modifiers are `required`, `on SITUATION ACTION` and `when blank`"],
        help: "did you mean `\(suggestion)`?", fixes: suggested(suggestion, for: word))
    case .repeatedModifier(let text):
      Diagnostic(
        .malformedModifier, "this mapping has said that already: `\(text.printable)`", at: range,
        help: "keep one of the two")
    case .missingBlank(let written): missingBlank(written)
    }
  }

  private func missingBlank(_ written: String?) -> Diagnostic {
    let fix =
      written.map { suggested("blank", for: $0) }
      ?? [
        FixIt(
          "write `when blank`", isSafe: false,
          [FixIt.Edit(SourceRange(at: range.upperBound), " blank")])
      ]
    return Diagnostic(
      .malformedModifier, "behind a field, `when` is followed by `blank`", at: range,
      notes: ["`when blank` writes the field only if it is empty now"],
      help: "a condition on the whole response is a directive: `accept when …`", fixes: fix)
  }

  private func invalidFieldName(_ text: String) -> Diagnostic {
    let intended = IntendedField(text)
    let help =
      switch intended?.mistake {
      case .token: "write the SOAP API name alone, without braces and `lead.`: `Email`"
      case .comma: "a mapping writes one field: write a second mapping"
      case .semicolon: "a line ends a mapping; leave the `;` out"
      case .quotes, nil:
        "write the name in double quotes: "
          + "\"\(text.filter { $0 != "'" && $0 != "\"" }.printable)\""
      }
    return Diagnostic(
      .invalidFieldName, "`\(text.printable)` is no bare field name", at: range,
      notes: ["a bare name holds ASCII letters, digits and `_` and does not begin with a digit"],
      help: help,
      fixes: intended?.spelling.map {
        [replacement($0, isSafe: intended?.mistake == .quotes)]
      } ?? [])
  }
}

/// What was meant by a text that is no field name.
private struct IntendedField {
  enum Mistake { case token, comma, semicolon, quotes }

  /// Where it is one of those that are made most.
  private(set) var mistake: Mistake?
  /// As it should have been written, where that is known.
  private(set) var spelling: String?

  init?(_ text: String) {
    if text.hasPrefix("{") || text.hasPrefix("lead.") {
      mistake = .token
      var name = text.filter { $0 != "{" && $0 != "}" }
      if name.hasPrefix("lead.") { name = String(name.dropFirst(5)) }
      spelling = IntendedField.spelling(name)
    } else if text.hasSuffix(",") {
      mistake = .comma
    } else if text.hasSuffix(";") {
      mistake = .semicolon
      spelling = IntendedField.spelling(String(text.dropLast()))
    } else if text.hasPrefix("'"), text.hasSuffix("'"), text.utf8.count > 2 {
      let name = String(text.dropFirst().dropLast())
      mistake = .quotes
      spelling = name.contains("'") ? nil : IntendedField.spelling(name)
    } else {
      spelling = text.contains("'") ? nil : IntendedField.quoted(text)
    }
  }

  private static func spelling(_ name: String) -> String? {
    let isBare = name.utf8.allSatisfy(\.isNameByte) && name.utf8.first?.isDigit == false
    return isBare ? name : quoted(name)
  }

  private static func quoted(_ name: String) -> String? {
    name.isPlainInQuotes ? "\"\(name)\"" : nil
  }
}
