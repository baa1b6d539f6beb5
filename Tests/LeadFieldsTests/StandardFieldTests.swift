import LeadFields
import Testing

@Suite struct StandardFieldTests {
  @Test func `no two standard fields share a REST name, a SOAP name or a label`() {
    let fields = StandardField.all
    #expect(Set(fields.map(\.restName)).count == fields.count)
    #expect(Set(fields.map(\.label)).count == fields.count)
    let soapNames = fields.compactMap(\.soapName)
    #expect(Set(soapNames).count == soapNames.count)
  }

  @Test func `no name of a field is the other name of another`() {
    for field in StandardField.all {
      for other in StandardField.all where other != field {
        #expect(field.soapName != other.restName)
      }
    }
  }

  @Test func `every standard field can be written`() {
    #expect(StandardField.all.allSatisfy { $0.type.conversion != nil })
  }

  @Test(arguments: [
    ("company", "Company", "Company Name", FieldType.string),
    ("dateOfBirth", "DateofBirth", "Date of Birth", .date),
    ("email", "Email", "Email Address", .email),
    ("leadScore", "LeadScore", "Lead Score", .integer),
    ("annualRevenue", "AnnualRevenue", "Annual Revenue", .currency),
    ("numberOfEmployees", "NumberOfEmployees", "Num Employees", .integer),
    ("jigsawContactId", "Marketo Jigsaw Contact Id", "Marketo Data.com ID", .string),
    ("address", "Address", "Address", .text),
    ("website", "Website", "Website", .url),
    ("mobilePhone", "MobilePhone", "Mobile Phone Number", .phone),
    ("unsubscribed", "Unsubscribed", "Unsubscribed", .boolean),
  ])
  func `a standard field is found by both of its names`(
    restName: String, soapName: String, label: String, type: FieldType
  ) throws {
    let field = try #require(StandardField.named(restName))
    #expect(StandardField.named(soapName) == field)
    #expect(field.restName == restName)
    #expect(field.soapName == soapName)
    #expect(field.label == label)
    #expect(field.type == type)
    #expect(
      FieldResolution(of: restName) == .field(LeadField(field), FieldMatch(.restName)))
    #expect(
      FieldResolution(of: soapName) == .field(LeadField(field), FieldMatch(.soapName)))
  }

  @Test(arguments: StandardField.all.filter { $0.soapName == nil })
  func `a standard field without a SOAP name on record keeps its REST name, with a note`(
    field: StandardField
  ) throws {
    let found = LeadField(field)
    #expect(
      FieldResolution(of: field.restName)
        == .field(found, FieldMatch(.restName, note: .noSOAPNameOnRecord)))
    #expect(found.emittedName == field.restName)
  }

  @Test(arguments: ["createdAt", "updatedAt", "emailInvalid", "inferredCity", "urgency"])
  func `some standard fields have no SOAP name on record`(restName: String) throws {
    #expect(try #require(StandardField.named(restName)).soapName == nil)
  }

  @Test(arguments: StandardField.all)
  func `a label stands for its field, unless it is a name as well`(field: StandardField) {
    if let named = StandardField.named(field.label) {
      #expect(field.label == named.soapName)
    } else {
      #expect(FieldResolution(of: field.label) == .label(of: LeadField(field)))
    }
  }

  @Test(arguments: [
    "", "COMPANY", "eMail", " Email", "Email ", "My_Field", "company name", "\u{212A}ey",
  ])
  func `names are compared exactly`(name: String) {
    #expect(FieldResolution(of: name) == .custom)
    #expect(StandardField.named(name) == nil)
  }

  @Test func `the standard fields are a catalogue that does not know all fields`() {
    #expect(LeadFieldCatalogue.standard.fields.map(\.emittedName).count == StandardField.all.count)
    #expect(LeadFieldCatalogue.standard.fields.allSatisfy { $0.isStandard })
    #expect(LeadFieldCatalogue.standard.notes.isEmpty)
  }
}
