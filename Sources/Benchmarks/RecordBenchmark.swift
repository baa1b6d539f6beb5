import ResponseMapping

/// Many small answers: in memory, and from a file through the command line.
struct RecordBenchmark {
  let batch: RecordBatch

  init(records: Int = 5_000) throws { batch = try RecordBatch(count: records) }

  func run() -> RecordsReport {
    var report = RecordsReport(
      records: batch.bodies.count, bytes: batch.bodies.reduce(0) { $0 + $1.count })
    report.measurements = Harness().measure(contenders)
    let lines = TemporaryFile(batch.lines)
    let filter = JqRival(batch.lookups).filter
    report.jq = timeBeyondStart(of: lines.path) { ["jq", "-c", filter, $0] }
    runCommand(&report)
    return report
  }

  // MARK: - In memory

  private var contenders: [Contender] {
    var contenders = [fill, evaluate]
    #if HAS_SIMDJSON
      contenders += simdjson
    #endif
    return contenders
  }

  private var fill: Contender {
    var evaluator = batch.mapping.makeEvaluator()
    let head = Workload.head(isXML: false)
    return Contender(name: .fill) {
      var found = 0
      for body in batch.bodies {
        let span = body.span
        guard unsafe evaluator.fill(head, body: span.bytes) == nil else { continue }
        found += (0..<evaluator.slotCount).count { evaluator.slot($0).value != nil }
      }
      return found
    }
  }

  private var evaluate: Contender {
    var evaluator = batch.mapping.makeEvaluator()
    let head = Workload.head(isXML: false)
    return Contender(name: .evaluate) {
      var found = 0
      for body in batch.bodies {
        let span = body.span
        guard case .mapped(let updates) = unsafe evaluator.evaluate(head, body: span.bytes) else {
          continue
        }
        found += updates.results.count { $0.code == nil }
      }
      return found
    }
  }

  #if HAS_SIMDJSON
    private var simdjson: [Contender] {
      let rival = SimdjsonRival(lookups: batch.lookups, isInOrder: true, body: batch.lines)
      var begin = 0
      let ranges = batch.bodies.map { body in
        defer { begin += body.count + 1 }
        return begin..<(begin + body.count)
      }
      return rival.contenders.map { contender in
        Contender(name: contender.name) {
          ranges.reduce(0) { found, range in
            rival.select(range)
            return found + contender.run()
          }
        }
      }
    }
  #endif

  // MARK: - From a file

  /// `respmap run` over the captures, with one core and with all.
  private func runCommand(_ report: inout RecordsReport) {
    guard let command = RespmapCommand.path else { return }
    let mapping = TemporaryFile(Array(batch.mappingText.utf8))
    let captures = TemporaryFile(batch.captures)
    let takesRecords = RespmapCommand.takesRecords(command)
    let arguments: (String) -> [String] = { file in
      takesRecords
        ? [command, "run", mapping.path, "--ndjson", file]
        : [command, "run", "--format", "json", mapping.path, file]
    }
    report.isStreamed = takesRecords
    report.oneCore = timeBeyondStart(of: captures.path) {
      ["taskset", "-c", "0"] + arguments($0)
    }
    report.allCores = timeBeyondStart(of: captures.path, arguments)
  }

  /// The least time of a command over a file, without that of the same over an empty one.
  private func timeBeyondStart(
    of file: String, _ arguments: (String) -> [String]
  ) -> Double? {
    let empty = TemporaryFile()
    guard let start = ChildProcess(arguments: arguments(empty.path)).best(of: 5),
      let whole = ChildProcess(arguments: arguments(file)).best(of: 5), whole.run.status == 0
    else { return nil }
    return whole.run.nanoseconds - start.run.nanoseconds
  }
}
