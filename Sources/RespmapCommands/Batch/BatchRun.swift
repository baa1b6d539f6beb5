internal import ResponseMapping

/// Evaluates an input of one record a line, however long it is, on all processors.
///
///     input ─► worker ─┐
///     input ─► worker ─┼─► this thread ─► output
///     input ─► worker ─┘
///
/// Workers take turns at the input: one reads a block of whole lines while the others evaluate
/// theirs. So blocks are numbered in the order of the input, nobody has to hand them out, and who
/// waits for a slow input holds up nobody. The blocks are written in their order by the thread that
/// runs the command, and read into again: there are a few for each worker, and no more.
struct BatchRun {
  let mapping: Mapping
  let context: CallContext
  var workers = Threads.processorCount

  /// - Parameters:
  ///   - tally: what became of records before those that the reader gives.
  ///   - deliver: takes what has come of a block, and how far the run is then.
  /// - Returns: what became of all records.
  func run(
    _ reader: BlockReader, after tally: Tally,
    deliver: (_ output: [UInt8], BatchPlace) throws(FileProblem) -> Void
  ) throws(FileProblem) -> Tally {
    let queue = BlockQueue(blocks: 2 * workers + 1, workers: workers)
    defer { queue.stop() }
    try start(queue, Monitor(reader))
    var tally = tally
    var number = 0
    while let block = try queue.takeFinished(number) {
      let output = block.output(linesBefore: tally.lines)
      tally += block.tally
      try deliver(output, BatchPlace(inputLength: block.inputEnd, mark: block.mark, tally: tally))
      block.shrink()
      queue.put(free: block)
      number += 1
    }
    return tally
  }

  private func start(
    _ queue: BlockQueue, _ reader: Monitor<BlockReader>
  ) throws(FileProblem) {
    for _ in 0..<workers {
      try Threads.start { [mapping, context] in
        var evaluator = BlockEvaluator(mapping, context)
        do throws(FileProblem) {
          while let block = queue.takeFree() {
            let isFilled = try reader.withState { reader throws(FileProblem) in
              try reader.fill(block)
            }
            guard isFilled else { break }
            evaluator.evaluate(block)
            queue.put(finished: block)
          }
          queue.leave(nil)
        } catch {
          queue.leave(error)
        }
      }
    }
  }
}

/// How far a run is.
struct BatchPlace {
  let inputLength: Int
  /// Where the input can be taken up again; nil where it cannot.
  let mark: InputMark?
  let tally: Tally
}
