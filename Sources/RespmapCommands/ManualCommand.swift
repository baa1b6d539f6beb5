internal import ArgumentParser
internal import JSONText

struct ManualCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Prints the page respmap(1) for man.",
    discussion: "For example: respmap manual >/usr/local/share/man/man1/respmap.1")

  func run(_ console: Console) throws -> CommandStatus {
    try console.writeOutput(ManualPage(of: RootCommand.self).text)
    return .ok
  }
}
