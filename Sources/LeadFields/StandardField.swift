/// A lead field that every Marketo instance has.
///
/// Source: the standard-field list of Marketo's REST API documentation with the types of a
/// recorded public field list; the SOAP names are those of Adobe's former table of field names
/// (removed from its documentation in August 2026, still what a webhook's response mapping takes).
package struct StandardField: Hashable, Sendable {
  package let restName: String
  /// The name a webhook's response mapping needs; nil where none is on record.
  package let soapName: String?
  package let label: String
  package let type: FieldType

  private init(_ restName: String, _ soapName: String?, _ label: String, _ type: FieldType) {
    self.restName = restName
    self.soapName = soapName
    self.label = label
    self.type = type
  }

  package static let all: [StandardField] = [
    StandardField("address", "Address", "Address", .text),
    StandardField("annualRevenue", "AnnualRevenue", "Annual Revenue", .currency),
    StandardField("anonymousIP", "AnonymousIP", "Anonymous IP", .string),
    StandardField("billingCity", "BillingCity", "Billing City", .string),
    StandardField("billingCountry", "BillingCountry", "Billing Country", .string),
    StandardField("billingPostalCode", "BillingPostalCode", "Billing Postal Code", .string),
    StandardField("billingState", "BillingState", "Billing State", .string),
    StandardField("billingStreet", "BillingStreet", "Billing Address", .text),
    StandardField("city", "City", "City", .string),
    StandardField("company", "Company", "Company Name", .string),
    StandardField("country", "Country", "Country", .string),
    StandardField("dateOfBirth", "DateofBirth", "Date of Birth", .date),
    StandardField("department", "Department", "Department", .string),
    StandardField("doNotCall", "DoNotCall", "Do Not Call", .boolean),
    StandardField("doNotCallReason", "DoNotCallReason", "Do Not Call Reason", .string),
    StandardField("email", "Email", "Email Address", .email),
    StandardField("fax", "Fax", "Fax Number", .phone),
    StandardField("firstName", "FirstName", "First Name", .string),
    StandardField("industry", "Industry", "Industry", .string),
    StandardField("inferredCompany", "InferredCompany", "Inferred Company", .string),
    StandardField("inferredCountry", "InferredCountry", "Inferred Country", .string),
    StandardField("lastName", "LastName", "Last Name", .string),
    StandardField("leadRole", "LeadRole", "Role", .string),
    StandardField("leadScore", "LeadScore", "Lead Score", .integer),
    StandardField("leadSource", "LeadSource", "Lead Source", .string),
    StandardField("leadStatus", "LeadStatus", "Lead Status", .string),
    StandardField("mainPhone", "MainPhone", "Main Phone", .string),
    StandardField("jigsawContactId", "Marketo Jigsaw Contact Id", "Marketo Data.com ID", .string),
    StandardField(
      "jigsawContactStatus", "Marketo Jigsaw Contact Status", "Marketo Data.com Status", .string),
    StandardField("middleName", "MiddleName", "Middle Name", .string),
    StandardField("mobilePhone", "MobilePhone", "Mobile Phone Number", .phone),
    StandardField("numberOfEmployees", "NumberOfEmployees", "Num Employees", .integer),
    StandardField("phone", "Phone", "Phone Number", .phone),
    StandardField("postalCode", "PostalCode", "Postal Code", .string),
    StandardField("rating", "Rating", "Lead Rating", .string),
    StandardField("salutation", "Salutation", "Salutation", .string),
    StandardField("sicCode", "SICCode", "SIC Code", .string),
    StandardField("site", "Site", "Site", .string),
    StandardField("state", "State", "State", .string),
    StandardField("title", "Title", "Job Title", .string),
    StandardField("unsubscribed", "Unsubscribed", "Unsubscribed", .boolean),
    StandardField("unsubscribedReason", "UnsubscribedReason", "Unsubscribed Reason", .string),
    StandardField("website", "Website", "Website", .url),
    StandardField("createdAt", nil, "Created At", .datetime),
    StandardField("updatedAt", nil, "Updated At", .datetime),
    StandardField("emailInvalid", nil, "Email Invalid", .boolean),
    StandardField("emailInvalidCause", nil, "Email Invalid Cause", .string),
    StandardField("inferredCity", nil, "Inferred City", .string),
    StandardField("inferredMetropolitanArea", nil, "Inferred Metropolitan Area", .string),
    StandardField("inferredPhoneAreaCode", nil, "Inferred Phone Area Code", .string),
    StandardField("inferredPostalCode", nil, "Inferred Postal Code", .string),
    StandardField("inferredStateRegion", nil, "Inferred State Region", .string),
    StandardField("isAnonymous", nil, "Is Anonymous", .boolean),
    StandardField("priority", nil, "Priority", .integer),
    StandardField("relativeScore", nil, "Relative Score", .integer),
    StandardField("urgency", nil, "Urgency", .float),
  ]

  /// The standard field with that SOAP or REST name, compared exactly: a custom field may differ
  /// from a standard one by case alone.
  ///
  /// - Complexity: O(1).
  package static func named(_ name: String) -> StandardField? { byName[ExactName(name)] }

  private static let byName: [ExactName: StandardField] = {
    var fields: [ExactName: StandardField] = [:]
    for field in all {
      fields[ExactName(field.restName)] = field
      if let soapName = field.soapName { fields[ExactName(soapName)] = field }
    }
    return fields
  }()
}
