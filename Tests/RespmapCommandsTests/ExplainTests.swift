import Diagnostics
import Foundation
import RespmapCommands
import Testing

@Suite struct `Explaining a code` {
  /// Codes that never come alone: a mapping that fails says why, and holds back the others.
  static let companions: [DiagnosticCode: Set<DiagnosticCode>] = [
    .mappingFailed: [.missingValue], .withheld: [.mappingFailed, .missingValue],
  ]

  @Test(arguments: DiagnosticCode.allCases.filter { !$0.isRetired })
  func `shows an example that gives it and one that does not`(_ code: DiagnosticCode) throws {
    let examples = try #require(code.explanation.examples)
    let failing = ExampleRun(examples.failing)
    let errors = failing.codes.filter { $0.severity == .error }
    let expected = (Self.companions[code] ?? []).union(code.severity == .error ? [code] : [])
    #expect(failing.codes.contains(code), "\(failing.output)")
    #expect(errors == expected, "\(failing.output)")
    let corrected = ExampleRun(examples.corrected)
    #expect(!corrected.codes.contains(code), "\(corrected.output)")
    #expect(corrected.codes.allSatisfy { $0.severity == .warning }, "\(corrected.output)")
  }

  static let folder = packageRoot.appending(path: "Tests/RespmapCommandsTests/Golden/explain")

  /// A golden file for each code: an input that gives it, what is said, and the input mended.
  @Test(arguments: DiagnosticCode.allCases.map(\.rawValue))
  func `prints what its golden file says`(_ code: String) throws {
    let result = respmap("explain", code)
    try expectGolden(result.output, at: Self.folder.appending(path: "\(code).txt"))
    #expect(result.status == .ok && result.errors == "")
  }

  @Test func `for programs says the same as JSON`() throws {
    for code in ["RM203", "RM304", "RM301"] {
      let result = respmap("explain", "--format", "json", code)
      try expectGolden(result.output, at: Self.folder.appending(path: "\(code).json"))
    }
  }

  @Test(arguments: ["RM203", "rm203", "unknown-field", "Unknown-Field"])
  func `finds it by number and name, whatever the capitals`(_ text: String) {
    #expect(respmap("explain", text).output.hasPrefix("RM203 unknown-field (error)\n"))
  }

  @Test(arguments: DiagnosticCode.allCases) func `prints every code`(_ code: DiagnosticCode) {
    for format in ["text", "json"] {
      let result = respmap("explain", "--format", format, code.name)
      #expect(result.status == .ok)
      #expect(result.output.contains(code.rawValue))
      #expect(result.output.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
    }
  }
}

@Suite struct `Explaining a mapping` {
  static let folder = `Explaining a code`.folder
  static let mapping = folder.appending(path: "company.respmap")

  @Test func `prints words and a picture`() throws {
    let result = respmap("explain", Self.mapping.path)
    try expectGolden(result.output, at: Self.folder.appending(path: "company.txt"))
    #expect(result.status == .ok && result.errors == "")
  }

  @Test func `for programs says the same as JSON`() throws {
    let result = respmap("explain", "--format", "json", Self.mapping.path)
    try expectGolden(result.output, at: Self.folder.appending(path: "company.json"))
  }

  @Test func `says of its plan what it says of the file`() throws {
    let plan = respmap("compile", Self.mapping.path).output
    let words = respmap("explain", "-", input: Array(plan.utf8)).output
    let checked = "\nWhat the fields are checked against\n"
    #expect(!words.isEmpty)
    #expect(
      words == respmap("explain", Self.mapping.path).output.split(separator: checked)[0] + "")
  }

  @Test func `with errors prints these`() throws {
    let file = try ScratchFile("m.respmap", "response json\nid => ExternalId\n")
    let result = respmap("explain", file.path)
    #expect(result.status == .findings)
    #expect(result.output == "")
    #expect(result.errors.contains("error[RM110]"))
  }

  @Test func `is meant by a name that is a file, but not by that of a code`() throws {
    let file = try ScratchFile("RM110", "response json\nid -> ExternalId\n")
    #expect(respmap("explain", file.path).output.contains("`ExternalId`"))
    #expect(respmap("explain", "RM110").output.hasPrefix("RM110 missing-arrow"))
  }
}

@Suite struct `Explaining a lead field` {
  static let catalogue =
    packageRoot.appending(path: "Tests/LeadFieldsTests/Catalogues/describe.json").path

  @Test(arguments: ["Email", "email", "Email Address"])
  func `finds it by each of its names`(_ name: String) {
    let result = respmap("explain", name)
    #expect(result.status == .ok)
    #expect(
      result.output == """
        Email
          SOAP name:  Email
          REST name:  email
          label:      Email Address
          type:       email, at most 255 characters
          known from: the standard fields that every Marketo instance has

          A webhook can write it, as `Email`.
          It takes a text in ASCII with one `@` and something on both sides of it.

        """)
  }

  @Test(
    arguments: [
      ("AnnualRevenue", "about seven digits"), ("AnnualRevenue", "everybody of the company"),
      ("Unsubscribed", "whether Marketo mails"), ("emailInvalid", "may be able to write it"),
      ("DateofBirth", "YYYY-MM-DD"), ("LeadScore", "not `42.5`"), ("createdAt", "ISO 8601"),
      ("Address", "text, at most 30000 bytes"),
    ]) func `says what is known of it`(_ name: String, _ fact: String)
  {
    #expect(respmap("explain", name).output.contains(fact))
  }

  @Test func `knows those of a catalogue`() {
    let result = respmap("explain", "--catalogue", Self.catalogue, "Company Name")
    #expect(result.output.contains("known from: the catalogue, describe.json"))
  }

  @Test(
    arguments: [
      ("Emial", "did you mean `Email`?"), ("unknow-field", "did you mean `unknown-field`"),
      ("RM20", "did you mean `RM"), ("qqqqq", "`--catalogue FILE`"),
    ]) func `that is unknown suggests others`(_ name: String, _ help: String)
  {
    let result = respmap("explain", name)
    #expect(result.status == .findings)
    #expect(result.output == "")
    #expect(result.errors.contains("`\(name)` is no code, no file and no lead field"))
    #expect(result.errors.contains(help))
  }

  @Test func `ends with 3 where the catalogue is none or cannot be read`() throws {
    let file = try ScratchFile("fields.json", "[1]")
    let broken = respmap("explain", "--catalogue", file.path, "Email")
    #expect(broken.status == .unreadable)
    #expect(broken.errors.contains("error[RM223]"))
    #expect(respmap("explain", "--catalogue", "no-such-file", "Email").status == .unreadable)
    #expect(respmap("explain", "--catalogue", "x", "--format", "json", "Email").status == .usage)
  }
}
