import Foundation
import RespmapCommands
import Testing

@Suite struct `Every sample` {
  static let samples = packageRoot.appending(path: "Samples")

  struct Case: CustomTestStringConvertible {
    let mapping: URL
    let capture: URL

    var expected: URL { capture.deletingPathExtension().appendingPathExtension("expected.json") }
    var testDescription: String { capture.lastPathComponent }
  }

  static let mappings = files(in: samples, suffix: ".respmap")

  static let cases = mappings.flatMap { mapping in
    let folder = mapping.deletingPathExtension().appendingPathExtension("cases")
    return files(in: folder, suffix: ".http").map { Case(mapping: mapping, capture: $0) }
  }

  @Test func `folder is found, with cases for each mapping`() {
    #expect(Self.mappings.count >= 7)
    #expect(Self.cases.count >= 99)
    for mapping in Self.mappings {
      let kinds = Self.cases.filter { $0.mapping == mapping }.map(\.capture.lastPathComponent)
      for kind in ["good", "no-match", "error-inside-200", "empty-body", "status-"] {
        #expect(
          kinds.contains { $0.hasPrefix(kind) }, "\(mapping.lastPathComponent) has no \(kind)")
      }
    }
  }

  @Test(arguments: mappings) func `mapping has no errors`(_ mapping: URL) {
    #expect(respmap("check", mapping.path).status == .ok)
  }

  @Test(arguments: cases) func `response gives its expected outcome`(_ sample: Case) throws {
    let result = respmap("run", "--format", "json", sample.mapping.path, sample.capture.path)
    #expect(result.errors == "")
    try expectGolden(result.output, at: sample.expected)
    let isMapped = result.output.contains(#""outcome":"mapped""#)
    #expect(result.status == (isMapped ? .ok : .notMapped))
  }
}
