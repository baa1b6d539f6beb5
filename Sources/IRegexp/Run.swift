/// A walk through a text with all states at once that the automaton can be in.
///
/// Threads are kept in the order of where they began, and a state has one thread: of two that reach
/// it the one that began first, since both would go on alike.
struct Run {
  private struct Thread {
    let state: Int
    /// Where its match began, in scalars.
    let start: Int
  }

  private let states: [Automaton.State]
  /// The threads that wait to read a scalar.
  private var threads: [Thread] = []
  /// Those that read the scalar before.
  private var previous: [Thread] = []
  /// The step in which a state was last reached.
  private var reachedIn: [Int]
  private var step = 0
  private var pending: [Int] = []
  /// Where the earliest thread began that has accepted in this step.
  private var accepted: Int?

  init(_ automaton: Automaton) {
    states = automaton.states
    reachedIn = [Int](repeating: 0, count: states.count)
  }

  mutating func matchesWhole(_ text: String.UnicodeScalarView) -> Bool {
    beginStep()
    follow(0, start: 0)
    for scalar in text {
      if threads.isEmpty { return false }
      read(scalar)
    }
    return accepted != nil
  }

  mutating func findsAny(in text: String.UnicodeScalarView) -> Bool {
    beginStep()
    follow(0, start: 0)
    for scalar in text {
      if accepted != nil { return true }
      read(scalar)
      follow(0, start: 0)
    }
    return accepted != nil
  }

  mutating func leftmostLongest(in text: [Unicode.Scalar]) -> Range<Int>? {
    var best: Range<Int>?
    beginStep()
    follow(0, start: 0)
    for position in 0...text.count {
      if let start = accepted {
        best = start..<position
        threads.removeAll { $0.start > start }
      }
      if position == text.count || (best != nil && threads.isEmpty) { break }
      read(text[position])
      if best == nil { follow(0, start: position + 1) }
    }
    return best
  }

  private mutating func beginStep() {
    step += 1
    accepted = nil
    threads.removeAll(keepingCapacity: true)
  }

  private mutating func read(_ scalar: Unicode.Scalar) {
    swap(&threads, &previous)
    beginStep()
    for thread in previous {
      if case .read(let set) = states[thread.state], set.contains(scalar) {
        follow(thread.state + 1, start: thread.start)
      }
    }
  }

  /// Reaches the state and all that it leads on to without reading.
  private mutating func follow(_ state: Int, start: Int) {
    pending.append(state)
    while let state = pending.popLast() {
      if reachedIn[state] == step { continue }
      reachedIn[state] = step
      switch states[state] {
      case .read: threads.append(Thread(state: state, start: start))
      case .jump(let next): pending.append(next)
      case .fork(let first, let second):
        pending.append(second)
        pending.append(first)
      case .accept: accepted = accepted ?? start
      }
    }
  }
}
