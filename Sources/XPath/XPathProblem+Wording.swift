package import Diagnostics

extension XPathProblem {
  /// What is said about the problem.
  package var diagnostic: Diagnostic {
    switch kind {
    case .unclosedQuote:
      Diagnostic(
        .unclosedQuote, "this quote is not closed", at: range,
        help: "end the text with the same quote; one that holds it takes the other: \"it's\"")
    case .unclosedBracket(let bracket): unclosed(bracket)
    case .unopenedBracket(let bracket): unopened(bracket)
    case .unexpectedCharacter, .nameCharacter, .unexpectedText, .spaceInName: character
    case .foreignOperator, .missingOperator, .laterOperator: operatorProblem
    case .jsonPath:
      Diagnostic(
        .wrongNotation, "`$` begins a JSONPath, and this is an XPath", at: range,
        help: "write the path from the root element on: `/order/id`")
    case .dotBeforeName, .trailingSlash, .missingNodeTest, .missingSlash, .functionAsStep,
      .predicateOfAbbreviation, .nodeTypeArgument, .unknownAxis:
      step
    case .missingExpression(let before): missingExpression(before)
    case .tooDeep(let limit):
      Diagnostic(
        .xPathSyntax, "the expression is nested deeper than \(limit) levels", at: range,
        help: "write it with fewer brackets within brackets")
    case .tooLong(let limit):
      Diagnostic(
        .xPathSyntax, "the expression has more than \(limit) names, operators and brackets",
        at: range, help: "split it into several mappings")
    case .unknownFunction, .laterFunction, .argumentCount: function
    case .notANodeSet(let type, let place): notANodeSet(type, place)
    case .undeclaredPrefix(let prefix, let suggestion):
      Diagnostic(
        .undeclaredPrefix, "the prefix `\(prefix.printable)` is not declared", at: range,
        help: suggestion.map { "did you mean `\($0.printable)`?" }
          ?? "declare it above the mappings: `namespace \(prefix.printable) = \"URI\"`")
    case .unknownVariable(let name):
      Diagnostic(
        .unknownVariable, "there is no variable `$\(name.printable)`: a mapping has none",
        at: range, help: "write its value, a path or a text in quotes, in its place")
    }
  }

  // MARK: Brackets and characters

  private func unclosed(_ bracket: Bracket) -> Diagnostic {
    switch bracket {
    case .round:
      Diagnostic(
        .unclosedBracket, "this parenthesis is not closed", at: range,
        help: "close it: `count(/orders/order)`")
    case .square:
      Diagnostic(
        .unclosedBracket, "this bracket is not closed", at: range,
        help: "close the predicate: `/orders/order[1]`")
    }
  }

  private func unopened(_ bracket: Bracket) -> Diagnostic {
    let spelling = bracket == .round ? ")" : "]"
    return Diagnostic(
      .xPathSyntax, "this `\(spelling)` closes nothing", at: range,
      help: "leave it out, or write the `\(bracket == .round ? "(" : "[")` that it closes")
  }

  private var character: Diagnostic {
    switch kind {
    case .nameCharacter(let character):
      Diagnostic(
        .xPathSyntax, "`\(String(character).printable)` cannot stand in a name of XPath 1.0",
        at: range, notes: ["names of XPath 1.0 have the letters of Unicode 2.0"],
        help: "compare the name instead: `*[name() = \"…\"]`")
    case .spaceInName:
      Diagnostic(
        .xPathSyntax, "there is no name behind the prefix's colon", at: range,
        help: "write prefix and name without a space, `soap:Body`, or an axis with `::`")
    case .unexpectedText(let text):
      Diagnostic(
        .xPathSyntax, "`\(text.printable)` does not belong here", at: range,
        help: "leave it out; here an operator such as `or` or `=` may stand, or the end")
    case .unexpectedCharacter("{"), .unexpectedCharacter("}"):
      Diagnostic(
        .xPathSyntax, "braces have no meaning in XPath", at: range,
        help: "a template stands in double quotes: \"{/order/id}\"")
    case .unexpectedCharacter(let character):
      Diagnostic(
        .xPathSyntax, "`\(String(character).printable)` has no meaning in XPath", at: range,
        help: character == "\\"
          ? "steps are separated by `/`: `/order/id`" : "leave it out, or put a text in quotes")
    default: Diagnostic(.xPathSyntax, "this is no XPath", at: range)
    }
  }

  // MARK: Operators and operands

  private var operatorProblem: Diagnostic {
    switch kind {
    case .foreignOperator(let foreign, let meant):
      Diagnostic(
        .xPathSyntax, "XPath has no operator `\(foreign)`", at: range,
        help: "write `\(meant)`",
        fixes: meant.utf8.last == UInt8(ascii: ")") ? [] : [fix(meant, isSafe: true)])
    case .laterOperator(let name):
      Diagnostic(
        .xPathSyntax, "`\(name)` is an operator of XPath 2, and this is XPath 1.0", at: range,
        help: "use one of `=`, `!=`, `<`, `<=`, `>`, `>=`, `and`, `or`, `div`, `mod`, `|`")
    case .missingOperator(let name, let meant?):
      Diagnostic(
        .xPathSyntax, "`\(name.printable)` is no operator: operators have small letters", at: range,
        help: "write `\(meant)`", fixes: [fix(meant, isSafe: true)])
    case .missingOperator(let text, nil):
      Diagnostic(
        .xPathSyntax, "an operator is missing before `\(text.printable)`", at: range,
        help: "write one, such as `or`, `=` or `|`, or `/` between two steps")
    default: Diagnostic(.xPathSyntax, "this is no operator of XPath", at: range)
    }
  }

  private func fix(_ text: String, isSafe: Bool) -> FixIt {
    FixIt("write `\(text)`", isSafe: isSafe, [FixIt.Edit(range, text)])
  }

  private func missingExpression(_ before: String?) -> Diagnostic {
    guard let before else {
      return Diagnostic(
        .xPathSyntax, "there is no expression here", at: range,
        help: "write a path from the root element on: `/order/id`")
    }
    return Diagnostic(
      .xPathSyntax, "there is no expression behind `\(before.printable)`", at: range,
      help: "write a path, a number or a text in quotes there, or leave the operator out")
  }

  // MARK: Steps

  private var step: Diagnostic {
    switch kind {
    case .dotBeforeName:
      Diagnostic(
        .xPathSyntax, "steps of an XPath are separated by `/`, not by a dot", at: range,
        help: "write `/order/id`; `.` alone is the context node")
    case .trailingSlash(let slash): trailingSlash(slash)
    case .missingNodeTest(let before):
      Diagnostic(
        .xPathSyntax, "there is no name behind `\(before.printable)`", at: range,
        help: "write a name, `*`, or a node test such as `text()`: `/order/item[1]/@id`")
    case .missingSlash:
      Diagnostic(
        .xPathSyntax, "an attribute is a step of its own, and a step begins behind a slash",
        at: range, help: "write `/order/@id`",
        fixes: [FixIt("write `/@`", isSafe: true, [FixIt.Edit(range, "/@")])])
    case .functionAsStep(let name):
      Diagnostic(
        .xPathSyntax, "a function such as `\(name.printable)` is no step in XPath 1.0", at: range,
        help: "give it the path as its argument: `(string(/order/id))`")
    case .predicateOfAbbreviation(let step):
      Diagnostic(
        .xPathSyntax, "no predicate can stand behind `\(step)`", at: range,
        help: "write the step in full: `\(step == "." ? "self" : "parent")::node()[1]`")
    case .nodeTypeArgument(let name):
      Diagnostic(
        .xPathSyntax, "`\(name)()` takes no such argument", at: range,
        help: name == "processing-instruction"
          ? "name the target as a text in quotes: `processing-instruction(\"xml-stylesheet\")`"
          : "write `\(name)()`, and compare its value in a predicate: `[. = \"a\"]`")
    case .unknownAxis(let name, let suggestion): unknownAxis(name, suggestion)
    default: Diagnostic(.xPathSyntax, "this is no step of an XPath", at: range)
    }
  }

  private func trailingSlash(_ slash: String) -> Diagnostic {
    Diagnostic(
      .xPathSyntax, "no step follows this `\(slash)`", at: range,
      help: slash == "//"
        ? "name what is searched, `//id`, or leave the `//` out"
        : "leave the slash out: `/order/id`")
  }

  private func unknownAxis(_ name: String, _ suggestion: XPathAxis?) -> Diagnostic {
    let axes = XPathAxis.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    return Diagnostic(
      .xPathSyntax, "there is no axis `\(name.printable)`", at: range,
      notes: suggestion == nil ? ["the axes are \(axes)"] : [],
      help: suggestion.map { "did you mean `\($0.rawValue)::`?" }
        ?? "a prefix is followed by a single colon: `soap:Body`",
      fixes: suggestion.map { [fix($0.rawValue, isSafe: false)] } ?? [])
  }

  // MARK: Functions and types

  private var function: Diagnostic {
    switch kind {
    case .unknownFunction(let name, let suggestion): unknownFunction(name, suggestion)
    case .laterFunction(let name, let instead):
      Diagnostic(
        .unknownFunction, "XPath 1.0 has no function `\(name.printable)`", at: range,
        notes: ["responses are read with XPath 1.0, which later versions add functions to"],
        help: instead)
    case .argumentCount(let function, let given): argumentCount(function, given)
    default: Diagnostic(.unknownFunction, "this is no function of XPath", at: range)
    }
  }

  private func unknownFunction(_ name: String, _ suggestion: XPathFunction?) -> Diagnostic {
    let functions = XPathFunction.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    return Diagnostic(
      .unknownFunction, "there is no function `\(name.printable)`", at: range,
      notes: suggestion == nil ? ["the functions are \(functions)"] : [],
      help: suggestion.map { "did you mean `\($0.rawValue)`?" } ?? "use one of them",
      fixes: suggestion.map { [fix($0.rawValue, isSafe: false)] } ?? [])
  }

  private func argumentCount(_ function: XPathFunction, _ given: Int) -> Diagnostic {
    Diagnostic(
      .functionArguments,
      "`\(function.rawValue)` takes \(function.arguments), not \(given)", at: range,
      help: "write `\(function.example)`")
  }

  private func notANodeSet(_ type: XPathType, _ place: NodeSetPlace) -> Diagnostic {
    switch place {
    case .argument(let function):
      Diagnostic(
        .notWellTyped, "`\(function.rawValue)` takes nodes, and this is \(type.words)", at: range,
        help: "write a path there: `\(function.example)`")
    case .union:
      Diagnostic(
        .notWellTyped, "`|` unites nodes, and this is \(type.words)", at: range,
        help: type == .boolean ? "write `or` between conditions" : "write a path on both sides")
    case .predicate:
      Diagnostic(
        .notWellTyped, "a predicate selects among nodes, and this is \(type.words)", at: range,
        help: "write the predicate behind a path: `/orders/order[1]`")
    case .steps:
      Diagnostic(
        .notWellTyped, "steps lead on from nodes, and this is \(type.words)", at: range,
        help: type == .number ? "divide with `div`: `6 div 2`" : "write a path before the slash")
    }
  }
}

extension XPathType {
  fileprivate var words: String {
    switch self {
    case .nodeSet: "a node-set"
    case .boolean: "a boolean"
    case .number: "a number"
    case .string: "a string"
    }
  }
}

extension XPathFunction {
  /// How many arguments it takes: `1 or 2 arguments`.
  fileprivate var arguments: String {
    let (most, least) = (signature.parameters.count, signature.minimum)
    if signature.isVariadic { return "\(least) arguments or more" }
    if most == 0 { return "no argument" }
    let range = least == most ? "\(most)" : "\(least) or \(most)"
    return range + (range == "1" || range == "0 or 1" ? " argument" : " arguments")
  }

  /// The function with arguments of the right kind.
  fileprivate var example: String {
    let arguments = signature.parameters.prefix(max(1, signature.minimum)).map { parameter in
      switch parameter {
      case .nodeSet, .any, .string, .boolean: "/a/b"
      case .number: "1"
      }
    }
    return "\(rawValue)(\(arguments.joined(separator: ", ")))"
  }
}
