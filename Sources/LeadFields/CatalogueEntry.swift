internal import JSONText

/// An object of a page, whose members are read with their place.
struct CatalogueEntry {
  /// A field as an entry describes it, and the `dataType` if that is none that is known.
  struct Found {
    let field: LeadField
    let unknownType: String?
  }

  private let object: JSONValue
  private let place: JSONPlace
  /// What stands before the names of its members in messages: `rest.`, say.
  private let prefix: String

  init(_ value: JSONValue, _ place: JSONPlace, named name: String = "result") throws(PageProblem) {
    guard value.members != nil else {
      throw PageProblem(.unexpected(member: name, expected: .object), place)
    }
    object = value
    self.place = place
    prefix = name == "rest" || name == "soap" ? name + "." : ""
  }

  // MARK: - Shapes

  /// An entry of `describe.json`. `rest` and `soap` are there only if the field is valid in that API;
  /// what is read-only in either is taken as read-only.
  func describe() throws(PageProblem) -> Found {
    let rest = try entry("rest")
    let soap = try entry("soap")
    let restName = try rest?.name()
    let soapName = try soap?.name()
    let isReadOnlyInREST = try rest?.boolean("readOnly") ?? false
    let isReadOnlyInSOAP = try soap?.boolean("readOnly") ?? false
    let standard = [soapName, restName].lazy.compactMap { $0.flatMap(StandardField.named) }.first
    return try found(
      soapName: soapName, restName: restName, isReadOnly: isReadOnlyInREST || isReadOnlyInSOAP,
      origin: .describe, isStandard: standard != nil)
  }

  /// A field of `describe2.json`.
  func describe2() throws(PageProblem) -> Found {
    let name = try name()
    let standard = CatalogueEntry.standard(restName: name)
    return try found(
      soapName: standard?.soapName, restName: name,
      isReadOnly: try boolean("updateable") == false, origin: .describe2,
      isStandard: standard != nil)
  }

  /// An entry of `schema/fields.json`.
  func schemaField() throws(PageProblem) -> Found {
    let name = try name()
    let isCustom = try boolean("isCustom")
    let standard = isCustom == true ? nil : CatalogueEntry.standard(restName: name)
    return try found(
      soapName: standard?.soapName, restName: name, isReadOnly: false, origin: .schemaFields,
      isStandard: isCustom.map { !$0 } ?? (standard != nil))
  }

  /// The standard field with that REST name. A SOAP name in its place names a custom field.
  private static func standard(restName: String) -> StandardField? {
    StandardField.named(restName).flatMap { $0.restName.isExactly(restName) ? $0 : nil }
  }

  /// The field with the members that all shapes share.
  private func found(
    soapName: String?, restName: String?, isReadOnly: Bool, origin: LeadField.Origin,
    isStandard: Bool
  ) throws(PageProblem) -> Found {
    let dataType = try required("dataType", .text)
    let type = CatalogueEntry.type(named: dataType)
    let field = LeadField(
      soapName: soapName, restName: restName, label: try required("displayName", .text),
      type: type ?? .string, length: try length(), isReadOnly: isReadOnly, origin: origin,
      isStandard: isStandard)
    return Found(field: field, unknownType: type == nil ? dataType : nil)
  }

  /// `textarea` is another spelling of `text`; both have been seen.
  private static func type(named name: String) -> FieldType? {
    name.isExactly("textarea") ? .text : FieldType(rawValue: name)
  }

  // MARK: - Members

  /// A member that may be absent or null.
  private func member(_ name: String) -> JSONValue? {
    guard let value = object[name], value != .null else { return nil }
    return value
  }

  private func unexpected(
    _ member: String, _ expected: CatalogueProblem.Expected
  ) -> PageProblem {
    PageProblem(
      .unexpected(member: prefix + member, expected: expected), place.member(member))
  }

  private func entry(_ name: String) throws(PageProblem) -> CatalogueEntry? {
    guard let value = member(name) else { return nil }
    return try CatalogueEntry(value, place.member(name), named: name)
  }

  func entries(_ name: String) throws(PageProblem) -> [CatalogueEntry] {
    guard let value = member(name) else { throw missing(name) }
    guard let elements = value.array else { throw unexpected(name, .array) }
    var entries: [CatalogueEntry] = []
    for (index, element) in elements.enumerated() {
      entries.append(
        try CatalogueEntry(element, place.member(name).element(index), named: name))
    }
    return entries
  }

  func text(
    _ name: String, _ expected: CatalogueProblem.Expected
  ) throws(PageProblem) -> String? {
    guard let value = member(name) else { return nil }
    guard let text = value.string, expected != .name || !text.isEmpty else {
      throw unexpected(name, expected)
    }
    return text
  }

  private func required(
    _ name: String, _ expected: CatalogueProblem.Expected
  ) throws(PageProblem) -> String {
    guard let text = try text(name, expected) else { throw missing(name) }
    return text
  }

  private func name() throws(PageProblem) -> String { try required("name", .name) }

  private func missing(_ name: String) -> PageProblem {
    PageProblem(.missing(member: prefix + name), place)
  }

  private func boolean(_ name: String) throws(PageProblem) -> Bool? {
    guard let value = member(name) else { return nil }
    guard case .boolean(let isTrue) = value else { throw unexpected(name, .boolean) }
    return isTrue
  }

  private func length() throws(PageProblem) -> Int? {
    guard let value = member("length") else { return nil }
    guard let length = value.integer, length > 0 else { throw unexpected("length", .length) }
    return length
  }
}
