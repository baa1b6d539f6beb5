import ResponseMapping
import Testing
import TestSupport

/// A path in Marketo's notation selects what a mapping reads there, whatever the body.
@Suite struct QueryDifferentialTests {
  private static let keys = ["a", "a", "b", "c", "'é'", "ab", "A", "''"]

  private func path(_ random: inout RandomJSON) -> String {
    var path = ""
    for number in 0...random.below(3) {
      if random.once(in: 3) {
        path += "[\(random.below(3))]"
      } else {
        path += (number > 0 ? "." : "") + Self.keys[random.below(Self.keys.count)]
      }
    }
    return path
  }

  /// Whether the mapping into a field of type text has read the node that the query has selected.
  private func agree(_ result: MappingResult.Result, _ node: ResponseNode?) -> Bool {
    switch result {
    case .missing: node == nil
    case .null: node?.text == "null"
    case .empty: node?.string == ""
    case .written(.string(let text)): node.map { ($0.string ?? $0.text).isExactly(text) } ?? false
    case .mismatch:
      // An array, an object, half of a surrogate pair, or U+0000.
      node.map { node in
        node.text.hasPrefix("{") || node.text.hasPrefix("[") || node.text.hasPrefix("\"")
      } ?? false
    default: false
    }
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `in JSON`(_ seed: UInt64) throws {
    var random = RandomJSON(seed: seed)
    var found = 0
    for _ in 0..<60 {
      let path = path(&random)
      let mapping = try compiled("\(path) -> F : text")
      let query = try ResponseQuery(path, format: .json)
      for _ in 0..<20 {
        var body = random.document()
        if random.once(in: 4) { body = random.spoiled(body) }
        let outcome = mapping.evaluate(Response(ResponseHead(status: 200), body: body))
        do {
          let nodes = try query.select(in: body)
          found += nodes.count
          #expect(nodes.count <= 1)
          let result = try #require(outcome.result)
          #expect(agree(result, nodes.first), "\(path) in \(printable(body)): \(result)")
          try expectSame(nodes, at: nodes.first?.path, in: body)
        } catch let failure as BodyFailure {
          #expect(outcome.failure?.kind == failure.kind, "\(printable(body))")
        }
      }
    }
    #expect(found > 30)
  }

  /// The normalized path is a JSONPath that selects the same.
  private func expectSame(_ nodes: [ResponseNode], at path: String?, in body: [UInt8]) throws {
    guard let path else { return }
    let again = try ResponseQuery(path, format: .json).select(in: body)
    #expect(again.map(\.path) == [path])
    #expect(again.map(\.text) == nodes.map(\.text))
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `in XML`(_ seed: UInt64) throws {
    var random = RandomXML(seed: seed)
    var found = 0
    for _ in 0..<60 {
      let documents = (0..<3).map { _ in random.document() }
      let root = try SlowXML.document(documents[random.below(3)])
      for path in [random.path().text, random.path(in: root).text] {
        let mapping = try Mapping(compiling: "response xml\n\(path) -> F : text")
        let query = try ResponseQuery(path, format: .xml)
        for document in documents {
          let body = random.once(in: 4) ? random.spoiled(document) : document
          let outcome = mapping.evaluate(Response(ResponseHead(status: 200), body: body))
          do {
            let nodes = try query.select(in: body)
            found += nodes.count
            #expect(nodes.count <= 1)
            let result = try #require(outcome.result)
            #expect(agreeXML(result, nodes.first), "\(path) in \(printable(body)): \(result)")
          } catch let failure as BodyFailure {
            guard let kind = outcome.failure?.kind, kind != .contentTypeMismatch else { continue }
            #expect(kind == failure.kind, "\(printable(body))")
          }
        }
      }
    }
    #expect(found > 30)
  }

  private func agreeXML(_ result: MappingResult.Result, _ node: ResponseNode?) -> Bool {
    guard let node else { return if case .missing = result { true } else { false } }
    switch result {
    case .written(.string(let text)): return node.string?.isExactly(text) ?? false
    case .empty: return node.string?.allSatisfy { " \t\r\n\r\n".contains($0) } ?? false
    case .null: return node.text.contains("nil")
    case .mismatch: return node.text.hasPrefix("<") && node.text.dropFirst().contains("<")
    default: return false
    }
  }
}

extension String {
  fileprivate func isExactly(_ other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
