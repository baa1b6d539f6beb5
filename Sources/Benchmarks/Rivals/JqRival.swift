/// jq, which is started once for many copies of a body; the time of a start with next to no input is
/// measured too and taken off.
struct JqRival {
  /// Counts what the filter finds.
  let filter: String

  init(filter: String) { self.filter = filter }

  init(_ lookups: [Lookup]) {
    filter = "[\(lookups.map(\.jqFilter).joined(separator: ","))] | map(select(. != null)) | length"
  }

  /// Nil where jq is not installed.
  static let version = ChildProcess(arguments: ["jq", "--version"]).run()?.output.firstLine

  func measure(_ body: [UInt8], runs: Int = 5) -> Measurement? {
    let copies = max(1, 2_000_000 / body.count)
    let tiny = TemporaryFile(Array("{}".utf8))
    let file = TemporaryFile(Array(repeatElement(body + [0x0A], count: copies).joined()))
    let process = { ChildProcess(arguments: ["jq", "-c", self.filter], input: $0) }
    guard JqRival.version != nil, let start = process(tiny.path).best(of: runs),
      let whole = process(file.path).best(of: body.count > 10_000_000 ? 1 : runs)
    else { return nil }
    return Measurement(
      contender: .jq, minimum: (whole.run.nanoseconds - start.run.nanoseconds) / Double(copies),
      median: (whole.median - start.run.nanoseconds) / Double(copies),
      found: whole.run.output.lastLine.flatMap { Int($0) }, textBytes: nil,
      startUp: start.run.nanoseconds)
  }
}

extension String {
  var firstLine: String? { split(whereSeparator: \.isNewline).first.map(String.init) }
  var lastLine: String? { split(whereSeparator: \.isNewline).last.map(String.init) }
}
