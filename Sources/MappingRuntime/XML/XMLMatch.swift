// The one pass over an XML document: matches its events with a program and keeps the texts that
// mappings read.
//
// Elements that no path enters are counted, not kept: the stack of open elements holds matched ones
// only, so it is no deeper than the longest path.

/// What was met for a state of an ``XMLProgram``.
struct XMLCapture {
  enum Kind {
    /// No element.
    case absent
    /// An element without element children; its text stands in the match's text if it is read.
    case text
    /// An element with element children.
    case children
    /// An element with `xsi:nil`.
    case null
  }

  var kind = Kind.absent
  var start = 0
  var end = 0
}

/// Safety: states and names come from the program, whose numbers are its own, and the buffers have
/// room for all of them; the match outlives the parser that calls it.
@safe
struct XMLMatch: ~Copyable {
  private let program: XMLProgram
  private let longestText: Int
  /// One a state.
  private let captures: UnsafeMutablePointer<XMLCapture>
  /// One a name: how many elements of it were met, and which of its positions comes next.
  private let counters: UnsafeMutablePointer<Counter>
  /// The states of the open elements that are matched, the document's first; one a state is enough.
  private let open: UnsafeMutablePointer<ProgramState>
  /// The last of them that is used.
  private var innermost = 0
  /// How many elements are open within the innermost one that is matched.
  private var unmatched = 0
  /// The texts that were read, one behind the other, in UTF-8.
  private(set) var text: [UInt8] = []
  /// The innermost open element, if its text is read and it has no child so far.
  private var reading = ProgramState.none
  private(set) var children = XMLChildNames()

  /// Room for more text than this is given back before the next document.
  private static let largestKeptText = 1 << 17

  private struct Counter {
    var elements = 0
    var nextPosition: Int32 = 0
  }

  /// - Parameter longestText: of one element, in bytes.
  init(_ program: XMLProgram, longestText: Int) {
    self.program = program
    self.longestText = longestText
    unsafe captures = .allocate(capacity: program.stateCount)
    unsafe counters = .allocate(capacity: max(1, program.nameCount))
    unsafe open = .allocate(capacity: program.stateCount)
    unsafe open.initialize(to: .root)
    reset()
  }

  deinit {
    unsafe captures.deallocate()
    unsafe counters.deallocate()
    unsafe open.deallocate()
  }

  /// Prepares for a document.
  mutating func reset() {
    unsafe captures.initialize(repeating: XMLCapture(), count: program.stateCount)
    unsafe counters.initialize(repeating: Counter(), count: program.nameCount)
    innermost = 0
    text.removeAll(keepingCapacity: text.capacity <= XMLMatch.largestKeptText)
    unmatched = 0
    reading = .none
    children.reset()
  }

  func capture(_ state: ProgramState) -> XMLCapture {
    unsafe state >= 0 ? captures[Int(state)] : XMLCapture()
  }

  /// The text of a capture.
  func string(_ capture: XMLCapture) -> String {
    String(decoding: text[capture.start..<capture.end], as: UTF8.self)
  }

  /// How many elements of that name were met where the program looks for it.
  func count(_ name: Int32) -> Int { unsafe name >= 0 ? counters[Int(name)].elements : 0 }

  // MARK: Events

  mutating func start(_ tag: XMLTag) {
    guard unmatched == 0 else {
      unmatched &+= 1
      return
    }
    let parent = unsafe open[innermost]
    abandonText(of: parent)
    tag.note(in: parent, &children)
    let state = match(parent, tag.name)
    guard state >= 0 else {
      unmatched = 1
      return
    }
    innermost &+= 1
    unsafe open[innermost] = state
    if unsafe !tag.attributes.isEmpty { readAttributes(of: tag, state) }
    unsafe captures[Int(state)] = XMLCapture(
      kind: tag.isNil ? .null : .text, start: text.count, end: text.count)
    if !tag.isNil, unsafe program.states.start[Int(state)].isRead { reading = state }
  }

  private mutating func readAttributes(of tag: XMLTag, _ state: ProgramState) {
    let edges = unsafe program.states.start[Int(state)].attributes
    guard edges.count > 0 else { return }
    for index in unsafe 0..<tag.attributes.count {
      let attribute = unsafe tag.attributes[index]
      let target = lookUp(edges, attribute.name)
      guard target >= 0 else { continue }
      let start = text.count
      unsafe text.append(contentsOf: tag.value(of: attribute))
      unsafe captures[Int(target)] = XMLCapture(kind: .text, start: start, end: text.count)
    }
  }

  mutating func end() {
    guard unmatched == 0 else {
      unmatched &-= 1
      return
    }
    innermost &-= 1
    guard reading >= 0 else { return }
    unsafe captures[Int(reading)].end = text.count
    reading = .none
  }

  /// Whether no path enters the innermost element.
  var isUnmatched: Bool { unmatched > 0 }

  /// Leaves the innermost element, of which no event is to follow, if no path enters it; whether that is
  /// so.
  mutating func leavesUnmatched() -> Bool {
    guard unmatched > 0 else { return false }
    unmatched &-= 1
    return true
  }

  /// Keeps text that is read; false if it is longer than it may be.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard reading >= 0 else { return true }
    let start = unsafe captures[Int(reading)].start
    guard bytes.count <= longestText - (text.count - start) else { return false }
    unsafe text.append(contentsOf: bytes)
    return true
  }

  /// An element has a child: what text it has is no value.
  private mutating func abandonText(of state: ProgramState) {
    if unsafe captures[Int(state)].kind == .text { unsafe captures[Int(state)].kind = .children }
    guard reading >= 0 else { return }
    let start = unsafe captures[Int(reading)].start
    text.removeLast(text.count - start)
    reading = .none
  }

  // MARK: Matching

  private mutating func match(_ parent: ProgramState, _ name: XMLQualifiedName) -> ProgramState {
    let edges = unsafe program.states.start[Int(parent)].names
    guard edges.count > 0 else { return .none }
    let number = lookUp(edges, name)
    guard number >= 0 else { return .none }
    let entry = unsafe program.names.start[Int(number)]
    var counter = unsafe counters[Int(number)]
    let element = counter.elements
    counter.elements &+= 1
    defer { unsafe counters[Int(number)] = counter }
    guard counter.nextPosition < entry.positionCount else { return .none }
    let next = unsafe program.positions.start[Int(entry.firstPosition &+ counter.nextPosition)]
    guard next.position == element else { return .none }
    counter.nextPosition &+= 1
    return next.state
  }

  @inline(__always)
  private func lookUp(_ edges: KeyTable.Edges, _ name: XMLQualifiedName) -> Int32 {
    unsafe program.keys.target(edges, name.bytes, name.length)
  }
}
