/// A nondeterministic automaton (Thompson's construction): a state reads one scalar and goes on to
/// the next state, or leads on without reading.
///
/// `a(b|c)*` becomes
/// ```
/// 0 read a   1 fork 2 7   2 fork 3 5   3 read b   4 jump 6   5 read c   6 jump 1   7 accept
/// ```
struct Automaton: Sendable {
  enum State: Sendable {
    case read(ScalarSet)
    case jump(Int)
    case fork(Int, Int)
    case accept
  }

  private(set) var states: [State] = []

  init(_ root: PatternNode) {
    append(root)
    states.append(.accept)
  }

  /// Recursive in the nesting of parentheses, which is limited.
  private mutating func append(_ node: PatternNode) {
    guard node.stateCount > 0 else { return }
    switch node.content {
    case .set(let set): states.append(.read(set))
    case .sequence(let parts): for part in parts { append(part) }
    case .choice(let branches): append(choice: branches)
    case .repetition(let part, let least, let most): append(part, least: least, most: most)
    }
  }

  private mutating func append(choice branches: [PatternNode]) {
    var jumps: [Int] = []
    for branch in branches.dropLast() {
      let fork = states.count
      states.append(.jump(0))
      append(branch)
      jumps.append(states.count)
      states.append(.jump(0))
      states[fork] = .fork(fork + 1, states.count)
    }
    if let last = branches.last { append(last) }
    for jump in jumps { states[jump] = .jump(states.count) }
  }

  private mutating func append(_ part: PatternNode, least: Int, most: Int?) {
    for _ in 0..<least { append(part) }
    guard let most else { return appendLoop(part) }
    var forks: [Int] = []
    for _ in least..<most {
      forks.append(states.count)
      states.append(.jump(0))
      append(part)
    }
    for fork in forks { states[fork] = .fork(fork + 1, states.count) }
  }

  private mutating func appendLoop(_ part: PatternNode) {
    let fork = states.count
    states.append(.jump(0))
    append(part)
    states.append(.jump(fork))
    states[fork] = .fork(fork + 1, states.count)
  }
}
