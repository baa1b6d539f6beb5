/// All that a run has measured.
struct Report: Encodable {
  let machine: Machine
  var workloads: [WorkloadReport] = []
  var queries: [QueryReport] = []
  var records: RecordsReport?
  var commands: CommandReport?
  var doublings: [DoublingReport] = []
  var targets: [Target] = []

  /// Whether every contender found what it had to.
  var agrees: Bool { workloads.allSatisfy(\.disagreements.isEmpty) && queries.allSatisfy(\.agrees) }

  func workload(_ family: JSONFamily, _ size: BodySize, fields: Int) -> WorkloadReport? {
    workloads.first {
      !$0.isXML && $0.family == family.rawValue && $0.size == size && $0.fields == fields
    }
  }

  func xml(_ size: BodySize, fields: Int) -> WorkloadReport? {
    workloads.first { $0.isXML && $0.size == size && $0.fields == fields }
  }
}
