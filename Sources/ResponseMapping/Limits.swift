/// How large a response may be before it is refused with ``Failure/Kind/limit(_:value:)``.
public struct Limits: Hashable, Sendable {
  /// Which limit a body exceeds.
  public enum Name: String, Hashable, Sendable { case bodyBytes, depth }

  /// The longest body, in bytes.
  public var bodyBytes: Int
  /// The deepest nesting of objects and arrays; more than 2²⁴ counts as that.
  public var depth: Int

  public init(bodyBytes: Int = 256 << 20, depth: Int = 512) {
    self.bodyBytes = bodyBytes
    self.depth = depth
  }
}
