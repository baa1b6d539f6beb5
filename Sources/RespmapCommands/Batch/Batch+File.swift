internal import Diagnostics

extension Batch {
  /// Writes a file, as a whole or not at all. If the input is a file, too, a run that is interrupted
  /// leaves what it has done for another to go on with.
  func write(toFile path: String) throws -> Tally {
    if input != "-", File.areSame(input, path) { throw ResumeProblem.outputIsInput(path) }
    let file = try openInput()
    if resumes, file?.length == nil { throw ResumeProblem.inputIsNoFile(input) }
    guard var output = try OutputFile.open(path) else {
      if resumes { throw ResumeProblem.outputIsNoFile(path) }
      let device = try File.Device(path)
      return try stream(file) { bytes throws(FileProblem) in try device.write(bytes) }
    }
    guard let file, let length = file.length else { return try writeOnce(file, to: &output) }
    return try write(file, length, to: &output)
  }

  /// Writes what has come of an input that cannot be read again.
  private func writeOnce(
    _ file: InputFile?, to output: inout OutputFile
  ) throws(FileProblem) -> Tally {
    do throws(FileProblem) {
      try output.begin()
      let tally = try stream(file) { bytes throws(FileProblem) in try output.write(bytes) }
      try output.finish()
      return tally
    } catch {
      output.discard()
      throw error
    }
  }

  /// Writes what has come of a file, and how far it is every now and then.
  private func write(
    _ file: InputFile, _ length: Int, to output: inout OutputFile
  ) throws -> Tally {
    let (reader, tally) = try begin(file, length, &output)
    let clock = ContinuousClock()
    var next = clock.now + checkpointInterval
    var last: Checkpoint?
    do throws(FileProblem) {
      let total = try run(reader, after: tally, of: length) { bytes, place throws(FileProblem) in
        try output.write(bytes)
        guard let mark = place.mark else { return }
        let checkpoint = Checkpoint(
          recipe: recipe, input: mark, outputLength: output.length, tally: place.tally)
        last = checkpoint
        guard clock.now >= next else { return }
        try output.write(checkpoint)
        next = clock.now + checkpointInterval
      }
      try output.finish()
      return total
    } catch {
      leave(last, in: output, after: error)
      throw error
    }
  }

  /// Where a run begins: behind the checkpoint that it resumes from, or with the first record.
  private func begin(
    _ file: InputFile, _ length: Int, _ output: inout OutputFile
  ) throws -> (BlockReader, Tally) {
    if resumes, let checkpoint = try output.checkpoint() {
      let hash = try verify(checkpoint, file, length)
      try output.resume(at: checkpoint.outputLength)
      let reader = BlockReader(file.source, from: checkpoint.input.length, hash: hash)
      return (reader, checkpoint.tally)
    }
    if output.hasCheckpoint {
      console.writeError(
        "\(output.name.asFileName): note: beginning anew; with --resume the interrupted run would go on\n"
      )
    }
    try output.begin()
    return (BlockReader(file.source, hash: XXHash64()), Tally())
  }

  /// Whether the run would do now what it has done; the hash of the input that is done.
  private func verify(
    _ checkpoint: Checkpoint, _ file: InputFile, _ length: Int
  ) throws -> XXHash64 {
    let old = checkpoint.recipe
    guard old.version == recipe.version else { throw ResumeProblem.otherVersion(old.version) }
    guard old.planHash == recipe.planHash else { throw ResumeProblem.otherMapping }
    guard old.context == recipe.context else { throw ResumeProblem.otherContext(old.context) }
    let done = checkpoint.input
    guard length >= done.length else {
      throw ResumeProblem.inputShorter(file.name, wanted: done.length)
    }
    let hash = try file.skip(done.length)
    guard hash.digest == done.digest else {
      throw ResumeProblem.inputChanged(file.name, length: done.length)
    }
    return hash
  }

  /// Keeps what is done when a run fails, if that is possible where it failed.
  private func leave(
    _ checkpoint: Checkpoint?, in output: borrowing OutputFile, after problem: FileProblem
  ) {
    if let checkpoint { try? output.write(checkpoint) }
    guard output.hasCheckpoint else { return output.discard() }
    console.report(problem)
    console.writeError(
      "  = help: what is done is kept: the same command with --resume goes on from there\n")
  }
}
