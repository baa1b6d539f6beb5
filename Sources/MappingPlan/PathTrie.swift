/// The paths of a plan with their common beginnings shared.
///
/// A state is a place in the response. State 0 is the whole response; every other state is reached
/// from its parent, whose number is smaller, by one step.
package struct PathTrie: Hashable, Sendable {
  package struct State: Hashable, Sendable {
    package let parent: StateID
    package let step: PathStep

    package init(parent: StateID, step: PathStep) {
      self.parent = parent
      self.step = step
    }
  }

  /// The states but the root: state *n* stands at index *n* - 1.
  package let states: [State]

  /// The longest path. Each path is walked for what is said of it, so a plan of long ones that share their
  /// beginnings would cost the square of its size.
  package static let mostSteps = 1024

  package init(states: [State]) { self.states = states }

  /// The steps from the root to a state.
  package func path(to id: StateID) -> [PathStep] {
    var steps: [PathStep] = []
    var id = id
    while let step = step(of: id) {
      steps.append(step)
      id = parent(of: id)
    }
    return steps.reversed()
  }

  /// The step that leads to a state; nil for the root.
  package func step(of id: StateID) -> PathStep? {
    id == .root ? nil : states[Int(id.number) - 1].step
  }

  /// The state before a state; the root for the root.
  package func parent(of id: StateID) -> StateID {
    id == .root ? .root : states[Int(id.number) - 1].parent
  }
}

/// The number of a state in a ``PathTrie``.
package struct StateID: Hashable, Sendable, BitwiseCopyable {
  package let number: UInt32

  package static let root = StateID(0)

  package init(_ number: UInt32) { self.number = number }
}

/// One step of a path: to the member of that name, or to the element at that position.
package enum PathStep: Hashable, Sendable {
  case key(String)
  /// Counted from 0.
  case index(UInt32)
  /// Of an XML element; always the last step.
  case attribute(String)

  /// Keys are compared byte by byte, as a response's are: `é` as one scalar and as two are two keys,
  /// though Swift's strings take them for equal.
  package static func == (a: PathStep, b: PathStep) -> Bool {
    switch (a, b) {
    case (.key(let a), .key(let b)), (.attribute(let a), .attribute(let b)):
      a.utf8.elementsEqual(b.utf8)
    case (.index(let a), .index(let b)): a == b
    case (.key, _), (.index, _), (.attribute, _): false
    }
  }

  package func hash(into hasher: inout Hasher) {
    switch self {
    case .key(let name), .attribute(let name):
      var name = name
      name.withUTF8 { unsafe hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    case .index(let index): hasher.combine(index)
    }
  }
}
