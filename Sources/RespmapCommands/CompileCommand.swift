internal import ArgumentParser
internal import ResponseMapping

struct CompileCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile",
    abstract: "Prints the plan that a mapping file compiles into, as canonical JSON.",
    discussion: """
      Exit status: 0 compiled, 1 errors in the file, 2 wrong usage, 3 the file cannot be read.
      """)

  @Argument(help: "A mapping file; - is standard input.")
  var file: String

  func run(_ console: Console) throws -> CommandStatus {
    guard let mapping = try console.mapping(from: file) else { return .findings }
    try console.writeOutput(mapping.plan + "\n")
    return .ok
  }
}
