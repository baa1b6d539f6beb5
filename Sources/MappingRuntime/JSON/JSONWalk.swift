// The one pass over a JSON body: checks the grammar of the whole document (RFC 8259) and notes where
// the values stand that the plan's paths lead to.
//
//     {"company": {"name": "Example", "size": [12, 40]}}
//      └ key        └ key  └ capture           └ capture
//
// The walk jumps from one structural byte to the next. Each container that is open has a frame, in
// an array: nothing recurses on the body's nesting. A frame carries the state that the container
// has in the program, or none where no path enters; such parts are checked and not matched.
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
  /// Whether the value's key came before in the same object.
  var isRepeated = false
}

/// A container that is open.
struct Frame {
  let start: Int
  /// The position of the element that is read; 0 in an object.
  var index = 0
  let state: ProgramState
  /// Of the state's element edges the first whose position is yet to come.
  var nextEdge: Int32 = 0
  let isArray: Bool
}

/// Safety: `body` and the buffers outlive the walk; every offset comes from ``StructuralWindows``,
/// which keeps them below `count`, or is compared with `count` before it is read; frames are pushed
/// below `depthLimit` only; states and edges come from the program, whose numbers are its own.
@safe
struct JSONWalk: ~Copyable {
  private let body: UnsafePointer<UInt8>
  private let count: Int
  private let program: JSONProgram
  private let captures: UnsafeMutablePointer<Capture>
  private let frames: UnsafeMutablePointer<Frame>
  private let nameBuffer: UnsafeMutablePointer<UInt8>
  private let depthLimit: Int
  private var depth = 0
  private var structure: StructuralWindows
  private(set) var hasRepeatedKeys = false

  /// - Parameters:
  ///   - start: where the document begins: behind a byte order mark.
  ///   - captures: one for each state of the program, all empty.
  ///   - frames: room for `depthLimit` frames.
  ///   - offsets: room for ``StructuralWindows/windowSize`` offsets.
  ///   - nameBuffer: room for the program's longest key.
  init(
    _ body: UnsafePointer<UInt8>, count: Int, from start: Int, program: JSONProgram,
    captures: UnsafeMutablePointer<Capture>, frames: UnsafeMutablePointer<Frame>,
    offsets: UnsafeMutablePointer<UInt32>, nameBuffer: UnsafeMutablePointer<UInt8>,
    depthLimit: Int
  ) {
    unsafe self.body = unsafe body
    unsafe self.captures = unsafe captures
    unsafe self.frames = unsafe frames
    unsafe self.nameBuffer = unsafe nameBuffer
    self.count = count
    self.program = program
    self.depthLimit = depthLimit
    structure = unsafe StructuralWindows(body, count: count, from: start, offsets: offsets)
  }

  /// A place where a value must stand, and the state it has in the program.
  private struct Place {
    let state: ProgramState
    let offset: Int
  }

  /// Walks the document from its first byte to its last.
  ///
  /// - Complexity: O(*n*) in the length of the body for a given program.
  mutating func run() throws(BodyProblem) {
    guard let first = try structure.nextOffset() else { throw truncated(.unfinishedValue) }
    var place = Place(state: .root, offset: first)
    while true {
      if let inner = try value(at: place) {
        place = inner
      } else if let next = try placeAfterValue() {
        place = next
      } else {
        return
      }
    }
  }

  /// Reads a scalar, or opens a container; the place of the container's first value, if it has one.
  @inline(__always)
  private mutating func value(at place: Place) throws(BodyProblem) -> Place? {
    let offset = place.offset
    if place.state >= 0 { noteStart(place) }
    let end: Int
    switch unsafe body[offset] {
    case UInt8(ascii: "{"): return try open(place, isArray: false)
    case UInt8(ascii: "["): return try open(place, isArray: true)
    case UInt8(ascii: "\""): end = try stringEnd(offset)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): end = try numberEnd(offset)
    case UInt8(ascii: "t"): end = try literalEnd(offset, "true")
    case UInt8(ascii: "f"): end = try literalEnd(offset, "false")
    case UInt8(ascii: "n"): end = try literalEnd(offset, "null")
    default: throw noValue(at: offset)
    }
    if place.state >= 0 { unsafe captures[Int(place.state)].end = end }
    return nil
  }

  /// Passes what follows a value: a comma leads to the next place, brackets close containers; nil at
  /// the end of the document.
  @inline(__always)
  private mutating func placeAfterValue() throws(BodyProblem) -> Place? {
    while depth > 0 {
      let top = depth &- 1
      guard let offset = try structure.nextOffset() else { throw truncated(.unfinishedValue) }
      let byte = unsafe body[offset]
      if unsafe frames[top].isArray {
        if byte == UInt8(ascii: ",") { return try nextElement() }
        guard byte == UInt8(ascii: "]") else { throw misplaced(at: offset, in: .array) }
      } else {
        if byte == UInt8(ascii: ",") { return try member(at: try nextOffset(), after: .comma) }
        guard byte == UInt8(ascii: "}") else { throw misplaced(at: offset, in: .object) }
      }
      depth = top
      let state = unsafe frames[top].state
      if state >= 0 { unsafe captures[Int(state)].end = offset &+ 1 }
    }
    if let offset = try structure.nextOffset() { throw problem(.trailingText, at: offset) }
    return nil
  }

  private mutating func open(_ place: Place, isArray: Bool) throws(BodyProblem) -> Place? {
    guard depth < depthLimit else { throw BodyProblem.limit(.depth, value: depthLimit) }
    unsafe frames.advanced(by: depth).initialize(
      to: Frame(start: place.offset, state: place.state, isArray: isArray))
    depth &+= 1
    let offset = try nextOffset()
    let byte = unsafe body[offset]
    if byte == (isArray ? UInt8(ascii: "]") : UInt8(ascii: "}")) {
      if place.state >= 0 { unsafe captures[Int(place.state)].end = offset &+ 1 }
      depth &-= 1
      return nil
    }
    return isArray
      ? Place(state: elementState(), offset: offset) : try member(at: offset, after: .opening)
  }

  private mutating func nextElement() throws(BodyProblem) -> Place {
    let top = unsafe frames + (depth &- 1)
    var frame = unsafe top.pointee
    frame.index &+= 1
    unsafe top.initialize(to: frame)
    return Place(state: elementState(), offset: try nextOffset())
  }

  /// Reads a name and its colon: the place of the member's value.
  private mutating func member(
    at offset: Int, after before: JSONMalformation.Before
  ) throws(BodyProblem) -> Place {
    guard unsafe body[offset] == UInt8(ascii: "\"") else { throw noName(at: offset, before) }
    let end = try stringEnd(offset)
    let colon = try nextOffset()
    guard unsafe body[colon] == UInt8(ascii: ":") else { throw problem(.expectedColon, at: colon) }
    let state = unsafe memberState(frames[depth &- 1].state, name: offset &+ 1, end: end &- 1)
    return Place(state: state, offset: try nextOffset())
  }

  /// The next structural offset of a document that cannot end here.
  @inline(__always)
  private mutating func nextOffset() throws(BodyProblem) -> Int {
    guard let offset = try structure.nextOffset() else { throw truncated(.unfinishedValue) }
    return offset
  }

  // MARK: Matching

  private mutating func noteStart(_ place: Place) {
    let state = Int(place.state)
    let parent = Int(unsafe program.states.start[state].parent)
    if parent >= 0, unsafe captures[state].start > captures[parent].start {
      unsafe captures[state].isRepeated = true
      hasRepeatedKeys = true
    } else {
      unsafe captures[state].isRepeated = false
    }
    unsafe captures[state].start = place.offset
  }

  /// The state of the element that the top frame has come to.
  private mutating func elementState() -> ProgramState {
    let top = unsafe frames + (depth &- 1)
    var frame = unsafe top.pointee
    guard frame.state >= 0 else { return .none }
    let elements = unsafe program.states.start[Int(frame.state)].elements
    guard frame.nextEdge < elements.count else { return .none }
    let edge = unsafe program.elements.start[Int(elements.first &+ frame.nextEdge)]
    guard Int(edge.index) == frame.index else { return .none }
    frame.nextEdge &+= 1
    unsafe top.initialize(to: frame)
    return edge.target
  }

  /// The state of the member whose name stands at those offsets of the body, without its quotes.
  @inline(__always)
  private func memberState(_ parent: ProgramState, name: Int, end: Int) -> ProgramState {
    guard parent >= 0 else { return .none }
    let state = unsafe program.states.start[Int(parent)]
    if state.members.count == 0 { return .none }
    let length = end &- name
    if structure.backslashSeen, unsafe containsBackslash(body + name, length) {
      return unsafe escapedMember(state.members, body + name, length)
    }
    return unsafe program.members.target(state.members, body + name, length)
  }

  /// The member whose name is written with escapes; longer than any key it is none.
  private func escapedMember(
    _ edges: KeyTable.Edges, _ name: UnsafePointer<UInt8>, _ length: Int
  ) -> ProgramState {
    var scalars = unsafe JSONStringScalars(UnsafeBufferPointer(start: name, count: length))
    var end = 0
    while let value = scalars.next() {
      guard let scalar = Unicode.Scalar(value), let bytes = UTF8.encode(scalar) else {
        return .none
      }
      for byte in bytes {
        guard end < program.members.longestKey else { return .none }
        unsafe nameBuffer[end] = byte
        end &+= 1
      }
    }
    return unsafe program.members.target(edges, nameBuffer, end)
  }

  // MARK: Scalars

  /// The offset behind the closing quote of the string whose opening quote stands at `offset`.
  @inline(__always)
  private mutating func stringEnd(_ offset: Int) throws(BodyProblem) -> Int {
    guard let close = try structure.nextOffset() else {
      throw truncated(.unterminatedString(start: offset))
    }
    return close &+ 1
  }

  /// number = [ "-" ] int [ frac ] [ exp ]     (RFC 8259 §6)
  private func numberEnd(_ start: Int) throws(BodyProblem) -> Int {
    var end = start
    if unsafe body[end] == UInt8(ascii: "-") { end &+= 1 }
    if byte(at: end) == UInt8(ascii: "0") {
      end &+= 1
      guard !isDigit(at: end) else { throw problem(.invalidNumber(.leadingZero), at: end) }
    } else {
      end = try digitsEnd(end)
    }
    if byte(at: end) == UInt8(ascii: ".") { end = try digitsEnd(end &+ 1) }
    if byte(at: end) | 0x20 == UInt8(ascii: "e") {
      end &+= 1
      if byte(at: end) == UInt8(ascii: "+") || byte(at: end) == UInt8(ascii: "-") { end &+= 1 }
      end = try digitsEnd(end)
    }
    guard isDelimiter(at: end) else { throw problem(.invalidNumber(.textBehind), at: end) }
    return end
  }

  private func digitsEnd(_ start: Int) throws(BodyProblem) -> Int {
    var end = start
    while isDigit(at: end) { end &+= 1 }
    guard end > start else {
      throw end < count
        ? problem(.invalidNumber(.digitExpected), at: end) : truncated(.unfinishedValue)
    }
    return end
  }

  private func literalEnd(_ start: Int, _ word: StaticString) throws(BodyProblem) -> Int {
    for index in 0..<word.utf8CodeUnitCount {
      let offset = start &+ index
      guard offset < count else { throw truncated(.unfinishedValue) }
      guard unsafe body[offset] == word.utf8Start[index] else {
        throw problem(.invalidLiteral, at: offset)
      }
    }
    let end = start &+ word.utf8CodeUnitCount
    guard isDelimiter(at: end) else { throw problem(.invalidLiteral, at: end) }
    return end
  }

  /// The byte at an offset; 0, which no JSON text holds outside its tokens, behind the body.
  @inline(__always)
  private func byte(at offset: Int) -> UInt8 { unsafe offset < count ? body[offset] : 0 }

  @inline(__always)
  private func isDigit(at offset: Int) -> Bool { byte(at: offset) &- 0x30 < 10 }

  /// Whether a number or literal may end before the offset.
  private func isDelimiter(at offset: Int) -> Bool {
    guard offset < count else { return true }
    switch unsafe body[offset] {
    case 0x20, 0x09, 0x0A, 0x0D: return true
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "\""):
      return true
    default: return false
    }
  }

  // MARK: Problems

  private func problem(_ malformation: JSONMalformation, at offset: Int) -> BodyProblem {
    let rest = unsafe UnsafeBufferPointer(start: body + offset, count: count &- offset)
    if offset < count, unsafe rest.beginsWithInvalidUTF8 {
      return .encoding(.invalidBytes(.utf8), offset: offset)
    }
    return .malformed(.json(malformation), offset: offset)
  }

  /// The body ends too early; inside a container that is what is said.
  private func truncated(_ malformation: JSONMalformation) -> BodyProblem {
    if case .unterminatedString = malformation {
      return .malformed(.json(malformation), offset: count)
    }
    guard depth > 0 else { return .malformed(.json(malformation), offset: count) }
    let frame = unsafe frames[depth &- 1]
    return .malformed(
      .json(.unclosed(frame.isArray ? .array : .object, start: frame.start)), offset: count)
  }

  private func misplaced(at offset: Int, in container: JSONMalformation.Container) -> BodyProblem {
    problem(.expectedCommaOrEnd(of: container), at: offset)
  }

  private func noName(at offset: Int, _ before: JSONMalformation.Before) -> BodyProblem {
    unsafe problem(.expectedName(after: before, found: body[offset]), at: offset)
  }

  private func noValue(at offset: Int) -> BodyProblem {
    unsafe problem(.expectedValue(after: before(offset), found: body[offset]), at: offset)
  }

  /// What stands before the offset, white space aside.
  private func before(_ offset: Int) -> JSONMalformation.Before {
    var offset = offset
    while offset > 0 {
      offset &-= 1
      switch unsafe body[offset] {
      case UInt8(ascii: ","): return .comma
      case UInt8(ascii: ":"): return .colon
      case UInt8(ascii: "["): return .opening
      case 0x20, 0x09, 0x0A, 0x0D: continue
      default: return .start
      }
    }
    return .start
  }
}

@inline(__always)
private func containsBackslash(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Bool {
  for index in 0..<count where unsafe bytes[index] == UInt8(ascii: "\\") { return true }
  return false
}
