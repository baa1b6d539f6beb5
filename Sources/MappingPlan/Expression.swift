// Where the value of a mapping comes from, as data:
//
//     company.phone ?? $.sites[?@.main].phone |> first |> trim ?? "none"
//     └ first        └──── fallback ────────┘ └─────┘ └─────┘ └ fallback
//
// The operators associate to the left, so an expression is a first operand and a list of stages.

/// The operand and the stages that make the value of a mapping.
package struct Expression: Hashable, Sendable {
  package let first: Operand
  package let stages: [Stage]

  package init(_ first: Operand, _ stages: [Stage] = []) {
    self.first = first
    self.stages = stages
  }

  /// One operator with its right side.
  package enum Stage: Hashable, Sendable {
    /// `?? operand`: taken when what stands before has no value: missing, null or an empty text.
    case fallback(Operand)
    /// `|> name(arguments)`.
    case transform(TransformCall)
  }
}

/// What an expression begins with, or falls back to.
package enum Operand: Hashable, Sendable {
  case path(Path)
  case literal(Literal)
  case template([TemplatePart])
}

/// A place in the response.
package enum Path: Hashable, Sendable {
  /// A path in Marketo's notation: a state of the plan's trie.
  case state(StateID)
  /// A path in JSONPath or XPath: an index of the plan's queries.
  case query(QueryID)
}

package enum TemplatePart: Hashable, Sendable {
  case text(String)
  case path(Path)
}

/// A value that the mapping file itself gives.
package enum Literal: Hashable, Sendable {
  case text(String)
  /// The exact text of a number of RFC 8259 §6.
  case number(String)
  case boolean(Bool)
  case null
}

/// A transform by its name, with what is written between its parentheses.
package struct TransformCall: Hashable, Sendable {
  package let name: String
  package let arguments: [Argument]

  package init(_ name: String, _ arguments: [Argument] = []) {
    self.name = name
    self.arguments = arguments
  }
}

package enum Argument: Hashable, Sendable {
  case literal(Literal)
  /// `"Y": true`, and `else: null` as the one without a key.
  case entry(key: Literal?, value: Literal)
  /// A JSONPath, in its canonical form.
  case jsonPath(String)
}

/// The number of a query in a ``Plan``.
package struct QueryID: Hashable, Sendable {
  package let number: Int

  package init(_ number: Int) { self.number = number }
}
