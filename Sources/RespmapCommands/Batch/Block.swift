internal import JSONText

/// A run of whole lines on its way through: read, evaluated, written, and then used again.
///
/// One thread has it at a time; it goes from one to the other through ``BlockQueue``.
final class Block: @unchecked Sendable {
  /// How many bytes are read at a time, and what a block holds if no line is longer.
  static let length = 256 << 10
  /// How much memory a block keeps for the next lines.
  static let keptCapacity = 4 * length
  /// The longest line that is read, in bytes.
  static let lineLimit = 16 << 20

  /// The number of the block in the input, from 0.
  var number = 0
  /// The lines in `input[..<end]`; what is behind them is of no meaning.
  var input = [UInt8](repeating: 0, count: Block.length)
  var end = 0
  /// Whether the block stands for one line beyond the limit, which is not held.
  var isOverlongLine = false
  /// Whether the input begins with the block.
  var isFirst = false
  /// Where the input is when the block is done; nil behind a last line without a line break, where
  /// nobody can take up work.
  var mark: InputMark?
  /// The bytes of input up to the end of the block.
  var inputEnd = 0

  /// The outcomes, a line each.
  var writer = JSONByteWriter()
  /// The outcomes that are still to be given the number of their line.
  var unnumbered: [UnnumberedLine] = []
  var tally = Tally()

  /// The outcomes with the numbers of their lines.
  func output(linesBefore: Int) -> [UInt8] {
    guard !unnumbered.isEmpty else { return writer.bytes }
    var output: [UInt8] = []
    var start = 0
    for place in unnumbered {
      output += writer.bytes[start..<place.digits.lowerBound]
      output += "\(linesBefore + place.line + 1)".utf8
      start = place.digits.upperBound
    }
    return output + writer.bytes[start...]
  }

  /// Gives memory back that long lines have taken.
  func shrink() {
    if input.count > Block.keptCapacity {
      input = [UInt8](repeating: 0, count: Block.length)
    }
    if writer.bytes.capacity > Block.keptCapacity { writer.bytes = [] }
  }
}
