internal import ArgumentParser

/// The command line: arguments in, exit status out.
package enum Respmap {
  package static let version = "0.1.0"

  /// Runs the command that the arguments name.
  ///
  /// - Parameter arguments: without the program's name.
  package static func run(_ arguments: [String], console: Console) -> CommandStatus {
    do {
      let command = try RootCommand.parseAsRoot(arguments)
      if let command = command as? any ConsoleCommand {
        return try command.run(console)
      }
      // The root alone, `--help` and the like: the parser knows what to print.
      var plain = command
      try plain.run()
      return .ok
    } catch let problem as FileProblem {
      console.report(problem)
      return .unreadable
    } catch {
      return report(error, of: arguments, console)
    }
  }

  private static func report(
    _ error: any Error, of arguments: [String], _ console: Console
  ) -> CommandStatus {
    let text = RootCommand.fullMessage(for: error)
    let code = RootCommand.exitCode(for: error)
    guard code == .success else {
      console.writeError(UnknownCommand(arguments)?.message ?? text + "\n")
      return code == .validationFailure ? .usage : .internalError
    }
    do {
      try console.writeOutput(text + "\n")
      return .ok
    } catch {
      console.report(error)
      return .unreadable
    }
  }
}

struct RootCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "respmap",
    abstract: "Checks and runs webhook response mappings.",
    discussion: """
      A mapping file says which values of a web service's answer go into which lead fields. \
      respmap says what is wrong with the file before the webhook runs, and what a captured answer \
      would write. It also asks an answer for one path, and looks lead fields up.
      """,
    version: Respmap.version,
    subcommands: [
      CheckCommand.self, FormatCommand.self, CompileCommand.self, RunCommand.self,
      QueryCommand.self, ExplainCommand.self, ExportCommand.self, FieldsCommand.self,
      ManualCommand.self,
    ])
}
