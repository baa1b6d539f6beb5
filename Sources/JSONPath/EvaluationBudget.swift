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

  mutating func spend(_ steps: Int = 1) throws(Exceeded) {
    guard steps <= stepsLeft else {
      stepsLeft = 0
      throw Exceeded()
    }
    stepsLeft -= steps
  }

  /// Pays for reading through a text.
  mutating func spend(reading text: String) throws(Exceeded) { try spend(1 + text.utf8.count / 64) }
}
