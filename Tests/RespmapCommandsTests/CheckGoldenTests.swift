import Diagnostics
import Foundation
import RespmapCommands
import Testing

@Suite struct `Checking a mapping file` {
  static let folder = packageRoot.appending(path: "Tests/RespmapCommandsTests/Golden/check")
  static let inputs = files(in: folder, suffix: ".respmap")

  @Test(arguments: inputs) func `says what its golden file says`(_ input: URL) throws {
    let result = respmap("check", input.path)
    let text = result.output.replacing(input.path, with: input.lastPathComponent)
    try expectGolden(text, at: input.deletingPathExtension().appendingPathExtension("txt"))
    #expect(result.status == (text.contains(": error[") ? .findings : .ok))
  }

  @Test func `for programs says the same as JSON`() throws {
    let input = Self.folder.appending(path: "several.respmap")
    let result = respmap("check", "--format", "json", input.path)
    let text = result.output.replacing(input.path, with: input.lastPathComponent)
    try expectGolden(text, at: Self.folder.appending(path: "several.json"))
  }

  @Test(arguments: inputs.filter { $0.lastPathComponent.hasPrefix("RM") })
  func `gives the code that the file is named after`(_ input: URL) {
    let code = input.lastPathComponent.prefix(5)
    #expect(respmap("check", input.path).output.contains("[\(code)]"))
  }
}
