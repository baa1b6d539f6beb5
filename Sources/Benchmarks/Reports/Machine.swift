import Foundation

/// What was measured on, and with what.
struct Machine: Encodable {
  let date: String
  let processor: String
  let cores: Int
  /// Whether the processor has the AVX-512 instructions on bytes, AVX2 at least, or neither.
  let vectors: String
  let kernel: String
  let compiler: String
  let simdjson: String
  let jq: String
  let loadAverage: String
  /// Whether memory that is freed stays with the process, which favours rivals that build trees.
  let freedMemory: Options.FreedMemory

  static func current(freedMemory: Options.FreedMemory) -> Machine {
    Machine(
      date: Date.now.formatted(.iso8601.year().month().day()),
      processor: processorField("model name") ?? "unknown",
      cores: ProcessInfo.processInfo.activeProcessorCount, vectors: vectorInstructions,
      kernel: file("/proc/sys/kernel/osrelease") ?? "unknown", compiler: swiftVersion,
      simdjson: simdjsonVersion, jq: JqRival.version ?? "not installed",
      loadAverage: file("/proc/loadavg").map {
        $0.split(separator: " ").prefix(3).joined(separator: " ")
      }
        ?? "unknown", freedMemory: freedMemory)
  }

  var hasAVX512: Bool { vectors == "AVX-512" }

  private static var vectorInstructions: String {
    let flags = Set((processorField("flags") ?? "").split(separator: " "))
    if flags.contains("avx512bw") { return "AVX-512" }
    return flags.contains("avx2") ? "AVX2" : "none known"
  }

  private static var swiftVersion: String {
    ChildProcess(arguments: ["swift", "--version"]).run()?.output.firstLine ?? "unknown"
  }

  private static var simdjsonVersion: String {
    #if HAS_SIMDJSON
      "\(SimdjsonRival.version), \(SimdjsonRival.implementation)"
    #else
      "not installed when this was built"
    #endif
  }

  private static func processorField(_ name: String) -> String? {
    file("/proc/cpuinfo")?.split(separator: "\n").first { $0.hasPrefix(name) }
      .flatMap { $0.split(separator: ":").last }
      .map { $0.trimmingCharacters(in: .whitespaces) }
  }

  private static func file(_ path: String) -> String? {
    (try? String(contentsOfFile: path, encoding: .utf8))?
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
