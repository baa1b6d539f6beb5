extension Report {
  /// The figures that respmap means to reach, with what this run has measured of each.
  func allTargets() -> [Target] {
    jsonTargets + fieldTargets + memoryTargets + xmlTargets + queryTargets + recordTargets
      + commandTargets + doublingTargets
  }

  // MARK: - JSON

  /// A rival's time over ours, mixed bodies with 8 fields; nil where there is no target.
  private typealias Row = (name: String, rivals: [Contender.Name], ratios: [BodySize: Double])

  private static let jsonRows: [Row] = [
    (
      "simdjson DOM, the faster way", [.simdjsonTree, .simdjsonTrie],
      [.small: 1.15, .medium: 1.5, .large: 1.3, .huge: 1.3]
    ),
    (
      "simdjson On-Demand", [.onDemand],
      [.small: 1, .medium: 1, .large: 1, .huge: 0.9]
    ),
    ("JSONDecoder", [.decoder], [.small: 20, .medium: 12, .large: 20]),
    ("JSONSerialization", [.serialization], [.small: 40, .medium: 40, .large: 40, .huge: 40]),
    ("jq", [.jq], [.small: 35, .medium: 35, .large: 35, .huge: 35]),
  ]

  private var jsonTargets: [Target] {
    // Without AVX-512 four fifths of each are asked for.
    let share = machine.hasAVX512 ? 1 : 0.8
    return Report.jsonRows.flatMap { row in
      BodySize.allCases.compactMap { size in
        guard let ratio = row.ratios[size] else { return nil }
        let report = workload(.mixed, size, fields: 8)
        let measured = row.rivals.compactMap { report?.ratio($0) }.min()
        return Target.atLeast(ratio * share, "\(row.name), \(size.rawValue), 8 fields", measured)
      }
    }
  }

  private var fieldTargets: [Target] {
    [BodySize.small, .medium, .large, .huge].map { size in
      let few = workload(.mixed, size, fields: 8)?[.fill]?.minimum
      let many = workload(.mixed, size, fields: 32)?[.fill]?.minimum
      return Target.atMost(
        1.4, "32 fields beside 8, \(size.rawValue)", few.flatMap { few in many.map { $0 / few } })
    }
  }

  private var memoryTargets: [Target] {
    [BodySize.small, .medium, .large, .huge].flatMap { size in
      let report = workload(.mixed, size, fields: 8)
      return [
        Target.atMost(
          0, "allocations of a warm evaluation, \(size.rawValue)",
          report?.warm.map { Double($0.allocations) }, unit: ""),
        Target.atMost(
          128, "memory beyond the body, \(size.rawValue)",
          report?.first.map { Double($0.peakBytes) / 1024 }, unit: " KB"),
      ]
    }
  }

  // MARK: - XML

  private var xmlTargets: [Target] {
    [BodySize.smallXML, .mediumXML, .large].flatMap { size in
      let events = xml(size, fields: 8)?.ratio(.events).map { 1 / $0 }
      return [Target.atMost(1.08, "beside SAX2 with empty handlers, \(size.rawValue)", events)]
        + [8, 32].map { fields in
          let ratio = size != .smallXML ? 2.3 : fields == 8 ? 2.5 : 4
          return Target.atLeast(
            ratio, "libxml2 tree + compiled XPath, \(size.rawValue), \(fields) fields",
            xml(size, fields: fields)?.ratio(.xmlTree))
        }
    }
  }

  // MARK: - The rest

  private var queryTargets: [Target] {
    queries.flatMap { query in
      [
        Target.atLeast(20, "jq, `\(query.path)`, 1 MB", query.jqRatio),
        Target.atLeast(20, "jsonpath-rfc9535, `\(query.path)`, 1 MB", query.pythonRatio),
      ]
    }
  }

  private var recordTargets: [Target] {
    [
      Target.atMost(
        1.3, "run of NDJSON on one core, beside the library", records?.oneCoreRatio),
      Target.atLeast(1.8, "run of NDJSON on two cores, beside one", records?.twoCoresGain),
    ]
  }

  private var commandTargets: [Target] {
    [Target.atMost(2, "start of respmap, beside jq's", commands?.ratio)]
  }

  private var doublingTargets: [Target] {
    doublings.map {
      .atMost(Doubling.largestRatio, "doubled: \($0.shape)", $0.problem == nil ? $0.worst : nil)
    }
  }
}
