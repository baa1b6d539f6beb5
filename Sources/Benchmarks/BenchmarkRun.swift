import CAllocationCount
import Foundation

/// A run of the benchmarks: what is measured, in which order, and how it is put out.
struct BenchmarkRun {
  let options: Options

  /// - Returns: the exit status: 1 if contenders disagree or time is not linear, else 0.
  func run() throws -> Int32 {
    // Else what was measured before decides whether a rival builds its tree in fresh pages each time.
    if options.freedMemory == .kept { respmap_keep_freed_memory() }
    switch options.mode {
    case .tables: return try runTables()
    case .doubling(let name): return try runDoubling(name)
    case .list: for entry in WorkloadList.entries { print(entry.name) }
    case .profile(let workload, let contender, let seconds):
      try Profile(workload: workload, contender: contender).run(seconds: seconds)
    case .soak(let evaluations): try soak(evaluations)
    case .compile(let name): try CompileBenchmark(wanted: name).run()
    }
    return 0
  }

  private func runTables() throws -> Int32 {
    var report = Report(machine: .current(freedMemory: options.freedMemory))
    let entries = WorkloadList.entries.filter(isWanted)
    let queries = QueryBenchmark.all.filter { $0.path.holds(options.workload) }
    if entries.isEmpty, queries.isEmpty {
      throw BenchmarkProblem.noSuchWorkload(options.workload)
    }
    for entry in entries {
      progress(entry.name)
      report.workloads.append(WorkloadBenchmark(workload: try entry.make()).run())
    }
    try add(queries, to: &report)
    if options.workload.isEmpty { try addTheRest(to: &report) }
    let targets = report.allTargets()
    // Of one workload's targets those of all others are no part.
    report.targets =
      options.workload.isEmpty ? targets : targets.filter { $0.verdict != .unknown }
    try put(report)
    return report.agrees && report.doublings.allSatisfy(\.isLinear) ? 0 : 1
  }

  private func isWanted(_ entry: WorkloadList.Entry) -> Bool {
    options.workload.isEmpty
      ? options.isAll || !entry.isOptional : entry.name.holds(options.workload)
  }

  private func add(_ queries: [QueryBenchmark], to report: inout Report) throws {
    let body = JSONFamily.mixed.body(bytes: BodySize.large.bytes).text
    for query in queries {
      progress(query.path)
      report.queries.append(try query.run(on: body))
    }
  }

  private func addTheRest(to report: inout Report) throws {
    progress("many small answers")
    report.records = try RecordBenchmark().run()
    report.commands = CommandReport.measure()
    if options.isAll { report.doublings = try doublings("") }
  }

  private func runDoubling(_ name: String) throws -> Int32 {
    var report = Report(machine: .current(freedMemory: options.freedMemory))
    report.doublings = try doublings(name)
    report.targets = report.allTargets().filter { $0.verdict != .unknown }
    try put(report)
    return report.doublings.allSatisfy(\.isLinear) ? 0 : 1
  }

  private func doublings(_ name: String) throws -> [DoublingReport] {
    let shapes = DoublingShape.all.filter { $0.name.holds(name) }
    if shapes.isEmpty { throw BenchmarkProblem.noSuchShape(name) }
    return try shapes.map { shape in
      progress(shape.name)
      var doubling = try Doubling(shape: shape)
      return doubling.run()
    }
  }

  private func soak(_ evaluations: Int) throws {
    let names = [
      "company-enrichment", "contact-enrichment", "geocoding-xml", "XML contacts, 2.5 KB",
    ]
    let workloads = try WorkloadList.entries.filter { entry in
      names.contains { entry.name.hasPrefix($0) }
    }.map { try $0.make() }
    Soak(workloads).run(evaluations: evaluations)
  }

  private func put(_ report: Report) throws {
    switch options.format {
    case .text: print(report.text)
    case .markdown: print(report.markdown)
    case .json:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      print(String(decoding: try encoder.encode(report), as: UTF8.self))
    }
  }

  private func progress(_ name: String) {
    FileHandle.standardError.write(Data("measuring \(name)\n".utf8))
  }
}
