/// Where blocks are between those who evaluate them and the one who writes them: a fixed number of
/// them, so that memory does not depend on the input, and in the end in the input's order.
///
///     free ──► a worker reads and evaluates ──► finished, by number ──► the writer ──► free
final class BlockQueue: Sendable {
  private struct State {
    var free: [Block]
    var finished: [Int: Block] = [:]
    /// Threads that may still bring blocks.
    var workers: Int
    /// Why the input could not be read on.
    var problem: FileProblem?
    var isStopped = false
  }

  private let state: Monitor<State>

  init(blocks: Int, workers: Int) {
    state = Monitor(State(free: (0..<blocks).map { _ in Block() }, workers: workers))
  }

  // MARK: For workers

  /// A block to be filled; nil if no more are wanted.
  func takeFree() -> Block? {
    state.wait { state in
      if state.isStopped { return .some(nil) }
      return state.free.popLast().map(Optional.some)
    }
  }

  func put(finished block: Block) {
    state.withState { $0.finished[block.number] = block }
  }

  /// The worker brings no more blocks.
  func leave(_ problem: FileProblem?) {
    state.withState { state in
      state.workers -= 1
      if let problem { state.problem = problem }
    }
  }

  // MARK: For the writer

  /// The block of that number; nil if there is none.
  ///
  /// - Throws: why the input could not be read on, once all that was read has been given out.
  func takeFinished(_ number: Int) throws(FileProblem) -> Block? {
    let result: Result<Block?, FileProblem> = state.wait { state in
      if let block = state.finished.removeValue(forKey: number) { return .success(block) }
      guard state.workers == 0 else { return nil }
      return state.problem.map(Result.failure) ?? .success(nil)
    }
    return try result.get()
  }

  func put(free block: Block) {
    state.withState { $0.free.append(block) }
  }

  /// Tells workers that no more blocks are wanted. One that waits for input learns it when some comes.
  func stop() {
    state.withState { $0.isStopped = true }
  }
}
