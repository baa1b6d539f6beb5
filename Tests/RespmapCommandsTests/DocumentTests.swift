import Foundation
import RespmapCommands
import ResponseMapping
import Testing

/// What a person reads is executed: what it shows is what happens.
@Suite struct `The README and the documentation` {
  struct Document: CustomTestStringConvertible {
    let name: String
    let blocks: [Block]

    var testDescription: String { name }
  }

  /// A fenced block: its language and its lines.
  struct Block: CustomTestStringConvertible {
    let language: String
    var lines: [String] = []

    var text: String { lines.map { $0 + "\n" }.joined() }
    var testDescription: String { "\(language): \(lines.first ?? "")" }
  }

  static let readme = document(packageRoot.appending(path: "README.md"))
  static let articles = files(
    in: packageRoot.appending(path: "Sources/ResponseMapping/ResponseMapping.docc"), suffix: ".md"
  ).map(document)
  static let blocks = ([readme] + articles).flatMap(\.blocks)

  private static func document(_ file: URL) -> Document {
    guard let text = try? String(contentsOf: file, encoding: .utf8) else {
      return Document(name: file.lastPathComponent, blocks: [])
    }
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
    return Document(name: file.lastPathComponent, blocks: blocks)
  }

  @Test func `have only blocks that are executed`() {
    // `sh` blocks are run by .ci/run; Tests/Documentation/run compares what programs print with the `text`
    // behind them; Tests/PreCommit/run sets up what `yaml` says and commits to see what `shellsession` shows.
    let executed = ["console", "respmap", "sh", "shellsession", "swift", "text", "yaml"]
    let blocks = Self.readme.blocks
    #expect(blocks.count >= 10)
    #expect(blocks.allSatisfy { executed.contains($0.language) })
    #expect(blocks.count { $0.language == "sh" } == 2)
    for language in ["shellsession", "text", "yaml"] {
      #expect(blocks.count { $0.language == language } == 1)
    }
    #expect(Self.articles.count == 8)
    for article in Self.articles {
      for block in article.blocks {
        #expect(
          ["console", "respmap", "swift", "text"].contains(block.language), "\(article.name)")
      }
    }
  }

  @Test(arguments: [readme] + articles)
  func `show what programs print, behind them`(_ document: Document) {
    let blocks = document.blocks
    for (index, block) in blocks.enumerated() where block.language == "text" {
      // A picture in lines is no program's.
      if block.text.contains("──") { continue }
      #expect(index > 0 && blocks[index - 1].language == "swift")
    }
  }

  @Test(arguments: blocks.filter { $0.language == "console" })
  func `show what their commands print`(_ block: Block) throws {
    let commands = block.lines.filter { $0.hasPrefix("$ ") }.map { String($0.dropFirst(2)) }
    let echoed = commands.map { "printf '%s\\n' \(quoted("$ " + $0)); \($0)" }.joined(
      separator: "\n")
    let output = try shell(echoed)
    // What is printed need not end its last line.
    #expect(output == block.text || output + "\n" == block.text)
  }

  @Test(arguments: blocks.filter { $0.language == "respmap" })
  func `show mappings without errors`(_ block: Block) throws {
    #expect(throws: Never.self) { try Mapping(compiling: block.text) }
  }

  @Test func `embed the library as the programs in Tests do`() throws {
    let folder = packageRoot.appending(path: "Tests/Embedding/Sources")
    let programs = try files(in: folder, suffix: "main.swift").map {
      try String(contentsOf: $0, encoding: .utf8)
    }
    let shown = Self.blocks.filter { $0.language == "swift" }.map(\.text)
    #expect(Set(shown) == Set(programs))
    #expect(programs.count == 3)
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
