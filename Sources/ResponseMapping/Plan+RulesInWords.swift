internal import Diagnostics
internal import MappingPlan
internal import MappingRuntime

extension Plan {
  /// Which answers count as a success, in the order in which it is decided.
  var rulesInWords: [String] {
    ["A status other than 2xx writes nothing, whatever the body says."] + statusesInWords
      + ["The body is \(format.name)."]
      + namespaces.map {
        "In XPath the prefix `\($0.prefix.visible)` stands for the namespace `\($0.uri.visible)`."
      }
      + [Guard.Kind.pending, .reject, .accept].flatMap { kind in
        guards.filter { $0.kind == kind }.map(\.words)
      }
  }

  /// One sentence an action.
  private var statusesInWords: [String] {
    StatusRule.Action.allCases.compactMap { action in
      let patterns = statusRules.filter { $0.action == action }.map(\.pattern.words)
      guard let last = patterns.last else { return nil }
      let list = patterns.dropLast().joined(separator: ", ")
      return
        "Status \(list)\(list.isEmpty ? "" : " or ")\(last): nothing is written; \(action.words)."
    }
  }
}

extension Guard {
  fileprivate var words: String {
    let condition = "`\(self.condition.visible)`"
    let because = reason.map { " (\($0.visible))" } ?? ""
    return switch kind {
    case .pending: "If \(condition) holds, the answer is not ready yet: nothing is written."
    case .reject: "If \(condition) holds, the answer is a failure\(because): nothing is written."
    case .accept:
      "Only if \(condition) holds, the answer is a success\(because); else nothing is written."
    }
  }
}

extension StatusRule.Pattern {
  /// `404`, `5xx`.
  var words: String {
    switch self {
    case .exact(let status): "\(status)"
    case .hundreds(let digit): "\(digit)xx"
    }
  }
}

extension StatusRule.Action {
  fileprivate var words: String {
    switch self {
    case .skip: "the answer is expected, nothing is to be done"
    case .retry: "call again later"
    case .pending: "the answer is not ready yet, ask again later"
    case .alert: "tell a person"
    case .fail: "somebody should look at the answer"
    }
  }
}
