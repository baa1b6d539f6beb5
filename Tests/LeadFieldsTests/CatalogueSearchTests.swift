import LeadFields
import Testing

@Suite struct CatalogueSearchTests {
  @Test(
    arguments: [
      ("company", ["company", "inferredCompany"]), ("COMPANY", ["company", "inferredCompany"]),
      ("revenue", ["annualRevenue"]), ("Anual Revenue", ["annualRevenue"]),
      ("billing code", ["billingPostalCode"]),
      ("code billing", ["billingPostalCode"]),
      ("  billing \n city ", ["billingCity"]), ("num employees", ["numberOfEmployees"]),
      ("site", ["site", "website"]), ("data.com", ["jigsawContactId", "jigsawContactStatus"]),
      ("phone", ["phone", "mainPhone", "mobilePhone", "inferredPhoneAreaCode"]),
      ("lead s", ["leadScore", "leadSource", "leadStatus"]), ("fx", ["fax"]),
      ("Leed Score", ["leadScore"]),
      ("postal cod", ["postalCode", "billingPostalCode", "inferredPostalCode"]), ("xyzzyx", []),
      ("MarketoJigsaw", []), ("dateofbirth", ["dateOfBirth"]),
    ] as [(String, [String])])
  func `the standard fields are found by any of their names, the likeliest first`(
    words: String, fields: [String]
  ) {
    #expect(LeadFieldCatalogue.standard.search(words).map(\.restName) == fields)
  }

  @Test(
    arguments: [
      ("verdict", ["emailVerdict", "phoneVerdict"]), ("verdct", ["emailVerdict", "phoneVerdict"]),
      ("größe", ["groesseDerFirma"]), ("GRÖSSE DER FIRMA", ["groesseDerFirma"]),
      ("__c", ["enrichmentNotes"]),
    ] as [(String, [String])])
  func `the fields of an export are found as well`(words: String, fields: [String]) throws {
    #expect(try catalogue("describe.json").search(words).map(\.restName) == fields)
  }

  @Test(arguments: ["", " ", "\t\n"])
  func `a search for nothing gives every field`(words: String) {
    #expect(LeadFieldCatalogue.standard.search(words) == LeadFieldCatalogue.standard.fields)
  }

  @Test func `a search for a very long text finds nothing, soon`() {
    let words = String(repeating: "a ", count: 100_000)
    #expect(LeadFieldCatalogue.standard.search(words).isEmpty)
  }
}
