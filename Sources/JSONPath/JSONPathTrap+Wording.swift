package import Diagnostics

extension JSONPathTrap {
  /// What is said about the trap: a warning.
  package var diagnostic: Diagnostic {
    let fix = FixIt(
      "write `\(replacement.printable)`", isSafe: false, [FixIt.Edit(range, replacement)])
    switch kind {
    case .existenceOfNull:
      return Diagnostic(
        .existenceOfNull, "this test is true for null as well", at: range,
        notes: ["a query alone asks whether there is a value, and null is one"],
        help: "write `\(replacement.printable)` if null is to count as none",
        fixes: [fix])
    case .inequalityOfAbsent(_, _, let absent):
      return Diagnostic(
        .inequalityOfAbsent,
        "`!=` is true as well where there is no \(absent.list)", at: range,
        help: "ask for it first: `\(replacement.printable)`", fixes: [fix])
    }
  }
}

extension [String] {
  fileprivate var list: String { map { "`\($0.printable)`" }.joined(separator: " or no ") }
}
