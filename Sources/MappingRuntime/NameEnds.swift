/// The first and the last eight bytes of a name, as two little-endian words; of a shorter one all its bytes,
/// twice. Together with the length they tell all names of up to sixteen bytes apart.
///
/// Names are looked up and compared by these words first, since they are had without a loop.
struct NameEnds: Equatable {
  let head: UInt64
  let tail: UInt64

  /// The ends of a name that stands alone.
  init(_ name: UnsafePointer<UInt8>, _ length: Int) {
    let bytes = unsafe UnsafeRawPointer(name)
    if length >= 8 {
      head = unsafe bytes.loadUnaligned(as: UInt64.self)
      tail = unsafe bytes.loadUnaligned(fromByteOffset: length &- 8, as: UInt64.self)
    } else {
      var word: UInt64 = 0
      for index in (0..<max(0, length)).reversed() {
        word = unsafe word << 8 | UInt64(name[index])
      }
      (head, tail) = (word, word)
    }
  }

  /// The ends of a name in a text: the same, without a branch on its length in the midst of the text.
  ///
  /// - Parameters:
  ///   - start: the offset of the name in the text, from which it is `length` bytes to its end.
  ///   - count: the text's length.
  @inline(__always)
  init(_ text: UnsafePointer<UInt8>, at start: Int, _ length: Int, of count: Int) {
    let end = start &+ length
    guard end >= 8, start &+ 8 <= count, length > 0 else {
      self = unsafe NameEnds(text + start, length)
      return
    }
    let bytes = unsafe UnsafeRawPointer(text)
    // Of a shorter name the bits that are not its own are shifted out.
    let others = UInt64(max(0, 8 &- length) &* 8)
    let first = unsafe bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
    let last = unsafe bytes.loadUnaligned(fromByteOffset: end &- 8, as: UInt64.self)
    head = (first &<< others) &>> others
    tail = last &>> others
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

extension NameEnds {
  /// Whether a backslash is among them.
  @inline(__always)
  var holdsBackslash: Bool { head.backslashes | tail.backslashes != 0 }
}

/// Whether one of the bytes is a backslash, looked at by eight at a time.
func containsBackslash(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Bool {
  let raw = unsafe UnsafeRawPointer(bytes)
  var found: UInt64 = 0
  var offset = 0
  while offset &+ 8 <= count {
    found |= unsafe raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self).backslashes
    offset &+= 8
  }
  return unsafe found != 0 || NameEnds(bytes + offset, count &- offset).holdsBackslash
}

extension UInt64 {
  /// Not 0 if one of the bytes is a backslash.
  @inline(__always)
  fileprivate var backslashes: UInt64 {
    let others = self ^ 0x5C5C_5C5C_5C5C_5C5C
    return (others &- 0x0101_0101_0101_0101) & ~others & 0x8080_8080_8080_8080
  }
}
