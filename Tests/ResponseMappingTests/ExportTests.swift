import ResponseMapping
import Testing

@Suite struct `An export to Marketo's pane` {
  private func export(_ format: String, _ statements: String) throws -> MarketoExport {
    try Mapping(compiling: "response \(format)\n\(statements)\n").export()
  }

  @Test(
    arguments: [
      ("json", "company.name", "company.name"), ("json", "orders[0].id", "orders[0].id"),
      ("json", "$.orders[0].id", "orders[0].id"), ("json", "$['foo']", "foo"),
      ("json", "$['foo bar']['x:y']", "foo bar.x:y"), ("json", "'42'", "42"),
      ("xml", "root.a[1].b", "root.a[1].b"), ("xml", "/root/a", "root.a"),
      ("xml", "/root/a[2]", "root.a[1]"), ("xml", "/child::root/child::a", "root.a"),
      ("xml", "soap:Body.x", "soap:Body.x"),
    ]) func `spells a path`(_ format: String, _ path: String, _ attribute: String) throws
  {
    let export = try export(format, path + " -> X")
    #expect(export.rows.map(\.attribute) == [attribute])
    #expect(export.rows.map(\.field) == ["X"])
    #expect(export.rows.flatMap(\.losses) == [])
    #expect(export.omissions.isEmpty)
  }

  @Test(
    arguments: [
      ("json", "$..name |> first", [.jsonPath, .transform("first")]),
      ("json", "$.a[-1]", [.jsonPath]), ("json", "'odd.key'", [.quotedKey("odd.key")]),
      ("json", "'a '.é", [.quotedKey("a "), .nonASCIIKey("é")]),
      ("json", "[0].name", [.topLevelArray]), ("json", "$[0].name", [.topLevelArray]),
      ("json", "$['['].a", [.quotedKey("[")]),
      ("json", "$ |> count", [.wholeResponse, .transform("count")]),
      ("json", "42", [.literal]), ("json", "\"text\"", [.literal]), ("xml", "/", [.wholeResponse]),
      ("json", "\"{a}\" |> trim", [.template, .transform("trim")]),
      ("json", "a ?? b ?? c", [.fallback]), ("xml", "//a", [.xPath]),
      ("xml", "(count(/a))", [.xPath]), ("xml", "/a|/b", [.xPath]),
      ("xml", "/a/text()", [.xPath]), ("xml", "/a/@b", [.attribute("b")]),
      ("xml", "a.@b", [.attribute("b")]), ("xml", "/é", [.nonASCIIKey("é")]),
    ] as [(String, String, [MarketoExport.Obstacle])])
  func `says what keeps a mapping out`(
    _ format: String, _ source: String, _ obstacles: [MarketoExport.Obstacle]
  ) throws {
    let export = try export(format, source + " -> X")
    #expect(export.rows.isEmpty && export.losses.isEmpty)
    #expect(export.omissions.map(\.field) == ["X"])
    #expect(export.omissions.first?.obstacles == obstacles)
    #expect(obstacles.allSatisfy { !$0.message.isEmpty && !$0.message.hasSuffix(".") })
  }

  @Test(
    arguments: [
      ("-> X", []), ("-> X required", [.required]), ("-> X when blank", [.whenBlank]),
      ("-> X : integer", [.textIntoNumber(.integer)]), ("-> X : boolean", []),
      (
        "-> X on null clear on overlong truncate when blank",
        [
          .policy(situation: "null", action: "clear"),
          .policy(situation: "overlong", action: "truncate"), .whenBlank,
        ]
      ),
      ("-> X on null skip", []),
    ] as [(String, [MarketoExport.Loss])])
  func `says what a row loses`(_ target: String, _ losses: [MarketoExport.Loss]) throws {
    let export = try export("json", "a " + target)
    #expect(export.rows.map(\.losses) == [losses])
    #expect(losses.allSatisfy { !$0.message.isEmpty && !$0.message.hasSuffix(".") })
  }

  @Test func `says that a prefix is compared as it is written`() throws {
    let export = try export("xml", "namespace s = \"urn:s\"\n/s:a/s:b -> X")
    #expect(export.rows.map(\.attribute) == ["s:a.s:b"])
    #expect(export.rows.map(\.losses) == [[.prefix("s")]])
  }

  @Test func `says what the file loses`() throws {
    let export = try export(
      "json",
      """
      reject when $.error == true because "vendor error"
      on 404, 5xx skip
      on 202 pending
      a -> X
      """)
    #expect(
      export.losses == [
        .condition("reject when $.error == true"), .statusRule("on 202 pending", isSuccess: true),
        .statusRule("on 404 skip", isSuccess: false), .statusRule("on 5xx skip", isSuccess: false),
        .conversions,
      ])
  }

  @Test func `knows where the mappings stand, unless it is of a plan`() throws {
    let source = "response json\na -> X\n# b\n  c ?? d -> Y\n"
    let mapping = try Mapping(compiling: source)
    #expect(mapping.mappingRanges.map(\.lowerBound) == [14, 27])
    #expect(mapping.export().rows.map(\.range?.lowerBound) == [14])
    #expect(mapping.export().omissions.map(\.range?.lowerBound) == [27])
    let plan = try Mapping(plan: Array(mapping.plan.utf8))
    #expect(plan.export().rows.map(\.range) == [nil])
    #expect(plan.export().omissions.map(\.source) == ["c ?? d"])
  }
}
