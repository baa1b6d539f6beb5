import Foundation
import JSONText
import RespmapCommands
import Testing

private let mapping = """
  response json
  id -> ExternalId : integer
  """

/// A record whose body has that number as its id.
private func record(_ number: Int) -> String {
  #"{"id":\#(number),"status":200,"body":"{\"id\":\#(number)}"}"#
}

@Suite struct `A batch` {
  let file: ScratchFile

  init() throws { file = try ScratchFile("m.respmap", mapping) }

  /// Each line of an outcome, in short: what it is called, what it is, its number or code.
  private func summary(_ output: String) throws -> [String] {
    try output.split(separator: "\n").map { line in
      let outcome = try JSONReader.read(Array(line.utf8))
      let parts = [
        outcome["line"], outcome["id"], outcome["outcome"], outcome["updates"]?["ExternalId"],
        outcome["failure"]?["code"], outcome["error"]?["code"], outcome["error"]?["offset"],
      ]
      return parts.compactMap { $0.map { $0.string ?? $0.text } }.joined(separator: " ")
    }
  }

  /// An input and its outcomes in short.
  struct Example: CustomTestStringConvertible {
    let name: String
    let input: [UInt8]
    let outcomes: [String]
    let status: CommandStatus

    init(_ name: String, _ input: [UInt8], _ outcomes: [String], _ status: CommandStatus) {
      self.name = name
      self.input = input
      self.outcomes = outcomes
      self.status = status
    }

    init(_ name: String, _ input: String, _ outcomes: [String], _ status: CommandStatus) {
      self.init(name, Array(input.utf8), outcomes, status)
    }

    var testDescription: String { name }
  }

  static let deep = String(repeating: "[", count: 100_000)
  static let one = record(1)
  static let two = record(2)
  static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  @Test(arguments: [
    Example("nothing", "", [], .ok),
    Example("blank lines only", "\n \n\t\r\n", [], .ok),
    Example("a record", one + "\n", ["1 mapped 1"], .ok),
    Example("no line break at the end", one, ["1 mapped 1"], .ok),
    Example("CR LF", "\(one)\r\n\(two)\r\n", ["1 mapped 1", "2 mapped 2"], .ok),
    Example("blank lines between", "\n\n\(one)\n  \n\(two)", ["1 mapped 1", "2 mapped 2"], .ok),
    Example(
      "blank lines count", "\n\(one)\n\n[]\n", ["1 mapped 1", "4 unreadable RM324 0"], .unreadable),
    Example("byte order mark", mark + Array(one.utf8), ["1 mapped 1"], .ok),
    Example("byte order mark alone", mark, [], .ok),
    Example(
      "byte order mark elsewhere", Array("\(one)\n".utf8) + mark + Array(two.utf8),
      ["1 mapped 1", "2 unreadable RM324 0"], .unreadable),
    Example(
      "a refusal", #"{"id":"é\"","status":503}"#, ["é\" notMapped http.503"], .notMapped),
    Example(
      "torn line", "\(one)\n{\"id\":2,\"sta", ["1 mapped 1", "2 unreadable RM324 12"], .unreadable),
    Example(
      "no JSON between records", "\(one)\nnonsense\n\(two)",
      ["1 mapped 1", "2 unreadable RM324 0", "2 mapped 2"], .unreadable),
    Example(
      "invalid UTF-8", Array(#"{"status":200,"body":"#.utf8) + [0x22, 0xC3, 0x28, 0x22, 0x7D],
      ["1 unreadable RM324 22"], .unreadable),
    Example(
      "NUL", Array(#"{"status":200,"body":""#.utf8) + [0x00, 0x22, 0x7D],
      ["1 unreadable RM324 22"], .unreadable),
    Example(
      "NUL as an escape", #"{"status":200,"body":"\u0000"}"#, ["notMapped RM303"], .notMapped),
    Example(
      "half of a surrogate pair", #"{"id":1,"status":200,"body":"\ud83d"}"#,
      ["1 unreadable RM324 29"], .unreadable),
    Example("deep nesting", deep, ["1 unreadable RM324 128"], .unreadable),
    Example(
      "deep nesting beside the body", #"{"id":1,"status":404,"more":\#(deep)"#,
      ["1 unreadable RM324 155"], .unreadable),
    Example(
      "of duplicates the last counts",
      #"{"id":0,"status":"?","status":200,"id":5,"body":1,"body":"{\"id\":5}"}"#, ["5 mapped 5"],
      .ok),
    Example(
      "escapes in a name", #"{"\u0069d":5,"status":200,"b\u006fdy":"{\"id\":5}"}"#,
      ["5 mapped 5"], .ok),
    Example(
      "status is a text", #"{"id":3,"status":"200"}"#, ["1 3 unreadable RM324 0"], .unreadable),
    Example("status 0", #"{"id":3,"status":0}"#, ["1 3 unreadable RM324 0"], .unreadable),
    Example("no status", #"{"id":3}"#, ["1 3 unreadable RM324 0"], .unreadable),
    Example("id is a list", #"{"id":[],"status":200}"#, ["1 unreadable RM324 0"], .unreadable),
    Example("id is null", #"{"id":null,"status":404}"#, ["notMapped http.404"], .notMapped),
    Example(
      "body is an object", #"{"id":3,"status":200,"body":{}}"#, ["1 3 unreadable RM324 0"],
      .unreadable),
    Example(
      "two bodies", #"{"status":200,"body":"","body_base64":""}"#, ["1 unreadable RM324 0"],
      .unreadable),
    Example(
      "one body of two is null", #"{"status":200,"body":null,"body_base64":"eyJpZCI6Mn0="}"#,
      ["mapped 2"], .ok),
    Example(
      "no base64", #"{"status":200,"body_base64":"eyJpZCI6Mn0"}"#, ["1 unreadable RM324 0"],
      .unreadable),
  ])
  func `gives one outcome a line, whatever a line holds`(_ example: Example) throws {
    let result = respmap(["run", file.path, "--ndjson"], input: example.input)
    #expect(try summary(result.output) == example.outcomes)
    #expect(result.status == example.status)
    #expect(result.errors.hasSuffix(" unreadable\n"))
  }

  @Test func `says of a line that is no response what others say of theirs`() throws {
    let result = respmap(["run", file.path, "--ndjson"], input: Array("\n{\"id\":\"x\"}\n".utf8))
    #expect(
      result.output == """
        {"version":1,"line":2,"id":"x","outcome":"unreadable","updates":{},"results":[],\
        "error":{"code":"RM324","message":"this line is no response: it has no `status`","offset":0},\
        "warnings":[]}

        """)
    #expect(result.errors == "1 record: 0 mapped, 0 not mapped, 1 unreadable\n")
  }

  /// Some of the records are no response, so that lines are counted over blocks as well.
  static let mixed: [UInt8] = (0..<3000).flatMap { number in
    Array((number.isMultiple(of: 7) ? "nonsense \(number)\n" : record(number) + "\n").utf8)
  }

  @Test(arguments: [1 << 20, 65_536, 4096, 1000, 61])
  func `comes out in order and alike, however the input comes in`(_ pieceLength: Int) throws {
    let result = respmap(
      ["run", file.path, "--ndjson"], pieces: pieceLength, of: Self.mixed)
    let expected = (0..<3000).map { number in
      number.isMultiple(of: 7)
        ? "\(number + 1) unreadable RM324 0" : "\(number) mapped \(number)"
    }
    #expect(try summary(result.output) == expected)
    #expect(result.errors == "3000 records: 2571 mapped, 0 not mapped, 429 unreadable\n")
    #expect(result.status == .unreadable)
  }

  @Test func `does not wait for more where a line is there`() throws {
    var writes = 0
    let input = Array((record(1) + "\n" + record(2) + "\n").utf8)
    _ = respmap(
      ["run", file.path, "--ndjson"], pieces: record(1).utf8.count + 1, of: input
    ) { _ in writes += 1 }
    #expect(writes == 2)
  }

  @Test(arguments: [0, 1], [1 << 16, 1 << 30])
  func `takes a line of 16 MiB and refuses a longer one, however it comes in`(
    _ excess: Int, _ pieceLength: Int
  ) throws {
    let (start, rest) = (#"{"status":200,"reason":""#, #"","body":"{\"id\":1}"}"#)
    let length = (16 << 20) + excess - start.utf8.count - rest.utf8.count
    let long = start + String(repeating: "x", count: length) + rest
    let input = Array("\(long)\n\(record(2))\n[]".utf8)
    let result = respmap(["run", file.path, "--ndjson"], pieces: pieceLength, of: input)
    let outcome = excess == 0 ? "mapped 1" : "1 unreadable RM501 16777216"
    #expect(
      try summary(result.output) == [outcome, "2 mapped 2", "3 unreadable RM324 0"])
  }

  @Test func `takes a line beyond its limit that does not end`() throws {
    let long = Array(repeating: UInt8(ascii: "["), count: (16 << 20) + 1)
    let result = respmap(["run", file.path, "--ndjson"], pieces: 1 << 20, of: long)
    #expect(try summary(result.output) == ["1 unreadable RM501 16777216"])
  }

  @Test func `is told how the webhook was called`() throws {
    let result = respmap(
      ["run", file.path, "--ndjson", "--context", "batch"], input: Array(record(1).utf8))
    #expect(try summary(result.output) == ["1 notMapped webhook.1000"])
    #expect(result.status == .notMapped)
  }

  @Test func `stops where nobody reads on`() throws {
    let result = respmap(["run", file.path, "--ndjson"], pieces: 1000, of: Self.mixed) {
      bytes throws(FileProblem) in throw FileProblem("write", "standard output", errno: EPIPE)
    }
    #expect(result.status == .unreadable)
    #expect(result.errors == "")
  }

  /// Runs over an input of which a line comes every 300 ms, with somebody looking.
  private func slowErrors(lines: Int, outputIsTerminal: Bool = false) -> String {
    let input = ByteSource(
      Array(String(repeating: Self.one + "\n", count: lines).utf8),
      pieceLength: Self.one.utf8.count + 1)
    var errors = ""
    let console = Console(
      readInput: { [] }, writeOutput: { _ in }, writeError: { errors += $0 },
      openInput: {
        unsafe ByteSource { memory throws(FileProblem) in
          usleep(300_000)
          return try unsafe input.read(memory)
        }
      }, outputIsTerminal: outputIsTerminal, errorIsTerminal: true)
    _ = Respmap.run(["run", file.path, "--ndjson"], console: console)
    return errors
  }

  private let slowSummary = "4 records: 4 mapped, 0 not mapped, 0 unreadable\n"

  @Test func `says how far it is once it takes more than a second, and takes that away again`() {
    let errors = slowErrors(lines: 4)
    #expect(errors.hasPrefix("\rrespmap: 0 MiB, "))
    #expect(errors.hasSuffix(" records\u{1B}[K\r\u{1B}[K" + slowSummary))
  }

  @Test func `says nothing of that where outcomes are looked at, or before that second`() {
    #expect(slowErrors(lines: 4, outputIsTerminal: true) == slowSummary)
    let quick = respmap(["run", file.path, "--ndjson"], input: Array(Self.one.utf8))
    #expect(quick.errors == "1 record: 1 mapped, 0 not mapped, 0 unreadable\n")
  }

  @Test(arguments: [
    ["--ndjson", "a", "b"], ["--ndjson", "--format", "text"], ["--ndjson", "--status", "200"],
    ["--ndjson", "--resume", "a"], ["--ndjson", "--resume", "-o", "x"], ["-o", "x", "a"],
    ["--resume", "a"], ["--ndjson", "--resume", "-o", "x", "-"],
  ])
  func `is used as it is meant`(_ arguments: [String]) {
    let result = respmap(["run", file.path] + arguments)
    #expect(result.status == .usage)
    #expect(result.output == "")
  }

  @Test func `needs no plan to be compiled again`() throws {
    let plan = try ScratchFile("m.json", respmap("compile", file.path).output)
    let result = respmap(["run", plan.path, "--ndjson"], input: Array(record(4).utf8))
    #expect(try summary(result.output) == ["4 mapped 4"])
  }
}
