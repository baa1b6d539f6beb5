internal import IRegexp
internal import JSONPath

// Queries and conditions of RFC 9535 in the form that they are evaluated in: each query begins at a state
// of the program, for as much of it as only names its way, and goes on over the index.
//
//     $.results[0].names[?@.kind == "short"].text
//     └ anchor: a state  └ segments

/// A query that is ready to be evaluated.
struct IndexedQuery: Sendable {
  /// The state that the query begins at; nil for `@`, the node that a filter looks at.
  let anchor: ProgramState?
  let segments: [Segment]
  /// Whether it selects one node at most, by its form.
  let isSingular: Bool

  enum Segment: Sendable {
    case child([IndexedSelector])
    case descendant([IndexedSelector])
  }
}

indirect enum IndexedSelector: Sendable {
  case name(Name)
  case wildcard
  case index(Int)
  case slice(JSONPathSlice)
  case filter(IndexedExpression)

  struct Name: Sendable {
    /// UTF-8.
    let bytes: [UInt8]
    let signature: UInt32
  }
}

indirect enum IndexedExpression: Sendable {
  case or([IndexedExpression])
  case and([IndexedExpression])
  case not(IndexedExpression)
  case comparison(IndexedOperand, JSONPathComparison.Operator, IndexedOperand)
  case existence(IndexedQuery)
  case test(IndexedCall)
}

enum IndexedOperand: Sendable {
  case literal(ComparedValue)
  case query(IndexedQuery)
  case call(IndexedCall)
}

struct IndexedCall: Sendable {
  let function: JSONPathFunction
  let arguments: [IndexedOperand]
  let pattern: IRegexp?
}
