/// How long programs take to say their version.
struct CommandReport: Encodable {
  /// Nanoseconds, the least of each.
  let respmap: Double
  let jq: Double

  var ratio: Double { respmap / jq }

  /// Nil where one of them is not there.
  static func measure() -> CommandReport? {
    guard let command = RespmapCommand.path,
      let own = ChildProcess(arguments: [command, "--version"]).best(of: 50),
      JqRival.version != nil,
      let jq = ChildProcess(arguments: ["jq", "--version"]).best(of: 50)
    else { return nil }
    return CommandReport(respmap: own.run.nanoseconds, jq: jq.run.nanoseconds)
  }

  var text: String {
    "respmap --version \(respmap.duration), jq --version \(jq.duration)\n"
  }
}
