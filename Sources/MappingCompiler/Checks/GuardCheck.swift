import Diagnostics
import JSONPath
import MappingPlan
import MappingSyntax
import XPath

extension Checker {
  /// Conditions are JSONPath or XPath, as the format says.
  mutating func checkGuards(_ directives: [DirectiveSyntax]) -> [Guard] {
    guard let format = scope.format else { return [] }
    var guards: [Guard] = []
    for case .guard(let directive) in directives {
      let token = directive.condition
      if token.isMissing || token.kind == .unexpected { continue }
      guard let condition = condition(token.range, format) else { continue }
      guards.append(
        Guard(Guard.Kind(directive.word), when: condition, because: directive.because?.text))
    }
    return guards
  }

  /// The canonical form of a condition; nil if it has a mistake, which is reported.
  private mutating func condition(_ range: SourceRange, _ format: BodyFormat) -> String? {
    switch format {
    case .json:
      if checkNotation(at: range, isXPath: text.bytes[range.lowerBound] == UInt8(ascii: "/")) {
        return nil
      }
      do {
        let condition = try JSONPathCondition.parse(text.bytes, in: range)
        for trap in condition.traps { report(.trap(trap)) }
        return condition.canonicalText
      } catch {
        report(.jsonPath(error))
      }
    case .xml:
      if checkNotation(at: range, isJSONPath: text.bytes[range.lowerBound] == UInt8(ascii: "$")) {
        return nil
      }
      do {
        let expression = try XPathExpression.parse(
          text.bytes, in: range, prefixes: scope.prefixes)
        checkPositions(of: expression)
        return expression.canonicalText
      } catch {
        report(.xPath(error))
      }
    }
    return nil
  }

  /// Reports a notation of the other format.
  mutating func checkNotation(
    at range: SourceRange, isJSONPath: Bool = false, isXPath: Bool = false
  ) -> Bool {
    if isJSONPath { report(.wrongNotation(.jsonPath, .xml), at: range) }
    if isXPath { report(.wrongNotation(.xPath, .json), at: range) }
    return isJSONPath || isXPath
  }
}

extension Guard.Kind {
  fileprivate init(_ word: GuardWord) {
    switch word {
    case .accept: self = .accept
    case .reject: self = .reject
    case .pending: self = .pending
    }
  }
}
