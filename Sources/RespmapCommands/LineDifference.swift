// The shortest way from one list of lines to another, by Myers' algorithm (An O(ND) Difference Algorithm
// and Its Variations, 1986): what is furthest along each diagonal is followed one change further at a
// time, and the way is read backwards from the rows that were kept.

/// A stretch of lines that is the same in both lists, or that is replaced.
struct LineChange: Hashable, Sendable {
  /// Lines of the old list, counted from 0.
  var old: Range<Int>
  /// The lines of the new list that stand there instead.
  var new: Range<Int>
}

enum LineDifference {
  /// More changes than this are not told apart: all that lies between the first and the last is taken for
  /// replaced. It bounds the memory to some 8 MB.
  private static let mostChanges = 1_000

  /// What is replaced, in order; no two touch.
  ///
  /// - Complexity: O(*n* · *d*) for *n* lines and *d* of them changed, and no more than 1,000.
  static func changes<Line: Equatable>(from old: [Line], to new: [Line]) -> [LineChange] {
    let shorter = min(old.count, new.count)
    let prefix = zip(old, new).prefix { $0 == $1 }.count
    let suffix = zip(old.reversed(), new.reversed()).prefix(shorter - prefix).prefix { $0 == $1 }
      .count
    let oldMiddle = Array(old[prefix..<(old.count - suffix)])
    let newMiddle = Array(new[prefix..<(new.count - suffix)])
    if oldMiddle.isEmpty, newMiddle.isEmpty { return [] }
    let changes =
      middleChanges(oldMiddle, newMiddle)
      ?? [LineChange(old: oldMiddle.indices, new: newMiddle.indices)]
    return changes.map { change in
      LineChange(
        old: (change.old.lowerBound + prefix)..<(change.old.upperBound + prefix),
        new: (change.new.lowerBound + prefix)..<(change.new.upperBound + prefix))
    }
  }

  /// nil where there are too many.
  private static func middleChanges<Line: Equatable>(
    _ old: [Line], _ new: [Line]
  ) -> [LineChange]? {
    let most = min(mostChanges, old.count + new.count)
    // How far along the old list each diagonal is followed; diagonal k stands at k + most + 1.
    var furthest = [Int](repeating: 0, count: 2 * most + 3)
    var rows: [[Int]] = []
    for changes in 0...most {
      rows.append(Array(furthest[(most + 1 - changes)...(most + 1 + changes)]))
      for diagonal in stride(from: -changes, through: changes, by: 2) {
        let at = diagonal + most + 1
        let isInsertion =
          diagonal == -changes || (diagonal != changes && furthest[at - 1] < furthest[at + 1])
        var x = isInsertion ? furthest[at + 1] : furthest[at - 1] + 1
        while x < old.count, x - diagonal < new.count, old[x] == new[x - diagonal] { x += 1 }
        furthest[at] = x
        if x >= old.count, x - diagonal >= new.count {
          return path(back: rows, from: (old.count, new.count))
        }
      }
    }
    return nil
  }

  /// Reads the way backwards; `rows[d]` is how far the diagonals -d...d were followed before change d.
  private static func path(back rows: [[Int]], from end: (x: Int, y: Int)) -> [LineChange] {
    var changes: [LineChange] = []
    var (x, y) = end
    for count in stride(from: rows.count - 1, to: 0, by: -1) {
      let row = rows[count]
      let diagonal = x - y
      let reach = { (diagonal: Int) in row[diagonal + count] }
      let isInsertion =
        diagonal == -count
        || (diagonal != count && reach(diagonal - 1) < reach(diagonal + 1))
      x = isInsertion ? reach(diagonal + 1) : reach(diagonal - 1)
      y = x - diagonal + (isInsertion ? -1 : 1)
      let change = LineChange(
        old: x..<(isInsertion ? x : x + 1), new: y..<(isInsertion ? y + 1 : y))
      if let next = changes.last, next.old.lowerBound == change.old.upperBound,
        next.new.lowerBound == change.new.upperBound
      {
        changes[changes.count - 1] = LineChange(
          old: x..<next.old.upperBound, new: y..<next.new.upperBound)
      } else {
        changes.append(change)
      }
    }
    return changes.reversed()
  }
}
