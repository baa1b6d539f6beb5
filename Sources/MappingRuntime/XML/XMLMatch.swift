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
  /// A prefix, a colon and a name.
  private let nameBuffer: UnsafeMutablePointer<UInt8>
  private var knownNames = XMLNameCache()
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
    unsafe nameBuffer = .allocate(capacity: max(1, program.keys.longestKey))
    unsafe open = .allocate(capacity: program.stateCount)
    unsafe open.initialize(to: .root)
    reset()
  }

  deinit {
    unsafe captures.deallocate()
    unsafe counters.deallocate()
    unsafe nameBuffer.deallocate()
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

  /// Forgets the addresses of names: the parser has begun with other ones.
  mutating func forgetNames() { knownNames.forget() }

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
    guard unmatched == 0, let name = unsafe tag.name else {
      unmatched &+= 1
      return
    }
    let parent = unsafe open[innermost]
    abandonText(of: parent)
    unsafe children.note(tag.prefix, name, in: parent)
    let state = unsafe match(parent, tag.prefix, name)
    guard state >= 0 else {
      unmatched = 1
      return
    }
    innermost &+= 1
    unsafe open[innermost] = state
    if let attributes = unsafe tag.attributes {
      unsafe read(attributes, tag.attributeCount, of: state)
    }
    let isNil = tag.isNil
    unsafe captures[Int(state)] = XMLCapture(
      kind: isNil ? .null : .text, start: text.count, end: text.count)
    if !isNil, unsafe program.states.start[Int(state)].isRead { reading = state }
  }

  /// - Parameter attributes: five pointers each: name, prefix, namespace, and the value's beginning and end.
  private mutating func read(
    _ attributes: UnsafePointer<UnsafePointer<CChar>?>, _ count: Int, of state: ProgramState
  ) {
    let edges = unsafe program.states.start[Int(state)].attributes
    guard edges.count > 0 else { return }
    for index in 0..<count {
      let attribute = unsafe attributes + 5 * index
      let target = unsafe XMLMatch.lookUp(
        edges, attribute[1], attribute[0], program.keys, nameBuffer)
      guard target >= 0, let value = unsafe attribute[3], let end = unsafe attribute[4] else {
        continue
      }
      let start = text.count
      unsafe text.append(
        attributeValue: UnsafeRawBufferPointer(start: value, count: end - value))
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

  private mutating func match(
    _ parent: ProgramState, _ prefix: UnsafePointer<CChar>?, _ name: UnsafePointer<CChar>
  ) -> ProgramState {
    let edges = unsafe program.states.start[Int(parent)].names
    guard edges.count > 0 else { return .none }
    let number = unsafe knownNames.number(prefix, name, in: parent) {
      unsafe XMLMatch.lookUp(edges, prefix, name, program.keys, nameBuffer)
    }
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

  /// - Parameter buffer: room for the longest key.
  private static func lookUp(
    _ edges: KeyTable.Edges, _ prefix: UnsafePointer<CChar>?, _ name: UnsafePointer<CChar>?,
    _ keys: KeyTable, _ buffer: UnsafeMutablePointer<UInt8>
  ) -> Int32 {
    guard let name = unsafe name else { return -1 }
    guard let prefix = unsafe prefix else {
      return unsafe name.withMemoryRebound(to: UInt8.self, capacity: 1) {
        unsafe keys.target(edges, $0, $0.lengthToNUL)
      }
    }
    let prefixLength = unsafe prefix.lengthToNUL
    let nameLength = unsafe name.lengthToNUL
    let length = prefixLength &+ 1 &+ nameLength
    guard length <= keys.longestKey else { return -1 }
    let raw = UnsafeMutableRawPointer(buffer)
    unsafe raw.copyMemory(from: prefix, byteCount: prefixLength)
    unsafe buffer[prefixLength] = UInt8(ascii: ":")
    unsafe (raw + (prefixLength &+ 1)).copyMemory(from: name, byteCount: nameLength)
    return unsafe keys.target(edges, buffer, length)
  }
}

extension UnsafePointer {
  /// The length of a text that ends in NUL.
  fileprivate var lengthToNUL: Int {
    unsafe withMemoryRebound(to: CChar.self, capacity: 1) { text in
      var length = 0
      while unsafe text[length] != 0 { length &+= 1 }
      return length
    }
  }
}
