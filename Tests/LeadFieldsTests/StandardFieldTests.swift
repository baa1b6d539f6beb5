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
    guard case .standard(let field) = FieldResolution(of: restName) else {
      Issue.record("\(restName) is not found")
      return
    }
    #expect(FieldResolution(of: soapName) == .standard(field))
    #expect(field.restName == restName)
    #expect(field.soapName == soapName)
    #expect(field.label == label)
    #expect(field.type == type)
  }

  @Test(arguments: ["createdAt", "updatedAt", "emailInvalid", "inferredCity", "urgency"])
  func `some standard fields have no SOAP name on record`(restName: String) {
    guard case .standard(let field) = FieldResolution(of: restName) else {
      Issue.record("\(restName) is not found")
      return
    }
    #expect(field.soapName == nil)
  }

  @Test func `a label stands for its field, unless it is a name as well`() {
    for field in StandardField.all {
      switch FieldResolution(of: field.label) {
      case .standard(let found): #expect(field.label == found.soapName)
      case .label(let found): #expect(found == field)
      case .custom: Issue.record("the label \(field.label) is not found")
      }
    }
  }

  @Test(arguments: ["", "COMPANY", "eMail", " Email", "Email ", "My_Field", "company name"])
  func `names are compared exactly`(name: String) {
    #expect(FieldResolution(of: name) == .custom)
  }
}
