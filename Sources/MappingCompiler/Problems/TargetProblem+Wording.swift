import Diagnostics
import LeadFields

extension StaticProblem {
  /// What is said about a problem with a lead field.
  func diagnostic(of problem: TargetProblem) -> Diagnostic {
    switch problem {
    case .unknownType(let name, let suggestion): unknownType(name, suggestion)
    case .unknownField(let name, let suggestions, let isStandard):
      unknownField(name, suggestions, isStandard)
    case .ambiguousLabel(let label, let candidates):
      saying(
        "`\(label.printable)` is the label of \(candidates.count) fields",
        help: "name the one that is meant: \(candidates.codeList)",
        fixes: candidates.prefix(3).map { rewriting(as: $0.asFieldName) })
    case .notAWebhookTarget(let field):
      saying(
        "`\(field.printable)` has no SOAP API name, so no webhook can write it",
        notes: [
          "a webhook's response mapping takes SOAP API names; `describe.json` has none for it"
        ],
        help: "map to a field that has one, a custom field say")
    case .notWritable(let field, let type):
      saying(
        "a field of type \(type.rawValue) cannot be written: `\(field.printable)`",
        notes: ["Marketo computes formula fields and keeps references itself"],
        help: "map to a field that holds a value")
    case .readOnly(let field):
      saying(
        "`\(field.printable)` is read-only", notes: ["the lead-field catalogue says so"],
        help: "map to another field")
    case .typeContradiction(let field, let annotated, let actual):
      saying(
        "`\(field)` is a field of type \(actual.rawValue), not \(annotated.rawValue)",
        notes: [
          "values are converted to \(annotated.rawValue), as the annotation says; Marketo still "
            + "holds a \(actual.rawValue)"
        ],
        help: "leave the annotation out, or check the field's type in Field Management",
        fixes: [rewriting(as: actual.rawValue)])
    case .lossyType(let type):
      saying(
        "Marketo keeps \(type.rawValue) fields as 32-bit floats: digits get lost",
        notes: ["about seven digits survive; the value is sent exactly as received"],
        help: "where each digit counts, map to an integer field (cents, say) or a string")
    case .noSOAPName(let field):
      saying(
        "no SOAP API name is on record for the standard field `\(field)`",
        notes: ["a webhook's response mapping takes SOAP API names"],
        help: "see in Field Management whether the field can be a target; the REST name is kept")
    case .labelAsField(let label, let field):
      saying(
        "`\(label)` is the label of a standard field, not its name",
        help: "did you mean the field `\(field)`? As written, this is a custom field",
        fixes: [rewriting(as: field.asFieldName)])
    case .duplicateTarget(let field, let first):
      saying(
        "the field `\(field.printable)` is written twice", related: [("first written here", first)],
        notes: ["Marketo does not say which of two mappings wins"],
        help:
          "keep one of them, or make them one: `first.path ?? second.path -> \(field.printable)`")
    case .sideEffect(let effect, let field, let others): sideEffect(effect, field, others)
    }
  }

  private func unknownType(_ name: String, _ suggestion: FieldType?) -> Diagnostic {
    let names = FieldType.allCases.filter { $0.conversion != nil }.map(\.rawValue)
    let list = names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
    return saying(
      "`\(name.printable)` is no type of a lead field", notes: ["the types are \(list)"],
      help: suggestion.map { "did you mean `\($0.rawValue)`?" },
      fixes: suggestion.map { [rewriting(as: $0.rawValue)] } ?? [])
  }

  private func unknownField(
    _ name: String, _ suggestions: [String], _ isStandard: Bool
  ) -> Diagnostic {
    saying(
      "the lead-field catalogue has no field `\(name.printable)`",
      notes: isStandard
        ? ["it is a standard field, which the export should list: is the export whole?"] : [],
      help: suggestions.isEmpty
        ? "look it up with `respmap fields WORD`, or export the catalogue again if the field is new"
        : "did you mean \(suggestions.codeList)?",
      fixes: suggestions.prefix(3).map { rewriting(as: $0.asFieldName) })
  }

  private func sideEffect(
    _ effect: SideEffect, _ field: String, _ others: [SourceRange]
  ) -> Diagnostic {
    let more = others.prefix(3).map { ("this one, too", $0) }
    return switch effect {
    case .changesWholeCompany:
      saying(
        "`\(field.printable)` belongs to the company: everybody of the company gets the value",
        related: more, notes: ["a lead's company fields are shared by all leads of that company"],
        help: "if that is meant, add `# respmap: ignore[RM225]` at the end of the line")
    case .decidesAboutMail:
      saying(
        "`\(field.printable)` decides whether Marketo mails the person", related: more,
        help:
          "if the service's word is to decide that, add `# respmap: ignore[RM225]` at the end of the "
          + "line; else write a custom field and decide in a campaign")
    }
  }
}

extension [String] {
  /// `a`, `b` or `c`
  fileprivate var codeList: String {
    let quoted = map { "`\($0.printable)`" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " or " + last
  }
}

extension String {
  /// The name of a field as a mapping file has it: in double quotes where it is no bare word.
  fileprivate var asFieldName: String {
    let isBare =
      first?.isNumber == false
      && utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) || $0 == 0x5F
      }
    let escaped = reduce(into: "") { $0 += $1 == "\"" || $1 == "\\" ? "\\\($1)" : "\($1)" }
    return isBare ? self : "\"\(escaped)\""
  }
}
