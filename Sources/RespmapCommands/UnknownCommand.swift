internal import ArgumentParser
internal import Diagnostics

/// A first argument that is no command, and what was probably meant.
struct UnknownCommand {
  private let word: String

  /// nil if the first argument is a command or an option of the root.
  init?(_ arguments: [String]) {
    guard let word = arguments.first, !Self.known.contains(word) else { return nil }
    self.word = word
  }

  private static let commands =
    RootCommand.configuration.subcommands.compactMap { $0.configuration.commandName }
  private static let known = commands + ["help", "--help", "-h", "--version"]

  var message: String {
    let kind = word.hasPrefix("-") ? "option" : "command"
    return """
      Error: Unknown \(kind) '\(word.printable)'.\(suggestion)
      Usage: respmap <subcommand>
        The commands are \(Self.commands.joined(separator: ", ")).
        See 'respmap --help' for more information.

      """
  }

  private var suggestion: String {
    if word.hasSuffix(".respmap") { return " To check the file: respmap check \(word.printable)" }
    return Suggestion.nearest(to: word, among: Self.known).map { " Did you mean '\($0)'?" } ?? ""
  }
}
