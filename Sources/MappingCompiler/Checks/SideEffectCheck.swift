import Diagnostics
import LeadFields

extension Checker {
  /// One warning a kind of side effect, at the first field that has it: it is one thing to think about,
  /// however many fields of it the file writes. It is asked for once a file has no errors: until then it
  /// only hides them.
  mutating func checkSideEffects() {
    for effect in SideEffect.allCases {
      let targets = targets.filter { $0.sideEffect == effect }
      guard let first = targets.first else { continue }
      report(
        .sideEffect(effect, field: first.field, others: targets.dropFirst().map(\.range)),
        at: first.range)
    }
  }
}
