internal import XPath

// Comparisons (§3.4). One with a set of nodes holds if it does for one of them, one of two sets if it
// does for a pair; pairs are not formed, so a comparison takes linear time.

extension XPathEvaluator {
  mutating func compare(
    _ left: XPathValue, _ operation: XPathOperator, _ right: XPathValue
  ) throws(XPathFailure) -> Bool {
    switch (left, right) {
    // Beside a boolean a set of nodes is one, too.
    case (.nodes, .boolean), (.boolean, .nodes):
      return try compareValues(.boolean(left.boolean), operation, .boolean(right.boolean))
    case (.nodes(let left), .nodes(let right)): return try compare(left, operation, right)
    case (.nodes(let nodes), let value):
      for node in nodes {
        if try compareValues(.text(text(of: node)), operation, value) {
          return true
        }
      }
      return false
    case (let value, .nodes(let nodes)):
      for node in nodes {
        if try compareValues(value, operation, .text(text(of: node))) {
          return true
        }
      }
      return false
    default: return try compareValues(left, operation, right)
    }
  }

  /// The string-value, which is paid for.
  mutating func text(of node: XMLNodeID) throws(XPathFailure) -> ArraySlice<UInt8> {
    let text = tree.stringValue(of: node)
    try spend(reading: text.count)
    return text
  }

  private mutating func compareValues(
    _ left: XPathValue, _ operation: XPathOperator, _ right: XPathValue
  ) throws(XPathFailure) -> Bool {
    guard operation == .equal || operation == .notEqual else {
      return XPathEvaluator.compare(try number(left), operation, try number(right))
    }
    let isEqual: Bool
    switch (left, right) {
    case (.boolean, _), (_, .boolean): isEqual = left.boolean == right.boolean
    case (.number, _), (_, .number): isEqual = try number(left) == number(right)
    default:
      let (left, right) = (try string(left), try string(right))
      try spend(reading: min(left.count, right.count))
      isEqual = left == right
    }
    return isEqual == (operation == .equal)
  }

  private static func compare(_ left: Double, _ operation: XPathOperator, _ right: Double) -> Bool {
    switch operation {
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    default: left >= right
    }
  }

  // MARK: Two sets

  private mutating func compare(
    _ left: [XMLNodeID], _ operation: XPathOperator, _ right: [XMLNodeID]
  ) throws(XPathFailure) -> Bool {
    if left.isEmpty || right.isEmpty { return false }
    switch operation {
    case .equal: return try haveCommonText(left, right)
    case .notEqual: return try haveDifferentTexts(left, right)
    case .less, .lessOrEqual:
      guard let least = try extremes(of: left)?.least,
        let greatest = try extremes(of: right)?.greatest
      else { return false }
      return XPathEvaluator.compare(least, operation, greatest)
    default:
      guard let greatest = try extremes(of: left)?.greatest,
        let least = try extremes(of: right)?.least
      else { return false }
      return XPathEvaluator.compare(greatest, operation, least)
    }
  }

  private mutating func haveCommonText(
    _ left: [XMLNodeID], _ right: [XMLNodeID]
  ) throws(XPathFailure) -> Bool {
    let (fewer, more) = left.count <= right.count ? (left, right) : (right, left)
    var texts: Set<HashedText> = []
    for node in fewer { texts.insert(HashedText(bytes: try text(of: node))) }
    for node in more where texts.contains(HashedText(bytes: try text(of: node))) { return true }
    return false
  }

  /// Two sets of one text each, the same, are the only ones without a pair that differs.
  private mutating func haveDifferentTexts(
    _ left: [XMLNodeID], _ right: [XMLNodeID]
  ) throws(XPathFailure) -> Bool {
    let first = tree.stringValue(of: left[0])
    for node in right where try text(of: node) != first { return true }
    for node in left where try text(of: node) != first { return true }
    return false
  }

  /// The least and the greatest of the nodes' numbers; `nil` if none is a number.
  private mutating func extremes(
    of nodes: [XMLNodeID]
  ) throws(XPathFailure) -> (least: Double, greatest: Double)? {
    var extremes: (least: Double, greatest: Double)?
    for node in nodes {
      let number = try number(.nodes([node]))
      if number.isNaN { continue }
      let (least, greatest) = extremes ?? (number, number)
      extremes = (min(least, number), max(greatest, number))
    }
    return extremes
  }
}

/// A text that is hashed as a whole, not byte by byte.
private struct HashedText: Hashable {
  let bytes: ArraySlice<UInt8>

  func hash(into hasher: inout Hasher) {
    unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
  }
}
