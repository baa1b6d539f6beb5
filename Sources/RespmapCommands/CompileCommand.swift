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

  func run(_ console: Console) throws -> ExitStatus {
    guard let mapping = try console.mapping(from: file) else { return .findings }
    try console.writeOutput(mapping.plan + "\n")
    return .ok
  }
}

extension Console {
  /// Compiles a mapping file that a command needs; what is wrong with it goes to standard error,
  /// and nil comes back if that is an error.
  func mapping(from file: String) throws(FileProblem) -> Mapping? {
    let source = try contents(of: file)
    do {
      let mapping = try Mapping(compiling: source)
      let renderer = DiagnosticRenderer(fileName: file, text: source)
      writeError(mapping.warnings.map(renderer.text).joined(separator: "\n"))
      return mapping
    } catch {
      writeError(error.text(fileName: file))
      return nil
    }
  }
}
