internal import ArgumentParser

/// A subcommand that reads and writes through a console.
protocol ConsoleCommand: ParsableCommand {
  func run(_ console: Console) throws -> CommandStatus
}
