extension Report {
  /// Tables for the documentation.
  var markdown: String {
    let head = """
      Measured on \(machine.date): \(machine.processor), \(machine.cores) cores, \(machine.vectors), Linux \
      \(machine.kernel); \(machine.compiler); simdjson \(machine.simdjson); \(machine.jq); freed memory \
      \(machine.freedMemory.rawValue).

      """
    return [head, timesTable(isXML: false), timesTable(isXML: true), targetsTable]
      .filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// A row a workload: respmap's time, and each other's time over it.
  private func timesTable(isXML: Bool) -> String {
    let rows = workloads.filter { $0.isXML == isXML }
    let others = Contender.Name.allCases.filter { name in
      name != .fill && rows.contains { $0[name] != nil }
    }
    guard !rows.isEmpty else { return "" }
    var table = MarkdownTable(
      ["body", "respmap", "GB/s"] + others.map { $0 == .evaluate ? "as `Outcome`" : $0.rawValue })
    for row in rows {
      guard let own = row[.fill] else { continue }
      table.add(
        [row.name, own.minimum.duration, (Double(row.bytes) / own.minimum).rounded(places: 2)]
          + others.map { row.ratio($0).map { $0.rounded(places: 2) + "×" } ?? "" })
    }
    return table.text
  }

  private var targetsTable: String {
    guard !targets.isEmpty else { return "" }
    var table = MarkdownTable(["target", "wanted", "measured", ""])
    for target in targets {
      table.add([
        target.name, target.requiredText, target.measuredText, target.verdict.rawValue,
      ])
    }
    return table.text
  }
}
