/// What a query took in one body.
struct QueryReport: Encodable {
  let path: String
  let bytes: Int
  let found: Int
  /// Nanoseconds, the least of each.
  let respmap: Double
  let jq: Double?
  let python: Double?
  /// Whether all found as many.
  let agrees: Bool
  /// Why respmap cannot answer, if it cannot.
  let problem: String?

  var jqRatio: Double? { problem == nil ? jq.map { $0 / respmap } : nil }
  var pythonRatio: Double? { problem == nil ? python.map { $0 / respmap } : nil }

  var text: String {
    let rivals = [("jq", jq, jqRatio), ("jsonpath-rfc9535", python, pythonRatio)]
    return rivals.reduce(into: "\(path) in \(bytes) bytes: \(problem ?? "found \(found)")\n") {
      text, rival in
      let (name, time, ratio) = rival
      text += "  " + name.padded(42) + (time?.duration ?? "not installed").padded(14)
      text += (ratio?.rounded(places: 2) ?? "–") + "×\n"
    } + "  " + "respmap, ResponseQuery".padded(42) + respmap.duration
      + (agrees ? "\n" : "  DISAGREES\n")
  }
}
