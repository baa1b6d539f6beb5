/// Cuts an input into blocks of whole lines.
///
///     read:   {"status":200,…}⏎{"status":503}⏎{"sta        tus":204}⏎
///     blocks: └────────────── 0 ─────────────┘└──────── 1 ─────────┘
///
/// A block is what one read has brought, up to the last line break: whoever sends a line every
/// minute gets its outcome at once. What stands behind that line break begins the next block.
struct BlockReader {
  private let source: ByteSource
  /// What is read and belongs to the next block.
  private var carry: [UInt8] = []
  private var isAtEnd = false
  private var nextNumber = 0
  /// How many bytes the blocks had so far, and their hash if somebody wants to come back to them.
  private var length: Int
  private var hash: XXHash64?

  /// - Parameters:
  ///   - length: how much of the input has been read already.
  ///   - hash: the hash of that; nil if nobody wants to come back to the input.
  init(_ source: ByteSource, from length: Int = 0, hash: XXHash64? = nil) {
    self.source = source
    self.length = length
    self.hash = hash
  }

  /// Reads the next lines into the block; false if there are none.
  mutating func fill(_ block: Block) throws(FileProblem) -> Bool {
    block.isFirst = length == 0
    block.isOverlongLine = false
    block.end = 0
    block.append(carry[...])
    carry.removeAll(keepingCapacity: true)
    var searched = 0
    while true {
      if let cut = block.endOfLastLine(from: searched) {
        carry.append(contentsOf: block.input[cut..<block.end])
        block.end = cut
        break
      }
      if isAtEnd { break }
      searched = block.end
      if block.end > Block.lineLimit {
        try skipLine(block)
        break
      }
      try readMore(block)
    }
    return finish(block)
  }

  private mutating func finish(_ block: Block) -> Bool {
    guard block.end > 0 || block.isOverlongLine else { return false }
    account(for: block, upTo: block.end)
    block.number = nextNumber
    nextNumber += 1
    block.inputEnd = length
    let isWhole = block.isOverlongLine ? !isAtEnd : block.input[block.end - 1] == 0x0A
    block.mark = hash.flatMap { isWhole ? InputMark(length: length, digest: $0.digest) : nil }
    return true
  }

  /// Reads on to the next line break without holding what is before it.
  private mutating func skipLine(_ block: Block) throws(FileProblem) {
    block.isOverlongLine = true
    while true {
      if let cut = block.endOfFirstLine {
        account(for: block, upTo: cut)
        carry.append(contentsOf: block.input[cut..<block.end])
        block.end = 0
        return
      }
      account(for: block, upTo: block.end)
      block.end = 0
      try readMore(block)
      if isAtEnd { return }
    }
  }

  /// After a failure nothing more is read, whoever asks.
  private mutating func readMore(_ block: Block) throws(FileProblem) {
    isAtEnd = true
    isAtEnd = try block.readMore(source) == 0
  }

  private mutating func account(for block: Block, upTo end: Int) {
    length += end
    let input = block.input
    hash?.update(input.span.extracting(first: end))
  }
}

extension Block {
  fileprivate func append(_ bytes: ArraySlice<UInt8>) {
    makeRoom(for: bytes.count)
    input.replaceSubrange(end..<(end + bytes.count), with: bytes)
    end += bytes.count
  }

  /// Reads once; how many bytes came.
  fileprivate func readMore(_ source: ByteSource) throws(FileProblem) -> Int {
    makeRoom(for: Block.length / 4)
    let count = try source.read(into: &input, at: end..<input.count)
    end += count
    return count
  }

  private func makeRoom(for count: Int) {
    guard input.count - end < count else { return }
    input += [UInt8](repeating: 0, count: max(count, input.count))
  }

  /// Behind the last line break from there on.
  fileprivate func endOfLastLine(from start: Int) -> Int? {
    input[start..<end].lastIndex(of: 0x0A).map { $0 + 1 }
  }

  /// Behind the first line break.
  fileprivate var endOfFirstLine: Int? {
    input[..<end].firstIndex(of: 0x0A).map { $0 + 1 }
  }
}
