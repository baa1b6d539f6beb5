import Foundation
import JSONText
import RespmapCommands
import ResponseMapping
import TestSupport
import Testing

/// The samples' answers as records, by their mapping.
enum SampleRecords {
  static func records(of mapping: URL) throws -> [[UInt8]] {
    let cases = `Every sample`.cases.filter { $0.mapping == mapping }
    return try cases.enumerated().map { number, sample in
      let capture = try CaptureReader.read([UInt8](try Data(contentsOf: sample.capture)))
      guard case .success(let captured)? = capture.first else { return [] }
      return record(of: captured.response, id: number)
    }
  }

  private static func record(of response: Response, id: Int) -> [UInt8] {
    let head = response.head
    var members = [JSONMember("id", .integer(id)), JSONMember("status", .integer(head.status))]
    if let reason = head.reasonPhrase { members.append(JSONMember("reason", .string(reason))) }
    members.append(
      JSONMember("headers", .object(head.headers.map { JSONMember($0.name, .string($0.value)) })))
    if let body = String(validating: response.body, as: UTF8.self) {
      members.append(JSONMember("body", .string(body)))
    } else {
      let encoded = Data(response.body).base64EncodedString()
      members.append(JSONMember("body_base64", .string(encoded)))
    }
    return Array(JSONValue.object(members).text.utf8)
  }
}

@Suite struct `The fast reader of records` {
  /// Reads the line with both readers; whether the fast one has taken it.
  private func agree(_ reader: inout RecordReader, _ line: [UInt8]) -> Bool {
    guard reader.read(line.span) else { return false }
    let text = String(decoding: line, as: UTF8.self)
    guard case .success(let slow) = RecordCapture.response(of: line[...]) else {
      Issue.record("the slow reader refuses \(text)")
      return true
    }
    #expect(reader.id == slow.id, "\(text)")
    #expect(reader.head == slow.response.head, "\(text)")
    #expect(Array(reader.body.storage.prefix(reader.body.count)) == slow.response.body, "\(text)")
    return true
  }

  /// Records of all shapes that are taken, one after the other by one reader.
  static let usual = [
    #"{"status":200}"#,
    #" { "status" : 404 , "id" : "a" } "#,
    #"{"id":-1.5e+3,"status":200,"reason":"Très \"bien\"","headers":{},"body":""}"#,
    #"{"id":null,"status":200,"reason":null,"headers":null,"body":null,"body_base64":null}"#,
    #"{"status":200,"headers":{"A":"b","C":["d",5,"e\\f"],"G":[],"H":1e2},"body":"{}"}"#,
    #"{"status":200,"headers":{"A":"b","C":["d",5,"e\\f"],"G":[],"H":1e2},"body":"[]"}"#,
    #"{"status":200,"body":"\"\\\/\b\f\n\r\t\u0000\u00e9\u20AC\ud83d\ude00 é€😀"}"#,
    #"{"status":200,"body":"1234567\"1234567\\12345678\"123456789"}"#,
    #"{"status":200,"body_base64":"AAECAw=="}"#, #"{"status":200,"body_base64":"AAEC\/+8="}"#,
    #"{"status":200,"body_base64":""}"#,
    #"{"url":"x","more":[{"a":[[],{}],"b":"\u005b"},true,false,null,-0,1.5],"status":999}"#,
  ]

  @Test func `takes records as they are usually written`() {
    var reader = RecordReader()
    for line in Self.usual {
      let isTaken = agree(&reader, Array(line.utf8))
      #expect(isTaken, "\(line)")
    }
  }

  @Test(arguments: [
    "", "{", "{}", "[]", "null", #"{"status":200"#, #"{"status":200} x"#, #"{"status":200,}"#,
    #"{"status":20}"#, #"{"status":0200}"#, #"{"status":2e2}"#, #"{"status":"200"}"#,
    #"{"status":200,"status":200}"#, #"{"status":200,"id":1,"id":1}"#, #"{"status":200,"id":tru}"#,
    #"{"status":200,"id":"\ud80012,"a":1}"#, #"{"status":200,"id":01}"#,
    #"{"status":200,"body":"\x"}"#, #"{"status":200,"body":"\u12g4"}"#,
    #"{"status":200,"body":"\ude00"}"#, #"{"status":200,"body":"a}"#,
    #"{"status":200,"body":null,"body":"x"}"#, #"{"status":200,"body":"","body_base64":""}"#,
    #"{"status":200,"body_base64":"AAE"}"#, #"{"status":200,"body_base64":"AAF="}"#,
    #"{"status":200,"body_base64":"A==="}"#, #"{"status":200,"body_base64":"AA==AAAA"}"#,
    #"{"status":200,"headers":{"A":true}}"#, #"{"status":200,"headers":{"A":{}}}"#,
    #"{"status":200,"a":[1,]}"#, #"{"status":200,"a":[}"#, #"{"status":200,"a":{"b"}}"#,
    #"{"status":200,"a":1.}"#, #"{"status":200,"a":-}"#, #"{"status":200,"a":nul}"#,
  ])
  func `leaves what is unusual or wrong to the slow one`(_ line: String) {
    var reader = RecordReader()
    let bytes = Array(line.utf8)
    let isTaken = reader.read(bytes.span)
    #expect(!isTaken)
  }

  @Test func `takes the samples' answers`() throws {
    var reader = RecordReader()
    for mapping in `Every sample`.mappings {
      for record in try SampleRecords.records(of: mapping) {
        let isTaken = agree(&reader, record)
        #expect(isTaken)
      }
    }
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `never differs from the slow one in a damaged record`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var reader = RecordReader()
    let lines = Self.usual.map { Array($0.utf8) }
    var taken = 0
    for _ in 0..<4000 {
      let line = mutant(of: lines.randomElement(using: &generator) ?? [], using: &generator)
      if agree(&reader, line) { taken += 1 }
    }
    #expect((200...3800).contains(taken))
  }
}

@Suite struct `A batch and a run` {
  /// Of a file that both can read, damaged bodies included.
  @Test(arguments: `Every sample`.mappings)
  func `print the same`(_ mapping: URL) throws {
    var generator = SeededGenerator(seed: 5)
    let records = try SampleRecords.records(of: mapping)
    var lines = records
    for record in records + records + records {
      lines.append(mutant(of: record, using: &generator).filter { $0 != 0x0A })
    }
    let file = Array(lines.joined(separator: [0x0A]))
    let run = respmap(["run", "--format", "ndjson", mapping.path, "-"], input: file)
    let batch = respmap(["run", "--ndjson", mapping.path], input: file)
    let outcomes = batch.output.split(separator: "\n")
    let readable = outcomes.filter { !$0.contains(#""outcome":"unreadable""#) }
    #expect(run.output.split(separator: "\n") == readable)
    #expect(run.status == batch.status)
    #expect(readable.count >= records.count)
    #expect(readable.count < outcomes.count)
  }
}
