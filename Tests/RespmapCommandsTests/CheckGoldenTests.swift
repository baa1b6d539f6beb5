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

  @Test func `has an example for each code of the families RM1 and RM2`() throws {
    let codes = DiagnosticCode.allCases.map(\.rawValue).filter {
      $0.hasPrefix("RM1") || $0.hasPrefix("RM2")
    }
    for code in codes {
      let examples = Self.inputs.filter { $0.lastPathComponent.hasPrefix(code) }
      #expect(!examples.isEmpty, "\(code) has no example")
      for example in examples {
        #expect(respmap("check", example.path).output.contains("[\(code)]"), "\(example.path)")
      }
    }
  }
}
