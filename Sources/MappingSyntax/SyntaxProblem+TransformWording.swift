import Diagnostics

extension SyntaxProblem {
  func diagnostic(_ problem: TransformProblem) -> Diagnostic {
    switch problem {
    case .missingName:
      malformed("no transform follows `|>`", help: "name one: `person.email |> trim -> Email`")
    case .invalidName(let text):
      malformed(
        "`\(text.printable)` is no name of a transform",
        help: "name one, with its arguments in parentheses: `tags |> join(\";\") -> Tags`")
    case .missingOperator:
      malformed(
        "`|>` is missing between two transforms", help: "write `|> trim |> lowercase`",
        fixes: [
          FixIt(
            "write `|>`", isSafe: false,
            [FixIt.Edit(SourceRange(at: range.lowerBound), "|> ")])
        ])
    case .unclosedArguments:
      malformed("the arguments are not closed by `)`", help: "write `join(\";\")`")
    case .missingComma:
      malformed(
        "a comma is missing before this argument", help: "write `replace(\"-\", \"\")`",
        fixes: [
          FixIt(
            "write a comma", isSafe: false, [FixIt.Edit(SourceRange(at: range.lowerBound), ", ")])
        ])
    case .extraComma:
      malformed(
        "no argument follows this comma", help: "leave the last comma out",
        fixes: [FixIt("delete the comma", isSafe: true, [FixIt.Edit(range, "")])])
    case .missingArgument:
      malformed(
        "there is no argument before this comma",
        help: "write one; an empty text is `\"\"`: `replace(\"-\", \"\")`")
    case .missingValue:
      malformed(
        "there is no value after the colon", help: "write `lookup(\"Y\": true, else: null)`")
    case .singleQuotes(let text):
      malformed(
        "a text in an argument stands in double quotes", help: "write `join(\";\")`",
        fixes: text.map { [replacement("\"\($0)\"", isSafe: true)] } ?? [])
    case .unreadableArgument(let text): unreadableArgument(text)
    }
  }

  private func malformed(_ message: String, help: String, fixes: [FixIt] = []) -> Diagnostic {
    Diagnostic(.malformedTransform, message, at: range, help: help, fixes: fixes)
  }

  private func unreadableArgument(_ text: String) -> Diagnostic {
    let isElse = text == "else"
    let word = ["true", "false", "null"].first { $0 == text.lowercased() }
    let fix =
      word.map { [replacement($0, isSafe: true)] }
      ?? (text.isPlainInQuotes && !isElse
        ? [
          FixIt("write it in double quotes", isSafe: false, [FixIt.Edit(range, "\"\(text)\"")])
        ] : [])
    return malformed(
      "`\(text.printable)` is no argument",
      help: isElse
        ? "a colon and a value follow `else`: `else: null`"
        : "an argument is a text in double quotes, a number, `true`, `false` or `null`",
      fixes: fix)
  }

  // MARK: - Suppressions

  func diagnostic(_ problem: SuppressionProblem) -> Diagnostic {
    let example = "write `# respmap: ignore[RM207] why` at the end of the line it is about"
    switch problem {
    case .malformed:
      return suppression("this comment to respmap cannot be read", help: example)
    case .noCodes: return suppression("the brackets name no warning", help: example)
    case .unknownCode(let text, let suggested):
      return suppression(
        "`\(text.printable)` is no code of a warning",
        help: suggested.map { "did you mean `\($0)`?" } ?? "write the code: `RM207`",
        fixes: suggested.map { [replacement($0, isSafe: true)] } ?? [])
    case .errorCode(let code):
      return suppression(
        "\(code.rawValue) is an error: only warnings can be ignored",
        help: "mend what it speaks of, and leave the code out")
    case .ownLine:
      return suppression(
        "this comment stands on a line of its own: it is about nothing", help: example)
    }
  }

  private func suppression(_ message: String, help: String, fixes: [FixIt] = []) -> Diagnostic {
    Diagnostic(.malformedSuppression, message, at: range, help: help, fixes: fixes)
  }
}
