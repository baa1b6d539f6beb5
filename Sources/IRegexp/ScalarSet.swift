/// The scalars that one step of a pattern takes: ranges and general categories, or all but those.
struct ScalarSet: Sendable {
  /// Ascending and apart from each other.
  private let ranges: [ClosedRange<Unicode.Scalar>]
  private let categories: CategorySet
  private let isComplement: Bool

  init(
    ranges: [ClosedRange<Unicode.Scalar>], categories: CategorySet = [],
    isComplement: Bool = false
  ) {
    self.ranges = ScalarSet.merged(ranges)
    self.categories = categories
    self.isComplement = isComplement
  }

  init(_ scalar: Unicode.Scalar) { self.init(ranges: [scalar...scalar]) }

  /// `.` (RFC 9485 §5: any character but LF and CR).
  static let anyButLineBreak = ScalarSet(ranges: ["\n"..."\n", "\r"..."\r"], isComplement: true)

  /// - Complexity: O(log *ranges*).
  func contains(_ scalar: Unicode.Scalar) -> Bool {
    (isInRanges(scalar) || (!categories.isEmpty && categories.contains(categoryOf: scalar)))
      != isComplement
  }

  private func isInRanges(_ scalar: Unicode.Scalar) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < scalar { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(scalar)
  }

  private static func merged(
    _ ranges: [ClosedRange<Unicode.Scalar>]
  ) -> [ClosedRange<Unicode.Scalar>] {
    var merged: [ClosedRange<Unicode.Scalar>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] =
          last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }
}
