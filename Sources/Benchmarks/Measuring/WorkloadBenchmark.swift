import ResponseMapping

/// Measures everyone who reads a workload's body.
struct WorkloadBenchmark {
  let workload: Workload

  func run() -> WorkloadReport {
    // First, as long as nobody else has filled the caches of the allocator.
    let (first, warm) = heapUse()
    let measurements = Harness().measure(workload.contenders()) + processes()
    return WorkloadReport(workload, measurements, warm: warm, first: first)
  }

  /// What a new evaluator allocates for its first body, and for the third.
  private func heapUse() -> (first: HeapUse?, warm: HeapUse?) {
    var contender: Contender?
    let first = HeapUse.measure {
      let fill = Contender.fill(workload)
      _ = fill.run()
      contender = fill
    }
    guard let fill = contender else { return (first, nil) }
    _ = fill.run()
    return (first, HeapUse.measure { _ = fill.run() })
  }

  /// The rivals that are other programs.
  private func processes() -> [Measurement] {
    guard workload.isExact, workload.lookups.count == 8 || workload.isXML else { return [] }
    guard workload.isXML else {
      return [JqRival(workload.lookups).measure(workload.body)].compactMap { $0 }
    }
    let lxml = PythonRival.lxml(workload.lookups).measure(workload.body, seconds: 0.5)
    let xmllint =
      workload.size == .large ? XmllintRival(lookups: workload.lookups).measure(workload.body) : nil
    return [lxml.map { Measurement(lxml: $0) }, xmllint].compactMap { $0 }
  }
}

extension Measurement {
  fileprivate init(lxml times: PythonRival.Times) {
    self.init(
      contender: .lxml, minimum: times.minimum, median: times.median, found: times.found,
      textBytes: nil)
  }
}
