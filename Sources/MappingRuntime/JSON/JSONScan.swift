internal import CStructuralScan

// The body goes through the scan window by window, so that memory does not grow with it. What the
// scan writes down of a window is read by two cursors that move together: one over its tokens, one
// over those of them that are brackets.
//
//     text       {"id": 42, "tags": ["a", true]}
//     tokens     { " : 4 , " : [ " , t ] }
//                            ^ token: the next to be read
//     brackets   {             [       ] }
//                            ^ bracket

/// A token of a body: a structural character, or the first byte of a string, number or literal.
struct JSONToken {
  let offset: Int
  fileprivate let marked: UInt8

  /// 0 where there is none: at the end of the body, or because it is no JSON.
  @inline(__always)
  var byte: UInt8 { marked & 0x7F }

  /// Whether the string before it has escapes.
  @inline(__always)
  var isBehindEscapes: Bool { marked & 0x80 != 0 }
}

/// The tokens of a JSON body, with a cursor.
///
/// Safety: `body` and `window` outlive the value. The kernel writes what the contract of its header
/// says: numbers of tokens below their count, offsets within the window.
@safe
struct JSONScan: ~Copyable {
  private let body: UnsafePointer<UInt8>
  private let count: Int
  private let kernel: ScanKernel
  private let memory: JSONWindow
  private var window: respmap_window
  private var state = respmap_scan_state()
  private var start: Int
  private var end: Int
  private var tokenCount = 0
  private var bracketCount = 0
  private var token = 0
  private var bracket = 0

  init(
    _ body: UnsafePointer<UInt8>, count: Int, from start: Int,
    window: JSONWindow, kernel: ScanKernel
  ) {
    unsafe self.body = unsafe body
    memory = window
    unsafe self.window = window.empty
    self.kernel = kernel
    self.count = count
    self.start = start
    end = start
    state.at_value = 1
  }

  /// Whether the body has been scanned to its end and may end there, all brackets being closed.
  var isComplete: Bool {
    var state = state
    return unsafe end == count && respmap_scan_is_complete(&state) != 0
  }

  /// The next token, which is no longer next then.
  @inline(__always)
  mutating func next() -> JSONToken {
    if token == tokenCount, !advance() { return JSONToken(offset: count, marked: 0) }
    let number = token
    token &+= 1
    return self[number]
  }

  /// Whether four more tokens are at hand.
  @inline(__always)
  var hasFour: Bool { token &+ 4 <= tokenCount }

  /// The token that comes after so many others, which are at hand.
  @inline(__always)
  mutating func ahead(_ distance: Int) -> JSONToken { self[token &+ distance] }

  /// Passes so many tokens that are at hand.
  @inline(__always)
  mutating func pass(_ count: Int) { token &+= count }

  @inline(__always)
  private subscript(number: Int) -> JSONToken {
    unsafe JSONToken(
      offset: start &+ Int(memory.offsets[number]), marked: memory.tokens[number])
  }

  /// The code of the bracket that is the token read last.
  @inline(__always)
  mutating func bracketCode() -> UInt8 {
    let number = bracket
    bracket &+= 1
    return unsafe memory.codes[number]
  }

  /// The code of the next bracket, to which the cursor of the tokens does not follow; 0 at the end.
  @inline(__always)
  mutating func nextBracketCode() -> UInt8 {
    while bracket == bracketCount {
      token = tokenCount
      if !advance() { return 0 }
    }
    return bracketCode()
  }

  /// Moves the cursor of the tokens behind the bracket read last; the bracket's offset.
  @inline(__always)
  mutating func catchUp() -> Int {
    let number = unsafe Int(memory.brackets[bracket &- 1])
    token = number &+ 1
    return unsafe start &+ Int(memory.offsets[number])
  }

  /// Scans on until a window has tokens; false at the end of the body and when it is no JSON.
  @inline(never)
  private mutating func advance() -> Bool {
    repeat {
      guard end < count, state.error == 0 else { return false }
      start = end
      end = min(count, start &+ Int(RESPMAP_WINDOW))
      unsafe kernel.scan(body, count, start, end, &state, &window)
      tokenCount = unsafe window.token_count
      bracketCount = unsafe window.bracket_count
      token = 0
      bracket = 0
    } while tokenCount == 0
    return state.error == 0
  }
}

/// The memory for what the scan writes down of a window.
///
/// Safety: only one scan uses it at a time.
@safe
struct JSONWindow {
  let tokens: UnsafeMutablePointer<UInt8>
  let offsets: UnsafeMutablePointer<UInt16>
  let codes: UnsafeMutablePointer<UInt8>
  let brackets: UnsafeMutablePointer<UInt16>
  private let scalars: UnsafeMutablePointer<UInt8>

  init() {
    let count = Int(RESPMAP_TOKENS)
    unsafe tokens = .allocate(capacity: count)
    unsafe offsets = .allocate(capacity: count)
    unsafe codes = .allocate(capacity: count)
    unsafe brackets = .allocate(capacity: count)
    unsafe scalars = .allocate(capacity: Int(RESPMAP_SCALARS))
  }

  func deallocate() {
    unsafe tokens.deallocate()
    unsafe offsets.deallocate()
    unsafe codes.deallocate()
    unsafe brackets.deallocate()
    unsafe scalars.deallocate()
  }

  /// What a scan begins with.
  fileprivate var empty: respmap_window {
    unsafe respmap_window(
      token_count: 0, bracket_count: 0, offsets: offsets, tokens: tokens, brackets: brackets,
      codes: codes, scalar_count: 0, scalars: scalars)
  }
}
