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

  package init(states: [State]) { self.states = states }

  /// The steps from the root to a state.
  package func path(to id: StateID) -> [PathStep] {
    var steps: [PathStep] = []
    var id = id
    while id != .root {
      let state = states[Int(id.number) - 1]
      steps.append(state.step)
      id = state.parent
    }
    return steps.reversed()
  }
}

/// The number of a state in a ``PathTrie``.
package struct StateID: Hashable, Sendable {
  package let number: UInt32

  package static let root = StateID(0)

  package init(_ number: UInt32) { self.number = number }
}

/// One step of a path: to the member of that name, or to the element at that position.
package enum PathStep: Hashable, Sendable {
  case key(String)
  /// Counted from 0.
  case index(UInt32)
}
