import Foundation
import ResponseMapping

/// What compiling takes: many small files, large files, and files that nobody writes.
///
/// Times are of one run; the targets are for an idle machine, and the user time beside them says how
/// busy this one was.
struct CompileBenchmark {
  /// Which sections and pathologies to run: those whose names hold it.
  let wanted: String

  func run() throws {
    if isWanted("files") { try checkManyFiles() }
    if isWanted("linear") { try compileLargerAndLarger() }
    if isWanted("pathologies") {
      Pathology.all.forEach(compile)
    } else {
      Pathology.all.filter { isWanted($0.name) }.forEach(compile)
    }
  }

  private func isWanted(_ name: String) -> Bool { wanted.isEmpty || name.contains(wanted) }

  // MARK: - Many files

  private func checkManyFiles() throws {
    let files = (0..<1_000).map { CompileTexts.file(mappings: 20, number: $0) }
    let use = try ResourceUse.measure { for file in files { _ = try Mapping(compiling: file) } }
    line("1,000 files of 20 mappings, in this process", use, "target 0.5 s")
    try withFolder(of: files) { paths in
      guard let command = CompileBenchmark.command else {
        return print("respmap is not built beside this program")
      }
      let use = try ResourceUse.measure(of: .children) {
        let process = Process()
        process.executableURL = command
        process.arguments = ["check"] + paths
        try process.run()
        process.waitUntilExit()
      }
      line("1,000 files of 20 mappings, respmap check", use, "target 0.5 s")
    }
  }

  private func withFolder(of files: [[UInt8]], _ body: ([String]) throws -> Void) throws {
    let manager = FileManager.default
    let folder = manager.temporaryDirectory.appending(path: "respmap-\(UUID().uuidString)")
    try manager.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? manager.removeItem(at: folder) }
    let paths = try files.enumerated().map { index, file in
      let url = folder.appending(path: "\(index).respmap")
      try Data(file).write(to: url)
      return url.path
    }
    try body(paths)
  }

  /// The command that is built beside this program.
  private static var command: URL? {
    let executable = URL(filePath: CommandLine.arguments[0])
    let url = executable.deletingLastPathComponent().appending(path: "respmap")
    return FileManager.default.isExecutableFile(atPath: url.path) ? url : nil
  }

  // MARK: - Large files

  private func compileLargerAndLarger() throws {
    var before: Double?
    for count in [12_500, 25_000, 50_000, 100_000] {
      let file = CompileTexts.file(mappings: count)
      let use = try ResourceUse.measure { _ = try Mapping(compiling: file) }
      let ratio = before.map { "\(rounded(use.userSeconds / $0))× the one before" } ?? ""
      line("\(count) mappings", use, ratio + (count == 100_000 ? ", target 2 s" : ""))
      before = use.userSeconds
    }
  }

  // MARK: - Pathologies

  private func compile(_ pathology: Pathology) {
    let source = Array(pathology.text().utf8)
    let catalogue = pathology.catalogue.flatMap {
      try? LeadFieldCatalogue(parsing: Array($0.utf8))
    }
    var said = ""
    let use = ResourceUse.measure {
      do throws(MappingDiagnostics) {
        let mapping = try Mapping(compiling: source, fields: catalogue)
        said = "compiles, \(mapping.warnings.count) warnings"
      } catch {
        let report = error.text(fileName: "mapping").utf8.count
        let codes = Set(error.diagnostics.map(\.code.rawValue)).sorted().joined(separator: ", ")
        said = "\(error.diagnostics.count + error.omitted) × \(codes), report of \(report) bytes"
      }
    }
    line(pathology.name, use, said)
  }

  // MARK: - Printing

  private func line(_ name: String, _ use: ResourceUse, _ remark: String) {
    let times = "\(rounded(use.seconds)) s, user \(rounded(use.userSeconds)) s"
    print(
      name.padding(toLength: 44, withPad: " ", startingAt: 0)
        + times.padding(toLength: 24, withPad: " ", startingAt: 0)
        + "\(use.peakKilobytes / 1024) MB".padding(toLength: 9, withPad: " ", startingAt: 0)
        + remark)
  }

  private func rounded(_ number: Double) -> Double { (number * 1000).rounded() / 1000 }
}
