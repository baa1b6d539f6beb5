import Diagnostics
import LeadFields
import MappingPlan

extension StaticProblem {
  /// What is said about a problem with a path.
  func diagnostic(of problem: PathProblem) -> Diagnostic {
    switch problem {
    case .positionAsKey(let name):
      saying(
        "this reads a member named `\(name.printable)`",
        help: "if an element is meant, write its position in brackets: `[\(name.printable)]`",
        fixes: [rewriting(as: "[\(name)]")])
    case .indexWithoutName(let isSecond):
      saying(
        "no element is named before this index",
        notes: ["in XML an index counts the elements of one name, from 0: `order[0].item[1]`"],
        help: isSecond
          ? "a name takes one index: leave this one out, or name the element within"
          : "write the element's name before it; the root element has a name, too")
    case .notAnElementName(let name): notAnElementName(name)
    case .tooManySteps:
      saying(
        "this path has more than the \(PathTrie.mostSteps) steps that one may have",
        help: "no response nests that deep: check what the path was copied from")
    case .attributeInJSON(let name):
      saying(
        "JSON has no attributes", notes: ["`@` names an attribute of an XML element"],
        help: "if the sign belongs to the member's name, write it in quotes: '@\(name.printable)'",
        fixes: [rewriting(as: "'@\(name)'")])
    case .typeInKey(let type):
      saying(
        "this reads a member whose name ends in a type",
        help: "if the type is meant, write it after the field: `path -> Field : \(type.rawValue)`")
    case .wrongNotation(let notation, let format): wrongNotation(notation, format)
    case .unparenthesizedXPath(let text):
      saying(
        "an expression that is no path stands in parentheses",
        notes: ["a location path, or several with `|` between them, stands as it is"],
        help: "write `(\(text.printable))`", fixes: [rewriting(as: "(\(text))", isSafe: true)])
    case .notPortable(let construct, let rewrite): notPortable(construct, rewrite)
    case .zeroPosition:
      saying(
        "`[0]` selects nothing: XPath counts positions from 1",
        notes: ["Marketo's own notation, `root.item[0]`, counts from 0"],
        help: "for the first one write `[1]`", fixes: [rewriting(as: "[1]")])
    case .rootNotNamed(let name, let root): rootNotNamed(name, root)
    case .mixedChildren(let parent, let repeated, let single):
      saying(
        "`\(parent.printable)` holds `\(repeated.printable)`, which is repeated, beside "
          + "`\(single.printable)`, which is not",
        notes: ["Marketo says of such an element that what it does is not defined"],
        help: "map one of the two kinds, or use `profile extended` and evaluate the response with "
          + "respmap")
    }
  }

  private func rootNotNamed(_ name: String, _ root: String) -> Diagnostic {
    let path = "\(root).\(name)"
    return saying(
      "this path is one name, that of the root element, and the other paths begin with "
        + "`\(root.printable)`",
      notes: ["a response has one root element, and each path over XML begins with it"],
      help: "if `\(name.printable)` stands within it, write `\(path.printable)`",
      fixes: [rewriting(as: path)])
  }

  private func notAnElementName(_ name: String) -> Diagnostic {
    let help =
      name.allSatisfy(\.isNumber)
      ? "if a position is meant, write it in brackets: `[\(name.printable)]`, counted from 0"
      : "look the name up in a response: it stands between `<` and the next space or `>`"
    return saying("no element of XML can be called `\(name.printable)`", help: help)
  }

  private func wrongNotation(_ notation: PathProblem.Notation, _ format: BodyFormat) -> Diagnostic {
    switch format {
    case .json:
      saying(
        "\(notation.rawValue) is for XML, and the file says `response json`",
        help: "write the path as Marketo does, `company.name`, or in JSONPath, `$.company.name`")
    case .xml:
      saying(
        "\(notation.rawValue) is for JSON, and the file says `response xml`",
        help: "write the path as Marketo does, `root.item[0]`, or in XPath, `/root/item[1]`")
    }
  }

  private func notPortable(_ construct: PathProblem.Construct, _ rewrite: String?) -> Diagnostic {
    saying(
      "Marketo's Response Mappings pane has no \(construct.words)",
      notes: ["the file says `profile marketo`, so it holds only what that pane can express"],
      help: rewrite.map { "write `\($0.printable)`, which is the same there" }
        ?? "leave it out, or use `profile extended` and evaluate the response with respmap",
      fixes: rewrite.map { [rewriting(as: $0, isSafe: true)] } ?? [])
  }
}

extension PathProblem.Construct {
  /// What it is called, behind "has no".
  package var words: String {
    switch self {
    case .jsonPath: "JSONPath"
    case .xPath: "XPath"
    case .quotedKey: "keys in quotes: a key there holds letters, digits, `-`, `_`, `:` and spaces"
    case .attribute: "attributes"
    case .topLevelArray: "path that begins with an index"
    case .template: "templates"
    case .fallback: "`??`"
    case .transform: "transforms"
    case .guardDirective: "conditions for a response"
    case .statusRule: "rules for a status"
    case .policy: "rules for values that do not fit"
    case .requirement: "required fields"
    case .condition: "`when blank`"
    case .nonASCIIKey(let letter): "keys with `\(letter)`: only ASCII letters are sure to work"
    }
  }
}
