import Foundation
import RespmapCommands
import ResponseMapping
import Testing

/// The README is executed: what it shows is what happens.
@Suite struct `The README` {
  /// A fenced block: its language and its lines.
  struct Block: CustomTestStringConvertible {
    let language: String
    var lines: [String] = []

    var text: String { lines.map { $0 + "\n" }.joined() }
    var testDescription: String { "\(language): \(lines.first ?? "")" }
  }

  static let blocks: [Block] = {
    let readme = packageRoot.appending(path: "README.md")
    guard let text = try? String(contentsOf: readme, encoding: .utf8) else { return [] }
    var blocks: [Block] = []
    var isInside = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        if !isInside { blocks.append(Block(language: String(line.dropFirst(3)))) }
        isInside.toggle()
      } else if isInside {
        blocks[blocks.count - 1].lines.append(String(line))
      }
    }
    return blocks
  }()

  @Test func `has only blocks that are executed`() {
    // `sh` blocks are run by .ci/run, `text` is compared there with what the program prints;
    // Tests/PreCommit/run sets up what `yaml` says and commits to see what `shellsession` shows.
    let executed = ["console", "respmap", "sh", "shellsession", "swift", "text", "yaml"]
    #expect(Self.blocks.count >= 10)
    #expect(Self.blocks.allSatisfy { executed.contains($0.language) })
    #expect(Self.blocks.count { $0.language == "sh" } == 2)
    for language in ["shellsession", "text", "yaml"] {
      #expect(Self.blocks.count { $0.language == language } == 1)
    }
  }

  @Test(arguments: blocks.filter { $0.language == "console" })
  func `shows what its commands print`(_ block: Block) throws {
    let commands = block.lines.filter { $0.hasPrefix("$ ") }.map { String($0.dropFirst(2)) }
    let echoed = commands.map { "echo '$ '\(quoted($0)); \($0)" }.joined(separator: "\n")
    #expect(try shell(echoed) == block.text)
  }

  @Test(arguments: blocks.filter { $0.language == "respmap" })
  func `shows mappings without errors`(_ block: Block) throws {
    #expect(throws: Never.self) { try Mapping(compiling: block.text) }
  }

  @Test func `embeds the library as the program in Tests does`() throws {
    let program = packageRoot.appending(path: "Tests/Embedding/Sources/Embedding/main.swift")
    let text = try String(contentsOf: program, encoding: .utf8)
    #expect(Self.blocks.filter { $0.language == "swift" }.map(\.text) == [text])
  }

  private func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''") + "'"
  }

  /// What the script prints on both streams, with the built `respmap` on its path.
  private func shell(_ script: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "exec 2>&1\n" + script]
    process.currentDirectoryURL = packageRoot
    let folder = `The command line`.executable.deletingLastPathComponent().path
    process.environment = ["PATH": folder + ":/usr/bin:/bin"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: text, as: UTF8.self)
  }
}
