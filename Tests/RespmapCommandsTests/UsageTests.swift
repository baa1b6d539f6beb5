import RespmapCommands
import Testing

@Suite struct `Wrong usage` {
  /// What was typed, and what the message has to say.
  private static let mistakes: [(arguments: [String], words: [String])] = [
    (
      ["chek", "a.respmap"],
      ["Unknown command 'chek'. Did you mean 'check'?", "check, fmt, compile"]
    ),
    (["exlpain", "RM110"], ["Did you mean 'explain'?"]),
    (["frobnicate"], ["Unknown command 'frobnicate'.\n", "See 'respmap --help'"]),
    (["company.respmap"], ["To check the file: respmap check company.respmap"]),
    (["--hlp"], ["Unknown option '--hlp'. Did you mean '--help'?"]),
    (["--verison"], ["Did you mean '--version'?"]),
    (["che\u{1B}ck"], ["Unknown command 'che␛ck'. Did you mean 'check'?"]),
    (["check"], ["Missing expected argument '<files> ...'", "respmap check <files>"]),
    (["check", "--formt", "json", "x"], ["Unknown option '--formt'. Did you mean '--format'?"]),
    (["check", "--format", "jsn", "x"], ["'jsn' is invalid", "- json-lines"]),
    (["check", "--format"], ["Missing value for '--format <format>'"]),
    (["check", "--unsafe-fixes", "x"], ["add --fix or --diff"]),
    (["run"], ["Missing expected argument '<mapping>'"]),
    (["run", "a", "b", "--stat", "200"], ["Did you mean '--status'?"]),
    (["run", "a", "b", "--status", "many"], ["'many' is invalid"]),
    (["run", "a", "b", "--reason", "OK"], ["add --status"]),
    (["query", "$.a"], ["Missing expected argument '<payload>'"]),
    (["query", "$.a", "x", "--namespace", "p"], ["--namespace"]),
    (["explain"], ["Missing expected argument '<what>'"]),
    (["fmt", "--chekc", "x"], ["Did you mean '--check'?"]),
    (["compile", "a", "b"], ["'b'"]),
    (["manual", "x"], ["'x'"]),
  ]

  @Test(arguments: mistakes)
  func `ends with 2 and says what was probably meant`(
    _ arguments: [String], _ words: [String]
  ) {
    let result = respmap(arguments)
    #expect(result.status == .usage)
    #expect(result.output.isEmpty)
    for words in words { #expect(result.errors.contains(words), "\(result.errors)") }
    #expect(result.errors.hasPrefix("Error: "))
    #expect(result.errors.contains("Usage: respmap"))
  }

  @Test(arguments: [["--help"], ["help"], ["-h"], ["--version"], ["help", "check"], []])
  func `what asks for help ends with 0`(_ arguments: [String]) {
    let result = respmap(arguments)
    #expect(result.status == .ok)
    #expect(result.errors.isEmpty)
    #expect(!result.output.isEmpty || arguments.isEmpty)
  }
}
