import LeadFields
import Testing

@Suite struct CatalogueMergingTests {
  @Test(arguments: ["describe.json", "describe2.json", "schema-fields.json"])
  func `a catalogue merged with itself stays what it is`(file: String) throws {
    let once = try catalogue(file)
    #expect(once.merging(once) == once)
  }

  @Test(arguments: ["describe2.json", "schema-fields.json"])
  func `shapes of one instance complete each other, in any order`(file: String) throws {
    let described = try catalogue("describe.json")
    let other = try catalogue(file)
    for merged in [described.merging(other), other.merging(described)] {
      #expect(merged.notes.isEmpty)
      #expect(merged.fields.count == described.fields.count)
      for field in described.fields {
        let found = try #require(
          merged.fields.first { $0.restName == field.restName && $0.label == field.label })
        #expect(found.soapName == field.soapName)
        #expect(found.isReadOnly == field.isReadOnly)
        #expect(found.origin == .describe)
      }
      #expect(merged.resolve("createdAt") == .notATarget(try #require(merged.field("createdAt"))))
    }
  }

  @Test(
    arguments: [
      (entry(soap: "S", rest: "r", "L"), []),
      (entry(soap: "S", rest: "r", "M"), [.label]),
      (entry(soap: "S", rest: "r", "L", "text"), [.type]),
      (entry(soap: "T", rest: "r", "L"), [.soapName]), (entry(rest: "r", "L"), [.soapName]),
      (entry(soap: "S", rest: "q", "L"), [.restName]), (entry(soap: "S", "L"), []),
      (entry(soap: "S", rest: "q", "M", "date"), [.restName, .label, .type]),
    ] as [(String, [CatalogueNote.Fact])])
  func `what two entries tell differently is noted, and the first holds`(
    second: String, facts: [CatalogueNote.Fact]
  ) throws {
    let first = try catalogue(text: page(entry(soap: "S", rest: "r", "L")))
    let other = try catalogue(text: page(second))
    let notes = facts.map { CatalogueNote.contradiction(field: "S", $0) }
    #expect(first.merging(other).fields == first.fields)
    #expect(first.merging(other).notes == notes)
    let both = try catalogue(text: page(entry(soap: "S", rest: "r", "L"), second))
    #expect(both.fields == first.fields)
    #expect(both.notes == notes)
  }

  @Test func `a length that only one entry tells is kept, two lengths are noted`() throws {
    func catalogueWith(length: String) throws -> LeadFieldCatalogue {
      try catalogue(
        text: page(
          #"{"displayName": "L", "dataType": "string", "length": \#(length), "soap": {"name": "S"}}"#
        ))
    }
    let none = try catalogueWith(length: "null")
    let short = try catalogueWith(length: "9")
    let long = try catalogueWith(length: "99")
    #expect(none.merging(short) == short)
    #expect(short.merging(none) == short)
    #expect(short.merging(long).fields.map(\.length) == [9])
    #expect(short.merging(long).notes == [.contradiction(field: "S", .length)])
  }

  @Test func `fields without any name are one if their labels are`() throws {
    let text = page(entry("A"), entry("B"), entry("A"))
    #expect(try catalogue(text: text).fields.map(\.label) == ["A", "B"])
  }

  @Test func `the standard fields with an export know all fields`() throws {
    let merged = LeadFieldCatalogue.standard.merging(try catalogue("describe.json"))
    #expect(merged.resolve("nothing alike") == .unknown(suggestions: [], standard: nil))
    #expect(merged.field("middleName")?.soapName == "MiddleName")
    #expect(merged.field("emailInvalid")?.soapName == "EmailInvalid")
  }
}
