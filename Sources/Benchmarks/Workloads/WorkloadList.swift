/// The workloads of a run, each made when its turn comes: the largest take a hundred megabytes.
struct WorkloadList {
  struct Entry: Sendable {
    let name: String
    let isOptional: Bool
    let make: @Sendable () throws -> Workload
  }

  static let entries: [Entry] = samples + generatedJSON + generatedXML

  private static let samples: [Entry] = [
    ("company-enrichment", "good"), ("contact-enrichment", "good"),
    ("geocoding-xml", "several-results"),
  ].map { sample in
    Entry(name: "\(sample.0)/\(sample.1)", isOptional: false) {
      try Workload.sample(sample.0, case: sample.1)
    }
  }

  private static let generatedJSON: [Entry] =
    [1, 8, 32].map { entry(.mixed, .small, fields: $0) }
    + [1, 8, 32, 256].map { entry(.mixed, .medium, fields: $0) }
    + [1, 8, 32, 256].map { entry(.mixed, .large, fields: $0) }
    + JSONFamily.allCases.filter { $0 != .mixed }.flatMap { family in
      [BodySize.medium, .large].map { entry(family, $0, fields: 8) }
    }
    + [8, 32].map { entry(.mixed, .huge, fields: $0) }

  private static let generatedXML: [Entry] =
    [1, 8, 32].map { xmlEntry(.smallXML, fields: $0) }
    + [8, 32].map { xmlEntry(.mediumXML, fields: $0) }
    + [8, 32].map { xmlEntry(.large, fields: $0) }

  private static func entry(_ family: JSONFamily, _ size: BodySize, fields: Int) -> Entry {
    Entry(
      name: Workload.name(of: family.rawValue, size, isXML: false, fields: fields),
      isOptional: size == .huge
    ) { try Workload.json(family, size, fields: fields) }
  }

  private static func xmlEntry(_ size: BodySize, fields: Int) -> Entry {
    Entry(
      name: Workload.name(of: "contacts", size, isXML: true, fields: fields), isOptional: false
    ) {
      try Workload.xml(size, fields: fields)
    }
  }
}
