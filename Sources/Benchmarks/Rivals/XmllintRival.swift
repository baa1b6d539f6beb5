/// xmllint, started once for one document: its time without the start is known for large ones only.
struct XmllintRival {
  let lookups: [Lookup]

  /// Nil where xmllint is not installed.
  static let isInstalled = ChildProcess(arguments: ["xmllint", "--version"]).run() != nil

  func measure(_ body: [UInt8], runs: Int = 7) -> Measurement? {
    // Each path that finds a text counts one.
    let expression = lookups.map { "number(string(\($0.xpath)) != '')" }.joined(separator: "+")
    let process = { file in
      ChildProcess(arguments: ["xmllint", "--nonet", "--xpath", expression, file])
    }
    let tiny = TemporaryFile(Array("<a/>".utf8))
    let file = TemporaryFile(body)
    guard XmllintRival.isInstalled, let start = process(tiny.path).best(of: runs),
      let whole = process(file.path).best(of: runs)
    else { return nil }
    return Measurement(
      contender: .xmllint, minimum: whole.run.nanoseconds - start.run.nanoseconds,
      median: whole.median - start.run.nanoseconds,
      found: whole.run.output.lastLine.flatMap { Int($0) }, textBytes: nil,
      startUp: start.run.nanoseconds)
  }
}
