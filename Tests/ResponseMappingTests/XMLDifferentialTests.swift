import CXMLRivals
import ResponseMapping
import Testing
import TestSupport

/// Random bodies, judged by the runtime and by a reader that is slow and obvious.
@Suite struct XMLDifferentialTests {
  /// A mapping and its paths.
  private struct Mapped {
    let paths: [SlowXMLPath]
    let mapping: Mapping

    init(_ paths: [SlowXMLPath]) throws {
      self.paths = paths
      let lines = paths.enumerated().map { "\($1.text) -> Field\($0)" }
      mapping = try Mapping(compiling: "response xml\n" + lines.joined(separator: "\n"))
    }

    /// The first place where the updates say something else than the slow reader does.
    func disagreement(of updates: Updates, in root: SlowXMLElement) -> String? {
      for (path, result) in zip(paths, updates.results) {
        let actual = SlowXMLEvaluation(result, updates.warnings)
        let expected = SlowXMLEvaluation(path, in: root)
        if actual != expected {
          return
            "\(path.text)\nexpected: \(expected)\nactual: \(result.result), \(updates.warnings)"
        }
        if result.path != path.text { return "\(path.text) is called \(result.path)" }
      }
      return nil
    }
  }

  /// Two paths at random and six that lead into one of the documents.
  private func mapping(
    into roots: [SlowXMLElement], _ random: inout RandomXML
  ) throws -> Mapped {
    var paths = (0..<2).map { _ in random.path() }
    paths += (0..<6).map { _ in random.path(in: roots[random.below(roots.count)]) }
    return try Mapped(paths)
  }

  /// Bodies in other encodings, or that are said to be, are judged elsewhere.
  private func isInUTF8(_ body: [UInt8]) -> Bool {
    !body.starts(with: [0xFE, 0xFF]) && !body.starts(with: [0xFF, 0xFE])
      && SlowXML.declaredEncoding(body).map { $0.lowercased() == "utf-8" } ?? true
  }

  private func words(_ outcome: Outcome) -> String {
    outcome.failure.map { "\($0.kind): \($0.message)" } ?? "\(outcome.updates?.results ?? [])"
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `random documents are read as an obvious reader reads them`(_ seed: UInt64) throws {
    var random = RandomXML(seed: seed)
    for round in 0..<150 {
      let documents = (0..<3).map { _ in random.document() }
      let roots = try documents.map { try SlowXML.document($0) }
      for _ in 0..<2 {
        let mapped = try mapping(into: roots, &random)
        var evaluator = mapped.mapping.makeEvaluator()
        for (document, root) in zip(documents, roots) {
          let outcome = evaluator.evaluate(Response(ResponseHead(status: 200), body: document))
          let disagreement =
            outcome.updates.map { mapped.disagreement(of: $0, in: root) } ?? words(outcome)
          if let disagreement {
            Issue.record("round \(round): \(printable(document))\n\(disagreement)")
            return
          }
        }
      }
    }
  }

  @Test(arguments: [11, 12, 13, 14] as [UInt64])
  func `spoiled documents are refused when an obvious reader refuses them`(
    _ seed: UInt64
  ) throws {
    var random = RandomXML(seed: seed)
    let root = try SlowXML.document(Array("<a><b/><b><c/></b></a>".utf8))
    let mapped = try mapping(into: [root], &random)
    var evaluator = mapped.mapping.makeEvaluator()
    var accepted = 0
    var refused = 0
    for round in 0..<1_500 {
      var document = random.once(in: 3) ? random.carelessDocument() : random.document()
      if !random.once(in: 5) { document = random.spoiled(document) }
      guard isInUTF8(document) else { continue }
      let outcome = evaluator.evaluate(Response(ResponseHead(status: 200), body: document))
      var disagreement: String?
      do {
        let root = try SlowXML.document(document)
        accepted += 1
        disagreement =
          outcome.updates.map { mapped.disagreement(of: $0, in: root) } ?? words(outcome)
      } catch {
        refused += 1
        switch outcome.failure?.kind {
        case .malformedBody, .encoding, .emptyBody: break
        default: disagreement = "\(error), not \(words(outcome))"
        }
      }
      if let disagreement {
        Issue.record("round \(round): \(printable(document))\n\(disagreement)")
      }
    }
    #expect(accepted > 250)
    #expect(refused > 900)
  }

  /// Documents that are nearly right, as libxml2 judges them; it does not hold the declaration to the letter.
  @Test(arguments: [31, 32, 33, 34] as [UInt64])
  func `what is well-formed is what libxml2 takes for well-formed`(_ seed: UInt64) throws {
    var random = RandomXML(seed: seed)
    let mapping = try xml("a -> A", "a.b -> B")
    var evaluator = mapping.makeEvaluator()
    var judged = (wellFormed: 0, malformed: 0)
    for round in 0..<4_000 {
      var document = random.once(in: 3) ? random.carelessDocument() : random.document()
      for _ in 0..<(round % 3) { document = random.spoiled(document) }
      guard isInUTF8(document), document.first != 0xEF, !document.contains(0) else { continue }
      let judgement = unsafe document.withUnsafeBufferPointer {
        unsafe respmap_rival_is_well_formed($0.baseAddress, $0.count)
      }
      let outcome = evaluator.evaluate(Response(ResponseHead(status: 200), body: document))
      let isMalformed =
        switch outcome.failure?.kind {
        case .malformedBody, .encoding, .emptyBody: true
        default: false
        }
      if outcome.failure?.message.contains("XML declaration is not") == true { continue }
      if judgement == 1 { judged.wellFormed += 1 } else { judged.malformed += 1 }
      if judgement >= 0, (judgement == 1) == isMalformed {
        Issue.record("round \(round): \(printable(document)): \(words(outcome))")
      }
    }
    #expect(judged.wellFormed > 1_000)
    #expect(judged.malformed > 1_000)
  }

  private func disagreement(_ path: [String], _ document: String) throws -> String? {
    let document = Array(document.utf8)
    let mapped = try Mapped([
      SlowXMLPath(steps: path.map { SlowXMLPath.Step(key: $0, index: nil) })
    ])
    let outcome = mapped.mapping.evaluate(document)
    let root = try SlowXML.document(document)
    return outcome.updates.map { mapped.disagreement(of: $0, in: root) } ?? words(outcome)
  }

  @Test(arguments: [
    // The name of a namespace need not be looked at (Namespaces in XML, §7); libxml2 warns.
    "<a xmlns='http://example.com/заявки'>x</a>", "<a xmlns:p='urn:a b'>x</a>",
    "<a xmlns:p='http://example.com/[ns]'>x</a>", "<a xmlns:p='not a URI' p:b=''>x</a>",
    // Line ends become LF before anything else (XML, §2.11).
    "<a><![CDATA[x\r\ny]]></a>", "<a><![CDATA[x\ry]]></a>", "<a>\r<![CDATA[\n]]>x</a>",
  ])
  func `what libxml2 judges otherwise is read by the recommendations`(_ document: String) throws {
    #expect(try disagreement(["a"], document) == nil)
  }

  /// The second of two names that differ in their scalars only is looked at as well when the
  /// nearest one is sought.
  @Test func `names that are equal as strings`() throws {
    let disagreement = try disagreement(["a", "xml:é"], "<a><e\u{301}/><é/></a>")
    #expect(disagreement == nil)
  }
}
