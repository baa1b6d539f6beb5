import Diagnostics
import MappingSyntax

extension Checker {
  /// One `profile` at most. Directives that Marketo's pane has nothing for are refused in the profile
  /// `marketo`.
  mutating func checkProfile(_ directives: [DirectiveSyntax]) {
    var first: ProfileDirectiveSyntax?
    for case .profile(let directive) in directives {
      if let first {
        report(.repeatedDirective(.profile, first: first.range), at: directive.range)
      } else {
        first = directive
        scope.profile = directive.profile ?? .extended
      }
    }
    guard scope.profile == .marketo else { return }
    for directive in directives {
      switch directive {
      case .guard: report(.notPortable(.guardDirective, rewrite: nil), at: directive.range)
      case .statusRule: report(.notPortable(.statusRule, rewrite: nil), at: directive.range)
      case .policy: report(.notPortable(.policy, rewrite: nil), at: directive.range)
      case .response, .fields, .profile, .namespace: break
      }
    }
  }
}
