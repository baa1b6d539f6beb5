import Diagnostics
import LeadFields
import MappingPlan
import Transforms

extension StaticProblem {
  /// What is said about a problem with a value on its way into a field.
  func diagnostic(of problem: ValueProblem) -> Diagnostic {
    switch problem {
    case .unknownTransform(let name, let suggestion): unknownTransform(name, suggestion)
    case .transformArguments(let call, let problem): transformArguments(call, problem)
    case .transformInput(let name, let takes, let given):
      saying(
        "`\(name)` takes \(takes.words), and here comes \(given.words)",
        help: "leave it out, or change the value before it")
    case .listIntoTransform(let name, let insertAt):
      saying(
        "`\(name)` takes a single value, and this path can find several",
        help: "say which one: `|> first`, `last`, `only` or `nth(0)`; or make one text of them, "
          + "`|> join(\";\")`",
        fixes: insertions(at: insertAt))
    case .listIntoTemplate:
      saying(
        "a template takes single values, and this path can find several",
        help: "name one of them by its position, `$.tags[0]`")
    case .listIntoField(let field, let insertAt):
      saying(
        "`\(field.printable)` holds a single value, and this can find several",
        help: "say which one: `|> first`, `last`, `only` or `nth(0)`; or make one text of them, "
          + "`|> join(\";\")`",
        fixes: insertions(at: insertAt))
    case .valueCannotFit(let type, let given):
      saying(
        "a field of type \(type.rawValue) never takes \(given.words)",
        help: "choose another field or type, or a transform that makes \(type.rawValue) of it")
    case .literalCannotFit(let type, let reason):
      saying(
        "this value never fits a field of type \(type.rawValue): \(reason)",
        help: "write a value of the type, or choose another field")
    case .unreachableFallback(let before):
      saying(
        "this is never used: what stands before always has a value",
        related: [("`??` takes its right side where there is no value", before)],
        help: "put the value that is always there last: `path ?? \"none\"`")
    }
  }

  private func unknownTransform(_ name: String, _ suggestion: String?) -> Diagnostic {
    let all = Transform.Family.allCases.map { family in
      Transform.all.filter { $0.family == family }.map(\.name).joined(separator: " ")
    }
    return saying(
      "there is no transform `\(name.printable)`",
      notes: suggestion == nil ? ["there are \(all.joined(separator: "; "))"] : [],
      help: suggestion.map { "did you mean `\($0)`?" } ?? "take one of those",
      fixes: suggestion.map { [rewriting(as: $0)] } ?? [])
  }

  private func transformArguments(_ call: TransformCall, _ problem: ArgumentProblem) -> Diagnostic {
    guard let transform = Transform.named(call.name) else { return saying("") }
    let example = transform.examples.first.map { transform.call(of: $0).text }
    return saying(
      problem.message(for: transform), notes: [transform.summary],
      help: example.map { "write for example `|> \($0)`" })
  }

  /// Ways to make one value of several, for a person to choose from.
  private func insertions(at offset: Int) -> [FixIt] {
    ["first", "only", "join(\";\")"].map { call in
      FixIt(
        "add `|> \(call)`", isSafe: false,
        [FixIt.Edit(SourceRange(at: offset), " |> \(call)")])
    }
  }
}

extension Kinds {
  /// What a value of these kinds is called, with an article.
  fileprivate var words: String {
    let all: [(Kinds, String)] = [
      (.text, "a text"), (.number, "a number"), (.boolean, "true or false"), (.date, "a date"),
      (.dateTime, "a date with a time"), (.list, "a list"), (.structure, "an object"),
    ]
    let words = all.filter { contains($0.0) }.map(\.1)
    guard let last = words.last, words.count > 1 else { return words.first ?? "a null" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }
}
