import Foundation
import JSONText
import RespmapCommands
import Testing

@Suite struct `The formats of check` {
  static let folder = packageRoot.appending(path: "Tests/RespmapCommandsTests/Golden/formats")

  @Test(arguments: [
    ("text", "txt"), ("concise", "concise.txt"), ("json", "json"), ("json-lines", "jsonl"),
    ("sarif", "sarif"), ("github", "github.txt"), ("junit", "xml"),
  ])
  func `print what their golden files hold`(_ format: String, _ suffix: String) throws {
    let input = Self.folder.appending(path: "several.respmap")
    let text = try Data(contentsOf: input)
    let result = respmap(
      "check", "--format", format, "--stdin-filename", "a folder/50%, more: ü.respmap", "-",
      input: [UInt8](text))
    try expectGolden(result.output, at: Self.folder.appending(path: "several." + suffix))
    #expect(result.status == .findings)
    let isForPeople = format == "text" || format == "concise"
    #expect(result.errors.isEmpty != isForPeople)
  }

  @Test(arguments: ["concise", "json-lines", "github"])
  func `print nothing where there is nothing to say`(_ format: String) {
    let result = respmap(
      "check", "--format", format, "-", input: Array("response json\na -> X\n".utf8))
    #expect(result.output == "")
    #expect(result.status == .ok)
  }

  @Test func `a file without findings is a test case that passes`() {
    let input = Array("response json\na -> X\n".utf8)
    #expect(
      respmap("check", "--format", "junit", "--stdin-filename", "\"<\u{1}\">", "-", input: input)
        .output == """
          <?xml version="1.0" encoding="UTF-8"?>
          <testsuites name="respmap check" tests="1" failures="0" errors="0">
            <testsuite name="&quot;&lt;\u{FFFD}&quot;&gt;" tests="1" failures="0" errors="0">
              <testcase name="check" classname="&quot;&lt;\u{FFFD}&quot;&gt;"/>
            </testsuite>
          </testsuites>

          """)
  }

  @Test func `a warning fails a test case only where warnings count as errors`() {
    let input = Array("response json\na -> AnnualRevenue\n".utf8)
    #expect(
      respmap("check", "--format", "junit", "-", input: input).output.contains("failures=\"0\""))
    let strict = respmap("check", "--strict", "--format", "junit", "-", input: input)
    #expect(strict.output.contains("<failure"))
    #expect(strict.status == .findings)
  }

  @Test(arguments: [
    ("%\r\n:,", "%25%0D%0A%3A%2C"), ("a b", "a b"),
  ])
  func `a file's name cannot end a workflow command`(_ name: String, _ escaped: String) {
    let input = Array("response json\na => X\n".utf8)
    let result = respmap("check", "--format", "github", "--stdin-filename", name, "-", input: input)
    #expect(result.output.hasPrefix("::error file=\(escaped),line=2,col=1,endColumn=7,title="))
    #expect(result.output.split(separator: "\n").count == 1)
  }

  /// The results of a SARIF log of the text.
  private func sarif(_ text: String, name: String = "m.respmap") throws -> [JSONValue] {
    let result = respmap(
      "check", "--format", "sarif", "--stdin-filename", name, "-", input: Array(text.utf8))
    let log: JSONValue = try JSONReader.read(Array(result.output.utf8))
    let run: JSONValue = try #require(log["runs"]?.array?.first)
    return run["results"]?.array ?? []
  }

  private func fingerprints(_ text: String) throws -> [String] {
    try sarif(text).map { result -> String in
      let fingerprints: JSONValue? = result["partialFingerprints"]
      return fingerprints?["primaryLocationLineHash"]?.string ?? ""
    }
  }

  private func uri(_ name: String) throws -> String? {
    let result: JSONValue = try #require(try sarif("a => X", name: name).first)
    let location: JSONValue = try #require(result["locations"]?.array?.first)
    let file: JSONValue? = location["physicalLocation"]?["artifactLocation"]
    return file?["uri"]?.string
  }

  @Test func `a fingerprint stays while the line moves, and tells equal lines apart`() throws {
    let before = try fingerprints("response json\na => X\nb => Y\n")
    let after = try fingerprints("response json\n# new\n\nb => Y\n  a  =>  X\nb => Y\n")
    #expect(Set(before).count == 2)
    #expect(after[0] == before[1])
    #expect(after[1] == before[0])
    #expect(after[2] == before[1].replacing(":1", with: ":2"))
  }

  @Test func `a path in the working directory becomes relative, another a file URI`() throws {
    let here = FileManager.default.currentDirectoryPath
    #expect(try uri(here + "/a b/c.respmap") == "a%20b/c.respmap")
    #expect(try uri("./x:y%.respmap") == "x%3Ay%25.respmap")
    #expect(try uri("/no/ü.respmap") == "file:///no/%C3%BC.respmap")
  }

  @Test func `findings are written to a file as a whole`() throws {
    let file = try ScratchFile("findings", "old and longer than what is written")
    let input = Array("a => X\n".utf8)
    let result = respmap("check", "--format", "concise", "-o", file.path, "-", input: input)
    #expect(result.output == "")
    #expect(result.status == .findings)
    let written = String(decoding: try Data(contentsOf: URL(filePath: file.path)), as: UTF8.self)
    #expect(written == respmap("check", "--format", "concise", "-", input: input).output)
    let failed = respmap("check", "-o", file.path + "/no", "-", input: input)
    #expect(failed.status == .unreadable)
  }
}
