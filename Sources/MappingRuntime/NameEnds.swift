/// What a name of up to sixteen bytes is made of, as two words; of a longer one its first and last eight
/// bytes. Together with the length it tells all shorter names apart.
///
/// Names are looked up and compared by these words first, since they are had without a loop.
struct NameEnds: Equatable {
  let head: UInt64
  let tail: UInt64

  @inline(__always)
  init(_ name: UnsafePointer<UInt8>, _ length: Int) {
    let bytes = unsafe UnsafeRawPointer(name)
    if length >= 8 {
      head = unsafe bytes.loadUnaligned(as: UInt64.self)
      tail = unsafe bytes.loadUnaligned(fromByteOffset: length &- 8, as: UInt64.self)
    } else if length >= 4 {
      head = unsafe UInt64(bytes.loadUnaligned(as: UInt32.self))
      tail = unsafe UInt64(bytes.loadUnaligned(fromByteOffset: length &- 4, as: UInt32.self))
    } else if length > 0 {
      head = unsafe UInt64(name[0]) | UInt64(name[length / 2]) << 8
      tail = unsafe UInt64(name[length &- 1])
    } else {
      (head, tail) = (0, 0)
    }
  }

  init(_ name: [UInt8]) {
    self = unsafe name.withUnsafeBufferPointer { name in
      guard let start = name.baseAddress else { return NameEnds() }
      return unsafe NameEnds(start, name.count)
    }
  }

  private init() { (head, tail) = (0, 0) }

  /// A number that names with the same ends and length have in common, and others hardly ever.
  @inline(__always)
  func signature(length: Int) -> UInt32 {
    let mixed = (head ^ (tail << 29 | tail >> 35) ^ UInt64(length)) &* 0x9E37_79B9_7F4A_7C15
    return UInt32(truncatingIfNeeded: mixed >> 32)
  }
}
