/// What one contender took for one workload.
struct Measurement: Encodable {
  let contender: Contender.Name
  /// Nanoseconds of one run.
  let minimum: Double
  let median: Double
  /// The number of values that it found; nil for one that looks nothing up.
  let found: Int?
  let textBytes: Int?
  /// For a program that is started for the purpose: the time of a run with next to no input, which is
  /// taken off.
  var startUp: Double?
}
