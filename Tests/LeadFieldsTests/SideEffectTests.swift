import LeadFields
import Testing

@Suite struct SideEffectTests {
  private static let effects: [String: SideEffect] = [
    "annualRevenue": .changesWholeCompany, "billingCity": .changesWholeCompany,
    "billingCountry": .changesWholeCompany, "billingPostalCode": .changesWholeCompany,
    "billingState": .changesWholeCompany, "billingStreet": .changesWholeCompany,
    "company": .changesWholeCompany, "industry": .changesWholeCompany,
    "mainPhone": .changesWholeCompany, "numberOfEmployees": .changesWholeCompany,
    "sicCode": .changesWholeCompany, "site": .changesWholeCompany, "website": .changesWholeCompany,
    "unsubscribed": .decidesAboutMail, "emailInvalid": .decidesAboutMail,
  ]

  @Test(arguments: StandardField.all)
  func `company fields change the company, two fields decide about mail, others do nothing more`(
    field: StandardField
  ) {
    #expect(LeadField(field).sideEffect == SideEffectTests.effects[field.restName])
  }

  @Test(arguments: ["describe.json", "describe2.json", "schema-fields.json"])
  func `the fields of an export have the same side effects`(file: String) throws {
    for field in try catalogue(file).fields {
      let expected = field.restName.flatMap { SideEffectTests.effects[$0] }
      #expect(field.sideEffect == expected, "\(field.emittedName)")
    }
  }

  @Test(
    arguments: [
      (entry(soap: "Company_Size", rest: "companySize", "Company Name"), nil),
      (entry(soap: "Site_Visit", rest: "Company", "Site"), nil),
      (entry(soap: "CompanyNotes", rest: "companyNotes", "Notes", "text"), .changesWholeCompany),
    ] as [(String, SideEffect?)])
  func `a field has the side effect of its REST name, not of its label`(
    entry: String, effect: SideEffect?
  ) throws {
    #expect(try catalogue(text: page(entry)).fields.map(\.sideEffect) == [effect])
  }

  @Test func `a field of the SOAP API alone has the side effect of its standard field`() throws {
    let catalogue = try catalogue(text: page(entry(soap: "SICCode", "SIC Code")))
    #expect(catalogue.fields.map(\.sideEffect) == [.changesWholeCompany])
  }
}
