import Foundation

/// The command that is built beside this program.
enum RespmapCommand {
  /// Nil where it is not built.
  static var path: String? {
    let executable = URL(filePath: CommandLine.arguments[0])
    let path = executable.deletingLastPathComponent().appending(path: "respmap").path
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }

  /// Whether `run` takes bodies line by line.
  static func takesRecords(_ path: String) -> Bool {
    ChildProcess(arguments: [path, "run", "--help"]).run()?.output.contains("--ndjson") ?? false
  }
}
