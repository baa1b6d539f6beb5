import ResponseMapping

/// Whether time grows as the body does: one shape with 1, 2, 4, 8 and 16 MB.
struct Doubling: ~Copyable {
  /// What twice the body may take at most: more than 2, since larger bodies leave the caches.
  static let largestRatio = 2.3
  private static let megabytes = [1, 2, 4, 8, 16]
  /// A ratio that is too large may be somebody else's work on this machine: both are measured again.
  private static let attempts = 8

  private let shape: DoublingShape
  private let bodies: [[UInt8]]
  private let head: ResponseHead
  private var evaluator: Evaluator
  /// The least of each body's times, in nanoseconds.
  private var times: [Double]
  private var problem: String?

  init(shape: DoublingShape) throws {
    self.shape = shape
    bodies = Doubling.megabytes.map { shape.body(bytes: $0 << 20) }
    head = Workload.head(isXML: shape.beginning.hasPrefix("<"))
    evaluator = try Mapping(compiling: shape.mapping).makeEvaluator()
    times = bodies.map { _ in .infinity }
  }

  mutating func run() -> DoublingReport {
    for index in bodies.indices { measure(index) }
    for _ in 0..<Doubling.attempts {
      for index in 1..<bodies.count
      where times[index] / times[index - 1] > Doubling.largestRatio {
        measure(index - 1)
        measure(index)
      }
    }
    return DoublingReport(shape: shape.name, nanoseconds: times, problem: problem)
  }

  private mutating func measure(_ index: Int) {
    let clock = ContinuousClock()
    let body = bodies[index]
    for _ in 0..<3 {
      let begin = clock.now
      let span = body.span
      let failure = unsafe evaluator.fill(head, body: span.bytes)
      times[index] = min(times[index], begin.duration(to: clock.now) / .nanoseconds(1))
      if (failure != nil) != shape.isMalformed { problem = failure?.message ?? "it is read" }
    }
  }
}
