/// What became of records.
struct Tally: Hashable {
  /// Lines of input, blank ones included.
  var lines = 0
  var mapped = 0
  var notMapped = 0
  var unreadable = 0

  var records: Int { mapped + notMapped + unreadable }

  /// The gravest of what the records' outcomes say.
  var status: CommandStatus {
    unreadable > 0 ? .unreadable : notMapped > 0 ? .notMapped : .ok
  }

  /// `3 records: 1 mapped, 1 not mapped, 1 unreadable`
  var text: String {
    "\(records) \(records == 1 ? "record" : "records"): \(mapped) mapped, \(notMapped) not mapped, "
      + "\(unreadable) unreadable"
  }

  static func += (sum: inout Tally, other: Tally) {
    sum.lines += other.lines
    sum.mapped += other.mapped
    sum.notMapped += other.notMapped
    sum.unreadable += other.unreadable
  }
}
