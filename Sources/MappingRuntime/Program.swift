package import MappingPlan

// A plan lowered to flat buffers, the form that is walked.
//
//     states    [ members 0..<2, elements - ][ members - ][ elements 0..<1 ] …
//     members   [ "name" → 2 ][ "size" → 3 ]      edges of one state stand together, and ascend
//                                                 by length and bytes of their keys
//     elements  [ 0 → 4 ]                         … and ascend by position
//     keyBytes  n a m e s i z e                   UTF-8, no escapes
//
// A state's number is that of the plan; 0 is the whole response. The buffers never change, so any
// number of evaluations may walk one program at the same time.

/// The number of a state, or ``none`` for a place that no path enters.
typealias ProgramState = Int32

extension ProgramState {
  static var root: ProgramState { 0 }
  static var none: ProgramState { -1 }
}

/// A plan in the form that is walked: immutable, shared by all evaluations.
package final class Program: Sendable {
  struct State {
    var parent: ProgramState
    var members: Edges
    var elements: Edges
    /// Bit *n* is set if a member's key is *n* bytes long (bit 63: that or longer).
    var keyLengths: UInt64
  }

  struct Edges {
    var first: Int32
    var count: Int32
  }

  struct MemberEdge {
    var keyOffset: Int32
    var keyLength: Int32
    var target: ProgramState
  }

  struct ElementEdge {
    var index: UInt32
    var target: ProgramState
  }

  package let bindings: [Binding]
  /// The length of the longest key, in bytes.
  let longestKey: Int
  package let trie: PathTrie
  let states: FlatBuffer<State>
  let members: FlatBuffer<MemberEdge>
  let elements: FlatBuffer<ElementEdge>
  let keyBytes: FlatBuffer<UInt8>

  /// - Complexity: O(*n* log *n*) in the size of the plan.
  package init(lowering plan: Plan) {
    var lowering = ProgramLowering(plan.trie)
    lowering.run()
    bindings = plan.bindings
    trie = plan.trie
    states = FlatBuffer(lowering.states)
    members = FlatBuffer(lowering.members)
    elements = FlatBuffer(lowering.elements)
    keyBytes = FlatBuffer(lowering.keyBytes)
    longestKey = lowering.members.map { Int($0.keyLength) }.max() ?? 0
  }
}

private struct ProgramLowering {
  let trie: PathTrie
  var states: [Program.State] = []
  var members: [Program.MemberEdge] = []
  var elements: [Program.ElementEdge] = []
  var keyBytes: [UInt8] = []

  init(_ trie: PathTrie) { self.trie = trie }

  mutating func run() {
    var children = [[Int]](repeating: [], count: trie.states.count + 1)
    for (index, state) in trie.states.enumerated() {
      children[Int(state.parent.number)].append(index + 1)
    }
    for (id, children) in children.enumerated() {
      let parent = id == 0 ? ProgramState.none : ProgramState(trie.states[id - 1].parent.number)
      states.append(state(parent: parent, children: children))
    }
  }

  private mutating func state(parent: ProgramState, children: [Int]) -> Program.State {
    var keys: [(bytes: [UInt8], target: Int)] = []
    var positions: [Program.ElementEdge] = []
    for child in children {
      switch trie.states[child - 1].step {
      case .key(let name): keys.append((Array(name.utf8), child))
      case .index(let index):
        positions.append(Program.ElementEdge(index: index, target: ProgramState(child)))
      }
    }
    let firstElement = Int32(elements.count)
    elements += positions.sorted { $0.index < $1.index }
    return Program.State(
      parent: parent, members: appendMembers(keys),
      elements: Program.Edges(first: firstElement, count: Int32(positions.count)),
      keyLengths: keys.reduce(0) { $0 | 1 << UInt64(min($1.bytes.count, 63)) })
  }

  private mutating func appendMembers(_ keys: [(bytes: [UInt8], target: Int)]) -> Program.Edges {
    let first = Int32(members.count)
    let ordered = keys.sorted {
      $0.bytes.count != $1.bytes.count
        ? $0.bytes.count < $1.bytes.count : $0.bytes.lexicographicallyPrecedes($1.bytes)
    }
    for (key, target) in ordered {
      members.append(
        Program.MemberEdge(
          keyOffset: Int32(keyBytes.count), keyLength: Int32(key.count),
          target: ProgramState(target)))
      keyBytes += key
    }
    return Program.Edges(first: first, count: Int32(keys.count))
  }
}

/// An immutable array without bounds checks, freed with its owner.
///
/// Safety: whoever reads it proves the index; the program's own indices are right by construction.
@safe
final class FlatBuffer<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  let start: UnsafePointer<Element>
  private let storage: UnsafeMutablePointer<Element>

  init(_ elements: [Element]) {
    unsafe storage = .allocate(capacity: max(1, elements.count))
    for (index, element) in elements.enumerated() {
      unsafe storage.advanced(by: index).initialize(to: element)
    }
    unsafe start = UnsafePointer(storage)
  }

  deinit { unsafe storage.deallocate() }
}
