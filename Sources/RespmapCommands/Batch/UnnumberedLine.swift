/// A place in an output that wants the number of a line of input. The thread that evaluates a block
/// does not know how many lines are before it, the one that writes it does.
struct UnnumberedLine {
  /// Where the digits stand in the output.
  let digits: Range<Int>
  /// The line within its block, from 0.
  let line: Int
}
