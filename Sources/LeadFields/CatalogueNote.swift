/// What should be looked at in a catalogue, though it can be used.
///
/// The wording is in `CatalogueProblem+Wording.swift`.
public enum CatalogueNote: Hashable, Sendable {
  /// A fact that two entries for one field tell differently.
  public enum Fact: String, CaseIterable, Hashable, Sendable {
    case soapName = "SOAP API name"
    case restName = "REST API name"
    case label
    case type
    case length
  }

  /// The field's `dataType` is none that is known; its values are taken as strings.
  case unknownType(field: String, dataType: String)
  /// The field is listed twice, with different facts; the first entry holds,
  /// but for SOAP API names, which are those of `describe.json`.
  case contradiction(field: String, Fact)
  /// The last page says that more follow: fields are missing.
  case morePages
  /// Brackets that were not closed at the end of a document, as in Adobe's documentation, were taken
  /// as closed; the export may be cut short.
  case unclosed(byteOffset: Int)
  /// The page describes something else than leads.
  case otherObject(name: String)
}
