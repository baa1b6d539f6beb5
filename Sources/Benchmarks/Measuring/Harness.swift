/// Measures contenders side by side: interleaved rounds in one process, the minimum and the median of
/// each, so that what else the machine does hits all alike and ratios hold.
struct Harness {
  var rounds = 21
  /// The least that a contender runs in one round.
  var secondsPerRound = 0.01
  /// About the most that a contender runs in all; it has three rounds at least, whatever that takes.
  var secondsPerContender = 1.5

  private struct Course {
    let repetitions: Int
    let rounds: Int
    var times: [Double] = []
  }

  /// Each contender's times, in their order.
  func measure(_ contenders: [Contender]) -> [Measurement] {
    var courses = contenders.map(course)
    for round in 0..<rounds {
      for (index, contender) in contenders.enumerated() where round < courses[index].rounds {
        courses[index].times.append(time(contender, courses[index].repetitions))
      }
    }
    return zip(contenders, courses).map { contender, course in
      let found = contender.run()
      let sorted = course.times.sorted()
      return Measurement(
        contender: contender.name, minimum: sorted[0], median: sorted[sorted.count / 2],
        found: contender.looksUp ? found : nil, textBytes: contender.textBytes?())
    }
  }

  /// How often to run a contender, from two runs for a beginning.
  private func course(of contender: Contender) -> Course {
    var repetitions = 1
    var once = min(time(contender, 1), time(contender, 1))
    while once * Double(repetitions) < secondsPerRound * 1e9 / 2 {
      repetitions = max(repetitions * 2, Int(secondsPerRound * 1e9 / 2 / once))
      once = min(once, time(contender, repetitions))
    }
    let perRound = once * Double(repetitions)
    let affordable = Int(min(secondsPerContender * 1e9 / perRound, 1000))
    return Course(repetitions: repetitions, rounds: min(max(affordable, 3), rounds))
  }

  /// Nanoseconds for one of that many runs.
  private func time(_ contender: Contender, _ count: Int) -> Double {
    let elapsed = ContinuousClock().measure {
      for _ in 0..<count { _ = contender.run() }
    }
    return elapsed / .nanoseconds(1) / Double(count)
  }
}
