internal import Diagnostics
public import LeadFields

extension LeadField {
  /// What is known of the field, a fact a line: its names, its type, which values it takes, whether a
  /// webhook can write it and what else that does.
  public var explanation: String {
    let facts = [
      ("SOAP name", soapName ?? "none on record"), ("REST name", restName ?? "none on record"),
      ("label", label), ("type", typeInWords), ("known from", origin.words),
    ]
    let lines = facts.map { name, fact in
      "  \(name):\(String(repeating: " ", count: 11 - name.utf8.count))\(fact.visible)\n"
    }
    return emittedName.visible + "\n" + lines.joined() + "\n"
      + sentences.map { "  \($0)\n" }.joined()
  }

  private var typeInWords: String {
    [type.rawValue, lengthLimit?.words].compactMap(\.self).joined(separator: ", ")
  }

  private var sentences: [String] {
    [targetInWords, type.conversion?.words, sideEffect?.words].compactMap(\.self)
  }

  private var targetInWords: String {
    switch obstacle {
    case .computed(let type):
      return "Nothing can write it: Marketo computes fields of type \(type.rawValue) itself."
    case .readOnly: return "Nothing can write it: the catalogue says that it is read-only."
    case nil: break
    }
    guard isWebhookTarget else {
      return "No webhook can write it: a response mapping takes SOAP names, and it has none."
    }
    guard let soapName else {
      return "A webhook may be able to write it: it takes SOAP names, and none is on record."
    }
    return "A webhook can write it, as `\(soapName.visible)`."
  }
}

extension LeadField.Origin {
  fileprivate var words: String {
    switch self {
    case .standardTable: "the standard fields that every Marketo instance has"
    case .describe, .describe2, .schemaFields: "the catalogue, \(rawValue)"
    }
  }
}

extension FieldType.Conversion {
  /// Which values are written and which are not, a sentence or two.
  package var words: String {
    switch self {
    case .text:
      "It takes a text, a number (as the text it is written as) and true or false."
    case .email:
      "It takes a text in ASCII with one `@` and something on both sides of it."
    case .integer:
      "It takes a whole number (`42`, `42.0`, `4.2e1`) or the text of one, within 64 bits; not "
        + "`42.5`, `+5` or ` 42 `."
    case .decimal:
      "It takes a number or the text of one, and sends it exactly; Marketo keeps about seven digits."
    case .boolean: "It takes true and false, as texts in any case too, and 1 and 0."
    case .date: "It takes a date written YYYY-MM-DD; not one with a time."
    case .dateTime:
      "It takes a date and time of ISO 8601, and writes it in UTC; without an offset it is taken as "
        + "UTC. A date alone is none."
    }
  }
}
