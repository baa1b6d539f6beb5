import Diagnostics

extension SyntaxProblem {
  func diagnostic(_ problem: DirectiveProblem) -> Diagnostic {
    switch problem {
    case .unknown(let word, let suggestion):
      Diagnostic(
        .unknownDirective, "unknown directive `\(word.printable)`", at: range,
        help: "did you mean `\(suggestion.rawValue)`? A mapping needs an arrow: `path -> Field`",
        fixes: suggested(suggestion.rawValue, for: word))
    case .missingFormat:
      Diagnostic(
        .malformedResponse, "`response` does not say which format the body has", at: range,
        help: "write `response json` or `response xml`")
    case .unknownFormat(let word, let suggestion):
      Diagnostic(
        .malformedResponse, "`\(word.printable)` is no format of a response body", at: range,
        help: suggestion.map { "did you mean `\($0.rawValue)`?" }
          ?? "write `response json` or `response xml`",
        fixes: suggested(suggestion?.rawValue, for: word))
    case .missingProfile:
      malformed("`profile` does not say which one", help: "write `profile marketo`")
    case .unknownProfile(let word, let suggestion):
      malformed(
        "`\(word.printable)` is no profile",
        help: suggestion.map { "did you mean `\($0.rawValue)`?" }
          ?? "write `profile extended` or `profile marketo`",
        fixes: suggested(suggestion?.rawValue, for: word))
    case .missingText(let place, let written): missingText(place, written)
    case .emptyText(let place): malformed("this text is empty", help: place.example)
    case .missingPrefix:
      malformed(
        "`namespace` does not say which prefix it declares",
        notes: ["XPath 1.0 knows no default namespace: every namespace needs a prefix"],
        help: TextPlace.namespace.example)
    case .invalidPrefix(let text):
      malformed(
        "`\(text.printable)` is no prefix",
        notes: ["a prefix begins with a letter or `_` and holds letters, digits, `-`, `_`, `.`"],
        help: TextPlace.namespace.example)
    case .missingEquals:
      malformed("a `=` and the URI must follow the prefix", help: TextPlace.namespace.example)
    case .missingWhen(let word, let written): missingWhen(word, written)
    case .missingCondition(let word):
      Diagnostic(
        .missingCondition, "this `\(word.rawValue)` has no condition", at: range,
        help: "say when: `\(word.example)`, or in XML `\(word.rawValue) when /answer/status = 'ok'`"
      )
    case .becauseWithoutReject(let word):
      malformed(
        "only `reject` gives a reason",
        help: "leave `because` out, or write the condition for "
          + "`reject`: the opposite of what `\(word.rawValue)` wants")
    case .missingStatusAction:
      malformed(
        "this rule does not say what to do", notes: [actions], help: "write `on 404 skip`")
    case .unknownStatusAction(let word, let suggestion):
      malformed(
        "`\(word.printable)` is no action for a status",
        notes: [actions],
        help: suggestion.map { "did you mean `\($0.rawValue)`?" } ?? "write `on 404 skip`",
        fixes: suggested(suggestion?.rawValue, for: word))
    case .invalidStatus(let text): invalidStatus(text)
    case .missingComma:
      malformed(
        "a comma is missing behind this status", help: "write `on 429, 5xx retry`",
        fixes: [
          FixIt(
            "write a comma", isSafe: true, [FixIt.Edit(SourceRange(at: range.upperBound), ",")])
        ])
    case .extraComma:
      malformed(
        "no status follows this comma", help: "write `on 429, 5xx retry`",
        fixes: [FixIt("delete the comma", isSafe: true, [FixIt.Edit(range, "")])])
    }
  }

  private func malformed(
    _ message: String, notes: [String] = [], help: String, fixes: [FixIt] = []
  ) -> Diagnostic {
    Diagnostic(.malformedDirective, message, at: range, notes: notes, help: help, fixes: fixes)
  }

  private var actions: String { "the actions are \(StatusActionWord.list("and"))" }

  private func missingText(_ place: TextPlace, _ written: String?) -> Diagnostic {
    guard let written else { return malformed(place.missing, help: place.example) }
    let isPlain = written.isPlainInQuotes && !written.utf8.contains(0x27)
    return malformed(
      "\(place.noun) stands in double quotes", help: place.example,
      fixes: isPlain
        ? [
          FixIt("write it in double quotes", isSafe: true, [FixIt.Edit(range, "\"\(written)\"")])
        ] : [])
  }

  private func missingWhen(_ word: GuardWord, _ written: String?) -> Diagnostic {
    guard let written else {
      return malformed(
        "`when` is missing behind `\(word.rawValue)`", help: "write `\(word.example)`",
        fixes: [
          FixIt(
            "write `when`", isSafe: true,
            [FixIt.Edit(SourceRange(at: range.upperBound), " when")])
        ])
    }
    return malformed(
      "the condition follows `when`, not `\(written)`", help: "write `\(word.example)`",
      fixes: suggested("when", for: written))
  }

  private func invalidStatus(_ text: String) -> Diagnostic {
    let small = text.lowercased()
    let isClass =
      small.utf8.count == 3 && small.hasSuffix("xx") && "12345".contains(small.prefix(1))
    return Diagnostic(
      .invalidStatus, "`\(text.printable)` is no status", at: range,
      help: "write a status from 100 to 599, or a class of them such as `5xx`",
      fixes: isClass ? [replacement(small, isSafe: true)] : [])
  }

  // MARK: - Situations and their actions

  func diagnostic(_ problem: PolicyProblem, _ isModifier: Bool) -> Diagnostic {
    let code: DiagnosticCode = isModifier ? .malformedModifier : .malformedDirective
    let situations = "the situations are \(SituationWord.list("and"))"
    let actions = "the actions are \(PolicyActionWord.list("and"))"
    switch problem {
    case .missingSituation:
      return Diagnostic(
        code, isModifier ? "`on` names no situation" : "`on` names no status and no situation",
        at: range, notes: [situations],
        help: isModifier ? "write `on missing fail`" : "write `on 404 skip` or `on missing fail`")
    case .unknownSituation(let word, let suggestion):
      return Diagnostic(
        code,
        "`\(word.printable)` is no situation" + (isModifier ? "" : " and no status"), at: range,
        notes: [situations] + (isModifier ? [] : ["a status is a number or a class: `404`, `5xx`"]),
        help: suggestion.map { "did you mean `\($0.rawValue)`?" } ?? "write `on missing fail`",
        fixes: suggested(suggestion?.rawValue, for: word))
    case .missingAction(let situation):
      return Diagnostic(
        code, "this does not say what to do when the value is `\(situation.rawValue)`", at: range,
        notes: [actions], help: "write `on \(situation.rawValue) fail`")
    case .unknownAction(let word, let suggestion):
      return Diagnostic(
        code, "`\(word.printable)` is no action for a value", at: range, notes: [actions],
        help: suggestion.map { "did you mean `\($0.rawValue)`?" } ?? "write `on missing fail`",
        fixes: suggested(suggestion?.rawValue, for: word))
    }
  }
}

extension SyntaxProblem.TextPlace {
  fileprivate var example: String {
    switch self {
    case .fields: "write `fields \"lead-fields.json\"`"
    case .namespace: "write `namespace s = \"http://schemas.xmlsoap.org/soap/envelope/\"`"
    case .because: "write `because \"vendor error\"`"
    }
  }

  fileprivate var missing: String {
    switch self {
    case .fields: "`fields` names no file"
    case .namespace: "there is no URI after the `=`"
    case .because: "there is no text after `because`"
    }
  }

  fileprivate var noun: String {
    switch self {
    case .fields: "the name of the file"
    case .namespace: "the URI"
    case .because: "the reason"
    }
  }
}

extension GuardWord {
  fileprivate var example: String {
    switch self {
    case .accept: "accept when $.status == \"ok\""
    case .reject: "reject when $.error != null"
    case .pending: "pending when $.status == \"queued\""
    }
  }
}
