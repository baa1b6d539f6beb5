import Foundation
import RespmapCommands
import Testing

@Suite struct `Exporting a mapping` {
  static let folder = packageRoot.appending(path: "Tests/RespmapCommandsTests/Golden/export")
  static let inputs = files(in: folder, suffix: ".respmap")

  @Test(arguments: inputs) func `prints what its golden files say`(_ input: URL) throws {
    for (format, suffix) in [("text", "txt"), ("json", "json"), ("csv", "csv")] {
      let result = respmap("export", "--format", format, input.path)
      try expectGolden(
        result.output, at: input.deletingPathExtension().appendingPathExtension(suffix))
      #expect(result.status == .ok)
    }
  }

  @Test func `prints rows alone as CSV, and all else on standard error`() throws {
    let file = try ScratchFile(
      "m.respmap", "response json\na.b -> \"X, \\\"Y\\\"\"\na ?? b -> Z\n")
    let result = respmap("export", "--format", "csv", file.path)
    #expect(result.output == "response attribute,SOAP field name\r\na.b,\"X, \"\"Y\"\"\"\r\n")
    #expect(result.errors.contains("line 3, Z: `a ?? b`"))
  }

  @Test func `of a plan names no lines`() throws {
    let file = try ScratchFile("m.respmap", "response json\na -> X\n")
    let plan = respmap("compile", file.path).output
    let result = respmap("export", "--format", "json", "-", input: Array(plan.utf8))
    #expect(result.output.contains(#"{"attribute":"a","field":"X","lost":[]}"#))
  }

  @Test func `ends with 1 where there is nothing to enter`() throws {
    let none = try ScratchFile("m.respmap", "response json\na ?? b -> Z\n")
    let empty = try ScratchFile("e.respmap", "response json\n")
    let broken = try ScratchFile("b.respmap", "response json\na => Z\n")
    for file in [none, empty] {
      let result = respmap("export", file.path)
      #expect(result.status == .findings)
      #expect(result.output.hasPrefix("no mapping can be entered"))
    }
    let result = respmap("export", broken.path)
    #expect(result.status == .findings)
    #expect(result.output == "" && result.errors.contains("error[RM110]"))
    #expect(respmap("export", "no-such-file").status == .unreadable)
  }
}
