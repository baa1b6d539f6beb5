import Diagnostics
import LeadFields
import TestSupport
import Testing

@Suite struct CatalogueProblemTests {
  /// A text in which 1️⃣ marks the place of the problem.
  struct Case: CustomTestStringConvertible, Sendable {
    let text: String
    let reason: CatalogueProblem.Reason

    init(_ text: String, _ reason: CatalogueProblem.Reason) {
      self.text = text
      self.reason = reason
    }

    var testDescription: String { text }
  }

  private static let mark = "1️⃣"
  private static let start = #"{"success": true, "result": ["#

  private static func notJSON(_ text: String, _ explanation: String) -> Case {
    Case(text, .notJSON(explanation: explanation))
  }

  private static func unexpected(
    _ text: String, _ member: String, _ expected: CatalogueProblem.Expected
  ) -> Case {
    Case(start + text, .unexpected(member: member, expected: expected))
  }

  private static func missing(_ text: String, _ member: String) -> Case {
    Case(start + text, .missing(member: member))
  }

  private static let texts: [Case] = [
    Case("1️⃣", .empty), Case("1️⃣ \n\t ", .empty), Case("1️⃣\u{FEFF}", .empty),
    notJSON("1️⃣<html>", "a JSON value was expected"),
    notJSON("1️⃣requestId,success", "a JSON value was expected"),
    notJSON(#"{"result": [1️⃣}"#, "a JSON value was expected"),
    notJSON(#"{"result": [{"id": 2},1️⃣"#, "it is cut short"),
    notJSON(#"{"result": [{"id": 2}, {"id1️⃣"#, "it is cut short"),
    notJSON(#"{"result": [{"id": 21️⃣"#, "it is cut short"),
    notJSON(
      #"{"result": [{"id": 2}1️⃣}, {"id": 3}]}"#,
      "a comma or the end of the object or array was expected"),
    notJSON(#"{"result": [{"id": 2},1️⃣]}"#, "a JSON value was expected"),
    notJSON(#"{"result": [] 1️⃣"x": 1}"#, "a comma or the end of the object or array was expected"),
    notJSON(
      "  {\"a\": \"1️⃣\u{1}\"}", "a control character stands in a string without being escaped"),
    notJSON(page(entry(soap: "X", "X")) + " 1️⃣x", "a JSON value was expected"),
    notJSON(page(entry(soap: "X", "X")) + "1️⃣,", "a JSON value was expected"),
    Case("1️⃣{}", .notAPage), Case("1️⃣[]", .notAPage), Case("1️⃣42", .notAPage),
    Case("[1️⃣[]]", .notAPage), Case("[ 1️⃣7]", .notAPage), Case("1️⃣\"x\"", .notAPage),
    Case(#"1️⃣{"data": {"result": []}}"#, .notAPage),
    Case(#"[{"result": []}, 1️⃣{"success": true}]"#, .notAPage),
    Case(
      #"1️⃣{"success": false, "errors": [{"code": "601", "message": "Access token invalid"}]}"#,
      .refused(CatalogueProblem.APIError(code: "601", message: "Access token invalid"))),
    Case(
      #"1️⃣{"success": false, "errors": [{"code": 606, "message": "Max rate limit exceeded"}]}"#,
      .refused(CatalogueProblem.APIError(code: "606", message: "Max rate limit exceeded"))),
    Case(
      #"1️⃣{"success": false, "errors": [{"code": "601"}]}"#,
      .refused(CatalogueProblem.APIError(code: "601", message: "601"))),
    Case(#"1️⃣{"success": false, "result": []}"#, .refused(nil)),
    Case(#"1️⃣{"success": false, "errors": 7}"#, .refused(nil)),
    Case(page(entry(soap: "X", "X")) + #" 1️⃣{"success": false}"#, .refused(nil)),
    Case(#"{"result": 1️⃣{}}"#, .unexpected(member: "result", expected: .array)),
    Case(#"{"result": 1️⃣null}"#, .unexpected(member: "result", expected: .array)),
    Case(#"1️⃣{"result": []}"#, .noFields), Case(#"1️⃣[{"result": []}, {"result": []}]"#, .noFields),
    Case(#"1️⃣{"result": [{"name": "API Lead", "fields": []}]}"#, .noFields),
    unexpected("1️⃣7]}", "result", .object),
    missing(#"1️⃣{}]}"#, "dataType"),
    missing(#"1️⃣{"dataType": "string"}]}"#, "displayName"),
    missing(#"1️⃣{"dataType": null, "displayName": "A"}]}"#, "dataType"),
    unexpected(#"{"dataType": 1️⃣7, "displayName": "A"}]}"#, "dataType", .text),
    unexpected(#"{"dataType": "string", "displayName": 1️⃣["A"]}]}"#, "displayName", .text),
    unexpected(
      #"{"dataType": "string", "displayName": "A", "rest": 1️⃣"a"}]}"#, "rest", .object),
    missing(#"{"dataType": "string", "displayName": "A", "rest": 1️⃣{}}]}"#, "rest.name"),
    unexpected(
      #"{"dataType": "string", "displayName": "A", "soap": {"name": 1️⃣""}}]}"#, "soap.name", .name),
    unexpected(
      #"{"dataType": "string", "displayName": "A", "soap": {"name": "A", "readOnly": 1️⃣0}}]}"#,
      "soap.readOnly", .boolean),
    unexpected(
      #"{"dataType": "string", "displayName": "A", "length": 1️⃣0}]}"#, "length", .length),
    unexpected(
      #"{"dataType": "string", "displayName": "A", "length": 1️⃣-1}]}"#, "length", .length),
    unexpected(
      #"{"dataType": "string", "displayName": "A", "length": 1️⃣25.5}]}"#, "length", .length),
    unexpected(
      #"{"dataType": "string", "displayName": "A", "length": 1️⃣"255"}]}"#, "length", .length),
    unexpected(
      #"{"dataType": "string", "displayName": "A", "length": 1️⃣99999999999999999999}]}"#, "length",
      .length),
    unexpected(#"{"name": 1️⃣7, "dataType": "string", "displayName": "A"}]}"#, "name", .name),
    missing(
      #"{"name": "a", "displayName": "A", "dataType": "string"}, 1️⃣{"displayName": "B", "dataType": "string"}]}"#,
      "name"),
    unexpected(
      #"{"name": "a", "displayName": "A", "dataType": "string", "isCustom": 1️⃣"no"}]}"#, "isCustom",
      .boolean),
    unexpected(#"{"name": "API Lead", "fields": 1️⃣{}}]}"#, "fields", .array),
    unexpected(
      #"{"name": "API Lead", "fields": [{"name": "a", "displayName": "A", "dataType": "string"}, 1️⃣[]]}]}"#,
      "fields", .object),
    missing(#"{"fields": [1️⃣{"displayName": "\"]}", "dataType": "string"}]}]}"#, "name"),
    unexpected(#"{"name": 1️⃣false, "fields": []}]}"#, "name", .text),
    unexpected(
      #"{"fields": [{"name": "a", "displayName": "A", "dataType": "string", "updateable": 1️⃣1}]}]}"#,
      "updateable", .boolean),
    missing(
      #"{"dataType": "string", "displayName": "A{[\"", "x": [1, {"result": "}"}]}, 1️⃣{"rest": null}]}"#,
      "dataType"),
  ]

  @Test(arguments: texts)
  func `what is no export is refused, with the place`(example: Case) throws {
    let mark = try #require(example.text.firstRange(of: CatalogueProblemTests.mark))
    let offset = example.text[..<mark.lowerBound].utf8.count
    let text = example.text.replacing(CatalogueProblemTests.mark, with: "")
    let problem = #expect(throws: CatalogueProblem.self) { try catalogue(text: text) }
    #expect(problem?.reason == example.reason)
    #expect(problem?.byteOffset == offset)
    #expect(problem?.code == .malformedCatalogue)
    let message = try #require(problem?.message)
    #expect(!message.isEmpty && !message.hasSuffix("."))
    #expect(problem?.help.isEmpty == false)
  }

  @Test func `the answer to a failed request is told`() throws {
    let problem = #expect(throws: CatalogueProblem.self) { try catalogue("refused.json") }
    #expect(
      problem?.message
        == "this answer of Marketo's REST API says that the request failed: 601, Access token invalid"
    )
    #expect(problem?.diagnostic.code == .malformedCatalogue)
  }

  @Test func `an export of more bytes than the limit is refused`() {
    let export = [UInt8](repeating: 0x20, count: LeadFieldCatalogue.byteLimit + 1)
    let problem = #expect(throws: CatalogueProblem.self) { try LeadFieldCatalogue(parsing: export) }
    #expect(problem?.reason == .tooLarge(limit: LeadFieldCatalogue.byteLimit))
  }

  @Test(arguments: [63, 64, 65, 127, 128, 129, 100_000])
  func `deep nesting is refused or skipped`(depth: Int) {
    let deep =
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    let text = page(
      #"{"displayName": "A", "dataType": "string", "soap": {"name": "A"}, "x": \#(deep)}"#)
    if depth < 126 {
      #expect(throws: Never.self) { try catalogue(text: text) }
    } else {
      let problem = #expect(throws: CatalogueProblem.self) { try catalogue(text: text) }
      #expect(
        problem?.reason == .notJSON(explanation: "it nests deeper than 128 levels"))
    }
  }

  @Test func `bytes that are not UTF-8 are refused`() {
    let bytes = Array(page(entry(soap: "X", "X")).utf8).map { $0 == 0x58 ? 0xFF : $0 }
    let problem = #expect(throws: CatalogueProblem.self) { try LeadFieldCatalogue(parsing: bytes) }
    #expect(problem?.reason == .notJSON(explanation: "it is not UTF-8"))
    #expect(problem?.byteOffset == bytes.firstIndex(of: 0xFF))
  }

  @Test(arguments: [
    (#"{"result": [E1️⃣}"#), (#"{"result": [E]1️⃣"#), (#"{"result": [E1️⃣"#),
    (#"{"result": [E1️⃣ }"# + "\n "), (#"{"result": [E1️⃣"# + "\n "), (#"[{"result": [E]}1️⃣"#),
    (#"[{"result": [E1️⃣}"#),
    (#"[{"result": [E1️⃣}]"#), (#"{"result": [{"fields": [E]1️⃣]}"#),
    (#"{"result": [E1️⃣}{"result": [F]}"#), (#"[{"result": [E]}, {"result": [F1️⃣}]"#),
  ])
  func `brackets that are missing at the end are closed, with a note`(text: String) throws {
    let named = #"{"name": "a", "displayName": "A", "dataType": "string"}"#
    let text = text.replacing("E", with: named).replacing(
      "F", with: named.replacing("a\"", with: "b\""))
    let mark = try #require(text.firstRange(of: CatalogueProblemTests.mark))
    let offset = text[..<mark.lowerBound].utf8.count
    let found = try catalogue(text: text.replacing(CatalogueProblemTests.mark, with: ""))
    #expect(found.fields.first?.restName == "a")
    #expect(found.notes == [.unclosed(byteOffset: offset)])
  }

  @Test func `the sample of Adobe's documentation is read`() throws {
    let sample = try catalogue("describe-without-bracket.json")
    guard case .unclosed = sample.notes.first else {
      Issue.record("no note")
      return
    }
    #expect(sample.notes.count == 1)
    #expect(sample.fields.map(\.emittedName).starts(with: ["Company", "Site", "BillingStreet"]))
  }

  @Test(arguments: [
    (CatalogueNote.unknownType(field: "A", dataType: "x"), "`A` has the unknown type `x`"),
    (.contradiction(field: "A", .type), "lists `A` twice, and not with the same type"),
    (.morePages, "more follow"), (.unclosed(byteOffset: 7), "byte 7"),
    (.otherObject(name: "Company"), "`Company`"),
  ])
  func `a note says what to look at`(note: CatalogueNote, part: String) {
    #expect(note.message.contains(part))
    #expect("\(note)" == note.message)
  }
}
