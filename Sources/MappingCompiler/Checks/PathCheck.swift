import Diagnostics
import JSONPath
import MappingPlan
import MappingSyntax
import Transforms
import XPath

extension Checker {
  /// A path in any notation, and the kinds that its value may have. Nil if it has a mistake, which is
  /// reported here or was by the parser.
  ///
  /// - Parameter isStandalone: whether the path is a text of its own, which nothing follows.
  mutating func checkPath(
    _ operand: OperandSyntax, isStandalone: Bool = false
  ) -> (CheckedPath, Kinds)? {
    guard let format = scope.format else { return nil }
    switch (operand, format) {
    case (.path(let path), _): return checkMarketoPath(path, format)
    case (.jsonPath(let token), .json): return checkJSONPath(token.range)
    case (.xPath(let token), .xml): return checkXPath(token.range, isStandalone)
    case (.jsonPath(let token), .xml): report(.wrongNotation(.jsonPath, .xml), at: token.range)
    case (.xPath(let token), .json): report(.wrongNotation(.xPath, .json), at: token.range)
    case (.literal, _), (.template, _), (.unreadable, _): break
    }
    return nil
  }

  private mutating func checkMarketoPath(
    _ path: PathSyntax, _ format: BodyFormat
  ) -> (CheckedPath, Kinds)? {
    checkTypeInKey(of: path)
    switch format {
    case .json: checkJSONSteps(of: path)
    case .xml: checkXMLPath(path)
    }
    let steps = path.steps.compactMap(\.resolved)
    guard steps.count == path.steps.count, let last = steps.last else { return nil }
    if steps.count > PathTrie.mostSteps {
      report(.tooManySteps, at: path.range)
      return nil
    }
    if format == .xml { xmlPaths.append((steps, path.range)) }
    if case .attribute = last { return (.steps(steps), .text) }
    return (.steps(steps), format == .json ? .any : [.text, .null, .structure])
  }

  /// A path that names its way step by step means the same in both notations, and is streamed.
  private mutating func checkJSONPath(_ range: SourceRange) -> (CheckedPath, Kinds)? {
    do {
      let query = try JSONPathQuery.parse(text.bytes, in: range)
      for trap in query.traps { report(.trap(trap)) }
      let kinds = query.isSingular ? Kinds.any : .list
      guard let steps = query.pathSteps, !steps.isEmpty, steps.count <= PathTrie.mostSteps else {
        return (.query(query.canonicalText), kinds)
      }
      return (.steps(steps), kinds)
    } catch {
      report(.jsonPath(error))
      return nil
    }
  }

  /// A set of nodes stands for its first one wherever one value is wanted (XPath 1.0 §4.2), so it is
  /// no list for sure.
  private mutating func checkXPath(
    _ range: SourceRange, _ isStandalone: Bool
  ) -> (CheckedPath, Kinds)? {
    do {
      let expression = try XPathExpression.parse(text.bytes, in: range, prefixes: scope.prefixes)
      guard expression.isLocationPathOrUnion || expression.isParenthesized || isStandalone else {
        report(.unparenthesizedXPath(text: text[range]), at: range)
        return nil
      }
      checkPositions(of: expression)
      return (.query(expression.canonicalText), expression.type.kinds)
    } catch {
      report(.xPath(error))
      return nil
    }
  }
}

extension PathStepSyntax {
  fileprivate var resolved: PathStep? {
    switch self {
    case .key(_, _, let name): name.map { .key($0) }
    case .index(_, _, let value, _): value.map { .index($0) }
    case .attribute(_, _, let name): name.map { .attribute($0) }
    case .unexpected: nil
    }
  }
}

extension JSONPathQuery {
  /// The steps of a path that Marketo's notation can follow, too; nil if it cannot.
  var pathSteps: [PathStep]? {
    guard let simpleSteps else { return nil }
    var steps: [PathStep] = []
    for step in simpleSteps {
      switch step {
      case .name(let name): steps.append(.key(name))
      case .index(let index):
        guard let index = UInt32(exactly: index) else { return nil }
        steps.append(.index(index))
      }
    }
    return steps
  }
}

extension XPathType {
  fileprivate var kinds: Kinds {
    switch self {
    case .nodeSet: [.text, .null, .structure, .list]
    case .boolean: .boolean
    case .number: .number
    case .string: .text
    }
  }
}
