import LeadFields
import Testing

@Suite struct CatalogueShapeTests {
  @Test(arguments: [
    ("describe.json", LeadField.Origin.describe, 30), ("describe2.json", .describe2, 28),
    ("schema-fields.json", .schemaFields, 28), ("schema-fields-two-pages.json", .schemaFields, 28),
    ("describe-without-bracket.json", .describe, 16),
  ])
  func `an export gives a field for each of its entries`(
    file: String, origin: LeadField.Origin, count: Int
  ) throws {
    let fields = try catalogue(file).fields
    #expect(fields.count == count)
    #expect(fields.allSatisfy { $0.origin == origin })
    #expect(fields.first?.label == "Company Name")
  }

  @Test func `describe json gives both names, type, length and what is read-only`() throws {
    let catalogue = try catalogue("describe.json")
    #expect(catalogue.notes.isEmpty)
    #expect(
      catalogue.field("sicCode")
        == LeadField(
          soapName: "SICCode", restName: "sicCode", label: "SIC Code", type: .string, length: 40,
          isReadOnly: false, origin: .describe, isStandard: true))
    #expect(
      catalogue.field("enrichmentNotes")
        == LeadField(
          soapName: "Enrichment_Notes__c", restName: "enrichmentNotes", label: "Enrichment Notes",
          type: .text, length: nil, isReadOnly: false, origin: .describe, isStandard: false))
    #expect(catalogue.field("createdAt")?.isReadOnly == true)
    #expect(catalogue.field("createdAt")?.isWebhookTarget == false)
    #expect(catalogue.field("emailInvalid")?.soapName == "EmailInvalid")
    let owner = try #require(catalogue.fields.first { $0.soapName == "LeadOwnerEmailAddress" })
    #expect(owner.restName == nil)
    #expect(owner.isReadOnly)
  }

  @Test(arguments: ["describe2.json", "schema-fields.json", "schema-fields-two-pages.json"])
  func `without SOAP names in the export, standard fields have theirs from the table`(
    file: String
  ) throws {
    let catalogue = try catalogue(file)
    #expect(catalogue.notes.isEmpty)
    #expect(catalogue.field("company")?.soapName == "Company")
    #expect(catalogue.field("dateOfBirth")?.soapName == "DateofBirth")
    #expect(catalogue.field("emailInvalid")?.soapName == nil)
    #expect(catalogue.field("emailInvalid")?.isStandard == true)
    #expect(catalogue.field("emailVerdict")?.soapName == nil)
    #expect(catalogue.field("emailVerdict")?.emittedName == "emailVerdict")
    #expect(catalogue.field("emailVerdict")?.isStandard == false)
    #expect(catalogue.field("emailVerdict")?.length == 60)
    #expect(catalogue.field("groesseDerFirma")?.label == "Größe der Firma")
  }

  @Test func `describe2 json says what is read-only, schema fields json does not`() throws {
    #expect(try catalogue("describe2.json").field("createdAt")?.isReadOnly == true)
    #expect(try catalogue("describe2.json").field("company")?.isReadOnly == false)
    #expect(try catalogue("schema-fields.json").field("createdAt")?.isReadOnly == false)
  }

  @Test func `schema fields json says what is a custom field`() throws {
    let catalogue = try catalogue(
      text: page(
        #"{"name": "company", "displayName": "A", "dataType": "string", "isCustom": true}"#,
        #"{"name": "mktoName", "displayName": "B", "dataType": "string", "isCustom": false}"#,
        #"{"name": "Company", "displayName": "C", "dataType": "string"}"#))
    #expect(catalogue.fields.map(\.isStandard) == [false, true, false])
    #expect(catalogue.fields.map(\.soapName) == [nil, nil, nil])
  }

  @Test func `pages are the same in one document, several, or an array`() throws {
    let whole = try catalogue("schema-fields.json")
    let parts = try export("schema-fields-two-pages.json")
    let middle = try #require(parts.indices.first { parts[$0...].starts(with: "}\n{".utf8) }) + 1
    let (first, second) = (Array(parts[..<middle]), Array(parts[middle...]))
    #expect(try LeadFieldCatalogue(parsing: parts) == whole)
    let array = Array("[".utf8) + first + Array(",".utf8) + second + Array("]".utf8)
    #expect(try LeadFieldCatalogue(parsing: array) == whole)
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    #expect(try LeadFieldCatalogue(parsing: mark + first + mark + second) == whole)
    let again = try LeadFieldCatalogue(parsing: parts + first + second)
    #expect(again == whole)
  }

  @Test func `a last page that another one follows is noted, until it comes`() throws {
    let parts = try export("schema-fields-two-pages.json")
    let middle = try #require(parts.indices.first { parts[$0...].starts(with: "}\n{".utf8) }) + 1
    let first = try LeadFieldCatalogue(parsing: Array(parts[..<middle]))
    #expect(first.notes == [.morePages])
    let second = try LeadFieldCatalogue(parsing: Array(parts[middle...]))
    #expect(first.merging(second) == (try LeadFieldCatalogue(parsing: parts)))
  }

  @Test(arguments: [
    ("string", FieldType.string), ("text", .text), ("textarea", .text), ("email", .email),
    ("phone", .phone), ("url", .url), ("integer", .integer), ("score", .score),
    ("percent", .percent), ("float", .float), ("currency", .currency), ("boolean", .boolean),
    ("date", .date), ("datetime", .datetime), ("reference", .reference), ("formula", .formula),
  ])
  func `the types are those that the API names`(name: String, type: FieldType) throws {
    let catalogue = try catalogue(text: page(entry(soap: "X", "X", name)))
    #expect(catalogue.fields.map(\.type) == [type])
    #expect(catalogue.notes.isEmpty)
  }

  @Test(arguments: ["varchar", "String", "", "int", "TEXT"])
  func `any other type is taken as string, with a note`(name: String) throws {
    let catalogue = try catalogue(text: page(entry(soap: "X", "X", name)))
    #expect(catalogue.fields.map(\.type) == [.string])
    #expect(catalogue.notes == [.unknownType(field: "X", dataType: name)])
  }

  @Test(arguments: [
    ("string", "60", LengthLimit(60, .unicodeScalars)),
    ("text", "2000", LengthLimit(2_000, .utf8Bytes)),
    ("text", "null", LengthLimit(30_000, .utf8Bytes)),
    ("url", "null", LengthLimit(255, .unicodeScalars)),
  ])
  func `a length of the catalogue is the limit of the field`(
    type: String, length: String, limit: LengthLimit
  ) throws {
    let catalogue = try catalogue(
      text: page(
        #"{"displayName": "X", "dataType": "\#(type)", "length": \#(length), "soap": {"name": "X"}}"#
      ))
    #expect(catalogue.fields.map(\.lengthLimit) == [limit])
  }

  @Test func `a length says nothing about a field that holds no text`() throws {
    let catalogue = try catalogue(
      text: page(
        #"{"displayName": "X", "dataType": "integer", "length": 9, "soap": {"name": "X"}}"#))
    #expect(catalogue.fields.map(\.lengthLimit) == [nil])
  }

  @Test func `what is described but leads is noted`() throws {
    let text = page(
      #"{"name": "Company", "fields": [{"name": "a", "displayName": "A", "dataType": "string"}]}"#)
    #expect(try catalogue(text: text).notes == [.otherObject(name: "Company")])
  }
}
