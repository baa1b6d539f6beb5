/// One contender and nothing else, for a profiler to watch.
struct Profile {
  let workload: Workload
  let contender: Contender

  /// The first workload and contender whose names hold what is given, in any case.
  init(workload name: String, contender contenderName: String) throws {
    guard let entry = WorkloadList.entries.first(where: { $0.name.holds(name) }) else {
      throw BenchmarkProblem.noSuchWorkload(name)
    }
    workload = try entry.make()
    let contenders = workload.contenders()
    guard let contender = contenders.first(where: { $0.name.rawValue.holds(contenderName) }) else {
      throw BenchmarkProblem.noSuchContender(
        contenderName, workload: workload.name, known: contenders.map(\.name.rawValue))
    }
    self.contender = contender
  }

  func run(seconds: Double) {
    let clock = ContinuousClock()
    let begin = clock.now
    var count = 0
    var elapsed = Duration.zero
    while elapsed < .seconds(seconds) {
      for _ in 0..<16 { _ = contender.run() }
      count += 16
      elapsed = begin.duration(to: clock.now)
    }
    let each = elapsed / .nanoseconds(1) / Double(count)
    print("\(workload.name), \(contender.name.rawValue): \(count) runs, \(each.duration) each")
  }
}

extension String {
  /// Whether a part of it is like the other, in any case.
  func holds(_ other: String) -> Bool {
    other.isEmpty || lowercased().contains(other.lowercased())
  }
}
