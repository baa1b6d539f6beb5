package import MappingPlan

/// A function of the mapping language: everything there is to know about it, as data.
///
/// The compiler reads the signature, the documentation and the tests the examples, and the runtime
/// prepares a call once and applies it to each value: there is no second definition of any of it.
///
/// ```
/// name |> prefix(3)        prepare([3])   "Müller" → "Mül"    null → null    missing → missing
///         └ Transform      └ once, at     └ Prepared, for each response
///                            compile time
/// ```
package struct Transform: Sendable {
  package enum Family: String, CaseIterable, Sendable {
    case text, numbers, truth, time, lists, choice, nestedDocuments
  }

  package let name: String
  package let family: Family
  /// What it does, in one sentence without a period.
  package let summary: String
  package let parameters: [Parameter]
  /// The kinds it takes. Each stands for those that convert to it without loss, too: a text takes
  /// numbers, truth values and times as their texts, a number takes texts that are numbers, a list
  /// takes a single value as a list of one.
  package let input: Kinds
  /// The kinds it gives, null aside where null only passes through.
  package let output: Kinds
  /// Whether it is asked when there is no value: for a missing path and for null.
  package let takesNothing: Bool
  package let examples: [Example]
  /// The kinds that a call with these arguments gives, where they are fewer.
  private let outputOfCall: (@Sendable (Arguments) throws(ArgumentProblem) -> Kinds)?
  private let make: @Sendable (Arguments) throws(ArgumentProblem) -> Function

  init(
    _ name: String, _ family: Family, _ summary: String, parameters: [Parameter] = [],
    input: Kinds, output: Kinds, takesNothing: Bool = false, examples: [Example],
    outputOfCall: (@Sendable (Arguments) throws(ArgumentProblem) -> Kinds)? = nil,
    make: @escaping @Sendable (Arguments) throws(ArgumentProblem) -> Function
  ) {
    self.name = name
    self.family = family
    self.summary = summary
    self.parameters = parameters
    self.input = input
    self.output = output
    self.takesNothing = takesNothing
    self.examples = examples
    self.outputOfCall = outputOfCall
    self.make = make
  }

  /// Checks the arguments and makes the function.
  package func prepare(_ arguments: [Argument]) throws(ArgumentProblem) -> Prepared {
    let arguments = try Arguments(arguments, of: parameters)
    return Prepared(
      name: name, output: try outputOfCall?(arguments) ?? output, function: try make(arguments))
  }
}

extension Transform {
  /// The kinds of which it takes some values at least, by the conversions without loss; null passes
  /// through. Of all others it takes none.
  package var accepted: Kinds {
    var accepted = input.union(.null)
    if input.contains(.text) { accepted.formUnion(.scalar) }
    if input.contains(.number) { accepted.formUnion(.text) }
    if input.contains(.list) { accepted.formUnion(.any) }
    return accepted
  }
}

extension Transform {
  package struct Parameter: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      case text
      /// A text that is not empty.
      case nonEmptyText
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
    package let isOptional: Bool

    init(_ name: String, _ kind: Kind, isOptional: Bool = false) {
      self.name = name
      self.kind = kind
      self.isOptional = isOptional
    }
  }

  /// A call, a value and what comes of it: shown in the documentation and run by the tests.
  package struct Example: Sendable {
    package let arguments: [Argument]
    package let input: Value?
    package let result: Result

    init(_ arguments: [Argument], _ input: Value?, _ result: Result) {
      self.arguments = arguments
      self.input = input
      self.result = result
    }

    /// Of a call without arguments.
    init(_ input: Value?, _ result: Result) { self.init([], input, result) }
  }

  package enum Result: Hashable, Sendable {
    case value(Value)
    case missing
    case mismatch(TransformMismatch)
  }
}
