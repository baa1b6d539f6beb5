import Glibc
internal import JSONText
internal import ResponseMapping

/// Turns the lines of blocks into outcomes. Each worker has one.
struct BlockEvaluator: ~Copyable {
  private var evaluator: Evaluator
  private let context: CallContext
  private var reader: RecordReader
  private var writer: OutcomeWriter

  init(_ mapping: Mapping, _ context: CallContext) {
    evaluator = mapping.makeEvaluator()
    self.context = context
    reader = RecordReader(context: context)
    writer = OutcomeWriter(evaluator.columns)
  }

  mutating func evaluate(_ block: Block) {
    block.writer.bytes.removeAll(keepingCapacity: true)
    block.unnumbered.removeAll(keepingCapacity: true)
    block.tally = Tally()
    if block.isOverlongLine {
      write(.overlong, to: block)
      block.tally.lines = 1
      return
    }
    let input = block.input[..<block.end]
    var start = 0
    while start < input.endIndex {
      let end = input.firstLineBreak(from: start)
      if end - start > Block.lineLimit {
        write(.overlong, to: block)
      } else {
        let line = input[start..<end].withoutMark(block.isFirst && start == 0)
        evaluateLine(line, from: start, of: block)
      }
      block.tally.lines += 1
      start = end + 1
    }
    reader.shrink(to: Block.keptCapacity)
  }

  private mutating func evaluateLine(
    _ line: ArraySlice<UInt8>, from start: Int, of block: Block
  ) {
    guard !line.allSatisfy(RecordCapture.isBlank) else { return }
    guard reader.read(line.span) else { return evaluateUnusual(line, from: start, of: block) }
    let body = reader.body
    let bytes = body.storage.span.extracting(first: body.count)
    if let failure = unsafe evaluator.fill(reader.head, body: bytes.bytes) {
      return write(.notMapped(failure), reader.head, reader.id, to: block)
    }
    unsafe writer.writeMapped(
      evaluator, head: reader.head, body: bytes.bytes, id: reader.id, to: &block.writer)
    block.writer.bytes.append(0x0A)
    block.tally.mapped += 1
  }

  /// Reads a line that the fast reader does not take.
  private mutating func evaluateUnusual(
    _ line: ArraySlice<UInt8>, from start: Int, of block: Block
  ) {
    switch RecordCapture.response(of: line) {
    case .success(var capture):
      capture.response.head.context = context
      let outcome = evaluator.evaluate(capture.response)
      write(outcome, capture.response.head, capture.id, to: block)
    case .failure(let problem):
      let id = RecordCapture.id(ofUnreadable: Array(line))
      write(UnreadableLine(problem.moved(by: -start), id: id), to: block)
    }
  }

  private func write(
    _ outcome: Outcome, _ head: ResponseHead, _ id: JSONValue?, to block: Block
  ) {
    block.writer.outcome(outcome, head: head, id: id, file: nil)
    block.writer.bytes.append(0x0A)
    switch outcome {
    case .mapped: block.tally.mapped += 1
    case .notMapped: block.tally.notMapped += 1
    }
  }

  private func write(_ line: UnreadableLine, to block: Block) {
    let number = block.tally.lines
    let digits = block.writer.unreadable(line, number: number)
    block.writer.bytes.append(0x0A)
    block.unnumbered.append(UnnumberedLine(digits: digits, line: number))
    block.tally.unreadable += 1
  }
}

extension ArraySlice<UInt8> {
  /// The line without a byte order mark, where one may stand.
  fileprivate func withoutMark(_ mayHaveMark: Bool) -> Self {
    mayHaveMark && starts(with: [0xEF, 0xBB, 0xBF]) ? dropFirst(3) : self
  }

  /// The first line break from there on, or the end; of a slice that begins with its array.
  fileprivate func firstLineBreak(from start: Int) -> Int {
    unsafe withUnsafeBytes { bytes in
      guard let memory = bytes.baseAddress,
        let found = unsafe memchr(memory + start, 0x0A, bytes.count - start)
      else { return endIndex }
      return unsafe memory.distance(to: UnsafeRawPointer(found))
    }
  }
}
