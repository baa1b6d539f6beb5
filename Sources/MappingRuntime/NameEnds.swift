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
