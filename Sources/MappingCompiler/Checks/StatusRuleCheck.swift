import Diagnostics
import MappingPlan
import MappingSyntax

extension Checker {
  /// One rule a status; an exact status and its class may both have one.
  mutating func checkStatusRules(_ directives: [DirectiveSyntax]) -> [StatusRule] {
    var rules: [StatusRule] = []
    var first: [StatusRule.Pattern: SourceRange] = [:]
    for case .statusRule(let directive) in directives {
      for status in directive.statuses {
        guard let pattern = status.pattern.map(StatusRule.Pattern.init) else { continue }
        if let earlier = first[pattern] {
          report(.repeatedStatus(pattern.text, first: earlier), at: status.token.range)
          continue
        }
        first[pattern] = status.token.range
        if let action = directive.action.map(StatusRule.Action.init) {
          rules.append(StatusRule(pattern, action))
        }
      }
    }
    return rules
  }
}

extension StatusRule.Pattern {
  fileprivate init(_ pattern: StatusRuleDirectiveSyntax.Pattern) {
    switch pattern {
    case .exact(let status): self = .exact(status)
    case .hundreds(let digit): self = .hundreds(digit)
    }
  }
}

extension StatusRule.Action {
  fileprivate init(_ word: StatusActionWord) {
    switch word {
    case .skip: self = .skip
    case .retry: self = .retry
    case .pending: self = .pending
    case .alert: self = .alert
    case .fail: self = .fail
    }
  }
}
