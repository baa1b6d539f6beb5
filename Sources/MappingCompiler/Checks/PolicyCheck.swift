import Diagnostics
import MappingPlan
import MappingSyntax

extension Checker {
  /// The file's defaults: one rule a situation, with an action that the situation has.
  mutating func checkPolicies(_ directives: [DirectiveSyntax]) {
    var policies = Policies()
    var first: [Policies.Situation: SourceRange] = [:]
    for case .policy(let directive) in directives {
      apply(directive.policy, to: &policies, first: &first)
    }
    scope.policies = policies
  }

  /// What a mapping says itself, over `required`, over the file's defaults.
  mutating func checkModifiers(_ modifiers: [ModifierSyntax]) -> Policies {
    var policies = scope.policies
    if modifiers.contains(where: { if case .required = $0 { true } else { false } }) {
      for situation in Policies.Situation.allCases { policies[situation] = .fail }
    }
    var first: [Policies.Situation: SourceRange] = [:]
    for case .policy(_, let policy) in modifiers { apply(policy, to: &policies, first: &first) }
    return policies
  }

  private mutating func apply(
    _ policy: PolicySyntax, to policies: inout Policies,
    first: inout [Policies.Situation: SourceRange]
  ) {
    guard let situation = policy.situation.map(Policies.Situation.init),
      let action = policy.action.map(Policies.Action.init)
    else { return }
    if let earlier = first[situation] {
      report(.repeatedPolicy(situation, first: earlier), at: policy.situationToken.range)
    } else if situation.actions.contains(action) {
      first[situation] = policy.situationToken.range
      policies[situation] = action
    } else {
      report(.actionNotAllowed(action, situation), at: policy.actionToken.range)
    }
  }
}

extension Policies.Situation {
  fileprivate init(_ word: SituationWord) {
    switch word {
    case .missing: self = .missing
    case .null: self = .null
    case .empty: self = .empty
    case .mismatch: self = .mismatch
    case .overlong: self = .overlong
    }
  }
}

extension Policies.Action {
  fileprivate init(_ word: PolicyActionWord) {
    switch word {
    case .skip: self = .skip
    case .clear: self = .clear
    case .truncate: self = .truncate
    case .fail: self = .fail
    }
  }
}
