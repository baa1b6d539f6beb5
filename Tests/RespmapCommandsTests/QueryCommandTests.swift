import Foundation
import JSONText
import RespmapCommands
import Testing
import TestSupport

@Suite struct `Asking a payload for a path` {
  private static let json =
    #"{"company":{"name":"Example \u00c4G","sites":[{"n":1.50},{"n":1e3}]}}"#
  private static let xml =
    "<s:r xmlns:s=\"urn:s\"><i id=\"7\">one</i><i>two\n&lt;</i></s:r>"

  private func query(_ arguments: [String], _ payload: String) -> CommandResult {
    respmap(["query"] + arguments + ["-"], input: Array(payload.utf8))
  }

  @Test(arguments: [
    (["company.name"], "\"Example ÄG\"\n"), (["$.company.sites[*].n"], "1.50\n1e3\n"),
    (["company.sites"], "[{\"n\":1.50},{\"n\":1e3}]\n"),
    (["$..n", "--format", "json"], "[1.50,1e3]\n"),
    (["$..n", "--paths"], "$['company']['sites'][0]['n']\n$['company']['sites'][1]['n']\n"),
    (
      ["$..n", "--paths", "--format", "json"],
      "[\"$['company']['sites'][0]['n']\",\"$['company']['sites'][1]['n']\"]\n"
    ),
    (["company.sites[1]", "--paths"], "$['company']['sites'][1]\n"),
    (["nothing"], ""), (["nothing", "--format", "json"], "[]\n"),
  ])
  func `prints what it selects in JSON`(_ arguments: [String], _ output: String) {
    let result = query(arguments, Self.json)
    #expect(result.output == output)
    #expect(result.status == .ok)
    #expect(result.errors.isEmpty != arguments.contains("nothing"))
  }

  @Test(arguments: [
    (["s:r.i[1]"], "<i xmlns:s=\"urn:s\">two␊&lt;</i>\n"), (["s:r.i.@id"], "7\n"),
    (["//i/text()"], "one\ntwo␊<\n"),
    (["//i/text()", "--format", "json"], "[\"one\",\"two\\n<\"]\n"),
    (
      ["//i", "--format", "json"],
      "[\"<i xmlns:s=\\\"urn:s\\\" id=\\\"7\\\">one</i>\",\"<i xmlns:s=\\\"urn:s\\\">two\\n&lt;</i>\"]\n"
    ),
    (["//i", "--paths"], "/s:r/i[1]\n/s:r/i[2]\n"),
    (["/p:r/i/@id", "--namespace", "p=urn:s"], "7\n"),
    (["/p:r/q:x", "--namespace", "p=urn:s", "--namespace", "q=urn:a=b"], ""),
    (["(count(//i))", "--format", "json"], "[2]\n"), (["(//i = 'one')"], "true\n"),
    (["(count(//i))", "--paths", "--format", "json"], "[]\n"),
  ])
  func `prints what it selects in XML`(_ arguments: [String], _ output: String) {
    let result = query(arguments, Self.xml)
    #expect(result.output == output)
    #expect(result.status == .ok)
  }

  @Test func `names a default namespace that hides what the path names`() {
    let result = query(["/r/a"], "<r xmlns='urn:x'><a>1</a></r>")
    #expect(result.output == "" && result.status == .ok)
    #expect(result.errors.contains("`r` is in namespace `urn:x`"), "\(result.errors)")
    #expect(result.errors.contains("--namespace 'p=urn:x'"))
  }

  @Test(arguments: [
    ("$.", "{}", "PATH:1:2: error[RM130]"), ("a..b", "{}", "PATH:1:2: error[RM116]"),
    (" $.a", "{}", "PATH:1:1: error[RM130]"), ("", "{}", "PATH:1:1: error[RM114]"),
    ("/a", "{}", "PATH:1:1: error[RM215]"), ("$.a", "<a/>", "PATH:1:1: error[RM215]"),
    ("//q:a", "<a/>", "PATH:1:3: error[RM240]"), ("/a[", "<a/>", "PATH:1:3: error[RM112]"),
    ("$.", "{", "PATH:1:2: error[RM130]"), ("/a[", "", "PATH:1:3: error[RM112]"),
  ])
  func `ends with 1 where the path is wrong`(_ path: String, _ payload: String, _ said: String) {
    let result = query([path], payload)
    #expect(result.status == .findings)
    #expect(result.output == "")
    #expect(result.errors.hasPrefix(said), "\(result.errors)")
    #expect(result.errors.contains("\n1 | \(path)\n"))
  }

  @Test(arguments: [
    ("a", "{\n\"a\":tru}", "-:2:8: error[RM303]: the body is not JSON", "byte 9"),
    ("a", "<a>\n<b></a>", "-:2:4: error[RM303]: the body is not XML", "byte 7"),
    ("a", "\u{1F}\u{8B}", "-:1:1: error[RM303]", "byte 0"),
    ("$", "", "-: error[webhook.1001]: ", ""), ("a", " \n", "-: error[webhook.1001]: ", ""),
    ("//a", "<!DOCTYPE a><a/>", "-:1:1: error[RM303]", "byte 0"),
  ])
  func `ends with 4 where the payload is wrong`(
    _ path: String, _ payload: String, _ said: String, _ place: String
  ) {
    for format in ["text", "json"] {
      let result = query([path, "--format", format], payload)
      #expect(result.status == .notMapped)
      #expect(result.output == "")
      #expect(result.errors.hasPrefix(said), "\(result.errors)")
      #expect(place.isEmpty || result.errors.contains("that is \(place) of the payload\n"))
    }
  }

  @Test func `takes the payload for what it is told to be`() {
    #expect(query(["a", "--response", "json"], "<a/>").errors.contains("the body is not JSON"))
    #expect(query(["a", "--response", "xml"], "{}").errors.contains("the body is not XML"))
    #expect(query(["$", "--response", "json"], "<a/>").status == .notMapped)
    #expect(query(["/a", "--response", "json"], "<a/>").status == .findings)
  }

  @Test func `ends with 3 where the payload cannot be read`() {
    let result = respmap("query", "a..", "no-such-file")
    #expect(result.status == .unreadable)
    #expect(
      result.errors == "respmap: error: cannot read `no-such-file`: No such file or directory\n")
  }

  @Test(arguments: [
    [], ["a"], ["a", "-", "b"], ["a", "-", "--format", "yaml"], ["a", "-", "--response", "html"],
    ["a", "-", "--namespace", "p"], ["a", "-", "--namespace", "=u"],
    ["a", "-", "--namespace", "p="], ["a", "-", "--namespace", "1p=u"],
    ["a", "-", "--namespace", "a:b=u"], ["a", "-", "--namespace", "p=u", "--namespace", "p=v"],
  ])
  func `ends with 2 where it is used wrongly`(_ arguments: [String]) {
    let result = respmap(["query"] + arguments)
    #expect(result.status == .usage)
    #expect(result.output == "")
  }

  @Test func `warns of a path that may not be meant`() {
    let result = query(["orders.0"], #"{"orders":["x"]}"#)
    #expect(result.status == .ok)
    #expect(result.errors.contains("PATH:1:7: warning[RM212]"))
  }

  @Test func `reads a file, and a path that begins like an option`() throws {
    let file = try ScratchFile("a.json", #"{"-x":1}"#)
    #expect(respmap("query", "--", "-x", file.path).output == "1\n")
    let broken = try ScratchFile("b\u{1B}[2J.json", "{")
    #expect(respmap("query", "a", broken.path).errors.contains("/b␛[2J.json:1:2: error[RM303]"))
  }

  @Test(arguments: ["$.*", "$..*", "//node()", "//@*", "a"])
  func `lets nothing of a payload drive the terminal`(_ path: String) {
    let json = "{\"a\":\"\\u009b31m\u{9B}\u{202E}\",\"\u{9B}\u{202E}\":\"\\ud800\u{85}\u{2029}\"}"
    let xml = "<a x='\u{9B}\u{202E}'><b>\u{85}\u{2028}&#x9b;</b><!--\u{2066}--><?p \u{9F}?></a>"
    let isXML = path.hasPrefix("/")
    for arguments in [[path], [path, "--paths"], [path, "--format", "json"]] {
      let result = query(arguments, isXML ? xml : json)
      #expect(result.status == .ok)
      #expect(!result.output.isEmpty)
      let drives = result.output.unicodeScalars.contains { scalar in
        (0x7F...0x9F).contains(scalar.value) || (0x2028...0x202E).contains(scalar.value)
          || (0x2066...0x2069).contains(scalar.value) || scalar.value < 0x20 && scalar != "\n"
      }
      #expect(!drives, "\(arguments)")
    }
  }

  @Test(arguments: ["$[*]", "//b"])
  func `prints very many values piece by piece`(_ path: String) {
    let count = 30_000
    let json = "[" + Array(repeating: "12345", count: count).joined(separator: ",") + "]"
    let xml = "<a>" + String(repeating: "<b/>", count: count) + "</a>"
    let payload = path.hasPrefix("/") ? xml : json
    let lines = query([path], payload).output.split(separator: "\n")
    #expect(lines.count == count)
    let array = query([path, "--format", "json"], payload).output
    #expect((try? JSONReader.read(Array(array.utf8)))?.array?.count == count)
  }

  private static let paths = [
    "company.sites[0].n", "'it\\'s'.b", "$..sites[?@.n > 1 && match(@.m, 'a+')].n",
    "$['a'][0:2:-1]",
    "s:r.i[1].@id", "//i[@id = '7']/text() | /s:r/*", "(count(//i) + sum(//i/@id) div 2)",
  ]

  /// Whatever path and payload are, the command ends as documented, and what it prints is JSON.
  @Test(arguments: paths) func `never traps on damaged paths and payloads`(_ path: String) throws {
    var generator = SeededGenerator(seed: 5)
    var statuses: Set<CommandStatus> = []
    for round in 0..<100 {
      let payload = Array((path.contains("s:r") || path.contains("//") ? Self.xml : Self.json).utf8)
      let damagesPath = round % 3 != 0
      let damaged = damagesPath ? mutant(of: Array(path.utf8), using: &generator) : Array(path.utf8)
      let body = round % 3 != 1 ? mutant(of: payload, using: &generator) : payload
      let text = String(decoding: damaged, as: UTF8.self)
      let extra = round % 2 == 0 ? ["--paths"] : []
      let result = respmap(
        ["query", "--format", "json", "--namespace", "s=urn:s"] + extra + ["--", text, "-"],
        input: body)
      statuses.insert(result.status)
      #expect([.ok, .findings, .notMapped].contains(result.status), "\(text)")
      #expect(result.status == .ok || result.errors.contains("error["), "\(text)")
      if result.status == .ok {
        let options = JSONReader.Options(keepsLoneSurrogates: true)
        #expect((try? JSONReader.read(Array(result.output.utf8), options: options)) != nil)
      } else {
        #expect(result.output == "")
      }
    }
    #expect(statuses == [.ok, .findings, .notMapped])
  }
}
