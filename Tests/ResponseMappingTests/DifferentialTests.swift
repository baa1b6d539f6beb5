import ResponseMapping
import Testing

/// Random bodies, judged by the runtime and by a reader that is slow and obvious.
@Suite struct DifferentialTests {
  private static let paths: [SlowPath] = [
    SlowPath("a", .key("a")),
    SlowPath("b", .key("b")),
    SlowPath("a.b", .key("a"), .key("b")),
    SlowPath("a.b.c", .key("a"), .key("b"), .key("c")),
    SlowPath("a.a.a", .key("a"), .key("a"), .key("a")),
    SlowPath("a[0]", .key("a"), .index(0)),
    SlowPath("a[1].b", .key("a"), .index(1), .key("b")),
    SlowPath("a[2]", .key("a"), .index(2)),
    SlowPath("b[0][0]", .key("b"), .index(0), .index(0)),
    SlowPath("b.a[1]", .key("b"), .key("a"), .index(1)),
    SlowPath("c", .key("c")),
    SlowPath("'é'", .key("é")),
    SlowPath("'é'.a", .key("é"), .key("a")),
    SlowPath("ab", .key("ab")),
    SlowPath("[0]", .index(0)),
    SlowPath("[0].a", .index(0), .key("a")),
    SlowPath("[1].a.b", .index(1), .key("a"), .key("b")),
    SlowPath("[2]", .index(2)),
    SlowPath("[1][1]", .index(1), .index(1)),
  ]

  /// How many steps each path has, and each of its beginnings.
  private static let stepsOf: [String: Int] = {
    var steps: [String: Int] = [:]
    for path in paths {
      steps[path.text] = path.steps.count
      let first = path.text.prefix { $0 != "." && $0 != "[" }
      if !first.isEmpty { steps[String(first)] = 1 }
      if path.text.hasPrefix("[") { steps[String(path.text.prefix(3))] = 1 }
    }
    steps["é"] = 1
    steps["a[1]"] = 2
    steps["b[0]"] = 2
    steps["b.a"] = 2
    steps["a.a"] = 2
    steps["[1].a"] = 2
    return steps
  }()

  private func mapping(_ count: Int = paths.count) throws -> Mapping {
    let lines = DifferentialTests.paths.prefix(count).enumerated().map {
      "\($1.text) -> Field\($0)"
    }
    return try Mapping(compiling: "response json\n" + lines.joined(separator: "\n"))
  }

  /// The first bytes of some bodies say that they are no text at all.
  private func isText(_ body: [UInt8]) -> Bool {
    !body.prefix(4).contains(0) && ![0x1F, 0x28, 0x78, 0xFE, 0xFF].contains(body.first)
  }

  /// Holds what the runtime says to what the slow reader says; true if they agree.
  private func agree(
    _ outcome: Outcome, _ expected: (verdict: SlowVerdict, escapeStart: Int?, value: SlowValue?),
    movedBy distance: Int
  ) -> Bool {
    if let start = expected.escapeStart, case .malformed(let offset) = expected.verdict {
      // Which byte of a wrong escape is pointed at is tested elsewhere.
      guard case .malformed(let actual) = SlowVerdict(outcome) else { return false }
      return (start + distance...offset + distance).contains(actual)
    }
    guard SlowVerdict(outcome) == expected.verdict.moved(by: distance) else { return false }
    guard let value = expected.value, let updates = outcome.updates else { return true }
    return zip(DifferentialTests.paths, updates.results).allSatisfy { path, result in
      SlowEvaluation(result, updates.warnings, stepsOf: DifferentialTests.stepsOf)
        == SlowEvaluation(path, in: value)
    }
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `random documents are read as an obvious reader reads them`(_ seed: UInt64) throws {
    var random = RandomJSON(seed: seed)
    var evaluator = try mapping().makeEvaluator()
    var accepted = 0
    for round in 0..<600 {
      let document = random.document()
      let expected = SlowJSON.read(document)
      #expect(expected.verdict == .accepted)
      let outcome = evaluator.evaluate(Response(ResponseHead(status: 200), body: document))
      if outcome.updates != nil { accepted += 1 }
      guard agree(outcome, expected, movedBy: 0) else {
        Issue.record("round \(round): \(printable(document))\n\(outcome)")
        return
      }
    }
    #expect(accepted == 600)
  }

  @Test(arguments: [11, 12, 13, 14] as [UInt64])
  func `spoiled documents are refused where an obvious reader stops`(_ seed: UInt64) throws {
    var random = RandomJSON(seed: seed)
    var evaluator = try mapping(3).makeEvaluator()
    var refused = 0
    for round in 0..<4_000 {
      let document = random.spoiled(random.document())
      guard isText(document) else { continue }
      let outcome = evaluator.evaluate(Response(ResponseHead(status: 200), body: document))
      if outcome.failure != nil { refused += 1 }
      guard agree(outcome, SlowJSON.read(document), movedBy: 0) else {
        Issue.record(
          "round \(round): \(printable(document))\n\(SlowJSON.read(document).verdict)\n\(outcome)")
        return
      }
    }
    #expect(refused > 2_000)
  }

  @Test(arguments: [21, 22] as [UInt64])
  func `documents across the borders of windows are read as any other`(_ seed: UInt64) throws {
    var random = RandomJSON(seed: seed)
    var evaluator = try mapping().makeEvaluator()
    for round in 0..<350 {
      var document = random.document()
      if random.once(in: 2) { document = random.spoiled(document) }
      guard !document.starts(with: [0xEF, 0xBB, 0xBF]) else { continue }
      let distance = 8_192 * (1 + random.below(2)) - random.below(document.count + 1)
      let body = [UInt8](repeating: 0x20, count: distance) + document
      let outcome = evaluator.evaluate(Response(ResponseHead(status: 200), body: body))
      guard agree(outcome, SlowJSON.read(document), movedBy: distance) else {
        Issue.record("round \(round): \(distance) blanks, \(printable(document))\n\(outcome)")
        return
      }
    }
  }

  /// Names and values themselves lie across the border, and long ones span several windows.
  @Test func `strings, names and numbers of any length are read whole`() throws {
    let mapping = try compiled("a.k -> Text : text", "n -> Number : currency", "z -> Last")
    for length in [0, 1, 8_180, 8_181, 8_182, 8_183, 8_184, 8_191, 8_192, 8_193, 16_384, 24_577] {
      for tail in ["", "é", "€", "😀", "\\n", "\\\\", "\\\"", "\\u00e9", "\\ud83d\\ude00", "\\/"] {
        let filler = repeated("x", length)
        let body =
          #"{"\#(filler)\#(tail)":0,"a":{"k":"\#(filler)\#(tail)"},"n":1\#(repeated("0", length)).5,"z":"end"}"#
        let values = try #require(mapping.evaluate(body).updates?.values)
        let expected = SlowJSON.read(Array(("\"" + filler + tail + "\"").utf8)).value
        guard case .string(let units) = expected else { continue }
        let text = String(String.UnicodeScalarView(units.compactMap { Unicode.Scalar($0) }))
        #expect(values["Text"] == (text.isEmpty ? nil : .string(text)), "\(length) \(tail)")
        #expect(values["Number"] == .decimal("1\(repeated("0", length)).5"))
        #expect(values["Last"] == .string("end"))
      }
    }
  }

  /// Every byte of a window is structure: as many offsets as there is room for.
  @Test(arguments: [8_191, 8_192, 8_193, 16_384, 16_385, 40_000])
  func `windows full of structure are read`(_ count: Int) throws {
    let mapping = try compiled(
      "[0] -> First", "[\(count / 2)] -> Middle", limits: Limits(depth: 50_000))
    let flat = "[" + repeated("0,", count / 2) + "7]"
    #expect(
      mapping.evaluate(flat).updates?.values == ["First": .string("0"), "Middle": .string("7")])
    let deep = repeated("[", count) + repeated("]", count)
    #expect(mapping.evaluate(deep).result == .mismatch)
    #expect(mapping.evaluate(String(deep.dropLast())).offset == 2 * count - 1)
    #expect(mapping.evaluate(deep + "]").offset == 2 * count)
    #expect(mapping.evaluate(repeated("[]", count)).offset == 2)
    #expect(mapping.evaluate(repeated(":", count)).offset == 0)
    #expect(mapping.evaluate("[" + repeated("\"\",", count) + "1]").result == .empty)
    #expect(mapping.evaluate(repeated(",", count)).offset == 0)
  }
}
