/// The core function library (§4), each function with its signature.
package enum XPathFunction: String, CaseIterable, Hashable, Sendable {
  case last, position, count, id
  case localName = "local-name"
  case namespaceURI = "namespace-uri"
  case name, string, concat
  case startsWith = "starts-with"
  case contains
  case substringBefore = "substring-before"
  case substringAfter = "substring-after"
  case substring
  case stringLength = "string-length"
  case normalizeSpace = "normalize-space"
  case translate, boolean, not, `true`, `false`, lang, number, sum, floor, ceiling, round

  /// What an argument is converted to. Any value converts to any type but a node-set (§3.2).
  enum Parameter: Hashable, Sendable { case nodeSet, any, string, number, boolean }

  struct Signature: Hashable, Sendable {
    let parameters: [Parameter]
    /// How many arguments may be left out.
    var optional = 0
    /// Whether the last parameter may come again and again.
    var isVariadic = false
    let result: XPathType

    var minimum: Int { parameters.count - optional }

    func accepts(argumentCount count: Int) -> Bool {
      count >= minimum && (isVariadic || count <= parameters.count)
    }

    func parameter(at position: Int) -> Parameter? {
      position < parameters.count ? parameters[position] : parameters.last
    }
  }

  var signature: Signature {
    switch self {
    case .last, .position: Signature(parameters: [], result: .number)
    case .count, .sum: Signature(parameters: [.nodeSet], result: .number)
    case .id: Signature(parameters: [.any], result: .nodeSet)
    case .localName, .namespaceURI, .name:
      Signature(parameters: [.nodeSet], optional: 1, result: .string)
    case .string: Signature(parameters: [.any], optional: 1, result: .string)
    case .concat:
      Signature(
        parameters: [.string, .string, .string], optional: 1, isVariadic: true, result: .string)
    case .startsWith, .contains: Signature(parameters: [.string, .string], result: .boolean)
    case .substringBefore, .substringAfter:
      Signature(parameters: [.string, .string], result: .string)
    case .substring:
      Signature(parameters: [.string, .number, .number], optional: 1, result: .string)
    case .stringLength: Signature(parameters: [.string], optional: 1, result: .number)
    case .normalizeSpace: Signature(parameters: [.string], optional: 1, result: .string)
    case .translate: Signature(parameters: [.string, .string, .string], result: .string)
    case .boolean: Signature(parameters: [.any], result: .boolean)
    case .not: Signature(parameters: [.boolean], result: .boolean)
    case .true, .false: Signature(parameters: [], result: .boolean)
    case .lang: Signature(parameters: [.string], result: .boolean)
    case .number: Signature(parameters: [.any], optional: 1, result: .number)
    case .floor, .ceiling, .round: Signature(parameters: [.number], result: .number)
    }
  }
}

extension XPathSyntax {
  /// The type of every value of the expression: XPath 1.0 without variables is typed statically.
  package var type: XPathType {
    switch self {
    case .operation(_, let operations): operations.first?.operator.result ?? .number
    case .negation, .number: .number
    case .union, .path, .filter: .nodeSet
    case .literal: .string
    case .call(let function, _): function.signature.result
    }
  }
}
