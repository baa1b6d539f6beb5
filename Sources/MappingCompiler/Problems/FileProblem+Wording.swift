import Diagnostics
import LeadFields
import MappingPlan
import MappingSyntax

extension StaticProblem {
  /// What is said about a problem with the file as a whole, or with a directive.
  func diagnostic(of problem: FileProblem) -> Diagnostic {
    switch problem {
    case .missingResponse(let readAsKey): missingResponse(readAsKey)
    case .repeatedDirective(let word, let first):
      saying(
        "`\(word.rawValue)` is given twice", related: [("first given here", first)],
        help: "keep one: a file maps the responses of one webhook")
    case .misplacedDirective(let word, let firstMapping):
      saying(
        "`\(word.rawValue)` stands after a mapping", related: [("the first mapping", firstMapping)],
        help: "move it above the first mapping")
    case .noMappings:
      saying("the file maps nothing", help: "add a mapping: `company.name -> Company`")
    case .repeatedPrefix(let prefix, let first):
      saying(
        "the prefix `\(prefix.printable)` is declared twice",
        related: [("first declared here", first)],
        help: "give the other namespace another prefix; those in the response need not be the same")
    case .namespaceInJSON:
      saying(
        "a namespace has no meaning for JSON", notes: ["namespaces are a thing of XPath"],
        help: "leave it out",
        fixes: [FixIt("delete the line", isSafe: true, [FixIt.Edit(range, "")])])
    case .repeatedStatus(let status, let first):
      saying(
        "the status `\(status)` has two rules", related: [("the first rule", first)],
        help:
          "keep one; an exact status such as 404 may stand beside its class 4xx and goes before it")
    case .repeatedPolicy(let situation, let first):
      saying(
        "`\(situation.rawValue)` has two rules", related: [("the first rule", first)],
        help: "keep one: a mapping does one thing in a situation")
    case .actionNotAllowed(let action, let situation): actionNotAllowed(action, situation)
    case .unavailableCatalogue(let file):
      saying(
        "the lead-field catalogue `\(file.printable)` cannot be read",
        notes: ["the path is relative to the mapping file", "targets are not checked without it"],
        help: "save the answer of `GET /rest/v1/leads/describe.json` there, or mend the path")
    case .malformedCatalogue(let file, let problem):
      saying(
        "`\(file.printable)`: \(problem.message)",
        notes: [
          "at byte \(problem.byteOffset) of that file", "targets are not checked without it",
        ],
        help: problem.help)
    case .restNamesKept(let count):
      saying(
        "this export carries no SOAP API names: \(count) custom fields keep their REST names",
        notes: ["a webhook's response mapping takes SOAP API names, which may differ"],
        help: "export `GET /rest/v1/leads/describe.json`, the one shape that has both")
    case .unusedSuppression(let code):
      saying(
        "no \(code.rawValue) is given for this line",
        notes: ["\(code.rawValue) is \(code.name)"], help: "delete it from the comment")
    }
  }

  private func missingResponse(_ readAsKey: SourceRange?) -> Diagnostic {
    guard let readAsKey else {
      return saying(
        "the file does not say which format the response has",
        help: "begin the file with the line `response json`",
        fixes: [
          FixIt(
            "add `response json`", isSafe: false,
            [FixIt.Edit(SourceRange(at: range.lowerBound), "response json\n")])
        ])
    }
    return Diagnostic(
      code, "this `response` is read as the path of a mapping", at: readAsKey,
      notes: [
        "a statement with an arrow is a mapping; a line that begins with `->` continues the one above"
      ],
      help: "let `response` stand on a line of its own, and a path before the arrow")
  }

  private func actionNotAllowed(
    _ action: Policies.Action, _ situation: Policies.Situation
  ) -> Diagnostic {
    let accepted = situation.actions.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    let reason =
      switch action {
      case .clear:
        "`clear` is for values that are there and empty: `on null clear`, `on empty clear`"
      case .truncate: "`truncate` is for texts that are too long: `on overlong truncate`"
      case .skip, .fail: ""
      }
    return saying(
      "`\(situation.rawValue)` cannot be met with `\(action.rawValue)`",
      notes: reason.isEmpty ? [] : [reason], help: "write one of \(accepted)")
  }
}
