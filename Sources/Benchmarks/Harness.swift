/// Measures contenders side by side: interleaved rounds in one process, the minimum and the median of
/// each, so that what else the machine does hits all alike and ratios hold.
struct Harness {
  struct Contender {
    let name: String
    /// Runs once; the result is the contender's checksum, which shows that it did the work.
    let run: () -> Int
  }

  struct Measurement {
    let name: String
    let minimum: Double
    let median: Double
    let checksum: Int
  }

  var rounds = 31
  var secondsPerRound = 0.02

  /// Nanoseconds per run of each contender, in their order.
  func measure(_ contenders: [Contender]) -> [Measurement] {
    let repetitions = contenders.map(repetitionsPerRound)
    var times = [[Double]](repeating: [], count: contenders.count)
    for _ in 0..<rounds {
      for (index, contender) in contenders.enumerated() {
        times[index].append(time(contender, repetitions[index]) / Double(repetitions[index]))
      }
    }
    return zip(contenders, times).map { contender, times in
      let sorted = times.sorted()
      return Measurement(
        name: contender.name, minimum: sorted[0], median: sorted[sorted.count / 2],
        checksum: contender.run())
    }
  }

  private func repetitionsPerRound(_ contender: Contender) -> Int {
    var count = 1
    while time(contender, count) < secondsPerRound * 1e9 / 4 { count *= 2 }
    return count * 4
  }

  /// Nanoseconds for that many runs.
  private func time(_ contender: Contender, _ count: Int) -> Double {
    let elapsed = ContinuousClock().measure {
      for _ in 0..<count { _ = contender.run() }
    }
    return Double(elapsed.components.seconds) * 1e9 + Double(elapsed.components.attoseconds) / 1e9
  }
}
