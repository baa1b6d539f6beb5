internal import ResponseMapping

/// `run --ndjson`: from where the records are read to where the outcomes go.
struct Batch {
  let mapping: Mapping
  let context: ContextOption
  /// `-` is standard input.
  let input: String
  /// `-` is standard output.
  let output: String
  let resumes: Bool
  let console: Console
  /// How much work a killed run may lose, at the most.
  var checkpointInterval = Duration.milliseconds(250)

  func run() throws -> CommandStatus {
    do {
      let tally =
        try output == "-" ? stream(openInput(), to: console.writeBytes) : write(toFile: output)
      console.writeError(tally.text + "\n")
      return tally.status
    } catch let problem as ResumeProblem {
      console.writeError("respmap: error: \(problem.message)\n  = help: \(problem.help)\n")
      return .unreadable
    }
  }

  var recipe: BatchRecipe {
    BatchRecipe(planHash: mapping.planHash, context: context.rawValue)
  }

  func openInput() throws(FileProblem) -> InputFile? {
    input == "-" ? nil : try InputFile(input)
  }

  /// Writes outcomes as they come.
  ///
  /// - Parameter file: nil for standard input.
  func stream(
    _ file: InputFile?, to write: ([UInt8]) throws(FileProblem) -> Void
  ) throws(FileProblem) -> Tally {
    let source = if let file { file.source } else { try console.openInput() }
    return try run(BlockReader(source), after: Tally(), of: file?.length) {
      output, _ throws(FileProblem) in try write(output)
    }
  }

  func run(
    _ reader: BlockReader, after tally: Tally, of inputLength: Int?,
    deliver: ([UInt8], BatchPlace) throws(FileProblem) -> Void
  ) throws(FileProblem) -> Tally {
    var progress = Progress(
      console, besideOutput: output == "-", inputLength: inputLength)
    defer { progress.erase() }
    return try BatchRun(mapping: mapping, context: context.context)
      .run(reader, after: tally) { output, place throws(FileProblem) in
        try deliver(output, place)
        progress.show(place)
      }
  }
}
