package import Diagnostics

/// Where a part of a query stands in the source: no part of what it means, so any two are equal.
package struct SourcePlace: Hashable, Sendable {
  package let range: SourceRange

  package init(_ range: SourceRange) { self.range = range }

  package static func == (_: SourcePlace, _: SourcePlace) -> Bool { true }

  package func hash(into _: inout Hasher) {}
}
