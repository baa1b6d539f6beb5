import Diagnostics
import Foundation
import RespmapCommands
import Testing

@Suite struct `The command line` {
  let good = "response json\nid -> ExternalId : integer\n"
  let bad = "response json\nid => ExternalId\n"
  let answer = "HTTP/1.1 200 OK\n\n{\"id\":1}"
  let refusal = "HTTP/1.1 503 Busy\nRetry-After: 7\n\n"

  @Test func `ends with 0, 1, 3 and 4 as documented, and the gravest of several wins`() throws {
    let mapping = try ScratchFile("m.respmap", good)
    let broken = try ScratchFile("b.respmap", bad)
    let mapped = try ScratchFile("a.http", answer)
    let notMapped = try ScratchFile("b.http", refusal)
    let noCapture = try ScratchFile("c.http", "{}")
    #expect(respmap("check", mapping.path).status == .ok)
    #expect(respmap("check", mapping.path, broken.path).status == .findings)
    #expect(respmap("check", broken.path, "no-such-file").status == .unreadable)
    #expect(respmap("compile", broken.path).status == .findings)
    #expect(respmap("run", mapping.path, mapped.path).status == .ok)
    #expect(respmap("run", broken.path, mapped.path).status == .findings)
    #expect(respmap("run", mapping.path, mapped.path, notMapped.path).status == .notMapped)
    #expect(
      respmap("run", mapping.path, notMapped.path, noCapture.path, mapped.path).status
        == .unreadable)
    #expect(respmap("run", "no-such-file", mapped.path).status == .unreadable)
    #expect(respmap("run", mapping.path, "no-such-file").status == .unreadable)
  }

  @Test(
    arguments: [
      [], ["chek"], ["check"], ["run"], ["run", "m"], ["compile"],
      ["check", "--format", "yaml", "f"],
      ["run", "m", "r", "--reason", "OK"], ["run", "m", "r", "--header", "A: b"],
      ["run", "m", "r", "--status", "20"], ["run", "m", "r", "--status", "ok"],
      ["run", "m", "r", "--status", "200", "--header", "nonsense"], ["run", "-", "-"],
      ["check", "-", "-"],
      ["run", "m", "r", "--context", "form"],
    ].dropFirst())
  func `ends with 2 where it is used wrongly`(_ arguments: [String]) {
    let result = respmap(arguments)
    #expect(result.status == .usage)
    #expect(result.output == "")
    #expect(result.errors.contains("respmap"))
  }

  @Test(arguments: [["--help"], ["--version"], ["run", "--help"], []])
  func `prints help and version on standard output`(_ arguments: [String]) {
    let result = respmap(arguments)
    #expect(result.status == .ok)
    #expect(!result.output.isEmpty)
    #expect(result.errors == "")
  }

  @Test func `names the file of each outcome where there are several`() throws {
    let mapping = try ScratchFile("m.respmap", good)
    let one = try ScratchFile("a.http", answer)
    let two = try ScratchFile("b.http", refusal)
    let result = respmap("run", "--format", "json", mapping.path, one.path, two.path)
    let lines = result.output.split(separator: "\n")
    #expect(lines.first?.hasPrefix("{\"version\":1,\"file\":\"\(one.path)\"") == true)
    #expect(lines.last?.hasPrefix("{\"version\":1,\"file\":\"\(two.path)\"") == true)
  }

  @Test func `lets nothing of a body drive the terminal`() throws {
    let mapping = try ScratchFile("m.respmap", "response json\nid -> X\n'a\\u202eb' -> Y\n")
    let body = "{\"id\":\"\\u009b31m \\u202e \\u001b[2J\"}"
    let result = respmap(
      "run", "--status", "200", mapping.path, "-", input: Array(body.utf8))
    #expect(result.output.unicodeScalars.allSatisfy { !$0.isInvisible || $0 == "\n" })
  }

  @Test func `lets nothing of a file's name drive the terminal`() throws {
    let mapping = try ScratchFile("m\u{1B}[2J.respmap", good)
    let broken = try ScratchFile("b\u{1B}[2J\n.respmap", bad)
    let capture = try ScratchFile("a\u{1B}[2J.http", answer)
    let checked = respmap("check", broken.path, "no\u{1B}[2J")
    let mapped = respmap("run", mapping.path, capture.path)
    #expect(checked.output.contains("/b␛[2J␊.respmap:2:1: error"))
    #expect(checked.errors.contains("`no␛[2J`"))
    #expect(mapped.output.contains("/a␛[2J.http: mapped"))
  }

  @Test func `takes a file whose name begins like an option behind --`() {
    #expect(respmap("check", "--", "--format").errors.contains("cannot read `--format`"))
    #expect(respmap("check", "--format", "json", "--", "-x").errors.contains("cannot read `-x`"))
    #expect(respmap("check", "-x").status == .usage)
  }

  @Test func `says which file cannot be read, and reads the others`() throws {
    let broken = try ScratchFile("b.respmap", bad)
    let below = broken.path + "/below"
    let result = respmap("check", "no-such-file", below, broken.path)
    #expect(result.errors.contains("cannot read `no-such-file`: No such file or directory"))
    #expect(result.errors.contains("cannot read `\(below)`: Not a directory"))
    #expect(result.output.contains("error[RM110]"))
  }

  @Test func `takes a raw body with its status, reason and headers`() throws {
    let mapping = try ScratchFile("m.respmap", good)
    let body = Array(#"{"id":5}"#.utf8)
    let mapped = respmap(
      "run", "--format", "json", "--status", "201", "--header", "Content-Type: text/plain",
      mapping.path, "-", input: body)
    #expect(mapped.output.contains(#""updates":{"ExternalId":5}"#))
    #expect(mapped.output.contains(#""code":"RM311""#))
    let refused = respmap(
      "run", "--format", "json", "--status", "429", "--reason", "Slow Down", "--header",
      "Retry-After: 9", mapping.path, "-", input: body)
    #expect(refused.output.contains(#""errorType":"Slow Down""#))
    #expect(refused.output.contains(#""recovery":{"class":"retry","after":9}"#))
  }

  @Test func `never takes a raw body for a capture`() throws {
    let mapping = try ScratchFile("m.respmap", good)
    let result = respmap(
      "run", "--format", "json", "--status", "200", mapping.path, "-", input: Array(answer.utf8))
    #expect(result.output.contains(#""code":"RM303""#))
  }

  @Test(arguments: [("batch", "webhook.1000", "fixConfiguration"), ("timeout", "RM301", "retry")])
  func `is told how the webhook was called`(_ context: String, _ code: String, _ class: String)
    throws
  {
    let mapping = try ScratchFile("m.respmap", good)
    let capture = try ScratchFile("a.http", answer)
    for responses in [[], [capture.path]] {
      let result = respmap(
        ["run", "--format", "json", "--context", context, mapping.path] + responses)
      #expect(result.status == .notMapped)
      #expect(result.output.contains("\"code\":\"\(code)\""))
      #expect(result.output.contains("\"class\":\"\(`class`)\""))
      #expect(result.output.contains(#""status":200"#) == !responses.isEmpty)
    }
  }

  @Test func `reads a mapping from standard input`() throws {
    let capture = try ScratchFile("a.http", answer)
    #expect(respmap("check", "-", input: Array(bad.utf8)).output.hasPrefix("-:2:1: error[RM110]"))
    #expect(respmap("run", "-", capture.path, input: Array(good.utf8)).status == .ok)
  }

  @Test func `prints the plan as canonical JSON`() throws {
    let mapping = try ScratchFile(
      "m.respmap", "response json\na.b[2] -> X\na.c -> \"Y Z\" : float\n")
    #expect(
      respmap("compile", mapping.path).output == """
        {"bindings":[{"field":"X","longest":{"scalars":255},"source":{"state":3},"type":"string"},\
        {"field":"Y Z","source":{"state":4},"type":"float"}],"format":"json",\
        "hash":"sha256:9a644588fab7d126219c9688062f352b5dcf147cb042612d37cbd53874f68d8f",\
        "states":[[0,"a"],[1,"b"],[2,2],[1,"c"]],"version":1}

        """)
  }

  @Test func `tells the failure of a full disk`() throws {
    let mapping = try ScratchFile("m.respmap", good)
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    let command = Self.executable.path
    process.arguments = ["-c", "'\(command)' compile '\(mapping.path)' > /dev/full"]
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    process.waitUntilExit()
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(process.terminationStatus == 3)
    #expect(text == "respmap: error: cannot write `standard output`: No space left on device\n")
  }

  /// The built executable: it stands beside the tests', wherever that was built.
  static let executable =
    (Bundle.main.executableURL ?? packageRoot.appending(path: ".build/debug/tests"))
    .deletingLastPathComponent().appending(path: "respmap")
}
