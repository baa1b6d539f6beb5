import ResponseMapping

/// Many small answers to one mapping, as bodies in memory, as one text of a body a line, and as a file of
/// captures, which has each body in a string of an object with its status.
struct RecordBatch {
  let mappingText: String
  let mapping: Mapping
  let lookups: [Lookup]
  let bodies: [[UInt8]]

  init(count: Int) throws {
    // Of what every body has: its head, its company, its first records, its summary.
    let lookups = JSONFamily.mixed.body(bytes: BodySize.small.bytes).lookups.filter { lookup in
      lookup.steps.allSatisfy { step in
        switch step {
        case .key(let key): key != "note"
        case .index(let index): index < 3
        }
      }
    }
    self.lookups = (0..<8).map { lookups[$0 * (lookups.count - 1) / 7] }
    mappingText = Workload.mappingText("json", self.lookups) { $0.marketoPath }
    mapping = try Mapping(compiling: mappingText)
    bodies = (0..<count).map {
      JSONFamily.mixed.body(bytes: BodySize.small.bytes, seed: UInt64($0)).text
    }
  }

  /// One body a line.
  var lines: [UInt8] { Array(bodies.map { $0 + [UInt8(ascii: "\n")] }.joined()) }

  /// One captured answer a line.
  var captures: [UInt8] {
    let head = Array(#"{"status":200,"headers":{"Content-Type":"application/json"},"body":""#.utf8)
    return bodies.reduce(into: []) { text, body in
      text += head
      for byte in body {
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
          text.append(UInt8(ascii: "\\"))
        }
        text.append(byte)
      }
      text += "\"}\n".utf8
    }
  }
}
