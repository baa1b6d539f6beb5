import CAllocationCount

/// What some work allocates.
struct HeapUse: Encodable {
  let allocations: Int
  /// The most bytes that were held beyond what was held before.
  let peakBytes: Int

  /// Counts while the work is done; nil where nothing can be counted.
  static func measure(_ work: () -> Void) -> HeapUse? {
    guard respmap_count_is_possible() != 0 else { return nil }
    respmap_count_begin()
    work()
    respmap_count_end()
    return HeapUse(
      allocations: respmap_count_allocations(), peakBytes: respmap_count_peak_bytes())
  }
}
