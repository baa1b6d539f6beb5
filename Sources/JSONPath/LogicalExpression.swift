package import Diagnostics
package import IRegexp
import JSONText

/// What a filter or a guard asks: RFC 9535 §2.3.5, `logical-expr`.
package indirect enum LogicalExpression: Hashable, Sendable {
  /// Two or more, none of them an `or` itself.
  case or([LogicalExpression])
  /// Two or more, none of them an `and` itself.
  case and([LogicalExpression])
  case not(LogicalExpression)
  case comparison(JSONPathComparison)
  /// Whether the query selects anything, null included.
  case existence(JSONPathQuery)
  /// A function whose result is true or false: `match`, `search`.
  case test(JSONPathCall)
}

/// Two values and an operator between them: RFC 9535 §2.3.5.2.2.
package struct JSONPathComparison: Hashable, Sendable {
  package enum Operator: String, CaseIterable, Hashable, Sendable {
    case equal = "=="
    case notEqual = "!="
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
    case less = "<"
    case greater = ">"
  }

  package let left: JSONPathOperand
  package let relation: Operator
  package let right: JSONPathOperand
  package let place: SourcePlace

  package var range: SourceRange { place.range }
}

/// What can be compared, and what can be passed to a function.
package enum JSONPathOperand: Hashable, Sendable {
  case literal(JSONPathLiteral)
  /// Singular where it is compared.
  case query(JSONPathQuery)
  case call(JSONPathCall)
}

package struct JSONPathLiteral: Sendable {
  package enum Value: Sendable {
    case null
    case boolean(Bool)
    /// The number as it is written.
    case number(String)
    case string(String)
  }

  package let value: Value
  package let place: SourcePlace

  package var range: SourceRange { place.range }
}

/// A function of RFC 9535 §2.4 and what is passed to it.
package struct JSONPathCall: Hashable, Sendable {
  package let function: JSONPathFunction
  package let arguments: [JSONPathOperand]
  /// The second argument of `match` and `search` if it is a literal, compiled.
  package let pattern: IRegexp?
  package let place: SourcePlace

  package var range: SourceRange { place.range }
}

extension JSONPathLiteral: Hashable {
  /// Strings are compared by scalars, numbers by how they are written.
  package static func == (left: JSONPathLiteral, right: JSONPathLiteral) -> Bool {
    switch (left.value, right.value) {
    case (.null, .null): true
    case (.boolean(let left), .boolean(let right)): left == right
    case (.number(let left), .number(let right)), (.string(let left), .string(let right)):
      left.utf8.elementsEqual(right.utf8)
    case (.null, _), (.boolean, _), (.number, _), (.string, _): false
    }
  }

  package func hash(into hasher: inout Hasher) {
    switch value {
    case .null: hasher.combine(0)
    case .boolean(let value): hasher.combine(value)
    case .number(let text), .string(let text): hasher.combine(exactly: text)
    }
  }
}
