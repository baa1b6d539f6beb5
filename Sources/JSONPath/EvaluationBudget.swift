package import IRegexp

/// What an evaluation may cost, in steps; so that a hostile document cannot make it last.
///
/// A step is a value visited or compared; a selected node is four, since it is kept; texts and
/// patterns cost more the longer they are.
package struct EvaluationBudget: Sendable {
  /// The steps are used up.
  package struct Exceeded: Error, Hashable, Sendable {}

  package static let defaultSteps = 10_000_000

  package private(set) var stepsLeft: Int

  package init(steps: Int = EvaluationBudget.defaultSteps) { stepsLeft = steps }

  package mutating func spend(_ steps: Int = 1) throws(Exceeded) {
    guard steps <= stepsLeft else {
      stepsLeft = 0
      throw Exceeded()
    }
    stepsLeft -= steps
  }

  /// Pays for reading through a text.
  mutating func spend(reading text: String) throws(Exceeded) { try spend(reading: text.utf8.count) }

  /// Pays for reading through so many bytes.
  package mutating func spend(reading bytes: Int) throws(Exceeded) { try spend(1 + bytes / 64) }

  /// Pays for a run of an automaton through a text, whose time is the product of both at worst.
  package mutating func spend(
    reading text: String, with pattern: IRegexp
  ) throws(Exceeded) {
    let (product, overflows) = text.utf8.count.multipliedReportingOverflow(by: pattern.stateCount)
    try spend(1 + (overflows ? .max - 1 : product / 8))
  }
}
