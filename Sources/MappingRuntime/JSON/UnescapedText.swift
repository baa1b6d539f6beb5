/// The text of a JSON string with its escapes resolved, in memory that is used again for the next one.
@safe
final class UnescapedText {
  private var memory: UnsafeMutablePointer<UInt8>
  private var capacity = 256
  private var count = 0

  init() { unsafe memory = .allocate(capacity: capacity) }

  deinit { unsafe memory.deallocate() }

  /// UTF-8, until the next text is decoded.
  var bytes: UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(start: memory, count: count)
  }

  /// Takes what stands between the quotes of a string; false if it holds half of a surrogate pair, in whose
  /// place U+FFFD stands then.
  ///
  /// No escape is shorter than what it stands for.
  func decode(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    reserve(text.count)
    var scalars = unsafe JSONStringScalars(text)
    let memory = unsafe memory
    var end = 0
    var isText = true
    while let value = scalars.next() {
      if value < 0x80 {
        unsafe memory[end] = UInt8(truncatingIfNeeded: value)
        end += 1
        continue
      }
      let scalar = Unicode.Scalar(value)
      if scalar == nil { isText = false }
      for byte in UTF8.encode(scalar ?? "\u{FFFD}") ?? .init() {
        unsafe memory[end] = byte
        end += 1
      }
    }
    count = end
    return isText
  }

  private func reserve(_ needed: Int) {
    guard needed > capacity else { return }
    unsafe memory.deallocate()
    capacity = needed
    unsafe memory = .allocate(capacity: needed)
  }
}
