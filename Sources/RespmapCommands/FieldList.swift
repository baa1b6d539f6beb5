internal import Diagnostics
internal import JSONText
internal import ResponseMapping

/// Lead fields for people and for programs.
enum FieldList {
  private static let heads = ["SOAP name", "REST name", "label", "type", "length", "notes"]

  /// Columns under their heads; nothing for no fields.
  static func text(_ fields: [LeadField]) -> String {
    if fields.isEmpty { return "" }
    let rows = [heads] + fields.map(row(of:))
    let widths = heads.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { line($0, widths) + "\n" }.joined()
  }

  private static func line(_ cells: [String], _ widths: [Int]) -> String {
    var line = zip(cells, widths).map { $0.padded(to: $1) }.joined(separator: "  ")
    while line.last == " " { line.removeLast() }
    return line
  }

  private static func row(of field: LeadField) -> [String] {
    [
      field.soapName?.visible ?? "-", field.restName?.visible ?? "-", field.label.visible,
      field.type.rawValue, field.length.map(String.init) ?? "-",
      field.notes.joined(separator: "; "),
    ]
  }

  /// A versioned contract, as the outcome of `run --format json` is.
  static func json(_ fields: [LeadField]) -> JSONValue {
    .object([
      JSONMember("version", .integer(1)), JSONMember("fields", .array(fields.map(object(of:)))),
    ])
  }

  private static func object(of field: LeadField) -> JSONValue {
    .object([
      JSONMember("soapName", field.soapName.map { .string($0) } ?? .null),
      JSONMember("restName", field.restName.map { .string($0) } ?? .null),
      JSONMember("label", .string(field.label)), JSONMember("type", .string(field.type.rawValue)),
      JSONMember("length", field.length.map { .integer($0) } ?? .null),
      JSONMember("standard", .boolean(field.isStandard)),
      JSONMember("webhookTarget", .boolean(field.isWebhookTarget)),
      JSONMember("writable", .boolean(field.obstacle == nil)),
      JSONMember("sideEffect", field.sideEffect.map { .string($0.rawValue) } ?? .null),
      JSONMember("notes", .array(field.notes.map { .string($0) })),
    ])
  }
}

extension LeadField {
  /// What is to be known before the field is made a target.
  fileprivate var notes: [String] {
    var notes: [String] = []
    switch obstacle {
    case .computed(.formula): notes.append("computed by Marketo")
    case .computed: notes.append("kept by Marketo")
    case .readOnly: notes.append("read-only")
    case nil: break
    }
    if !isWebhookTarget { notes.append("not a webhook target") }
    switch sideEffect {
    case .changesWholeCompany: notes.append("changes the whole company")
    case .decidesAboutMail: notes.append("decides about mail")
    case nil: break
    }
    return notes
  }
}
