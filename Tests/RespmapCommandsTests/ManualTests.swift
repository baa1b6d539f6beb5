import Foundation
import JSONText
import RespmapCommands
import Testing

@Suite struct `The manual page` {
  private let page = respmap("manual").output

  @Test func `has every exit status`() throws {
    let section = try #require(page.firstMatch(of: #/(?s)\.Sh EXIT STATUS\n(.*?)\.Sh /#)).1
    let statuses = section.matches(of: #/\.It (\d+)\n/#).compactMap { Int32($0.1) }
    #expect(statuses == CommandStatus.allCases.map(\.rawValue))
    #expect(CommandStatus.allCases.allSatisfy { $0.meaning.hasSuffix(".") })
  }

  @Test func `has the statuses that the README has`() throws {
    let readme = try String(
      contentsOf: packageRoot.appending(path: "README.md"), encoding: .utf8)
    let section = try #require(readme.firstMatch(of: #/(?s)\n## Exit status\n(.*?)\n## /#)).1
    let statuses = section.matches(of: #/\n\| (\d+) \|/#).compactMap { Int32($0.1) }
    #expect(statuses == CommandStatus.allCases.map(\.rawValue))
  }

  @Test func `has every command with all its options`() throws {
    let declared = try JSONReader.read(
      Array(respmap("--experimental-dump-help").output.utf8))
    let commands = try #require(declared["command"]?["subcommands"]?.array)
    #expect(commands.count > 8)
    for command in commands {
      let name = try #require(command["commandName"]?.string)
      if name == "help" { continue }
      let parts = page.components(separatedBy: ".Ss \(name)\n")
      #expect(parts.count == 2, "\(name)")
      let section = parts.last?.components(separatedBy: "\n.S").first ?? ""
      for argument in command["arguments"]?.array ?? [] {
        for option in argument["names"]?.array ?? [] {
          let text = option["name"]?.string ?? ""
          if ["help", "h", "version"].contains(text) { continue }
          let flag = option["kind"]?.string == "short" ? "Fl \(text)" : "Fl -\(text)"
          #expect(section.contains(flag), "\(name): \(flag)")
        }
      }
    }
  }
}
