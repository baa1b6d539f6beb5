import Foundation
import MappingPlan
import Testing
import Transforms

@Suite struct DecimalTests {
  @Test func `calculating agrees with Python's decimal on the committed cases`() throws {
    let text = try String(contentsOf: folder.appending(path: "decimal-cases.tsv"), encoding: .utf8)
    #expect(try check(text) >= 200)
  }

  @Test(.enabled(if: python != nil, "there is no python3"))
  func `calculating agrees with Python's decimal on generated cases`() throws {
    let environment = ProcessInfo.processInfo.environment
    let count = environment["RESPMAP_DECIMAL_CASES"].flatMap(Int.init) ?? 3000
    let seed = environment["RESPMAP_SEED"] ?? "7"
    #expect(try check(try generated(seed: seed, count: count)) == count)
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["1e999999999", "1e-999999999", "-9.5E+99999999999"])
  func `what is done costs nothing for exponents`(_ number: String) throws {
    for name in ["floor", "ceiling", "round", "abs", "integer", "unique", "sort"] {
      for _ in 0..<100 { _ = try apply(name, to: .number(number)) }
    }
    for name in ["add", "subtract", "multiply", "divide"] {
      for _ in 0..<100 { _ = try apply(name, [.number("3")], to: .number(number)) }
    }
  }

  /// Checks each line of cases, and says how many there were.
  private func check(_ cases: String) throws -> Int {
    let lines = cases.split(separator: "\n")
    for line in lines {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      try #require(columns.count == 4)
      let arguments: [Argument] = columns[2].isEmpty ? [] : [.number(columns[2])]
      let result = calculated(columns[0], arguments, columns[1])
      #expect(result == columns[3], "\(line)")
    }
    return lines.count
  }

  /// The result, or the word for why there is none.
  private func calculated(_ name: String, _ arguments: [Argument], _ number: String) -> String {
    do {
      return switch try apply(name, arguments, to: .number(number)) {
      case .value(.number(let text)): text
      case .mismatch(.overflow): "overflow"
      case .mismatch(.fraction): "fraction"
      case let other: "\(other)"
      }
    } catch let problem as ArgumentProblem {
      return switch problem.kind {
      case .zeroDivisor: "zero divisor"
      case .numberOutOfRange: "overflow"
      default: "\(problem)"
      }
    } catch {
      return "\(error)"
    }
  }

  private func generated(seed: String, count: Int) throws -> String {
    let process = Process()
    process.executableURL = python
    process.arguments = [
      folder.appending(path: "generate-decimal-cases.py").path, seed, "\(count)",
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self)
  }
}

private let folder = URL(filePath: #filePath).deletingLastPathComponent()

private let python: URL? = ProcessInfo.processInfo.environment["PATH"]?
  .split(separator: ":").map { URL(filePath: String($0)).appending(path: "python3") }
  .first { FileManager.default.isExecutableFile(atPath: $0.path) }
