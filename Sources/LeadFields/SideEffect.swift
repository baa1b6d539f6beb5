/// What writing a field does beyond that field of that person.
public enum SideEffect: String, CaseIterable, Hashable, Sendable {
  /// The field belongs to the person's company: everybody of the company gets the value.
  ///
  /// Source: nation.marketo.com, "How Company IDs work within Marketo" (stated for writes of the
  /// lead API, which is the nearest to a webhook's that is documented).
  case changesWholeCompany = "changes-whole-company"
  /// The field decides whether Marketo mails the person.
  ///
  /// Source: the standard-field list of Marketo's REST API documentation, where both fields are in
  /// part managed by the system.
  case decidesAboutMail = "decides-about-mail"

  /// The side effect of the standard field with that REST name, if it has one.
  ///
  /// - Complexity: O(1).
  package static func ofStandardField(restName: String) -> SideEffect? {
    if mailFields.contains(ExactName(restName)) { return .decidesAboutMail }
    return companyFields.contains(ExactName(restName)) ? .changesWholeCompany : nil
  }

  /// The fields that Marketo fills from the account, not from the contact, where it is
  /// synchronized with a CRM: these belong to the company.
  ///
  /// `city`, `address` and their like are the person's own; `inferredCompany` and its like are of
  /// the visit. Source: experienceleague.adobe.com, "Default Veeva Field Mapping" (account fields),
  /// and the fields of the REST API's company object.
  private static let companyFields: Set<ExactName> = Set(
    [
      "annualRevenue", "billingCity", "billingCountry", "billingPostalCode", "billingState",
      "billingStreet", "company", "companyNotes", "industry", "mainPhone", "numberOfEmployees",
      "sicCode", "site", "website",
    ].map(ExactName.init))

  /// The reasons beside them (`unsubscribedReason`, `emailInvalidCause`) are plain text.
  private static let mailFields: Set<ExactName> = Set(
    ["unsubscribed", "emailInvalid"].map(ExactName.init))
}
