import Foundation
import RespmapCommands
import Testing

/// The folder of the package.
let packageRoot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// What a command printed and how it ended.
struct CommandResult {
  var output = ""
  var errors = ""
  var status = CommandStatus.ok
}

/// Runs `respmap` in this process.
func respmap(_ arguments: String..., input: [UInt8] = []) -> CommandResult {
  respmap(arguments, input: input)
}

func respmap(_ arguments: [String], input: [UInt8] = []) -> CommandResult {
  var result = CommandResult()
  let console = Console(
    readInput: { input }, writeOutput: { result.output += $0 }, writeError: { result.errors += $0 })
  result.status = Respmap.run(arguments, console: console)
  return result
}

/// Runs `respmap` in this process over input that comes in pieces; the output as it was written.
func respmap(
  _ arguments: [String], pieces pieceLength: Int, of input: [UInt8],
  write: @escaping ([UInt8]) throws(FileProblem) -> Void = { _ in }
) -> CommandResult {
  var result = CommandResult()
  let console = Console(
    readInput: { input }, writeOutput: { result.output += $0 },
    writeError: { result.errors += $0 },
    openInput: { ByteSource(input, pieceLength: pieceLength) },
    writeBytes: { bytes throws(FileProblem) in
      try write(bytes)
      result.output += String(decoding: bytes, as: UTF8.self)
    })
  result.status = Respmap.run(arguments, console: console)
  return result
}

/// A file in a folder of its own that goes away with the value.
final class ScratchFile {
  let path: String
  private let folder: URL

  init(_ name: String, _ contents: [UInt8]) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: name)
    try Data(contents).write(to: file)
    path = file.path
  }

  convenience init(_ name: String, _ text: String) throws { try self.init(name, Array(text.utf8)) }

  deinit { try? FileManager.default.removeItem(at: folder) }
}

/// Compares a text with a golden file; with UPDATE_GOLDEN=1 in the environment the file is rewritten
/// instead, and the test says so.
func expectGolden(
  _ text: String, at file: URL, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
    let old = try? String(contentsOf: file, encoding: .utf8)
    if old != text {
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("rewrote \(file.lastPathComponent)", sourceLocation: sourceLocation)
    }
    return
  }
  let golden = try String(contentsOf: file, encoding: .utf8)
  #expect(text == golden, "\(file.path)", sourceLocation: sourceLocation)
}

/// The files below a folder with that suffix, in order.
func files(in folder: URL, suffix: String) -> [URL] {
  let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
  return (all?.compactMap { $0 as? URL } ?? []).filter { $0.path.hasSuffix(suffix) }
    .sorted { $0.path < $1.path }
}
