package import Diagnostics

/// The lead fields of one Marketo instance, as exported, with an index over their names.
///
/// ```swift
/// let catalogue = try LeadFieldCatalogue(parsing: export)
/// catalogue.resolve("Company Name")  // .field(…), whose emittedName is "Company"
/// ```
///
/// An export is taken to be complete: what it does not list is unknown, standard fields included,
/// since each of them has a REST name and so stands in every shape. (A page that is missing is noted:
/// ``CatalogueNote/morePages``.) A catalogue is immutable, so any number of threads may use it.
public struct LeadFieldCatalogue: Sendable {
  /// The fields in the order of the export, none twice.
  public let fields: [LeadField]
  /// What should be looked at, though it does not keep the catalogue from being used.
  public let notes: [CatalogueNote]
  /// Whether SOAP API names are known of custom fields as well: only `describe.json` carries them. In
  /// any other catalogue a name that is ``FieldResolution/unknown(suggestions:standard:)`` may be the
  /// SOAP API name of a custom field.
  public let carriesSOAPNames: Bool
  /// Whether a name that no field has is unknown. Not so for the standard fields alone: an instance
  /// has custom fields beside them.
  let isComplete: Bool
  private let bySOAPName: NameIndex
  private let byRESTName: NameIndex
  private let byLabel: NameIndex
  /// The fields by all of their names, in small letters.
  private let byFoldedName: NameIndex

  /// The standard fields, which every Marketo instance has: what is known without an export.
  public static let standard = LeadFieldCatalogue(
    fields: StandardField.all.map(LeadField.init), notes: [], isComplete: false)

  /// Where two fields share a name, the first has it.
  ///
  /// - Complexity: O(*n*).
  init(fields: [LeadField], notes: [CatalogueNote], isComplete: Bool = true) {
    self.fields = fields
    self.notes = notes
    self.isComplete = isComplete
    carriesSOAPNames = fields.contains { $0.origin == .describe }
    var bySOAPName = NameIndex(minimumCapacity: fields.count)
    var byRESTName = NameIndex(minimumCapacity: fields.count)
    var byLabel = NameIndex(minimumCapacity: fields.count)
    var byFoldedName = NameIndex(minimumCapacity: 3 * fields.count)
    for (position, field) in fields.enumerated() {
      if let name = field.soapName { bySOAPName.insert(ExactName(name), at: position) }
      if let name = field.restName { byRESTName.insert(ExactName(name), at: position) }
      byLabel.insert(ExactName(field.label), at: position)
      for name in [field.soapName, field.restName, field.label].lazy.compactMap(\.self) {
        byFoldedName.insert(ExactName(name.lowercased()), at: position)
      }
    }
    self.bySOAPName = bySOAPName
    self.byRESTName = byRESTName
    self.byLabel = byLabel
    self.byFoldedName = byFoldedName
  }

  /// What a target of that name stands for: compared exactly, with SOAP names first, then REST names,
  /// then labels.
  ///
  /// - Complexity: O(1), but for an unknown name: O(*n*) for its suggestions.
  public func resolve(_ name: String) -> FieldResolution {
    var search = Suggestion(steps: LeadFieldCatalogue.searchSteps)
    return resolve(name, suggesting: &search)
  }

  /// As ``resolve(_:)``, for many names: all of their suggestions together cost what the search may
  /// still cost.
  package func resolve(_ name: String, suggesting search: inout Suggestion) -> FieldResolution {
    let key = ExactName(name)
    if let position = bySOAPName.first(key) { return resolution(fields[position], .soapName) }
    if let position = byRESTName.first(key) { return resolution(fields[position], .restName) }
    let labelled = byLabel[key].map { fields[$0] }
    if let field = labelled.first {
      if !isComplete { return .label(of: field) }
      return labelled.count == 1 ? resolution(field, .label) : .ambiguous(labelled)
    }
    if !isComplete { return .custom }
    return .unknown(
      suggestions: suggestions(for: name, &search),
      standard: StandardField.named(name).map(LeadField.init))
  }

  private func resolution(_ field: LeadField, _ kind: FieldMatch.Kind) -> FieldResolution {
    field.isWebhookTarget ? .field(field, FieldMatch(kind, of: field)) : .notATarget(field)
  }

  /// Enough for the names of some 10,000 fields.
  static let searchSteps = 4_000_000

  /// The names of the fields that differ by case alone; if there are none, those nearest by their
  /// SOAP names, REST names and labels. Of the latter only fields that a mapping can write.
  private func suggestions(for name: String, _ search: inout Suggestion) -> [String] {
    let sameLetters = byFoldedName[ExactName(name.lowercased())]
    if !sameLetters.isEmpty {
      return distinct(sameLetters.prefix(3).map { fields[$0].emittedName })
    }
    let targets = fields.lazy.filter { $0.isWebhookTarget && $0.obstacle == nil }
    let names = [
      search.nearest(to: name, among: targets.compactMap(\.soapName)),
      search.nearest(to: name, among: targets.compactMap(\.restName)),
      search.nearest(to: name, among: targets.map(\.label)),
    ]
    let wanted = Array(name.lowercased().unicodeScalars)
    let nearest = names.compactMap(\.self).map { found in
      (found, Suggestion.damerauDistance(wanted, Array(found.lowercased().unicodeScalars)))
    }
    return distinct(nearest.sorted { $0.1 < $1.1 }.compactMap { emittedName(for: $0.0) })
  }

  /// The name to write for a field that was found by any of its names; nil for a label that several
  /// fields share.
  private func emittedName(for name: String) -> String? {
    let key = ExactName(name)
    if let position = bySOAPName.first(key) ?? byRESTName.first(key) {
      return fields[position].emittedName
    }
    let labelled = byLabel[key]
    return labelled.count == 1 ? labelled.first.map { fields[$0].emittedName } : nil
  }

  private func distinct(_ names: [String]) -> [String] {
    var seen: Set<ExactName> = []
    return names.filter { seen.insert(ExactName($0)).inserted }
  }
}

extension LeadFieldCatalogue: Hashable {
  public static func == (a: LeadFieldCatalogue, b: LeadFieldCatalogue) -> Bool {
    a.isComplete == b.isComplete && a.fields == b.fields && a.notes == b.notes
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(isComplete)
    hasher.combine(fields)
    hasher.combine(notes)
  }
}
