/// A half-open range of UTF-8 byte offsets into a text, counted from 0.
///
/// Lines and columns exist only where a diagnostic is printed (``LineIndex``).
public struct SourceRange: Hashable, Sendable {
  public var lowerBound: Int
  public var upperBound: Int

  /// - Precondition: `lowerBound <= upperBound`; an `upperBound` below it is raised to it.
  public init(_ lowerBound: Int, _ upperBound: Int) {
    self.lowerBound = lowerBound
    self.upperBound = max(lowerBound, upperBound)
  }

  /// The empty range at `offset`.
  public init(at offset: Int) { self.init(offset, offset) }

  public var isEmpty: Bool { lowerBound == upperBound }
  public var count: Int { upperBound - lowerBound }

  /// The smallest range that holds both.
  public func union(_ other: SourceRange) -> SourceRange {
    SourceRange(min(lowerBound, other.lowerBound), max(upperBound, other.upperBound))
  }
}
