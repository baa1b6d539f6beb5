import Diagnostics
import LeadFields

extension StaticProblem {
  /// What is said about the problem.
  var diagnostic: Diagnostic {
    switch kind {
    case .missingResponse(let readAsKey): missingResponse(readAsKey)
    case .repeatedDirective(let first):
      Diagnostic(
        .repeatedDirective, "`response` is given twice", at: range,
        related: [Diagnostic.Related("first given here", at: first)],
        help: "keep one: a file maps the responses of one webhook")
    case .misplacedDirective(let firstMapping):
      Diagnostic(
        .misplacedDirective, "`response` stands after a mapping", at: range,
        related: [Diagnostic.Related("the first mapping", at: firstMapping)],
        help: "move it above the first mapping")
    case .noMappings:
      Diagnostic(
        .noMappings, "the file maps nothing", at: range,
        help: "add a mapping: `company.name -> Company`")
    case .unknownType(let name, let suggestion): unknownType(name, suggestion)
    case .notWritable(let field, let type):
      Diagnostic(
        .notWritable, "a field of type \(type.rawValue) cannot be written: `\(field.printable)`",
        at: range,
        notes: ["Marketo computes formula fields and keeps references itself"],
        help: "map to a field that holds a value")
    case .typeContradiction(let field, let annotated, let standard):
      Diagnostic(
        .typeContradiction,
        "`\(field)` is a standard field of type \(standard.rawValue), not \(annotated.rawValue)",
        at: range,
        notes: [
          "values are converted to \(annotated.rawValue), as the annotation says; Marketo still "
            + "holds a \(standard.rawValue)"
        ],
        help: "leave the annotation out, or check the field's type in Field Management")
    case .lossyType(let type): lossyType(type)
    case .noSOAPName(let field):
      Diagnostic(
        .noSOAPName, "no SOAP API name is on record for the standard field `\(field)`", at: range,
        notes: ["a webhook's response mapping takes SOAP API names"],
        help: "see in Field Management whether the field can be a target; the REST name is kept")
    case .labelAsField(let label, let field):
      Diagnostic(
        .labelAsField, "`\(label)` is the label of a standard field, not its name", at: range,
        help: "did you mean the field `\(field)`? As written, this is a custom field")
    case .duplicateTarget(let field, let first):
      Diagnostic(
        .duplicateTarget, "the field `\(field.printable)` is written twice", at: range,
        related: [Diagnostic.Related("first written here", at: first)],
        notes: ["Marketo does not say which of two mappings wins"],
        help: "keep one of them, or map the other value to a field of its own")
    case .positionAsKey(let name):
      Diagnostic(
        .positionAsKey, "this reads a member named `\(name.printable)`", at: range,
        help: "if an element is meant, write its position in brackets: `[\(name.printable)]`")
    case .indexWithoutName(let isSecond):
      Diagnostic(
        .indexWithoutName, "no element is named before this index", at: range,
        notes: ["in XML an index counts the elements of one name, from 0: `order[0].item[1]`"],
        help: isSecond
          ? "a name takes one index: leave this one out, or name the element within"
          : "write the element's name before it; the root element has a name, too")
    case .notAnElementName(let name): notAnElementName(name)
    case .typeInKey(let type):
      Diagnostic(
        .typeInKey, "this reads a member whose name ends in a type", at: range,
        help: "if the type is meant, write it after the field: `path -> Field : \(type.rawValue)`")
    }
  }

  private func notAnElementName(_ name: String) -> Diagnostic {
    let help =
      name.hasPrefix("@")
      ? "attributes of XML cannot be mapped yet; if the service can send an element, map that"
      : name.allSatisfy(\.isNumber)
        ? "if a position is meant, write it in brackets: `[\(name.printable)]`, counted from 0"
        : "look the name up in a response: it stands between `<` and the next space or `>`"
    return Diagnostic(
      .notAnElementName, "no element of XML can be called `\(name.printable)`", at: range,
      help: help)
  }

  private func missingResponse(_ readAsKey: SourceRange?) -> Diagnostic {
    guard let readAsKey else {
      return Diagnostic(
        .missingResponse, "the file does not say which format the response has", at: range,
        help: "begin the file with the line `response json`")
    }
    return Diagnostic(
      .missingResponse, "this `response` is read as the path of a mapping", at: readAsKey,
      notes: [
        "a statement with an arrow is a mapping; a line that begins with `->` continues the one above"
      ],
      help: "let `response` stand on a line of its own, and a path before the arrow")
  }

  private func unknownType(_ name: String, _ suggestion: FieldType?) -> Diagnostic {
    let names = FieldType.allCases.filter { $0.conversion != nil }.map(\.rawValue)
    let list = names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
    return Diagnostic(
      .unknownType, "`\(name.printable)` is no type of a lead field", at: range,
      notes: ["the types are \(list)"],
      help: suggestion.map { "did you mean `\($0.rawValue)`?" })
  }

  private func lossyType(_ type: FieldType) -> Diagnostic {
    Diagnostic(
      .lossyType, "Marketo keeps \(type.rawValue) fields as 32-bit floats: digits get lost",
      at: range, notes: ["about seven digits survive; the value is sent exactly as received"],
      help: "where each digit counts, map to an integer field (cents, say) or a string")
  }
}
