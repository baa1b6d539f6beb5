import Diagnostics

extension Checker {
  /// No two mappings write one field: Marketo does not say which of them would win.
  mutating func checkThatTargetsDiffer() {
    var first: [String: SourceRange] = [:]
    for target in targets {
      if let earlier = first[target.field] {
        report(.duplicateTarget(field: target.field, first: earlier), at: target.range)
      } else {
        first[target.field] = target.range
      }
    }
  }
}
