/// What many small answers took.
struct RecordsReport: Encodable {
  let records: Int
  /// Of all bodies.
  let bytes: Int
  /// Over all bodies in memory.
  var measurements: [Measurement] = []
  /// jq over the bodies, one a line; nanoseconds, as below, without the time of a start.
  var jq: Double?
  /// `respmap run` over the captures, held to one core, and with all; nil if it is not built or fails.
  var oneCore: Double?
  var allCores: Double?
  /// Whether `run --ndjson` is there; else `run` reads the file of captures as a whole.
  var isStreamed = false

  var oneCoreRatio: Double? {
    let library = measurements.first { $0.contender == .evaluate }?.minimum
    return oneCore.flatMap { oneCore in library.map { oneCore / $0 } }
  }

  var twoCoresGain: Double? { oneCore.flatMap { oneCore in allCores.map { oneCore / $0 } } }

  var text: String {
    let command = isStreamed ? "respmap run --ndjson" : "respmap run (has no --ndjson)"
    let rows =
      measurements.map { ($0.contender.rawValue, Optional($0.minimum)) }
      + [("jq, a body a line", jq), (command + ", one core", oneCore), (command, allCores)]
    return rows.reduce(into: "\(records) answers of \(bytes) bytes in all\n") { text, row in
      text += "  " + row.0.padded(42) + (row.1?.duration ?? "not measured").padded(14)
      if let time = row.1 { text += "\(Int(Double(records) / time * 1e9)) a second" }
      text += "\n"
    }
  }
}
