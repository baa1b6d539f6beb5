internal import CStructuralScan

// The one pass over a JSON body: checks what the scan leaves to be checked, the nesting of containers,
// and notes where the values stand that the plan's paths lead to.
//
//     {"company": {"name": "Example", "size": [12, 40]}, "people": [{…}, {…}]}
//      └ entered    └ entered         └ capture                     └ skipped: its brackets only
//
// A container that a path enters has a frame and is read token by token; in it the scan has checked
// which token follows which. Of any other container only the brackets are looked at. Nothing recurses
// on the body's nesting: each open container has a byte on a stack.
//
// A state stands for one place, so it is met twice only where a key is. The later value wins (as
// RFC 8259 §4 says most readers do): its capture overwrites the earlier one, and a capture made
// within the earlier value is told by its offset, which lies before its parent's.

/// Where a value stands in the body; its first byte tells what it is.
struct Capture {
  /// The offset of the value's first byte (a string's quote), or -1 if no value was met.
  var start = -1
  /// The offset behind the value.
  var end = -1
  /// The value's number in the index, or -1 if it is not in it.
  var entry: JSONIndex.Number = -1
  /// Whether the value's key came before in the same object.
  var isRepeated = false
  /// Whether the value is a string with escapes.
  var hasEscapes = false
}

/// A container that a path enters and that is open.
struct Frame {
  let state: ProgramState
  let isArray: Bool
  /// The position of the element that is read; 0 in an object.
  var position = 0
  /// Of the state's element edges the first whose position is yet to come.
  var nextEdge: Int32 = 0
}

/// The kind of an open container, as a byte that brackets are checked with; see CStructuralScan.h.
private enum Container {
  /// No container: no comma may stand here.
  static let none: UInt8 = 0x81
  /// Bit 5, as its brackets have it; and the mark of a comma between elements.
  static let object: UInt8 = 0x21
  /// The mark of a comma between members.
  static let array: UInt8 = 0x80
  static let marks: UInt8 = 0x81
  static let isObject: UInt8 = 0x20
  /// The bit that closing brackets have and opening ones have not.
  static let isClosing: UInt8 = 0x04
}

/// What a walk needs, allocated once and used for one body after the other:
///
///     window      66 KB           the tokens of a window of the body; see CStructuralScan.h
///     containers  depth × 1 byte  the kinds of the open containers; pages that are not reached cost
///                                 nothing
///     frames      one a level     the open containers that a path enters
///     captures    one a state     where the values stand that the paths lead to
///     index       32 bytes a      of the parts that queries search
///                 value
@safe
final class JSONWalkMemory {
  let window = JSONWindow()
  let containers: UnsafeMutablePointer<UInt8>
  let frames: UnsafeMutablePointer<Frame>
  let captures: UnsafeMutablePointer<Capture>
  /// A member's name whose escapes are resolved.
  let nameBuffer: UnsafeMutablePointer<UInt8>
  var index: JSONIndex
  let depthLimit: Int

  /// The deepest nesting that a limit can allow.
  private static let deepestLimit = 1 << 24

  init(for program: JSONProgram, limits: Limits) {
    depthLimit = max(0, min(limits.depth, JSONWalkMemory.deepestLimit))
    index = JSONIndex(limit: limits.nodes)
    unsafe containers = .allocate(capacity: max(1, depthLimit))
    unsafe frames = .allocate(capacity: program.levels)
    unsafe captures = .allocate(capacity: program.stateCount)
    unsafe nameBuffer = .allocate(capacity: max(1, program.members.longestKey))
  }

  deinit {
    window.deallocate()
    index.deallocate()
    unsafe containers.deallocate()
    unsafe frames.deallocate()
    unsafe captures.deallocate()
    unsafe nameBuffer.deallocate()
  }
}

/// All that reads it on the way is mutating, though some of it changes nothing: the value is large, and the
/// compiler copies it for a call that only borrows it.
///
/// Safety: `body` and the memory outlive the walk; offsets come from ``JSONScan``, which keeps them
/// below `count`; `containers` has room for `depthLimit` entries, which `depth` does not exceed;
/// there are no more frames than the program has levels; states and edges come from the program,
/// whose numbers are its own.
@safe
struct JSONWalk: ~Copyable {
  let body: UnsafePointer<UInt8>
  let count: Int
  private let program: JSONProgram
  private let states: UnsafePointer<JSONProgram.State>
  private let elements: UnsafePointer<JSONProgram.ElementEdge>
  private let keys: KeyLookup
  let memory: JSONWalkMemory
  private let captures: UnsafeMutablePointer<Capture>
  private let frames: UnsafeMutablePointer<Frame>
  private let containers: UnsafeMutablePointer<UInt8>
  private let depthLimit: Int
  var scan: JSONScan
  /// The memory's, while the walk lasts: it is at hand here without a check of who else uses it.
  var index: JSONIndex
  private(set) var depth = 0
  private var frameCount = 0
  private var container = Container.none
  /// Not 0 once a bracket or comma was met that its container cannot have.
  private var fault: UInt8 = 0
  private(set) var hasRepeatedKeys = false

  /// - Parameter start: where the document begins: behind a byte order mark.
  init(
    _ body: UnsafePointer<UInt8>, count: Int, from start: Int, program: JSONProgram,
    memory: JSONWalkMemory, kernel: ScanKernel
  ) {
    unsafe self.body = unsafe body
    self.count = count
    self.program = program
    unsafe states = program.states.start
    unsafe elements = program.elements.start
    keys = program.members.lookup
    self.memory = memory
    unsafe captures = memory.captures
    unsafe frames = memory.frames
    unsafe containers = memory.containers
    depthLimit = memory.depthLimit
    index = memory.index
    scan = unsafe JSONScan(
      body, count: count, from: start, window: memory.window, kernel: kernel)
  }

  /// Walks the document from its first byte to its last: whether it is a JSON text within the limit of
  /// depth. If not, a slower reading finds out why.
  ///
  /// - Complexity: O(*n*) in the length of the body for a given program.
  mutating func run() -> Bool {
    index.removeAll()
    defer { memory.index = index }
    unsafe captures.initialize(repeating: Capture(), count: program.stateCount)
    let first = scan.next()
    noteStart(.root, first.offset)
    guard !first.isClosing else { return false }
    switch first.isOpening ? passContainer(at: first, .root) : .passed(end: count) {
    case .failed: return false
    case .passed(let end):
      unsafe captures[0].end = first.isOpening ? end : scalarEnd(before: end)
      // No token comes behind it that would tell.
      unsafe captures[0].hasEscapes = true
    case .entered: guard passFrames() else { return false }
    }
    return scan.next().byte == 0 && scan.isComplete && depth == 0 && fault == 0
  }

  /// What became of a container that began.
  private enum Passage {
    /// Its offset behind the closing bracket.
    case passed(end: Int)
    /// It has a frame now.
    case entered
    case failed
  }

  private mutating func passFrames() -> Bool {
    while frameCount > 0 {
      let state = unsafe frames[frameCount &- 1].state
      let goesOn =
        unsafe frames[frameCount &- 1].isArray
        ? passElements(of: state) : passMembers(of: state)
      guard goesOn else { return false }
    }
    return true
  }

  // MARK: Containers that a path enters

  /// Reads the members of the object on top until it ends or one of them is entered.
  private mutating func passMembers(of parent: ProgramState) -> Bool {
    let edges = unsafe states[Int(parent)].members
    var token = scan.next()
    if token.byte == UInt8(ascii: ",") { token = scan.next() }
    while token.byte == UInt8(ascii: "\"") {
      let isAtHand = scan.hasFour
      let colon = isAtHand ? scan.ahead(0) : scan.next()
      guard colon.byte == UInt8(ascii: ":") else { return false }
      let state = member(edges, token.offset, colon)
      if isAtHand, state < 0, !scan.ahead(1).isOpening {
        // Most members are scalars without a state: all their tokens are looked at together.
        token = scan.ahead(2)
        if token.byte == UInt8(ascii: ",") {
          token = scan.ahead(3)
          scan.pass(4)
          continue
        }
        scan.pass(3)
        break
      }
      if isAtHand { scan.pass(1) }
      switch passValue(at: scan.next(), state, next: &token) {
      case .passed: break
      case .entered: return true
      case .failed: return false
      }
      if token.byte == UInt8(ascii: ",") { token = scan.next() }
    }
    return close(at: token)
  }

  /// Reads the elements of the array on top until it ends or one of them is entered. Behind the last one
  /// that has a state only the end is looked for.
  private mutating func passElements(of parent: ProgramState) -> Bool {
    let edges = unsafe states[Int(parent)].elements
    let top = frameCount &- 1
    var token = scan.next()
    while unsafe frames[top].nextEdge < edges.count {
      if token.byte == UInt8(ascii: ",") {
        unsafe frames[top].position &+= 1
        token = scan.next()
      }
      if token.isClosing { return close(at: token) }
      guard token.byte != 0 else { return false }
      let state = element(edges, in: top)
      switch passValue(at: token, state, next: &token) {
      case .passed: continue
      case .entered: return true
      case .failed: return false
      }
    }
    return passRest(from: token)
  }

  /// Passes a value and reads the token behind it.
  @inline(__always)
  private mutating func passValue(
    at token: JSONToken, _ state: ProgramState, next: inout JSONToken
  ) -> Passage {
    guard state >= 0 else {
      if token.isOpening, passBrackets() < 0 { return .failed }
      next = scan.next()
      return .passed(end: next.offset)
    }
    noteStart(state, token.offset)
    guard token.isOpening else {
      next = scan.next()
      unsafe captures[Int(state)].end = scalarEnd(before: next.offset)
      unsafe captures[Int(state)].hasEscapes = next.isBehindEscapes
      return .passed(end: next.offset)
    }
    let passage = passContainer(at: token, state)
    if case .passed(let end) = passage {
      unsafe captures[Int(state)].end = end
      next = scan.next()
    }
    return passage
  }

  /// Enters a container if a path goes on in it, else passes it.
  private mutating func passContainer(at token: JSONToken, _ number: ProgramState) -> Passage {
    let state = unsafe states[Int(number)]
    let isArray = token.byte == UInt8(ascii: "[")
    if !state.isIndexed, isArray ? state.elements.count > 0 : state.members.count > 0 {
      guard pass(scan.bracketCode()) else { return .failed }
      unsafe frames.advanced(by: frameCount).initialize(
        to: Frame(state: number, isArray: isArray))
      frameCount &+= 1
      return .entered
    }
    let end = state.isIndexed ? passIndexing(from: token, number) : passBrackets()
    return end < 0 ? .failed : .passed(end: end)
  }

  /// Closes the container on top.
  private mutating func close(at token: JSONToken) -> Bool {
    guard token.isClosing, pass(scan.bracketCode()) else { return false }
    endFrame(at: token.offset &+ 1)
    return true
  }

  private mutating func endFrame(at end: Int) {
    frameCount &-= 1
    unsafe captures[Int(frames[frameCount].state)].end = end
  }

  // MARK: Containers that no path enters

  /// Passes the container whose opening bracket was read last: the offset behind it, or -1.
  private mutating func passBrackets() -> Int {
    let outside = depth
    guard pass(scan.bracketCode()) else { return -1 }
    return passBrackets(until: outside)
  }

  /// Passes brackets until only so many containers are open: the offset behind the last, or -1.
  @inline(__always)
  mutating func passBrackets(until outside: Int) -> Int {
    while depth > outside {
      let code = scan.nextBracketCode()
      guard code != 0, pass(code) else { return -1 }
    }
    return scan.catchUp() &+ 1
  }

  /// Passes the rest of the container on top; the token is the next in it.
  private mutating func passRest(from token: JSONToken) -> Bool {
    if token.isClosing { return close(at: token) }
    let outside = depth &- 1
    if token.isOpening, !pass(scan.bracketCode()) { return false }
    let end = passBrackets(until: outside)
    guard end >= 0 else { return false }
    endFrame(at: end)
    return true
  }

  /// Whether the innermost container is an object.
  var isInObject: Bool { container == Container.object }

  /// Checks a bracket, and the commas before it, against the container that it stands in.
  @inline(__always)
  mutating func pass(_ code: UInt8) -> Bool {
    fault |= (code ^ 1) & container & Container.marks
    if code & Container.isClosing != 0 {
      fault |= (code ^ container) & Container.isObject
      guard depth > 0 else { return false }
      depth &-= 1
      container = unsafe containers[depth]
      return true
    }
    guard depth < depthLimit else { return false }
    unsafe containers[depth] = container
    depth &+= 1
    container = code & Container.isObject != 0 ? Container.object : Container.array
    return true
  }

  // MARK: Matching

  private mutating func noteStart(_ number: ProgramState, _ offset: Int) {
    let state = Int(number)
    let parent = Int(unsafe states[state].parent)
    let isRepeated = unsafe parent >= 0 && captures[state].start > captures[parent].start
    if isRepeated { hasRepeatedKeys = true }
    unsafe captures[state].isRepeated = isRepeated
    unsafe captures[state].start = offset
    unsafe captures[state].entry = -1
  }

  /// The state of the element that the array on top has come to.
  private mutating func element(_ edges: JSONProgram.ElementEdges, in top: Int) -> ProgramState {
    let frame = unsafe frames[top]
    let edge = unsafe elements[Int(edges.first &+ frame.nextEdge)]
    guard Int(edge.index) == frame.position else { return .none }
    unsafe frames[top].nextEdge &+= 1
    return edge.target
  }

  /// The state of the member whose name begins at that quote and ends before the colon.
  @inline(__always)
  private mutating func member(
    _ edges: KeyTable.Edges, _ quote: Int, _ colon: JSONToken
  ) -> ProgramState {
    let name = quote &+ 1
    let length = scalarEnd(before: colon.offset) &- 1 &- name
    if colon.isBehindEscapes {
      return unsafe program.members.escapedTarget(
        edges, body + name, length, memory.nameBuffer)
    }
    guard edges.mayHaveKey(ofLength: length) else { return .none }
    let ends = unsafe NameEnds(body, at: name, length, of: count)
    return unsafe keys.target(edges, ends, body + name, length)
  }

  /// The offset behind a scalar or name that nothing but white space parts from the token there.
  @inline(__always)
  mutating func scalarEnd(before offset: Int) -> Int {
    if offset > 0, unsafe body[offset &- 1] > 0x20 { return offset }
    return scalarEnd(beforeSpace: offset)
  }

  private mutating func scalarEnd(beforeSpace offset: Int) -> Int {
    var end = offset
    while end > 0, unsafe body[end &- 1].isJSONWhiteSpace { end &-= 1 }
    return end
  }
}

extension JSONToken {
  /// Whether it is `{` or `[`, which differ in bit 5.
  @inline(__always)
  var isOpening: Bool { byte | 0x20 == UInt8(ascii: "{") }

  /// Whether it is `}` or `]`.
  @inline(__always)
  var isClosing: Bool { byte | 0x20 == UInt8(ascii: "}") }
}
