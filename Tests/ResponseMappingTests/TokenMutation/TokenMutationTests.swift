import Diagnostics
import Foundation
import MappingSyntax
import ResponseMapping
import Testing

/// A slip of the pen in a good file: nothing traps, and what is said first is said where the slip is.
@Suite struct `A token that is deleted, doubled or swapped` {
  /// How many mutants have errors, and how many of those are said where the file was changed.
  private struct Tally: CustomStringConvertible {
    var mutants = 0
    var refused = 0
    var touched = 0

    var share: Double { refused > 0 ? Double(touched) / Double(refused) : 1 }
    var description: String {
      let percent = (share * 1000).rounded() / 10
      return
        "\(mutants) mutants, \(refused) refused, \(touched) where they were changed: \(percent) %"
    }
  }

  @Test func `every corpus file compiles`() throws {
    for file in try Self.files.get() { _ = try Mapping(compiling: file.text) }
  }

  @Test func `is found where it is`() throws {
    var tallies: [TokenMutant.Edit: Tally] = [:]
    var misses: [String] = []
    for file in try Self.files.get() {
      let mutants = try TokenMutant.all(of: Array(file.text.utf8))
      for index in stride(from: 0, to: mutants.count, by: Self.step) {
        let mutant = mutants[index]
        tallies[mutant.edit, default: Tally()].mutants += 1
        guard let error = Self.firstError(of: mutant) else { continue }
        tallies[mutant.edit, default: Tally()].refused += 1
        if Self.isTouched(mutant, by: error) {
          tallies[mutant.edit, default: Tally()].touched += 1
        } else {
          misses.append(Self.describe(mutant, error, file.name))
        }
      }
    }
    report(tallies, misses)
  }

  private static let environment = ProcessInfo.processInfo.environment
  /// One mutant of so many is tried; all of them take a minute.
  private static let step = environment["RESPMAP_EVERY_MUTANT"] == nil ? 11 : 1

  /// A mapping file and its name.
  struct File {
    let name: String
    let text: String
  }

  /// The corpus, which uses the whole language, and the samples.
  static let files: Result<[File], any Error> = Result {
    let here = URL(filePath: #filePath).deletingLastPathComponent()
    return try files(in: here.appending(path: "Corpus"))
      + files(in: here.appending(path: "../../../Samples").standardized)
  }

  private static func files(in folder: URL) throws -> [File] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return try paths.filter { $0.hasSuffix(".respmap") }.sorted().map { path in
      let url = folder.appending(path: path)
      return File(name: path, text: try String(contentsOf: url, encoding: .utf8))
    }
  }

  private static func firstError(of mutant: TokenMutant) -> Diagnostic? {
    do {
      _ = try Mapping(compiling: mutant.bytes)
      return nil
    } catch {
      return error.diagnostics.first { $0.severity == .error }
    }
  }

  private static func isTouched(_ mutant: TokenMutant, by error: Diagnostic) -> Bool {
    ([error.range] + error.related.map(\.range)).contains { mutant.isTouched(by: $0) }
  }

  private func report(_ tallies: [TokenMutant.Edit: Tally], _ misses: [String]) {
    var all = Tally()
    for edit in TokenMutant.Edit.allCases {
      let tally = tallies[edit] ?? Tally()
      print("\(edit): \(tally)")
      all.mutants += tally.mutants
      all.refused += tally.refused
      all.touched += tally.touched
    }
    print("all: \(all)")
    if Self.environment["RESPMAP_MISSES"] != nil { print(misses.joined(separator: "\n")) }
    #expect(all.refused > all.mutants / 2)
    #expect(all.share >= 0.9)
  }

  /// What happened to the line, and what is said.
  private static func describe(_ mutant: TokenMutant, _ error: Diagnostic, _ name: String) -> String
  {
    let lines = LineIndex(mutant.bytes)
    let place = mutant.places[0].lowerBound
    let number = lines.position(of: place).line
    let text = String(decoding: mutant.bytes, as: UTF8.self)
    let line = text.split(separator: "\n", omittingEmptySubsequences: false)[number - 1]
    let said = lines.position(of: error.range.lowerBound)
    return "\(mutant.edit) \(mutant.kind) \(error.code) \(name):\(number) `\(line)` "
      + "\(said.line):\(said.column) \(error.message)"
  }
}
