internal import JSONText

extension LeadFieldCatalogue {
  /// The longest export that is read, in bytes: some 40,000 fields.
  public static let byteLimit = 16 << 20

  /// Reads an export as Marketo's REST API answered it: `describe.json`, `describe2.json` or
  /// `schema/fields.json`, one page or several, one after the other or as elements of one array, in
  /// any mix of shapes.
  ///
  /// Members that a shape does not have are skipped. A byte order mark before a page is skipped, and
  /// brackets that are missing at the end of a page are taken as there, with a note (Adobe's own
  /// sample of `describe.json` lacks one).
  ///
  /// - Parameter export: JSON in UTF-8, no longer than ``byteLimit``.
  /// - Throws: ``CatalogueProblem``, with the place: what is no JSON, no answer of the API, the answer
  ///   to a request that failed, an entry without a member that its shape has or with a value that
  ///   its shape does not allow, an export without any field.
  /// - Complexity: O(*n*) in the length of the export.
  /// - Source: experienceleague.adobe.com, Marketo REST API, "Leads" (Describe, Query fields).
  public init(parsing export: [UInt8]) throws(CatalogueProblem) {
    guard export.count <= LeadFieldCatalogue.byteLimit else {
      throw CatalogueProblem(
        reason: .tooLarge(limit: LeadFieldCatalogue.byteLimit),
        byteOffset: LeadFieldCatalogue.byteLimit)
    }
    var documents = CatalogueDocuments(export)
    var reader = CatalogueReader()
    var isEmpty = true
    while let document = documents.next() {
      isEmpty = false
      try reader.read(document)
    }
    if isEmpty { throw CatalogueProblem(reason: .empty, byteOffset: 0) }
    let list = reader.finished
    if list.fields.isEmpty { throw CatalogueProblem(reason: .noFields, byteOffset: 0) }
    self.init(fields: list.fields, notes: list.notes)
  }
}
