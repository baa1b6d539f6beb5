import RespmapCommands
import Testing

@Suite struct `Colour` {
  private func output(
    _ arguments: String..., isTerminal: Bool = true, _ environment: [String: String] = [:]
  ) -> String {
    var output = ""
    let console = Console(
      readInput: { Array("response json\na => X\n".utf8) }, writeOutput: { output += $0 },
      writeError: { _ in }, outputIsTerminal: isTerminal, environment: { environment[$0] })
    _ = Respmap.run(["check"] + arguments + ["-"], console: console)
    return output
  }

  @Test func `marks what is wrong and where, and changes nothing else`() {
    #expect(
      output() == """
        -:2:1: \u{1B}[1;31merror[RM110]\u{1B}[0m: this statement has no arrow and is no directive
        \u{1B}[1;34m  |\u{1B}[0m
        \u{1B}[1;34m2 |\u{1B}[0m a => X
        \u{1B}[1;34m  |\u{1B}[0m \u{1B}[1;31m^^^^^^\u{1B}[0m
          \u{1B}[1;34m=\u{1B}[0m \u{1B}[1;36mhelp\u{1B}[0m: the arrow is written `->`, not `=>`

        """)
  }

  @Test(
    arguments: [
      (true, [:], true), (false, [:], false), (true, ["TERM": "dumb"], false),
      (true, ["TERM": "xterm"], true), (true, ["NO_COLOR": "1"], false),
      (true, ["NO_COLOR": ""], true),
      (false, ["FORCE_COLOR": "1"], true), (true, ["FORCE_COLOR": "0"], false),
      (false, ["FORCE_COLOR": "1", "TERM": "dumb"], true),
      (false, ["FORCE_COLOR": "1", "NO_COLOR": "1"], false),
    ] as [(Bool, [String: String], Bool)])
  func `depends on terminal and environment`(
    _ isTerminal: Bool, _ environment: [String: String], _ isColored: Bool
  ) {
    #expect(output(isTerminal: isTerminal, environment).contains("\u{1B}") == isColored)
    #expect(output("--color", "always", isTerminal: isTerminal, environment).contains("\u{1B}"))
    #expect(!output("--color", "never", isTerminal: isTerminal, environment).contains("\u{1B}"))
  }

  @Test(arguments: ["json", "json-lines", "sarif", "github", "junit"])
  func `is for people`(_ format: String) {
    #expect(!output("--color", "always", "--format", format).contains("\u{1B}"))
  }
}
