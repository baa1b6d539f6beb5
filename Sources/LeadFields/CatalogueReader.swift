internal import JSONText

/// Collects the fields of an export's pages.
///
/// page      = { "success": true, "result": [ entry… ], "moreResult": … }
/// describe  = { "displayName", "dataType", "length"?, "rest"?: name, "soap"?: name }
/// describe2 = { "name": "API Lead", "fields": [ { "name", "displayName", "dataType", "length"?,
///               "updateable"? } … ] }
/// schema    = { "name", "displayName", "dataType", "length"?, "isCustom"? }
/// name      = { "name", "readOnly"? }
struct CatalogueReader {
  private var list = LeadFieldList()
  /// Whether the page that was read last says that another one follows.
  private var awaitsPage = false

  init() {}

  /// What was collected from all pages.
  var finished: LeadFieldList {
    var list = list
    if awaitsPage { list.note(.morePages) }
    return list
  }

  mutating func read(_ document: CatalogueDocuments.Document) throws(CatalogueProblem) {
    let value = try CatalogueReader.value(of: document)
    if let offset = document.unclosed { list.note(.unclosed(byteOffset: offset)) }
    do throws(PageProblem) {
      try read(value)
    } catch {
      throw CatalogueProblem(
        reason: error.reason, byteOffset: document.start + error.place.offset(in: document.bytes))
    }
  }

  private static func value(
    of document: CatalogueDocuments.Document
  ) throws(CatalogueProblem) -> JSONValue {
    do throws(JSONProblem) {
      return try JSONReader.read(document.bytes)
    } catch {
      throw CatalogueProblem(
        reason: .notJSON(explanation: error.reason.message),
        byteOffset: document.start + min(error.offset, document.unclosed ?? error.offset))
    }
  }

  private mutating func read(_ value: JSONValue) throws(PageProblem) {
    guard let pages = value.array, !pages.isEmpty else {
      return try readPage(value, JSONPlace())
    }
    for (index, page) in pages.enumerated() {
      try readPage(page, JSONPlace().element(index))
    }
  }

  private mutating func readPage(_ page: JSONValue, _ place: JSONPlace) throws(PageProblem) {
    if page["success"] == .boolean(false) {
      throw PageProblem(.refused(CatalogueReader.error(of: page)), place)
    }
    guard let result = page["result"] else { throw PageProblem(.notAPage, place) }
    let place = place.member("result")
    guard let entries = result.array else {
      throw PageProblem(.unexpected(member: "result", expected: .array), place)
    }
    awaitsPage = page["moreResult"] == .boolean(true)
    let shape = entries.first.map(CatalogueReader.shape)
    for (index, entry) in entries.enumerated() {
      let entry = try CatalogueEntry(entry, place.element(index))
      switch shape {
      case .describe: add(try entry.describe())
      case .schemaFields: add(try entry.schemaField())
      case .describe2: try readObject(entry)
      case .standardTable, nil: break
      }
    }
  }

  /// What the answer to a request that failed says: its first error.
  private static func error(of page: JSONValue) -> CatalogueProblem.APIError? {
    guard let error = page["errors"]?.array?.first else { return nil }
    let code = error["code"]?.string ?? error["code"]?.integer.map(String.init)
    guard let message = error["message"]?.string ?? code else { return nil }
    return CatalogueProblem.APIError(code: code ?? "no code", message: message)
  }

  /// The shape that the first entry of a page is of; the others have to follow it.
  private static func shape(_ entry: JSONValue) -> LeadField.Origin {
    if entry["fields"] != nil { return .describe2 }
    return entry["name"] != nil && entry["rest"] == nil && entry["soap"] == nil
      ? .schemaFields : .describe
  }

  /// The object that an entry of `describe2.json` describes.
  private mutating func readObject(_ object: CatalogueEntry) throws(PageProblem) {
    if let name = try object.text("name", .text), !name.lowercased().utf8.hasSuffix("lead".utf8) {
      list.note(.otherObject(name: name))
    }
    for field in try object.entries("fields") { add(try field.describe2()) }
  }

  private mutating func add(_ found: CatalogueEntry.Found) {
    let note = found.unknownType.map {
      CatalogueNote.unknownType(field: found.field.emittedName, dataType: $0)
    }
    list.add(found.field, note: note)
  }
}

/// What is wrong with a page, and the value that is.
struct PageProblem: Error {
  let reason: CatalogueProblem.Reason
  let place: JSONPlace

  init(_ reason: CatalogueProblem.Reason, _ place: JSONPlace) {
    self.reason = reason
    self.place = place
  }
}

extension String.UTF8View {
  fileprivate func hasSuffix(_ suffix: String.UTF8View) -> Bool {
    reversed().starts(with: suffix.reversed())
  }
}
