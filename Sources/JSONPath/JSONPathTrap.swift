package import Diagnostics

/// A place in a filter or guard that means what the RFC says, and seldom what its author thinks.
package struct JSONPathTrap: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// A bare test is true for null as well.
    case existenceOfNull(path: String)
    /// `!=` is true where one side is absent; `absent` are the paths that may be.
    case inequalityOfAbsent(left: String, right: String, absent: [String])
  }

  package let kind: Kind
  package let range: SourceRange
  /// What says what is likelier meant, in place of the range.
  package let replacement: String
}

extension JSONPathQuery {
  /// The traps in the filters of the query, in the order of the source.
  ///
  /// No trap is an existence test of several nodes (`@.items[*]`); nor one beside a comparison of
  /// the same query (`@.a && @.a != null`); nor an inequality beside what tells whether the query
  /// selects anything (`@.a && @.a != 1`); nor one that is negated.
  package var traps: [JSONPathTrap] {
    var search = TrapSearch()
    search.visit(self)
    return search.traps
  }
}

extension JSONPathCondition {
  /// The traps in the condition, in the order of the source; see ``JSONPathQuery/traps``.
  package var traps: [JSONPathTrap] {
    var search = TrapSearch()
    search.visit(expression, TrapSearch.Context())
    return search.traps
  }
}
