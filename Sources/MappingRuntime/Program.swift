package import MappingPlan

/// A plan in the form that bodies are matched with: immutable, so any number of evaluations may use
/// one at the same time.
package final class Program: Sendable {
  private enum Lowered {
    case json(JSONProgram)
    case xml(XMLProgram)
  }

  package let format: BodyFormat
  package let bindings: [Binding]
  package let trie: PathTrie
  private let lowered: Lowered

  /// - Complexity: O(*n* log *n*) in the size of the plan.
  package init(lowering plan: Plan) {
    format = plan.format
    bindings = plan.bindings
    trie = plan.trie
    switch plan.format {
    case .json: lowered = .json(JSONProgram(lowering: plan.trie))
    case .xml: lowered = .xml(XMLProgram(lowering: plan))
    }
  }

  /// A reader of bodies of the plan's format, with working memory of its own.
  func makeReader(_ limits: Limits) -> any BodyReader {
    switch lowered {
    case .json(let program): JSONBodyReader(program, bindings: bindings, limits: limits)
    case .xml(let program): XMLBodyReader(program, bindings: bindings, limits: limits)
    }
  }
}
