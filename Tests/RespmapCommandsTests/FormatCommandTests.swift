import Foundation
import RespmapCommands
import Testing

@Suite struct `Formatting from the command line` {
  let untidy = "response json\r\na->X\r\n\r\n\r\nbc->Y#c"
  let tidy = "response json\r\na -> X\r\n\r\nbc -> Y  #c\r\n"

  private func contents(_ file: ScratchFile) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: file.path)), as: UTF8.self)
  }

  @Test func `writes the file back, and nothing where it has its layout`() throws {
    let file = try ScratchFile("m.respmap", untidy)
    let result = respmap("fmt", file.path)
    #expect(result.status == .ok)
    #expect(result.output == "")
    #expect(result.errors == "1 file formatted, 0 unchanged\n")
    #expect(try contents(file) == tidy)
    #expect(respmap("fmt", file.path).errors == "0 files formatted, 1 unchanged\n")
    #expect(try contents(file) == tidy)
  }

  @Test func `--check names the files that would change, and writes nothing`() throws {
    let file = try ScratchFile("m.respmap", untidy)
    let result = respmap("fmt", "--check", file.path)
    #expect(result.status == .findings)
    #expect(result.output == file.path + "\n")
    #expect(result.errors == "1 file would be formatted, 0 unchanged\n")
    #expect(try contents(file) == untidy)
    let other = try ScratchFile("m.respmap", tidy)
    #expect(respmap("fmt", "--check", other.path).status == .ok)
    #expect(respmap("fmt", "--check", other.path).output == "")
  }

  @Test func `--diff prints what would change, and writes nothing`() throws {
    let file = try ScratchFile("m.respmap", "response json\na->X\n")
    let result = respmap("fmt", "--diff", file.path)
    #expect(result.status == .findings)
    #expect(
      result.output == """
        --- \(file.path)
        +++ \(file.path)
        @@ -1,2 +1,2 @@
         response json
        -a->X
        +a -> X

        """)
    #expect(try contents(file) == "response json\na->X\n")
  }

  @Test func `of standard input the layout is printed`() {
    let result = respmap("fmt", "-", input: Array(untidy.utf8))
    #expect(result.output == tidy)
    #expect(result.status == .ok)
    let named = respmap(
      "fmt", "--check", "--stdin-filename", "x/m.respmap", "-", input: Array(untidy.utf8))
    #expect(named.output == "x/m.respmap\n")
  }

  @Test func `a file with errors is left alone, and the others are formatted`() throws {
    let bad = try ScratchFile("m.respmap", "response json\na  => X\n")
    let good = try ScratchFile("m.respmap", untidy)
    let result = respmap("fmt", bad.path, good.path)
    #expect(result.status == .findings)
    #expect(result.errors.hasPrefix("\(bad.path):2:1: error[RM110]"))
    #expect(
      result.errors.hasSuffix("\n1 file formatted, 0 unchanged, 1 left alone for its errors\n"))
    #expect(try contents(bad) == "response json\na  => X\n")
    #expect(try contents(good) == tidy)
    let input = respmap("fmt", "-", input: Array("a  => X".utf8))
    #expect(input.output == "")
    #expect(input.status == .findings)
  }

  @Test func `what cannot be read outweighs what is not formatted`() throws {
    let file = try ScratchFile("m.respmap", untidy)
    let result = respmap("fmt", "--check", file.path, file.path + ".none")
    #expect(result.status == .unreadable)
    #expect(result.output == file.path + "\n")
    #expect(respmap("fmt", "--stdin-filename", "x", file.path).status == .usage)
  }

  @Test func `every sample has its layout`() {
    let result = respmap("fmt", "--check", `Every sample`.samples.path)
    #expect(result.output == "")
    #expect(result.status == .ok)
  }

  @Test(arguments: `The README and the documentation`.blocks.filter { $0.language == "respmap" })
  func `every mapping of the README has its layout`(
    _ block: `The README and the documentation`.Block
  ) {
    #expect(respmap("fmt", "-", input: Array(block.text.utf8)).output == block.text)
  }
}
