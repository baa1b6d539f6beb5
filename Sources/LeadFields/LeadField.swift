/// A field of a lead, as an export of a Marketo instance or the table of standard fields lists it.
///
/// Field names come from the export and are compared by their bytes, case included.
public struct LeadField: Hashable, Sendable {
  /// Where the facts about a field come from.
  public enum Origin: String, CaseIterable, Hashable, Sendable {
    /// The table of standard fields that is part of respmap.
    case standardTable = "standard-fields"
    /// `GET /rest/v1/leads/describe.json`: the only shape that carries SOAP API names.
    case describe = "describe.json"
    /// `GET /rest/v1/leads/describe2.json`.
    case describe2 = "describe2.json"
    /// `GET /rest/v1/leads/schema/fields.json`.
    case schemaFields = "schema/fields.json"
  }

  /// Why nothing can write a field.
  public enum Obstacle: Hashable, Sendable {
    /// Marketo computes a formula and keeps a reference itself.
    case computed(FieldType)
    /// The export says that the field is read-only.
    case readOnly
  }

  /// The SOAP API name: the one that a webhook's response mapping takes. Where the export carries
  /// none it is that of the standard field with this REST name; nil where none is known.
  public let soapName: String?
  /// The REST API name; nil for a field that the REST API does not show.
  public let restName: String?
  /// The label in Marketo's screens. Several fields may share one.
  public let label: String
  public let type: FieldType
  /// The longest text the field holds, where the export says so: characters for most types, bytes
  /// for `text`.
  public let length: Int?
  /// Whether the export says that nothing may write the field through the SOAP or the REST API.
  public let isReadOnly: Bool
  public let origin: Origin
  /// Whether the field is known to be one that Marketo brings along, not a custom one.
  public let isStandard: Bool

  package init(
    soapName: String?, restName: String?, label: String, type: FieldType, length: Int?,
    isReadOnly: Bool, origin: Origin, isStandard: Bool
  ) {
    self.soapName = soapName
    self.restName = restName
    self.label = label
    self.type = type
    self.length = length
    self.isReadOnly = isReadOnly
    self.origin = origin
    self.isStandard = isStandard
  }

  package init(_ field: StandardField) {
    self.init(
      soapName: field.soapName, restName: field.restName, label: field.label, type: field.type,
      length: nil, isReadOnly: false, origin: .standardTable, isStandard: true)
  }

  /// The name that the compiler writes: the SOAP API name, else the REST name, else the label.
  public var emittedName: String { soapName ?? restName ?? label }

  /// Whether a webhook's response mapping can name the field. An entry of `describe.json` without
  /// SOAP API name is no target; the other shapes do not tell, so their fields may be one.
  public var isWebhookTarget: Bool { origin != .describe || soapName != nil }

  /// What keeps the field from being written; nil if nothing is known to.
  public var obstacle: Obstacle? {
    if type.conversion == nil { return .computed(type) }
    return isReadOnly ? .readOnly : nil
  }

  /// What writing the field does beyond it, by its REST name, which no other field of an instance
  /// has. Custom fields may belong to the company as well; no export says so.
  public var sideEffect: SideEffect? {
    let restName = restName ?? soapName.flatMap { StandardField.named($0)?.restName }
    return restName.flatMap(SideEffect.ofStandardField)
  }

  /// How long a text the field holds: the type's limit, unless the export gives another length.
  package var lengthLimit: LengthLimit? {
    type.lengthLimit.map { LengthLimit(length ?? $0.count, $0.unit) }
  }
}
