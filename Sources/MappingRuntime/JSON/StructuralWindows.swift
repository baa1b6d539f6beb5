internal import CStructuralScan

/// The structure of a JSON body, one window at a time: memory does not grow with the body.
///
/// Safety: `body` must outlive the value. The kernel writes at most one offset per byte of a
/// window, each within the window, so every offset handed out is below `count`.
@safe
struct StructuralWindows {
  private let body: UnsafePointer<UInt8>
  private let count: Int
  private let offsets: UnsafeMutablePointer<UInt32>
  private var state = respmap_scan_state()
  private var windowStart = 0
  private var windowEnd = 0
  private var filled = 0
  private var next = 0

  /// - Parameter offsets: room for ``windowSize`` offsets.
  init(
    _ body: UnsafePointer<UInt8>, count: Int, from start: Int,
    offsets: UnsafeMutablePointer<UInt32>
  ) {
    unsafe self.body = unsafe body
    unsafe self.offsets = unsafe offsets
    self.count = count
    windowEnd = start
  }

  static var windowSize: Int { Int(RESPMAP_WINDOW) }

  /// Whether any string up to the current window's end holds a backslash.
  var backslashSeen: Bool { state.backslash_seen != 0 }

  /// The offset of the next structural byte, or nil at the end of the body.
  ///
  /// Between the offsets of an opening quote and of its closing one there is no other.
  @inline(__always)
  mutating func nextOffset() throws(BodyProblem) -> Int? {
    if next == filled, try !fill() { return nil }
    defer { next &+= 1 }
    return unsafe windowStart &+ Int(offsets[next])
  }

  /// Scans on until a window has structure; false at the end of the body.
  @inline(never)
  private mutating func fill() throws(BodyProblem) -> Bool {
    repeat {
      if state.error != 0 { throw scanProblem }
      if windowEnd == count { return false }
      windowStart = windowEnd
      windowEnd = min(count, windowStart + StructuralWindows.windowSize)
      filled = unsafe respmap_scan_portable(body, windowStart, windowEnd, &state, offsets)
      next = 0
    } while filled == 0
    return true
  }

  private var scanProblem: BodyProblem {
    let offset = state.error_offset
    switch Int(state.error) {
    case RESPMAP_SCAN_CONTROL_CHARACTER:
      return .malformed(.json(.controlCharacter(unsafe body[offset])), offset: offset)
    case RESPMAP_SCAN_INVALID_ESCAPE: return .malformed(.json(.invalidEscape), offset: offset)
    default: return .encoding(.invalidBytes(.utf8), offset: offset)
    }
  }
}
