internal import CStructuralScan

// The values of the parts of a body that queries search: flat, in document order, each with the number of
// what follows it, so that a walk goes to a child by one step and past a subtree by another. No text is
// copied; names and values are looked at where they stand.
//
//     {"a": [1, 2], "b": {}}
//
//     number  start  name  next
//     0       0      -     5      the object
//     1       6      "a"   4      the array
//     2       7      -     3      1
//     3       10     -     4      2
//     4       19     "b"   5      the inner object
//
// Of members with one name only the last counts. The others are marked as shadowed where their object
// ends, and whoever goes through members passes them.

/// The values of a body's parts, in document order.
///
/// Safety: numbers below ``count`` are those of entries; `next` of a finished entry is above its number
/// and not above ``count``.
@safe
struct JSONIndex {
  /// The number of a value.
  typealias Number = Int32

  /// 32 bytes, since there is one for each value.
  struct Entry {
    /// The offset of the value's first byte.
    let start: Int
    /// The offset behind the value.
    var end: Int
    /// What comes behind the value and all within it. While the value is an open container, the
    /// container that it stands in, -1 for none.
    var next: Number
    /// Of the member's name: see ``NameEnds/signature(length:)``.
    let signature: UInt32
    /// The offset of the name's first byte, behind the quote, and two flags below it; -1 if the value is
    /// no member's.
    private var name: Int

    init(start: Int, end: Int, next: Number, name: Name?) {
      self.start = start
      self.end = end
      self.next = next
      signature = name?.signature ?? 0
      self.name = name.map { $0.offset << 2 | ($0.hasEscapes ? 1 : 0) } ?? -1
    }

    var isMember: Bool { name >= 0 }

    var nameOffset: Int { name >> 2 }

    var nameHasEscapes: Bool { name & 1 != 0 }

    /// Whether the same name comes again in the same object.
    var isShadowed: Bool { name >= 0 && name & 2 != 0 }

    mutating func shadow() { name |= 2 }
  }

  /// A member's name, where it stands.
  struct Name {
    let offset: Int
    let signature: UInt32
    let hasEscapes: Bool
  }

  private(set) var count: Number = 0
  private(set) var entries: UnsafeMutablePointer<Entry>
  private var capacity: Int
  private let limit: Int
  /// Whether there were more values than the limit allows: the index is not whole then.
  private(set) var isOverflown = false
  /// The innermost container that is open, -1 for none.
  private var open: Number = -1
  /// Of the value that comes next, if it is a member's.
  private var name: Name?

  init(limit: Int) {
    self.limit = max(0, min(limit, Int(Number.max) - 1))
    capacity = 1024
    unsafe entries = .allocate(capacity: capacity)
  }

  func deallocate() { unsafe entries.deallocate() }

  /// More memory than this is not kept from one body to the next.
  private static let keptCapacity = 1 << 15

  mutating func removeAll() {
    count = 0
    isOverflown = false
    open = -1
    name = nil
    if capacity > JSONIndex.keptCapacity { reserve(JSONIndex.keptCapacity) }
  }

  // MARK: Filling

  /// Makes room for the values of so many bytes, as they mostly are, so that little is moved later. Room
  /// that is not used costs addresses, not memory.
  mutating func expect(bytes: Int) {
    let expected = min(limit, Int(count) + bytes / JSONIndex.bytesPerValue)
    if expected > capacity { reserve(expected) }
  }

  private static let bytesPerValue = 20

  /// Adds a scalar; its end is set when the token behind it is met.
  @inline(__always)
  mutating func append(at start: Int) { _ = add(start) }

  @inline(__always)
  mutating func openContainer(at start: Int) {
    let outer = open
    open = add(start)
    if open >= 0 { unsafe entries[Int(open)].next = outer }
  }

  /// Sets the end of the scalar that was added last, if it was a scalar.
  @inline(__always)
  mutating func endScalar(at end: Int) {
    let last = Int(count) - 1
    if last >= 0, unsafe entries[last].end < 0, last != open { unsafe entries[last].end = end }
  }

  /// Says what the name is of the value that comes next.
  @inline(__always)
  mutating func setName(
    at offset: Int, endingAt end: Int, hasEscapes: Bool, in body: UnsafePointer<UInt8>
  ) {
    let length = end - offset
    let signature =
      hasEscapes
      ? unsafe JSONIndex.signature(
        ofEscaped: UnsafeBufferPointer(start: body + offset, count: length))
      : unsafe NameEnds(body + offset, length).signature(length: length)
    name = Name(offset: offset, signature: signature, hasEscapes: hasEscapes)
  }

  /// Ends the innermost container that is open.
  mutating func closeContainer(at end: Int, in body: UnsafePointer<UInt8>) {
    guard open >= 0 else { return }
    let closed = open
    open = unsafe entries[Int(closed)].next
    unsafe entries[Int(closed)].next = count
    unsafe entries[Int(closed)].end = end
    unsafe markShadowed(in: closed, body)
  }

  /// Leaves the rest out.
  mutating func giveUp() { isOverflown = true }

  private mutating func add(_ start: Int) -> Number {
    guard Int(count) < limit else {
      isOverflown = true
      return -1
    }
    if Int(count) == capacity { reserve(capacity * 2) }
    let number = count
    unsafe entries.advanced(by: Int(number)).initialize(
      to: Entry(start: start, end: -1, next: number + 1, name: name))
    name = nil
    count += 1
    return number
  }

  private mutating func reserve(_ capacity: Int) {
    let moved = UnsafeMutablePointer<Entry>.allocate(capacity: capacity)
    unsafe moved.moveInitialize(from: entries, count: Int(count))
    unsafe entries.deallocate()
    unsafe entries = unsafe moved
    self.capacity = capacity
  }
}
