internal import IRegexp
internal import JSONPath
internal import MappingPlan

/// What stands between the parentheses of a call, as many as the parameters ask for; each argument
/// is then asked for as what it has to be.
struct Arguments {
  private let arguments: [Argument]

  var count: Int { arguments.count }

  /// Checks the number of arguments.
  init(
    _ arguments: [Argument], of parameters: [Transform.Parameter]
  ) throws(ArgumentProblem) {
    let wanted = parameters.count { !$0.isOptional }
    guard arguments.count >= wanted else { throw ArgumentProblem(.tooFew(wanted: wanted)) }
    let takesAny = parameters.last?.kind == .entries
    guard takesAny || arguments.count <= parameters.count else {
      throw ArgumentProblem(
        .tooMany(wanted: parameters.count), argument: parameters.count)
    }
    self.arguments = arguments
  }

  /// A text; numbers and truth values stand for their texts, as they do in a value.
  func text(_ position: Int) throws(ArgumentProblem) -> String {
    guard let text = Value(try literal(position, wanted: .text)).text else {
      throw ArgumentProblem(.wrongKind(wanted: .text), argument: position)
    }
    return text
  }

  func nonEmptyText(_ position: Int) throws(ArgumentProblem) -> String {
    let text = try text(position)
    guard !text.utf8.isEmpty else { throw ArgumentProblem(.emptyText, argument: position) }
    return text
  }

  /// A number to calculate with: within the range of ``Decimal34``.
  func number(_ position: Int) throws(ArgumentProblem) -> Decimal34 {
    guard case .number(let text) = try literal(position, wanted: .number) else {
      throw ArgumentProblem(.wrongKind(wanted: .number), argument: position)
    }
    do {
      return try Decimal34(try ExactNumber(text))
    } catch {
      throw ArgumentProblem(.numberOutOfRange, argument: position)
    }
  }

  /// A whole number from 0 on, in any notation: `2`, `2.0`.
  func count(_ position: Int) throws(ArgumentProblem) -> Int {
    guard case .number(let text) = try literal(position, wanted: .count),
      let number = try? ExactNumber(text), number.isInteger, !number.isNegative
    else { throw ArgumentProblem(.wrongKind(wanted: .count), argument: position) }
    guard let count = Int32(number.description) else {
      throw ArgumentProblem(.countOutOfRange, argument: position)
    }
    return Int(count)
  }

  func literal(_ position: Int) throws(ArgumentProblem) -> Literal {
    try literal(position, wanted: .literal)
  }

  /// What values have that are equal to the literal.
  func equalityKey(_ position: Int) throws(ArgumentProblem) -> EqualityKey {
    try Arguments.equalityKey(of: try literal(position), position)
  }

  static func equalityKey(
    of literal: Literal, _ position: Int
  ) throws(ArgumentProblem) -> EqualityKey {
    do {
      return try EqualityKey(literal)
    } catch {
      throw ArgumentProblem(.numberOutOfRange, argument: position)
    }
  }

  /// - Parameter reading: what is read by the pattern; nil where only times are written by it.
  func timePattern(
    _ position: Int, reading: TimePattern.Reading? = nil
  ) throws(ArgumentProblem) -> TimePattern {
    guard case .text(let text) = try literal(position, wanted: .timePattern) else {
      throw ArgumentProblem(.wrongKind(wanted: .timePattern), argument: position)
    }
    do {
      let pattern = try TimePattern(text)
      if let reading { try pattern.check(for: reading) }
      return pattern
    } catch {
      throw ArgumentProblem(.invalidPattern(error), argument: position)
    }
  }

  func iregexp(_ position: Int) throws(ArgumentProblem) -> IRegexp {
    guard case .text(let text) = try literal(position, wanted: .iregexp) else {
      throw ArgumentProblem(.wrongKind(wanted: .iregexp), argument: position)
    }
    do {
      return try IRegexp(text)
    } catch {
      throw ArgumentProblem(.invalidRegexp(error), argument: position)
    }
  }

  func jsonPath(_ position: Int) throws(ArgumentProblem) -> JSONPathQuery {
    guard arguments.indices.contains(position), case .jsonPath(let text) = arguments[position]
    else { throw ArgumentProblem(.wrongKind(wanted: .jsonPath), argument: position) }
    do {
      return try JSONPathQuery.parse(text)
    } catch {
      throw ArgumentProblem(.invalidPath(error), argument: position)
    }
  }

  /// All arguments as `key: value`; the key of `else` is nil.
  func entries() throws(ArgumentProblem) -> [(key: Literal?, value: Literal)] {
    var entries: [(key: Literal?, value: Literal)] = []
    for (position, argument) in arguments.enumerated() {
      guard case .entry(let key, let value) = argument else {
        throw ArgumentProblem(.wrongKind(wanted: .entries), argument: position)
      }
      entries.append((key, value))
    }
    return entries
  }

  private func literal(
    _ position: Int, wanted: Transform.Parameter.Kind
  ) throws(ArgumentProblem) -> Literal {
    guard arguments.indices.contains(position), case .literal(let literal) = arguments[position]
    else { throw ArgumentProblem(.wrongKind(wanted: wanted), argument: position) }
    return literal
  }
}
