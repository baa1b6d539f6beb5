/// What everyone took for one workload.
struct WorkloadReport: Encodable {
  let name: String
  let family: String
  let size: BodySize?
  let isXML: Bool
  let fields: Int
  let bytes: Int
  let measurements: [Measurement]
  /// What a warm evaluator allocates in one evaluation, and what a new one holds at most in its first.
  let warm: HeapUse?
  let first: HeapUse?
  /// Contenders that did not find what respmap finds.
  let disagreements: [Contender.Name]

  init(_ workload: Workload, _ measurements: [Measurement], warm: HeapUse?, first: HeapUse?) {
    name = workload.name
    family = workload.family
    size = workload.size
    isXML = workload.isXML
    fields = workload.lookups.count
    bytes = workload.body.count
    self.measurements = measurements
    self.warm = warm
    self.first = first
    disagreements =
      workload.isExact ? WorkloadReport.disagreements(measurements, workload.lookups.count) : []
  }

  subscript(name: Contender.Name) -> Measurement? {
    measurements.first { $0.contender == name }
  }

  /// A contender's time over that of the slots.
  func ratio(_ name: Contender.Name) -> Double? {
    guard let own = self[.fill], let other = self[name] else { return nil }
    return other.minimum / own.minimum
  }

  /// Each has to find all fields, and as many bytes of text in them as the others.
  private static func disagreements(
    _ measurements: [Measurement], _ fields: Int
  ) -> [Contender.Name] {
    let textBytes = measurements.lazy.compactMap(\.textBytes).first
    return measurements.filter {
      $0.found.map { $0 != fields } ?? false || $0.textBytes.map { $0 != textBytes } ?? false
    }.map(\.contender)
  }
}
