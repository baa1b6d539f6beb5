package import Diagnostics
import JSONText

/// A query of RFC 9535: `$` and its segments; within a filter also `@` and its segments.
///
/// Two queries are equal if they mean the same step by step, wherever they stand and however they
/// are spelled.
package struct JSONPathQuery: Hashable, Sendable {
  package enum Origin: Hashable, Sendable {
    /// `$`
    case root
    /// `@`: the node that a filter looks at.
    case current
  }

  package let origin: Origin
  package let segments: [JSONPathSegment]
  package let place: SourcePlace

  package var range: SourceRange { place.range }

  package init(_ origin: Origin, _ segments: [JSONPathSegment], at range: SourceRange) {
    self.origin = origin
    self.segments = segments
    place = SourcePlace(range)
  }

  /// Whether the query selects one node at most, by its form (RFC 9535 §2.3.5.1, `singular-query`).
  package var isSingular: Bool { segments.allSatisfy { $0.singularSelector != nil } }
}

/// What a query does with each node: RFC 9535 §2.5.
package enum JSONPathSegment: Hashable, Sendable {
  case child([JSONPathSelector])
  case descendant([JSONPathSelector])

  package var selectors: [JSONPathSelector] {
    switch self {
    case .child(let selectors), .descendant(let selectors): selectors
    }
  }

  /// The one selector of a child segment that selects one node at most.
  package var singularSelector: JSONPathSelector? {
    guard case .child(let selectors) = self, selectors.count == 1 else { return nil }
    switch selectors[0] {
    case .name, .index: return selectors[0]
    case .wildcard, .slice, .filter: return nil
    }
  }
}

/// What is chosen among the children of a node: RFC 9535 §2.3.
package indirect enum JSONPathSelector: Sendable {
  case name(String)
  case wildcard
  case index(Int)
  case slice(JSONPathSlice)
  case filter(LogicalExpression)
}

/// `start:end:step`; what is left out is nil, a step left out is 1.
package struct JSONPathSlice: Hashable, Sendable {
  package let start: Int?
  package let end: Int?
  package let step: Int

  package init(start: Int?, end: Int?, step: Int = 1) {
    self.start = start
    self.end = end
    self.step = step
  }
}

extension JSONPathSelector: Hashable {
  /// Names are compared by scalars (RFC 9535 §2.3.1.2), not by canonical equivalence.
  package static func == (left: JSONPathSelector, right: JSONPathSelector) -> Bool {
    switch (left, right) {
    case (.name(let left), .name(let right)): left.utf8.elementsEqual(right.utf8)
    case (.wildcard, .wildcard): true
    case (.index(let left), .index(let right)): left == right
    case (.slice(let left), .slice(let right)): left == right
    case (.filter(let left), .filter(let right)): left == right
    case (.name, _), (.wildcard, _), (.index, _), (.slice, _), (.filter, _): false
    }
  }

  package func hash(into hasher: inout Hasher) {
    switch self {
    case .name(let name): hasher.combine(exactly: name)
    case .wildcard: hasher.combine(1)
    case .index(let index): hasher.combine(index)
    case .slice(let slice): hasher.combine(slice)
    case .filter(let expression): hasher.combine(expression)
    }
  }
}
