import Foundation
import JSONText
import RespmapCommands
import ResponseMapping
import Testing
import TestSupport

@Suite struct `Fixing from the command line` {
  let fixable = "response json\r\na => X\r\nb -> Y;\r\n"
  let mended = "response json\r\na -> X\r\nb -> Y\r\n"
  let risky = "response json\n$.a[*] -> X\n"

  private func contents(_ file: ScratchFile) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: file.path)), as: UTF8.self)
  }

  @Test func `writes the file back and keeps its permissions`() throws {
    let file = try ScratchFile("m.respmap", fixable)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file.path)
    let result = respmap("check", "--fix", file.path)
    #expect(result.status == .ok)
    #expect(result.output == "")
    #expect(result.errors == "1 file checked: 2 fixed, 0 errors, 0 warnings\n")
    #expect(try contents(file) == mended)
    let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    let folder = URL(filePath: file.path).deletingLastPathComponent()
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["m.respmap"])
  }

  @Test func `leaves a link a link`() throws {
    let file = try ScratchFile("m.respmap", fixable)
    let link = URL(filePath: file.path).deletingLastPathComponent().appending(path: "link")
    try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: file.path)
    #expect(respmap("check", "--fix", link.path).status == .ok)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == file.path)
    #expect(try contents(file) == mended)
  }

  @Test func `reports what is left at its new place`() throws {
    let file = try ScratchFile("m.respmap", "response json\na => X; # c\nb..c -> Y\n")
    let result = respmap("check", "--fix", file.path)
    #expect(result.status == .findings)
    #expect(result.output.contains("m.respmap:3:2: error[RM116]"))
    #expect(result.errors.hasPrefix("1 file checked: 2 fixed, 1 error, 0 warnings"))
  }

  @Test func `prints the mended standard input, and its findings apart from it`() {
    let result = respmap("check", "--fix", "-", input: Array((fixable + "c..d -> Z").utf8))
    #expect(result.output == mended + "c..d -> Z")
    #expect(result.errors.contains("-:4:2: error[RM116]"))
    let clean = respmap("check", "--fix", "-", input: Array("response json\na -> X".utf8))
    #expect(clean.output == "response json\na -> X")
    #expect(respmap("check", "--fix", "-", input: [0x61, 0xFF]).output == "")
  }

  @Test func `applies what needs review only where that is asked for`() throws {
    let file = try ScratchFile("m.respmap", risky)
    let safe = respmap("check", "--fix", file.path)
    #expect(safe.status == .findings)
    #expect(safe.errors.hasSuffix("; 1 fixable with --fix --unsafe-fixes\n"))
    #expect(try contents(file) == risky)
    #expect(respmap("check", "--fix", "--unsafe-fixes", file.path).status == .ok)
    #expect(try contents(file) == "response json\n$.a[*] |> first -> X\n")
  }

  @Test func `says how many findings can be fixed`() {
    let text = "response json\na => X\n$.b[*] -> Y\n"
    #expect(
      respmap("check", "-", input: Array(text.utf8)).errors
        == "1 file checked: 2 errors, 0 warnings; 1 fixable with --fix, 1 more with --unsafe-fixes\n"
    )
  }

  @Test func `prints a diff and writes nothing`() throws {
    let file = try ScratchFile("m.respmap", "response json\na => X\nb..c -> Y\n")
    let result = respmap("check", "--diff", file.path)
    #expect(result.status == .findings)
    #expect(
      result.output == """
        --- \(file.path)
        +++ \(file.path)
        @@ -1,3 +1,3 @@
         response json
        -a => X
        +a -> X
         b..c -> Y

        """)
    #expect(result.errors == "1 finding would be fixed in 1 file\n")
    #expect(try contents(file) == "response json\na => X\nb..c -> Y\n")
    let clean = try ScratchFile("m.respmap", risky)
    let nothing = respmap("check", "--diff", clean.path)
    #expect(nothing.status == .ok)
    #expect(nothing.output == "")
    #expect(respmap("check", "--diff", "--unsafe-fixes", clean.path).status == .findings)
  }

  @Test func `tells a file that cannot be written`() throws {
    let file = try ScratchFile("m.respmap", mended)
    let folder = URL(filePath: file.path).deletingLastPathComponent().path
    let failed = respmap("compile", file.path, "-o", folder + "/no/plan")
    #expect(failed.status == .unreadable)
    #expect(failed.errors.contains("/no/plan`: No such file or directory"))
  }

  @Test func `counts warnings as findings where that is asked for`() {
    let text = Array("response json\na -> AnnualRevenue\n".utf8)
    #expect(respmap("check", "-", input: text).status == .ok)
    #expect(respmap("check", "--strict", "-", input: text).status == .findings)
    let clean = Array("response json\na -> X\n".utf8)
    #expect(respmap("check", "--strict", "-", input: clean).status == .ok)
  }

  @Test func `standard input has the name it is given, and its catalogues stand beside it`() throws
  {
    let catalogue = try ScratchFile(
      "fields.json",
      #"{"success":true,"result":[{"id":1,"displayName":"A","dataType":"string","length":255,"#
        + #""rest":{"name":"a","readOnly":false},"soap":{"name":"A","readOnly":false}}]}"#)
    let name = URL(filePath: catalogue.path).deletingLastPathComponent().path + "/m.respmap"
    let text = Array("response json\nfields \"fields.json\"\nx -> Unheard\n".utf8)
    let result = respmap("check", "--stdin-filename", name, "-", input: text)
    #expect(result.output.hasPrefix("\(name):3:6: error[RM203]"))
    #expect(respmap("check", "-", input: text).output.contains("error[RM222]"))
  }

  @Test func `fixes reach programs as edits`() throws {
    let result = respmap("check", "--format", "json", "-", input: Array(fixable.utf8))
    let findings = try JSONReader.read(Array(result.output.utf8))["diagnostics"]?.array ?? []
    #expect(
      findings.first?["fixes"]?.text
        == #"[{"title":"write `->`","safe":true,"edits":[{"range":{"start":{"line":2,"column":3,"#
        + #""offset":17},"end":{"line":2,"column":5,"offset":19}},"text":"->"}]}]"#)
  }

  @Test(arguments: [
    ["check", "--unsafe-fixes", "f"], ["check", "--diff", "--format", "json", "f"],
    ["check", "--stdin-filename", "x", "f"], ["compile", "--emit", "ast", "f"],
  ])
  func `options that make no sense together are wrong usage`(_ arguments: [String]) {
    #expect(respmap(arguments).status == .usage)
  }

  /// Every text that `check` is tested with, and damaged samples.
  private static let texts: [[UInt8]] = {
    var generator = SeededGenerator(seed: 11)
    let golden = `Checking a mapping file`.inputs.compactMap { try? Data(contentsOf: $0) }
    let samples = `Every sample`.mappings.compactMap { try? Data(contentsOf: $0) }
    let damaged = samples.flatMap { sample in
      (0..<2).map { _ in mutant(of: [UInt8](sample), using: &generator) }
    }
    let mistakes = [
      "response JSON\na => X;\n", "respons json\na[0]b -> X :: integer\n$.b[*] -> Y\n",
      "a -> 'X'\n", "response json\non 4XX 5xx retry\naccept When $.a\nb -> X\n",
    ]
    return golden.map { [UInt8]($0) } + damaged + mistakes.map { Array($0.utf8) }
  }()

  @Test(arguments: [FixIt.Selection.safe, .all])
  func `what is fixed stays as it is when it is fixed again`(_ selection: FixIt.Selection) {
    var changed = 0
    for text in Self.texts {
      let once = Mapping.fixing(text, selection)
      let twice = Mapping.fixing(once.source, selection)
      #expect(twice.source == once.source, "\(String(decoding: text, as: UTF8.self))")
      #expect(twice.applied == 0)
      #expect((once.applied == 0) == (once.source == text))
      if once.applied > 0 { changed += 1 }
    }
    #expect(changed >= 5)
  }

  @Test func `a safe fix leaves fewer errors`() {
    for text in Self.texts {
      let fixed = Mapping.fixing(text)
      guard fixed.applied > 0 else { continue }
      var before = 0
      do { _ = try Mapping(compiling: text) } catch { before = error.diagnostics.count }
      #expect(fixed.diagnostics.count <= before, "\(String(decoding: text, as: UTF8.self))")
    }
  }
}
