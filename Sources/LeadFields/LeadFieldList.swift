/// Lead fields that are being collected from pages and catalogues, each once.
///
/// Two entries are one field if they have the same REST name, or else the same SOAP name.
struct LeadFieldList {
  private(set) var fields: [LeadField] = []
  private(set) var notes: [CatalogueNote] = []
  private var byRESTName: [ExactName: Int] = [:]
  private var bySOAPName: [ExactName: Int] = [:]
  /// Entries that have a label alone.
  private var byLabel: [ExactName: Int] = [:]

  init() {}

  init(_ catalogue: LeadFieldCatalogue) {
    for field in catalogue.fields { add(field) }
    notes = catalogue.notes
  }

  mutating func note(_ note: CatalogueNote) { notes.append(note) }

  /// Adds the field, or what it tells about one that is there already.
  ///
  /// - Complexity: O(1).
  mutating func add(_ field: LeadField, note: CatalogueNote? = nil) {
    if let index = index(of: field) {
      let first = fields[index]
      for fact in first.contradictions(with: field) {
        notes.append(.contradiction(field: first.emittedName, fact))
      }
      fields[index] = first.completed(by: field)
      enter(fields[index], at: index)
    } else {
      fields.append(field)
      enter(field, at: fields.count - 1)
      if let note { notes.append(note) }
    }
  }

  private func index(of field: LeadField) -> Int? {
    if let index = field.restName.flatMap({ byRESTName[ExactName($0)] }) { return index }
    if let index = field.soapName.flatMap({ bySOAPName[ExactName($0)] }) { return index }
    return field.isNameless ? byLabel[ExactName(field.label)] : nil
  }

  private mutating func enter(_ field: LeadField, at index: Int) {
    if let name = field.restName { byRESTName[ExactName(name)] = index }
    if let name = field.soapName { bySOAPName[ExactName(name)] = index }
    if field.isNameless { byLabel[ExactName(field.label)] = index }
  }
}

extension LeadField {
  fileprivate var isNameless: Bool { soapName == nil && restName == nil }

  /// What the two entries for one field tell differently, in the order of the cases. What only one
  /// of them tells is no contradiction.
  fileprivate func contradictions(with other: LeadField) -> [CatalogueNote.Fact] {
    CatalogueNote.Fact.allCases.filter { fact in
      switch fact {
      case .soapName:
        origin == .describe && other.origin == .describe && !soapName.isExactly(other.soapName)
      case .restName:
        restName != nil && other.restName != nil && !restName.isExactly(other.restName)
      case .label: !label.isExactly(other.label)
      case .type: type != other.type
      case .length: length != nil && other.length != nil && length != other.length
      }
    }
  }

  /// The field with what only the other entry tells. `describe.json` alone knows the SOAP name, and
  /// that there is none.
  fileprivate func completed(by other: LeadField) -> LeadField {
    let takesName = origin != .describe && other.origin == .describe
    return LeadField(
      soapName: takesName ? other.soapName : soapName, restName: restName ?? other.restName,
      label: label, type: type, length: length ?? other.length,
      isReadOnly: isReadOnly || other.isReadOnly, origin: takesName ? .describe : origin,
      isStandard: isStandard || other.isStandard)
  }
}

extension LeadFieldCatalogue {
  /// The catalogue with the fields of another: of further pages, say, or the same instance's export in
  /// another shape.
  ///
  /// A field that both list is one field: what only one of them tells is kept, and where they
  /// contradict each other, this catalogue's entry holds and a note says so. SOAP API names are those
  /// of `describe.json` in any order.
  ///
  /// - Complexity: O(*n*) in the number of fields of both.
  public func merging(_ other: LeadFieldCatalogue) -> LeadFieldCatalogue {
    var list = LeadFieldList(self)
    for field in other.fields { list.add(field) }
    let bringsPages = other.fields.contains { $0.origin == .schemaFields }
    let notes = list.notes.filter { !bringsPages || $0 != .morePages } + other.notes
    return LeadFieldCatalogue(
      fields: list.fields, notes: notes, isComplete: isComplete || other.isComplete)
  }
}
