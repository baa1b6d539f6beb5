/// A rival in Python, which measures itself: neither the start nor what is imported is in its times.
struct PythonRival {
  let contender: Contender.Name?
  /// A program that defines `run(body)`, which returns the number of values found; arguments are in `paths`.
  let program: String
  let paths: [String]

  static func lxml(_ lookups: [Lookup]) -> PythonRival {
    PythonRival(
      contender: .lxml,
      program: """
        from lxml import etree
        compiled = [etree.XPath(path) for path in paths]
        def run(body):
            root = etree.fromstring(body)
            return sum(1 for path in compiled if path(root))
        """, paths: lookups.map(\.xpath))
  }

  static func jsonpath(_ query: String) -> PythonRival {
    PythonRival(
      contender: nil,
      program: """
        import json, jsonpath_rfc9535
        query = jsonpath_rfc9535.compile(paths[0])
        def run(body):
            return len(query.find(json.loads(body)))
        """, paths: [query])
  }

  struct Times {
    let minimum: Double
    let median: Double
    let found: Int
  }

  /// Nil where Python or the package is not installed.
  func measure(_ body: [UInt8], seconds: Double = 1) -> Times? {
    let file = TemporaryFile(body)
    let child = ChildProcess(
      arguments: ["python3", "-c", program(seconds), file.path] + paths)
    guard let run = child.run(), run.status == 0 else { return nil }
    let numbers = run.output.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
    guard numbers.count == 3 else { return nil }
    return Times(minimum: numbers[0], median: numbers[1], found: Int(numbers[2]))
  }

  private func program(_ seconds: Double) -> String {
    """
    import sys, time
    body, paths = open(sys.argv[1], "rb").read(), sys.argv[2:]
    \(program)
    found, times, begin = run(body), [], time.perf_counter()
    while len(times) < 3 or time.perf_counter() - begin < \(seconds):
        start = time.perf_counter_ns()
        run(body)
        times.append(time.perf_counter_ns() - start)
    times.sort()
    print(times[0], times[len(times) // 2], found)
    """
  }
}
