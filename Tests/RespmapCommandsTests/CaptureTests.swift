import Foundation
import JSONText
import RespmapCommands
import Testing

private let mapping = """
  response json
  id -> ExternalId : integer
  """

private let crlf = "\r\n"

@Suite struct `A captured response` {
  /// The file, as text; the status of each outcome, in order; whether each is mapped.
  struct Readable: CustomTestStringConvertible {
    let name: String
    let capture: [UInt8]
    let outcomes: [String]

    init(_ name: String, _ capture: String, _ outcomes: String...) {
      self.name = name
      self.capture = Array(capture.utf8)
      self.outcomes = outcomes
    }

    var testDescription: String { name }
  }

  @Test(arguments: [
    Readable("LF", "HTTP/1.1 200 OK\nA: b\n\n{\"id\":1}", "mapped 200 1"),
    Readable("CRLF", "HTTP/1.1 200 OK\r\nA: b\r\n\r\n{\"id\":1}", "mapped 200 1"),
    Readable("no header", "HTTP/1.0 200 OK\n\n{\"id\":1}", "mapped 200 1"),
    Readable("HTTP/2", "HTTP/2 200 \r\n\r\n{\"id\":1}", "mapped 200 1"),
    Readable("HTTP/2 without a blank", "HTTP/2 200\r\n\r\n{\"id\":1}", "mapped 200 1"),
    Readable("HTTP/3", "HTTP/3 204\r\n\r\n", "notMapped 204 webhook.1001"),
    Readable("no body", "HTTP/1.1 500 Oh No\n\n", "notMapped 500 http.500 Oh No"),
    Readable("folded header", "HTTP/1.1 200 OK\nA: b\n  c\n\n{\"id\":1}", "mapped 200 1"),
    Readable(
      "redirect", "HTTP/1.1 301 Moved\nContent-Length: 9\n\nHTTP/1.1 200 OK\n\n{\"id\":1}",
      "mapped 200 1"),
    Readable(
      "redirect with its body",
      "HTTP/1.1 301 Moved\nContent-Length: 9\n\n123456789HTTP/1.1 200 OK\n\n{\"id\":1}",
      "mapped 200 1"),
    Readable(
      "three", "HTTP/1.1 100 Continue\n\nHTTP/1.1 302 F\n\nHTTP/2 201\n\n{\"id\":1}",
      "mapped 201 1"),
    Readable(
      "status line within a body",
      "HTTP/1.1 200 OK\n\n{\"id\":\"\"}\nHTTP/1.1 200 OK\n\n{\"id\":1}",
      "notMapped 200 RM303 OK"),
    Readable(
      "length beyond the file", "HTTP/1.1 200 OK\nContent-Length: 99\n\n{\"id\":1}",
      "mapped 200 1"),
    Readable(
      "lines of JSON",
      """
      {"id":"a","status":200,"reason":"OK","headers":{"X":"y"},"body":"{\\"id\\":1}"}
      {"id":7,"status":503,"reason":"Busy"}

      {"status":200,"body_base64":"eyJpZCI6Mn0=","headers":{"X":["y","z"]}}
      """, "a mapped 200 1", "7 notMapped 503 http.503 Busy", "mapped 200 2"),
    Readable(
      "HAR",
      """
      {"log":{"version":"1.2","entries":[
        {"response":{"status":200,"statusText":"OK","headers":[{"name":"A","value":"b"}],
          "content":{"mimeType":"application/json","text":"{\\"id\\":1}"}}},
        {"response":{"status":404,"statusText":"","headers":[],"content":{"size":0}}},
        {"response":{"status":200,"statusText":"OK","headers":[],
          "content":{"encoding":"base64","text":"eyJpZCI6Mn0="}}}]}}
      """, "mapped 200 1", "notMapped 404 http.404", "mapped 200 2"),
  ])
  func `is read in every shape`(_ example: Readable) throws {
    let mapping = try ScratchFile("m.respmap", mapping)
    let result = respmap("run", "--format", "json", mapping.path, "-", input: example.capture)
    let lines = try result.output.split(separator: "\n").map { line in
      let outcome = try JSONReader.read(Array(line.utf8))
      let parts = [
        outcome["id"], outcome["outcome"], outcome["status"], outcome["updates"]?["ExternalId"],
        outcome["failure"]?["code"], outcome["failure"]?["errorType"],
      ]
      return parts.compactMap { $0.map { $0.string ?? $0.text } }.joined(separator: " ")
    }
    #expect(lines == example.outcomes)
    #expect(result.errors == "")
  }

  @Test(arguments: [
    ("", "-:1:1: error[RM320]: the file is empty"),
    ("{\"id\":1}", "-:1:1: error[RM320]: the file is no captured response"),
    ("{\n  \"id\": 1\n}", "-:1:1: error[RM320]"),
    ("<html></html>", "-:1:1: error[RM320]"),
    ("HTTP/1.1 OK\n\n", "-:1:1: error[RM321]: this is no status line"),
    ("HTTP/1.1 2000 OK\n\n", "-:1:1: error[RM321]"),
    ("HTTP/one 200 OK\n\n", "-:1:1: error[RM321]"),
    ("HTTP/1.1 099 OK\n\n", "-:1:1: error[RM321]"),
    ("HTTP/1.1 200 OK", "-:1:16: error[RM323]: the capture ends within its header"),
    ("HTTP/1.1 200 OK\nA: b", "-:2:5: error[RM323]"),
    ("HTTP/1.1 200 OK\nA: b\n", "-:3:1: error[RM323]"),
    ("HTTP/1.1 200 OK\nno colon\n\n", "-:2:1: error[RM322]: this line is no header"),
    ("HTTP/1.1 200 OK\nA b: c\n\n", "-:2:1: error[RM322]"),
    ("HTTP/1.1 301 M\n\nHTTP/1.1 200 OK\n", "-:4:1: error[RM323]"),
    ("{\"status\":200,\"a\":5}", "-:1:1: error[RM320]"),
    ("{\"status\":\"ok\",\"a\":5}", "-:1:1: error[RM320]"),
    ("{\"log\":\"hello\"}", "-:1:1: error[RM320]"),
    ("{\"log\":{}}", "-:1:1: error[RM320]"),
    ("{\"status\":\"200\",\"body\":\"\"}", "-:1:1: error[RM324]"),
    ("{\"status\":1e2,\"body\":\"\"}", "-:1:1: error[RM324]"),
    (
      "{\"status\":0,\"body\":\"\"}",
      "-:1:1: error[RM324]: this line is no response: its `status` is 0"
    ),
    (
      "HTTP/1.1 200 OK\nA: b\n{\"a\":{\"b c\":1}}\n\n",
      "-:3:1: error[RM322]: this line is no header"
    ),
    ("{\"status\":200,\"body\":{}}", "-:1:1: error[RM324]"),
    ("{\"status\":200,\"headers\":[]}", "-:1:1: error[RM324]"),
    ("{\"status\":200,\"headers\":{\"a\":true}}", "-:1:1: error[RM324]"),
    ("{\"status\":200,\"body\":\"\",\"id\":[]}", "-:1:1: error[RM324]"),
    ("{\"status\":200,\"body\":\"\",\"body_base64\":\"\"}", "-:1:1: error[RM324]"),
    ("{\"status\":200,\"body_base64\":\"?\"}", "-:1:1: error[RM324]"),
    ("{\"log\":{\"entries\":[{}]}}", "-:1:1: error[RM324]: entry 1 of the archive is no response"),
    ("{\"log\":{\"entries\":[{\"response\":{\"status\":0}}]}}", "-:1:1: error[RM324]"),
  ])
  func `that cannot be read is refused and says why`(_ capture: String, _ message: String) throws {
    let mapping = try ScratchFile("m.respmap", mapping)
    let result = respmap("run", mapping.path, "-", input: Array(capture.utf8))
    #expect(result.status == .unreadable)
    #expect(result.output == "")
    #expect(result.errors.hasPrefix(message), "\(result.errors)")
    #expect(result.errors.contains("= help: "))
  }

  @Test func `is evaluated though others beside it cannot be read`() throws {
    let mapping = try ScratchFile("m.respmap", mapping)
    let good = #"{"status":200,"body":"{\"id\":1}"}"#
    let lines = [
      good, "[]", "{}", #"{"status":200,"body":"\ud83d"}"#, #"{"status":"#, #"{"status":500}"#,
      good,
    ]
    let records = respmap(
      "run", mapping.path, "-", input: Array(lines.joined(separator: "\n").utf8))
    #expect(records.status == .unreadable)
    #expect(records.output.split(separator: "\n").count { $0.contains(": mapped") } == 2)
    #expect(records.output.contains("- (6 of 7): not mapped"))
    for error in [
      "-:2:1: error[RM324]: this line is no response: it is not an object",
      "-:3:1: error[RM324]: this line is no response: it has no `status`",
      "-:4:23: error[RM324]: this line is no response: it holds half of a surrogate pair",
      "-:5:11: error[RM324]: this line is no response: it is cut short",
    ] { #expect(records.errors.contains(error), "\(records.errors)") }
    let archive = """
      {"log":{"entries":[{"response":{"status":0}},{"response":{"status":200,"content":{"size":9}}},
      {"response":{"status":503,"headers":[{"name":"Retry-After","value":30}]}}]}}
      """
    let entries = respmap("run", mapping.path, "-", input: Array(archive.utf8))
    #expect(entries.status == .unreadable)
    #expect(entries.errors.contains("entry 1 of the archive is no response: its `status` is 0"))
    #expect(entries.errors.contains("entry 2 of the archive is no response: its body was not rec"))
    #expect(entries.output.contains("retry in 30 seconds"))
  }

  @Test func `may begin with a byte order mark`() throws {
    let mapping = try ScratchFile("m.respmap", mapping)
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let capture = mark + Array("HTTP/1.1 200 OK\n\n{\"id\":1}".utf8)
    #expect(respmap("run", mapping.path, "-", input: capture).status == .ok)
  }

  @Test func `shows nothing of its contents where it cannot be read`() throws {
    let mapping = try ScratchFile("m.respmap", mapping)
    let capture = "HTTP/1.1 200 OK\nCookie secret\n\n{\"email\":\"ada@example.com\"}"
    let result = respmap("run", mapping.path, "-", input: Array(capture.utf8))
    #expect(!result.errors.contains("secret"))
    #expect(!result.errors.contains("ada@example.com"))
  }
}
