import Diagnostics
import LeadFields
import Testing

@Suite struct FieldResolutionTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let emitted: String
    let kind: FieldMatch.Kind
    let note: FieldMatch.Note?

    init(
      _ name: String, _ emitted: String, _ kind: FieldMatch.Kind, _ note: FieldMatch.Note? = nil
    ) {
      self.name = name
      self.emitted = emitted
      self.kind = kind
      self.note = note
    }

    var testDescription: String { name }
  }

  private func expect(_ example: Case, in catalogue: LeadFieldCatalogue) {
    guard case .field(let field, let match) = FieldResolution(of: example.name, in: catalogue)
    else {
      Issue.record("\(example.name) is no field")
      return
    }
    #expect(field.emittedName == example.emitted)
    #expect(match == FieldMatch(example.kind, note: example.note))
  }

  @Test(arguments: [
    Case("Company", "Company", .soapName), Case("company", "Company", .restName),
    Case("Company Name", "Company", .label), Case("DateofBirth", "DateofBirth", .soapName),
    Case("dateOfBirth", "DateofBirth", .restName), Case("Date of Birth", "DateofBirth", .label),
    Case("emailInvalid", "EmailInvalid", .restName), Case("Site", "Site", .soapName),
    Case("Email_Verdict", "Email_Verdict", .soapName),
    Case("emailVerdict", "Email_Verdict", .restName),
    Case("Enrichment Notes", "Enrichment_Notes__c", .label),
    Case("LeadOwnerEmailAddress", "LeadOwnerEmailAddress", .soapName),
    Case("Größe der Firma", "Groesse_der_Firma", .label),
  ])
  func `with describe json every name of a field gives its SOAP name`(example: Case) throws {
    expect(example, in: try catalogue("describe.json"))
  }

  @Test(arguments: [
    Case("Company", "Company", .soapName), Case("company", "Company", .restName),
    Case("Company Name", "Company", .label), Case("dateOfBirth", "DateofBirth", .restName),
    Case("emailVerdict", "emailVerdict", .restName, .restNameKept),
    Case("Enrichment Notes", "enrichmentNotes", .label, .restNameKept),
    Case("emailInvalid", "emailInvalid", .restName, .noSOAPNameOnRecord),
    Case("Created At", "createdAt", .label, .noSOAPNameOnRecord),
  ])
  func `without SOAP names standard fields have theirs, custom ones keep the REST name`(
    example: Case
  ) throws {
    expect(example, in: try catalogue("describe2.json"))
    expect(example, in: try catalogue("schema-fields.json"))
  }

  @Test(arguments: ["createdAt", "Created At", "mktoName", "Full Name"])
  func `an entry of describe json without SOAP name is no target`(name: String) throws {
    guard case .notATarget(let field) = try catalogue("describe.json").resolve(name) else {
      Issue.record("a target")
      return
    }
    #expect(field.soapName == nil)
  }

  @Test(arguments: ["describe.json", "describe2.json"])
  func `a label that several fields share is ambiguous`(file: String) throws {
    guard case .ambiguous(let fields) = try catalogue(file).resolve("Verdict") else {
      Issue.record("not ambiguous")
      return
    }
    #expect(fields.map(\.restName) == ["emailVerdict", "phoneVerdict"])
  }

  @Test func `SOAP names come before REST names, and these before labels`() throws {
    let catalogue = try catalogue(
      text: page(
        entry(soap: "S1", rest: "x", "y"), entry(soap: "x", rest: "y", "z"),
        entry(soap: "S3", rest: "R3", "x"), entry(soap: "S4", rest: "R4", "y")))
    expect(Case("x", "x", .soapName), in: catalogue)
    expect(Case("y", "x", .restName), in: catalogue)
    expect(Case("z", "x", .label), in: catalogue)
  }

  @Test(
    arguments: [
      ("COMPANY", ["Company"]), ("company name", ["Company"]), ("Compny", ["Company"]),
      ("Compnay", ["Company"]), ("NumberofEmployees", ["NumberOfEmployees"]),
      ("numberOfEmployes", ["NumberOfEmployees"]), ("Anual Revenue", ["AnnualRevenue"]),
      ("Enrichment_Note__c", ["Enrichment_Notes__c"]), ("GradePoint", ["gradePoint"]),
      ("Email_Verdct", ["Email_Verdict"]), ("LastNam", ["LastName"]), ("nothing alike", []),
      ("Created Att", []), ("VERDICT", ["Email_Verdict", "Phone_Verdict"]), ("", []),
      ("createdat", ["createdAt"]),
    ] as [(String, [String])])
  func `an unknown name suggests what may be meant, as it is to be written`(
    name: String, suggestions: [String]
  ) throws {
    #expect(
      try catalogue("describe.json").resolve(name)
        == .unknown(suggestions: suggestions, standard: nil))
  }

  @Test(arguments: ["describe.json", "describe2.json", "schema-fields.json"])
  func `a standard field that the export does not list is unknown, but said to be one`(
    file: String
  ) throws {
    let standard = try #require(StandardField.named("MiddleName"))
    guard case .unknown(_, let found) = try catalogue(file).resolve("MiddleName") else {
      Issue.record("known")
      return
    }
    #expect(found == LeadField(standard))
  }

  @Test func `canonically equivalent names are two names`() throws {
    let catalogue = try catalogue(
      text: page(entry(soap: "Caf\u{E9}", "A"), entry(soap: "Cafe\u{301}", "B")))
    #expect(catalogue.fields.map(\.label) == ["A", "B"])
    for (name, label) in [("Caf\u{E9}", "A"), ("Cafe\u{301}", "B")] {
      guard case .field(let field, _) = catalogue.resolve(name) else {
        Issue.record("unknown")
        return
      }
      #expect(field.label == label)
    }
  }

  @Test(arguments: [("e9", "\u{E9}"), ("K", "\u{212A}"), ("65 301", "e\u{301}")])
  func `names that are written alike are two names`(name: String, other: String) throws {
    let catalogue = try catalogue(
      text: page(entry(soap: name, "first"), entry(soap: other, "second")))
    for (name, label) in [(name, "first"), (other, "second")] {
      guard case .field(let field, _) = catalogue.resolve(name) else {
        Issue.record("unknown")
        return
      }
      #expect(field.label == label)
    }
  }

  @Test(arguments: [
    ("describe.json", true), ("describe2.json", false), ("schema-fields.json", false),
  ])
  func `a catalogue says whether it carries the SOAP names of custom fields`(
    file: String, carries: Bool
  ) throws {
    #expect(try catalogue(file).carriesSOAPNames == carries)
    #expect(!LeadFieldCatalogue.standard.carriesSOAPNames)
    let merged = try catalogue("schema-fields.json").merging(try catalogue(file))
    #expect(merged.carriesSOAPNames == carries)
  }

  @Test func `a search whose steps are used up suggests nothing, but still finds other letters`()
    throws
  {
    let catalogue = try catalogue("describe.json")
    var search = Suggestion(steps: 0)
    #expect(
      catalogue.resolve("Compny", suggesting: &search) == .unknown(suggestions: [], standard: nil))
    #expect(
      catalogue.resolve("COMPANY", suggesting: &search)
        == .unknown(suggestions: ["Company"], standard: nil))
  }

  @Test(
    arguments: [
      ("company", nil), ("contactCompany", .computed(.reference)), ("createdAt", .readOnly),
      ("fullAddress", .computed(.formula)), ("closeLikelihood", nil),
    ] as [(String, LeadField.Obstacle?)])
  func `a field says what keeps it from being written`(
    restName: String, obstacle: LeadField.Obstacle?
  ) throws {
    #expect(try #require(try catalogue("describe.json").field(restName)).obstacle == obstacle)
  }
}
