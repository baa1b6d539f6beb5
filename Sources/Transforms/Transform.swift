package import MappingPlan

/// A function of the mapping language: everything there is to know about it, as data.
///
/// The compiler reads the signature, the documentation and the tests the examples, and the runtime
/// prepares a call once and applies it to each value: there is no second definition of any of it.
package struct Transform: Sendable {
  package enum Family: String, CaseIterable, Sendable {
    case text, numbers, truth, time, lists, choice, nestedDocuments
  }

  package let name: String
  package let family: Family
  /// What it does, in one sentence.
  package let summary: String
  package let parameters: [Parameter]
  /// The kinds it takes. Each stands for those that convert to it without loss, too: a text takes
  /// numbers, truth values and times as their texts, a number takes texts that are numbers.
  package let input: Kinds
  /// The kinds it gives, null aside.
  package let output: Kinds
  /// Whether it is asked when there is no value: for a missing path and for null.
  package let takesNothing: Bool
  package let examples: [Example]
  /// Checks the arguments and makes the function.
  package let prepare: @Sendable ([Argument]) throws(ArgumentProblem) -> Prepared

  /// Applied to a value, or to nil where the path found nothing.
  package typealias Prepared = @Sendable (Value?) -> Result

  package struct Parameter: Sendable {
    package enum Kind: Sendable {
      case text
      case number
      /// A whole number from 0 on.
      case count
      case literal
      /// A regular expression of RFC 9485.
      case iregexp
      /// A pattern of dates and times, in the letters of Unicode TR35.
      case timePattern
      case jsonPath
      /// Any number of `key: value`, and at most one `else: value`.
      case entries
    }

    package let name: String
    package let kind: Kind
  }

  package struct Example: Sendable {
    /// As it is written behind `|>`: `replace("a", "b")`.
    package let call: TransformCall
    package let input: Value?
    package let result: Result
  }

  package enum Result: Hashable, Sendable {
    case value(Value)
    case missing
    case mismatch(TransformMismatch)
  }
}

/// Why the arguments of a transform are none of its.
package struct ArgumentProblem: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case tooFew(wanted: Int)
    case tooMany(wanted: Int)
    /// What is wanted, with an article: "a text", "a whole number from 0 on".
    case wrongKind(wanted: String)
    case outOfRange(String)
    case invalidRegexp(String)
    case invalidPattern(String)
    case invalidPath(String)
    case repeatedKey
  }

  package let kind: Kind
  /// The argument that is wrong, from 0; nil where one is missing.
  package let argument: Int?

  package init(_ kind: Kind, argument: Int? = nil) {
    self.kind = kind
    self.argument = argument
  }
}

/// Why a transform has no result for a value, in words that do not tell the value.
package struct TransformMismatch: Error, Hashable, Sendable {
  package let transform: String
  /// A clause without a period: "the text is not a number".
  package let reason: String

  package init(_ transform: String, _ reason: String) {
    self.transform = transform
    self.reason = reason
  }
}
