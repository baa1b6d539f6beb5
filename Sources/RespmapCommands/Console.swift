internal import ArgumentParser

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
        try File.write(Array(text.utf8), toDescriptor: 1, name: "standard output")
      },
      writeError: { text in
        try? File.write(Array(text.utf8), toDescriptor: 2, name: "standard error")
      })
  }

  /// The contents of a file that a user named; `-` is standard input.
  func contents(of path: String) throws(FileProblem) -> [UInt8] {
    path == "-" ? try readInput() : try File.contents(of: path)
  }

  /// Writes the result of a command to a file as a whole; `-` is standard output.
  func write(_ text: String, to path: String) throws(FileProblem) {
    if path == "-" {
      try writeOutput(text)
    } else {
      try File.replace(path, with: Array(text.utf8))
    }
  }

  /// Standard input can be read once only.
  static func validate(_ files: [String]) throws {
    if files.count(where: { $0 == "-" }) > 1 {
      throw ValidationError("standard input (-) can be read once only")
    }
  }

  /// Says on standard error why a file could not be used.
  /// Nobody is told of a reader that has seen enough and gone.
  func report(_ problem: FileProblem) {
    if !problem.isClosedPipe { writeError("respmap: error: \(problem.message)\n") }
  }
}
