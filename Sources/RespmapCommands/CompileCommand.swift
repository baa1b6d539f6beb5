internal import ArgumentParser
internal import ResponseMapping

struct CompileCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile",
    abstract: "Prints the plan that a mapping file compiles into, as canonical JSON.",
    discussion: """
      `respmap run` takes a plan in place of a mapping file. --emit prints another stage: tokens and \
      syntax also of a file with errors, plan and dot also of a plan.

      Exit status: 0 compiled, 1 errors in the file, 2 wrong usage, 3 the file cannot be read or the \
      output not be written.
      """)

  @Argument(help: "A mapping file; - is standard input.", completion: .mappings)
  var file: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write to this file, as a whole or not at all; - is standard output.", valueName: "file"),
    completion: .file())
  var output = "-"

  @Option(
    help: ArgumentHelp("What is printed: tokens, syntax, checked, plan or dot.", valueName: "stage")
  )
  var emit: EmitOption = .plan

  func run(_ console: Console) throws -> CommandStatus {
    let source = try console.contents(of: file)
    let stage = emit.stage
    if Mapping.isPlan(source), !stage.isOfPlan {
      throw ValidationError("--emit \(emit.rawValue) needs a mapping file: `\(file)` is a plan")
    }
    do {
      let text = try text(of: stage, source, console)
      if output == "-" {
        try console.writeOutput(text)
      } else {
        try File.replace(output, with: Array(text.utf8))
      }
      return .ok
    } catch let problem as MappingDiagnostics {
      console.writeError(problem.text(fileName: file))
      return .findings
    }
  }

  private func text(
    of stage: CompilerStage, _ source: [UInt8], _ console: Console
  ) throws(MappingDiagnostics) -> String {
    guard Mapping.isPlan(source) else {
      return try Mapping.dump(
        stage, of: source, resolver: console.catalogues(besideFile: file))
    }
    let mapping = try Mapping(plan: source)
    return stage == .dot ? mapping.planGraph : mapping.plan + "\n"
  }
}

enum EmitOption: String, ExpressibleByArgument, CaseIterable {
  case tokens, syntax, checked, plan, dot

  var stage: CompilerStage {
    switch self {
    case .tokens: .tokens
    case .syntax: .syntax
    case .checked: .checked
    case .plan: .plan
    case .dot: .dot
    }
  }
}
