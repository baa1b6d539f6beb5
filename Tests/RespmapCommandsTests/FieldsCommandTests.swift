import Foundation
import JSONText
import RespmapCommands
import Testing

@Suite struct `Looking for lead fields` {
  private static let catalogues = packageRoot.appending(path: "Tests/LeadFieldsTests/Catalogues")

  private func path(_ name: String) -> String {
    Self.catalogues.appending(path: name).path
  }

  @Test func `prints the fields in columns`() {
    #expect(
      respmap("fields", "company").output == """
        SOAP name        REST name        label             type    length  notes
        Company          company          Company Name      string  -       changes the whole company
        InferredCompany  inferredCompany  Inferred Company  string  -

        """)
  }

  @Test func `tells what keeps a field from being written`() {
    let output = respmap("fields", "--catalogue", path("describe.json")).output
    for line in [
      "-                      createdAt          Created At                datetime   -       read-only; not a webhook target",
      "Full_Address           fullAddress        Full Address              formula    -       computed by Marketo",
      "Unsubscribed           unsubscribed       Unsubscribed              boolean    -       decides about mail",
      "ContactCompany         contactCompany     Contact Company           reference  255     kept by Marketo",
      "Groesse_der_Firma      groesseDerFirma    Größe der Firma           string     255",
    ] {
      #expect(output.contains("\n\(line)\n"))
    }
  }

  @Test func `for programs says the same as JSON`() throws {
    let result = respmap("fields", "--format", "json", "company", "name")
    #expect(
      result.output == """
        {"version":1,"fields":[{"soapName":"Company","restName":"company","label":"Company Name",\
        "type":"string","length":null,"standard":true,"webhookTarget":true,"writable":true,\
        "sideEffect":"changes-whole-company","notes":["changes the whole company"]}]}

        """)
    let fields = try JSONReader.read(
      Array(respmap("fields", "--format", "json", "--catalogue", path("describe.json")).output.utf8)
    )
    let created = fields["fields"]?.array?.first { $0["restName"]?.string == "createdAt" }
    #expect(created?.text.contains(#""soapName":null"#) == true)
    #expect(created?.text.contains(#""webhookTarget":false,"writable":false"#) == true)
  }

  @Test func `lists all fields without words`() {
    let lines = respmap("fields").output.split(separator: "\n")
    #expect(lines.count > 40)
    #expect(lines.contains { $0.hasPrefix("LeadScore ") })
    #expect(respmap("fields", "  ").output == respmap("fields").output)
  }

  @Test(arguments: [("text", ""), ("json", "{\"version\":1,\"fields\":[]}\n")])
  func `says what to try where nothing is found`(_ format: String, _ output: String) {
    let result = respmap("fields", "--format", format, "no", "such\u{1B}field")
    #expect(result.status == .ok)
    #expect(result.output == output)
    #expect(
      result.errors == """
        respmap: note: no lead field is called anything like `no such␛field`
          = help: try one word of its label, or `respmap fields` for all of them
          = help: custom fields are in an export: add `--catalogue describe.json`

        """)
  }

  @Test func `merges catalogues, and reads one from standard input`() throws {
    let one =
      Array(
        #"{"requestId":"1","result":[{"id":1,"displayName":"Odd One","dataType":"string","length":40,"#
          .utf8)
      + Array(
        #""rest":{"name":"oddOne","readOnly":false},"soap":{"name":"Odd_One","readOnly":false}}],"#
          .utf8)
      + Array(#""success":true}"#.utf8)
    let result = respmap(
      "fields", "--catalogue", "-", "--catalogue", path("describe2.json"), "odd", input: one)
    #expect(result.status == .ok)
    #expect(result.output.contains("\nOdd_One  "))
    let all = respmap(
      "fields", "--catalogue", "-", "--catalogue", path("describe2.json"), input: one)
    #expect(all.output.split(separator: "\n").count > 5)
  }

  @Test func `ends with 3 where a catalogue cannot be read, and says why`() throws {
    let broken = try ScratchFile("fields.json", "{\"result\": [\n{\"id\": nul}]}")
    let result = respmap(
      "fields", "--catalogue", broken.path, "--catalogue", "no-such-file", "--catalogue",
      path("refused.json"))
    #expect(result.status == .unreadable)
    #expect(result.output == "")
    #expect(
      result.errors.contains("fields.json:2:8: error[RM223]: the lead-field catalogue is not JSON"))
    #expect(result.errors.contains("cannot read `no-such-file`"))
    #expect(result.errors.contains("refused.json:1:"))
  }

  @Test func `passes on what is odd about a catalogue`() {
    let result = respmap("fields", "--catalogue", path("describe-without-bracket.json"), "email")
    #expect(result.status == .ok)
    #expect(result.errors.contains("describe-without-bracket.json: note: "))
  }

  @Test(arguments: [
    ["--catalogue"], ["--format", "csv"], ["--catalogue", "-", "--catalogue", "-"],
  ])
  func `ends with 2 where it is used wrongly`(_ arguments: [String]) {
    #expect(respmap(["fields"] + arguments).status == .usage)
  }

  @Test func `lets nothing of a catalogue drive the terminal`() throws {
    let export =
      #"{"requestId":"1","result":[{"id":1,"displayName":"A\u001b[2J\u202e","dataType":"string","#
      + #""soap":{"name":"A\u009b","readOnly":false}}],"success":true}"#
    let output = respmap("fields", "--catalogue", "-", input: Array(export.utf8)).output
    #expect(output.contains("A␛[2J"))
    #expect(output.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x9B || $0 == "\n" })
    #expect(!output.unicodeScalars.contains("\u{202E}"))
  }
}
