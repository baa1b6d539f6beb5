/// Why a text is no plan that can be run.
package struct PlanProblem: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// It is not JSON; what is wrong, and at which byte.
    case notJSON(String, offset: Int)
    /// It is of a version that is not known.
    case version(Int)
    /// Its hash is not that of its contents.
    case damaged
    /// A part of it is not what its place wants; `wanted` in words with an article.
    case wrong(wanted: String)
  }

  package let kind: Kind
  /// The place in the plan, as `bindings[3].source`; empty for the whole.
  package let place: String

  package init(_ kind: Kind, in place: String = "") {
    self.kind = kind
    self.place = place
  }
}
