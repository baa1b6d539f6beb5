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
    case .unexpectedCharacter(let character): unexpectedCharacter(character)
    case .nameCharacter(let character): nameCharacter(character)
    case .unexpectedText(let text):
      syntax(
        "`\(text.printable)` does not belong here",
        help: "leave it out; here an operator such as `or` or `=` may stand, or the end")
    case .spaceInName:
      syntax(
        "there is no name behind the prefix's colon",
        help: "write prefix and name without a space, `soap:Body`, or an axis with `::`")
    case .foreignOperator(let foreign, let meant): foreignOperator(foreign, meant)
    case .laterOperator(let name):
      syntax(
        "`\(name)` is an operator of XPath 2, and this is XPath 1.0",
        help: "use one of `=`, `!=`, `<`, `<=`, `>`, `>=`, `and`, `or`, `div`, `mod`, `|`")
    case .missingOperator(let text, let meant): missingOperator(text, meant)
    case .missingExpression(let before): missingExpression(before)
    case .jsonPath:
      Diagnostic(
        .wrongNotation, "`$` begins a JSONPath, and this is an XPath", at: range,
        help: "write the path from the root element on: `/order/id`")
    case .tooDeep(let limit):
      syntax(
        "the expression is nested deeper than \(limit) levels",
        help: "write it with fewer brackets within brackets")
    case .tooLong(let limit):
      syntax(
        "the expression has more than \(limit) names, operators and brackets",
        help: "split it into several mappings")
    case .dotBeforeName:
      syntax(
        "steps of an XPath are separated by `/`, not by a dot",
        help: "write `/order/id`; `.` alone is the context node")
    case .trailingSlash(let slash): trailingSlash(slash)
    case .missingNodeTest(let before):
      syntax(
        "there is no name behind `\(before.printable)`",
        help: "write a name, `*`, or a node test such as `text()`: `/order/item[1]/@id`")
    case .missingSlash: missingSlash
    case .functionAsStep(let name):
      syntax(
        "a function such as `\(name.printable)` is no step in XPath 1.0",
        help: "give it the path as its argument: `(string(/order/id))`")
    case .predicateOfAbbreviation(let step):
      syntax(
        "no predicate can stand behind `\(step)`",
        help: "write the step in full: `\(step == "." ? "self" : "parent")::node()[1]`")
    case .nodeTypeArgument(let name): nodeTypeArgument(name)
    case .unknownAxis(let name, let suggestion): unknownAxis(name, suggestion)
    case .unknownFunction(let name, let suggestion): unknownFunction(name, suggestion)
    case .laterFunction(let name, let instead):
      Diagnostic(
        .unknownFunction, "XPath 1.0 has no function `\(name.printable)`", at: range,
        notes: ["it belongs to a later version, or to XSLT"], help: instead)
    case .argumentCount(let function, let given): argumentCount(function, given)
    case .notANodeSet(let type, let place): notANodeSet(type, place)
    case .undeclaredPrefix(let prefix, let suggestion): undeclaredPrefix(prefix, suggestion)
    case .unknownVariable(let name):
      Diagnostic(
        .unknownVariable, "there is no variable `$\(name.printable)`: a mapping has none",
        at: range, help: "write its value, a path or a text in quotes, in its place")
    }
  }

  private func syntax(_ message: String, help: String, fixes: [FixIt] = []) -> Diagnostic {
    Diagnostic(.xPathSyntax, message, at: range, help: help, fixes: fixes)
  }

  private func fix(_ text: String, isSafe: Bool) -> FixIt {
    FixIt("write `\(text)`", isSafe: isSafe, [FixIt.Edit(range, text)])
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
    switch bracket {
    case .round:
      syntax("this `)` closes nothing", help: "leave it out, or write the `(` that it closes")
    case .square:
      syntax("this `]` closes nothing", help: "leave it out, or write the `[` that it closes")
    }
  }

  private func unexpectedCharacter(_ character: Unicode.Scalar) -> Diagnostic {
    let help =
      switch character {
      case "{", "}": "a template stands in double quotes: \"{/order/id}\""
      case "\\": "steps are separated by `/`: `/order/id`"
      case ":": "a prefix has one colon, `soap:Body`, an axis two: `child::id`"
      default: "leave it out, or put a text in quotes"
      }
    return syntax("`\(String(character).printable)` has no meaning in XPath here", help: help)
  }

  private func nameCharacter(_ character: Unicode.Scalar) -> Diagnostic {
    Diagnostic(
      .xPathSyntax, "`\(String(character).printable)` cannot stand in a name of XPath 1.0",
      at: range, notes: ["names of XPath 1.0 have the letters of Unicode 2.0"],
      help: "compare the name instead: `*[name() = \"…\"]`")
  }

  // MARK: Operators and operands

  private func foreignOperator(_ foreign: String, _ meant: String) -> Diagnostic {
    // What becomes of `!` depends on what stands behind it.
    if foreign == "!" { return syntax("XPath has no operator `!`", help: "write `not(…)`") }
    let isWord = meant.utf8.first.map { (0x61...0x7A).contains($0) } ?? false
    let edit = FixIt.Edit(range, isWord ? " \(meant) " : meant)
    return syntax(
      "XPath has no operator `\(foreign)`", help: "write `\(meant)`",
      fixes: [FixIt("write `\(meant)`", isSafe: true, [edit])])
  }

  private func missingOperator(_ text: String, _ meant: String?) -> Diagnostic {
    guard let meant else {
      return syntax(
        "an operator is missing before `\(text.printable)`",
        help: "write one, such as `or`, `=` or `|`, or `/` between two steps")
    }
    return syntax(
      "`\(text.printable)` is no operator: operators have small letters",
      help: "write `\(meant)`", fixes: [fix(meant, isSafe: true)])
  }

  private func missingExpression(_ before: String?) -> Diagnostic {
    guard let before else {
      return syntax(
        "there is no expression here", help: "write a path from the root element on: `/order/id`")
    }
    return syntax(
      "there is no expression behind `\(before.printable)`",
      help: "write a path, a number or a text in quotes there, or leave the operator out")
  }

  // MARK: Steps

  private func trailingSlash(_ slash: String) -> Diagnostic {
    syntax(
      "no step follows this `\(slash)`",
      help: slash == "//"
        ? "name what is searched, `//id`, or leave the `//` out"
        : "leave the slash out: `/order/id`")
  }

  private var missingSlash: Diagnostic {
    syntax(
      "an attribute is a step of its own, and a step begins behind a slash",
      help: "write `/order/@id`",
      fixes: [FixIt("write `/@`", isSafe: true, [FixIt.Edit(range, "/@")])])
  }

  private func nodeTypeArgument(_ name: String) -> Diagnostic {
    syntax(
      "`\(name)()` takes no such argument",
      help: name == "processing-instruction"
        ? "name the target as a text in quotes: `processing-instruction(\"xml-stylesheet\")`"
        : "write `\(name)()`, and compare its value in a predicate: `[. = \"a\"]`")
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

  private func undeclaredPrefix(_ prefix: String, _ suggestion: String?) -> Diagnostic {
    let declaration = "namespace \(prefix.printable) = \"URI\""
    return Diagnostic(
      .undeclaredPrefix, "the prefix `\(prefix.printable)` is not declared", at: range,
      help: suggestion.map { "did you mean `\($0.printable)`? Else declare it: `\(declaration)`" }
        ?? "declare it above the mappings: `\(declaration)`")
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
