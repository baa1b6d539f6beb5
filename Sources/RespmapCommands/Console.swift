internal import ArgumentParser
import Glibc

/// Where a command reads and writes: standard streams, or what a test gives and takes.
package struct Console {
  package let readInput: () throws(FileProblem) -> [UInt8]
  package let writeOutput: (String) throws(FileProblem) -> Void
  package let writeError: (String) -> Void
  /// Standard input and output for what is too long to be held as a whole.
  package let openInput: () throws(FileProblem) -> ByteSource
  package let writeBytes: ([UInt8]) throws(FileProblem) -> Void
  /// Whether somebody looks at standard output, and at standard error.
  package let outputIsTerminal: Bool
  package let errorIsTerminal: Bool
  /// The value of an environment variable; nil where it is not set.
  package let environment: (String) -> String?

  /// - Parameters:
  ///   - openInput: by default what `readInput` gives.
  ///   - writeBytes: by default the bytes go to `writeOutput` as text.
  package init(
    readInput: @escaping () throws(FileProblem) -> [UInt8],
    writeOutput: @escaping (String) throws(FileProblem) -> Void,
    writeError: @escaping (String) -> Void,
    openInput: (() throws(FileProblem) -> ByteSource)? = nil,
    writeBytes: (([UInt8]) throws(FileProblem) -> Void)? = nil,
    outputIsTerminal: Bool = false, errorIsTerminal: Bool = false,
    environment: @escaping (String) -> String? = { _ in nil }
  ) {
    self.readInput = readInput
    self.writeOutput = writeOutput
    self.writeError = writeError
    if let openInput {
      self.openInput = openInput
    } else {
      self.openInput = { () throws(FileProblem) in ByteSource(try readInput()) }
    }
    if let writeBytes {
      self.writeBytes = writeBytes
    } else {
      self.writeBytes = { bytes throws(FileProblem) in
        try writeOutput(String(decoding: bytes, as: UTF8.self))
      }
    }
    self.outputIsTerminal = outputIsTerminal
    self.errorIsTerminal = errorIsTerminal
    self.environment = environment
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
      },
      openInput: { ByteSource(descriptor: 0, name: "-") },
      writeBytes: { bytes throws(FileProblem) in
        try File.write(bytes, toDescriptor: 1, name: "standard output")
      },
      outputIsTerminal: isatty(1) == 1, errorIsTerminal: isatty(2) == 1,
      environment: { name in unsafe getenv(name).map { unsafe String(cString: $0) } })
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
