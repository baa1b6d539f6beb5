import ResponseMapping
import Testing

@Suite struct `A mapping in words` {
  private func explanation(_ statements: String) throws -> MappingExplanation {
    try Mapping(compiling: "response json\n" + statements).explanation
  }

  @Test(
    arguments: [
      ("a.b -> X", "`X` (string, at most 255 characters) gets `a.b`."),
      ("a -> X : integer", "`X` (integer) gets `a`."),
      ("a -> X : text", "`X` (text, at most 30000 bytes) gets `a`."),
      (
        "a |> trim ?? 0 |> round -> X : integer",
        "`X` (integer) gets `a`, then `trim`; if that has no value, the value `0`, then `round`."
      ),
      (
        "\"{a}, {b}\" -> X",
        "`X` (string, at most 255 characters) gets the text `\"{a}, {b}\"`."
      ),
      (
        "a -> X : date required",
        "`X` (date) gets `a`. It is required: without a value that fits, nothing of the answer is "
          + "written."
      ),
      (
        "a -> X : date on missing fail on null fail on mismatch fail",
        "`X` (date) gets `a`. A missing, null or mismatched value makes the whole answer a failure: "
          + "nothing of it is written."
      ),
      (
        "a -> X : date on empty fail when blank",
        "`X` (date) gets `a`. An empty value makes the whole answer a failure: nothing of it is "
          + "written. It is written only if the field is empty now."
      ),
      ("a -> X : date on empty clear", "`X` (date) gets `a`. An empty value empties the field."),
      (
        "a -> Unsubscribed",
        "`Unsubscribed` (boolean) gets `a`. The field decides whether Marketo mails the person."
      ),
    ])
  func `has a sentence for each`(_ statement: String, _ sentence: String) throws {
    #expect(try explanation(statement).mappings.map(\.sentence) == [sentence])
  }

  @Test func `says which answers count`() throws {
    let rules = try explanation(
      """
      accept when $.ok == true
      pending when $.state == "queued"
      on 404, 410 skip
      on 5xx retry
      a -> X
      """
    ).rules
    #expect(
      rules == [
        "A status other than 2xx writes nothing, whatever the body says.",
        "Status 404 or 410: nothing is written; the answer is expected, nothing is to be done.",
        "Status 5xx: nothing is written; call again later.", "The body is JSON.",
        "If `$.state == 'queued'` holds, the answer is not ready yet: nothing is written.",
        "Only if `$.ok == true` holds, the answer is a success; else nothing is written.",
      ])
  }

  @Test func `has a picture of its paths`() throws {
    let explanation = try explanation(
      "a.b.c -> X\na.b.d.e -> Y\na.b ?? $..z |> first -> Z\n'o.k'[3] -> W\n$..z |> last -> V\n")
    #expect(
      explanation.picture == """
          response
          ├─ a.b → Z (choice 1)
          │  ├─ c → X
          │  └─ d.e → Y
          └─ 'o.k'[3] → W

          $..z → Z (choice 2), V

        """)
    #expect(explanation.transforms.map(\.name) == ["first", "last"])
  }

  @Test func `is short where nothing is mapped`() throws {
    let explanation = try explanation("")
    #expect(explanation.picture == "")
    #expect(explanation.text.hasSuffix("\nWhat is written\n  Nothing.\n"))
  }

  @Test func `is no longer than its plan allows for, however deep the paths are`() throws {
    let statements = (1...200).map { depth in
      Array(repeating: "k", count: depth).joined(separator: ".") + " -> F\(depth)\n"
    }
    let picture = try explanation(statements.joined()).picture
    #expect(picture.split(separator: "\n").count == 201)
    #expect(picture.utf8.count < 200 * 200)
  }
}
