/// Where a command reads and writes: standard streams, or what a test gives and takes.
package struct Console {
  package let readInput: () throws(FileProblem) -> [UInt8]
  package let writeOutput: (String) throws(FileProblem) -> Void
  package let writeError: (String) -> Void

  package init(
    readInput: @escaping () throws(FileProblem) -> [UInt8],
    writeOutput: @escaping (String) throws(FileProblem) -> Void,
    writeError: @escaping (String) -> Void
  ) {
    self.readInput = readInput
    self.writeOutput = writeOutput
    self.writeError = writeError
  }

  /// The standard streams of the process.
  package static var standard: Console {
    Console(
      readInput: { () throws(FileProblem) in try File.contents(ofDescriptor: 0, name: "-") },
      writeOutput: { text throws(FileProblem) in
        try File.write(text, toDescriptor: 1, name: "standard output")
      },
      writeError: { text in try? File.write(text, toDescriptor: 2, name: "standard error") })
  }

  /// The contents of a file that a user named; `-` is standard input.
  func contents(of path: String) throws(FileProblem) -> [UInt8] {
    path == "-" ? try readInput() : try File.contents(of: path)
  }

  /// Says on standard error why a file could not be used.
  func report(_ problem: FileProblem) { writeError("respmap: error: \(problem.message)\n") }
}
