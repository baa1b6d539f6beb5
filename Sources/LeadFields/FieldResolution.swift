/// What the name of a mapping's target stands for.
///
/// ```swift
/// switch catalogue.resolve("company") {
/// case .field(let field, let match): print(field.emittedName, match.kind)  // Company restName
/// case .label, .ambiguous, .notATarget, .unknown, .custom: break
/// }
/// ```
public enum FieldResolution: Hashable, Sendable {
  /// The one field that the name stands for. Whether it can be written is another question:
  /// ``LeadField/obstacle``.
  case field(LeadField, FieldMatch)
  /// Without a catalogue: a standard field has this as its label, which is no name; a custom field
  /// may have it as its name.
  case label(of: LeadField)
  /// No field has this name, and several have it as their label.
  case ambiguous([LeadField])
  /// The field exists, but `describe.json` has no SOAP API name for it, so that no webhook's
  /// response mapping can name it.
  case notATarget(LeadField)
  /// The catalogue lists no such field: names that may be meant, the likeliest first, as they should
  /// be written; and the standard field of this name, if it is one, which this instance should have.
  case unknown(suggestions: [String], standard: LeadField?)
  /// Without a catalogue: no standard field, so a custom field about which nothing is known.
  case custom

  /// Resolves a target written as SOAP name, REST name or label, in this order.
  ///
  /// Without a catalogue the standard fields are known, and any other name is a custom field.
  ///
  /// - Complexity: O(1), but for an unknown name, whose suggestions are searched for.
  public init(of name: String, in catalogue: LeadFieldCatalogue? = nil) {
    self = (catalogue ?? .standard).resolve(name)
  }
}

/// How a name came to stand for a field.
public struct FieldMatch: Hashable, Sendable {
  /// Which name of a field a target was written as.
  public enum Kind: Hashable, Sendable { case soapName, restName, label }

  /// What is to be said about the name that the compiler writes.
  public enum Note: Hashable, Sendable {
    /// A custom field of an export without SOAP names: its REST name is kept, which is not always
    /// the SOAP API name that a webhook takes.
    case restNameKept
    /// A standard field of which no SOAP API name is on record; the REST name is kept.
    case noSOAPNameOnRecord
  }

  public let kind: Kind
  public let note: Note?

  package init(_ kind: Kind, note: Note? = nil) {
    self.kind = kind
    self.note = note
  }

  init(_ kind: Kind, of field: LeadField) {
    self.kind = kind
    note =
      switch (field.soapName, field.isStandard) {
      case (_?, _): nil
      case (nil, true): .noSOAPNameOnRecord
      case (nil, false): .restNameKept
      }
  }
}
