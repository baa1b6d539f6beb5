/// A part of a pattern, which knows how many states it needs, so that a pattern that needs too many
/// is refused before they exist.
struct PatternNode {
  indirect enum Content {
    case set(ScalarSet)
    case sequence([PatternNode])
    case choice([PatternNode])
    /// `most` is nil if there is no upper bound.
    case repetition(PatternNode, least: Int, most: Int?)
  }

  let content: Content
  /// Saturates at `Int.max`. A part with no state matches the empty text only.
  let stateCount: Int

  static func set(_ set: ScalarSet) -> PatternNode {
    PatternNode(content: .set(set), stateCount: 1)
  }

  static func sequence(_ parts: [PatternNode]) -> PatternNode {
    let count = parts.reduce(0) { $0.addingSaturated($1.stateCount) }
    return PatternNode(content: .sequence(parts), stateCount: count)
  }

  /// Every branch but the last needs a fork before it and a jump after it.
  static func choice(_ branches: [PatternNode]) -> PatternNode {
    guard branches.count != 1 else { return branches[0] }
    let own = 2 * (branches.count - 1)
    let count = branches.reduce(own) { $0.addingSaturated($1.stateCount) }
    return PatternNode(content: .choice(branches), stateCount: count)
  }

  static func repetition(_ part: PatternNode, least: Int, most: Int?) -> PatternNode {
    // The empty text repeated is the empty text.
    guard part.stateCount > 0 else { return part }
    let required = part.stateCount.multipliedSaturated(by: least)
    let optional =
      if let most {
        // Each further time needs a fork.
        part.stateCount.addingSaturated(1).multipliedSaturated(by: most - least)
      } else {
        // A loop needs a fork and a jump back.
        part.stateCount.addingSaturated(2)
      }
    return PatternNode(
      content: .repetition(part, least: least, most: most),
      stateCount: required.addingSaturated(optional))
  }
}

extension Int {
  fileprivate func addingSaturated(_ other: Int) -> Int {
    let (sum, overflows) = addingReportingOverflow(other)
    return overflows ? .max : sum
  }

  fileprivate func multipliedSaturated(by other: Int) -> Int {
    let (product, overflows) = multipliedReportingOverflow(by: other)
    return overflows ? .max : product
  }
}
