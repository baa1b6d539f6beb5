internal import Diagnostics

extension Parser {
  /// FunctionCall ::= FunctionName '(' ( Argument ( ',' Argument )* )? ')'
  mutating func call(_ name: XPathName, _ token: Token) throws(XPathProblem) -> Part {
    let opener = advance()
    var arguments: [Part] = []
    if current.kind != .closeParenthesis {
      repeat { arguments.append(try nested(in: opener)) } while take(.comma) != nil
    }
    let closer = try close(opener)
    let syntaxes = arguments.map(\.syntax)
    let range = token.range.union(closer.range)
    guard name.prefix == nil, let function = XPathFunction(rawValue: name.local.string) else {
      note(Parser.unknownFunction(name), at: token.range)
      return Part(syntax: .literal(""), range: range)
    }
    check(arguments, of: function, at: token.range)
    return Part(syntax: .call(function, syntaxes), range: range)
  }

  private mutating func check(
    _ arguments: [Part], of function: XPathFunction, at range: SourceRange
  ) {
    let signature = function.signature
    guard signature.accepts(argumentCount: arguments.count) else {
      note(.argumentCount(function, given: arguments.count), at: range)
      return
    }
    for (position, argument) in arguments.enumerated()
    where signature.parameter(at: position) == .nodeSet {
      requireNodeSet(argument, for: .argument(function))
    }
  }

  static func unknownFunction(_ name: XPathName) -> XPathProblem.Kind {
    if let instead = LaterFunctions.replacement(for: name.local.string) {
      return .laterFunction(name.text, instead: instead)
    }
    let names = XPathFunction.allCases.map(\.rawValue)
    let near = Suggestion.nearest(to: name.text, among: names)
    return .unknownFunction(name.text, suggestion: near.flatMap(XPathFunction.init))
  }
}
