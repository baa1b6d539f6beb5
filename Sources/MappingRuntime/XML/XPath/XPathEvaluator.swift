internal import XPath

/// Evaluates one expression of XPath 1.0 on one tree, for no more than it may cost.
///
/// Everything that takes time is paid for in proportion: nodes that are visited and kept, text that is read
/// and made. So a hostile document can make no expression last.
struct XPathEvaluator {
  let tree: XMLTree
  private var stepsLeft: Int

  init(_ tree: XMLTree, steps: Int) {
    self.tree = tree
    stepsLeft = steps
  }

  mutating func spend(_ steps: Int) throws(XPathFailure) {
    guard steps <= stepsLeft else {
      stepsLeft = 0
      throw .steps
    }
    stepsLeft -= steps
  }

  /// Pays for reading or making a text.
  mutating func spend(reading bytes: Int) throws(XPathFailure) { try spend(1 + bytes / 64) }

  /// Pays for looking at each character of a text.
  mutating func spend(working bytes: Int) throws(XPathFailure) { try spend(2 + bytes / 4) }

  // MARK: Expressions

  mutating func value(
    of code: XPathCode, in context: XPathContext
  ) throws(XPathFailure) -> XPathValue {
    switch code {
    case .operation(let first, let operations):
      return try value(of: first, operations, in: context)
    case .negation(let operand):
      return .number(-(try number(try value(of: operand, in: context))))
    case .union(let operands): return .nodes(try union(of: operands, in: context))
    case .path(let isAbsolute, let steps):
      return .nodes(try nodes(behind: steps, from: [isAbsolute ? .root : context.node]))
    case .selection(let pattern):
      try spend(tree.selections[pattern].count)
      return .nodes(tree.selections[pattern])
    case .filter(let primary, let predicates, let steps):
      let value = try value(of: primary, in: context)
      if predicates.isEmpty, steps.isEmpty { return value }
      let kept = try filter(nodes(of: value), by: predicates)
      return .nodes(try nodes(behind: steps, from: kept))
    case .literal(let text): return .text(text[...])
    case .number(let number): return .number(number)
    case .call(let function, let arguments):
      return try call(function, arguments, in: context)
    }
  }

  /// What is not looked at where the type of an argument has been checked by the parser.
  func nodes(of value: XPathValue) -> [XMLNodeID] {
    if case .nodes(let nodes) = value { nodes } else { [] }
  }

  private mutating func value(
    of first: XPathCode, _ operations: [XPathCode.Operation], in context: XPathContext
  ) throws(XPathFailure) -> XPathValue {
    var left = try value(of: first, in: context)
    for operation in operations {
      let operand = operation.operand
      switch operation.operator {
      // The right side is not evaluated where the left one decides (§3.4).
      case .or where left.boolean, .and where !left.boolean: left = .boolean(left.boolean)
      case .or, .and: left = .boolean(try value(of: operand, in: context).boolean)
      case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
        left = .boolean(try compare(left, operation.operator, value(of: operand, in: context)))
      case .plus, .minus, .multiply, .div, .mod:
        let right = try number(try value(of: operand, in: context))
        left = .number(XPathEvaluator.compute(try number(left), operation.operator, right))
      }
    }
    return left
  }

  /// §3.5: as IEEE 754 says, the remainder having the sign of the dividend.
  private static func compute(_ left: Double, _ operation: XPathOperator, _ right: Double) -> Double
  {
    switch operation {
    case .plus: left + right
    case .minus: left - right
    case .multiply: left * right
    case .div: left / right
    default: left.truncatingRemainder(dividingBy: right)
    }
  }

  private mutating func union(
    of operands: [XPathCode], in context: XPathContext
  ) throws(XPathFailure) -> [XMLNodeID] {
    var union: [XMLNodeID] = []
    for operand in operands { union += nodes(of: try value(of: operand, in: context)) }
    return try inDocumentOrder(union)
  }

  // MARK: Location paths

  private mutating func nodes(
    behind steps: [XPathStepCode], from start: [XMLNodeID]
  ) throws(XPathFailure) -> [XMLNodeID] {
    var nodes = start
    for step in steps { nodes = try self.nodes(behind: step, from: nodes) }
    return nodes
  }

  private mutating func nodes(
    behind step: XPathStepCode, from contexts: [XMLNodeID]
  ) throws(XPathFailure) -> [XMLNodeID] {
    let coversNested = step.coversNested
    var coveredEnd = 0
    var found: [XMLNodeID] = []
    for context in contexts {
      if coversNested, tree.hasDescendants(context) {
        // What it leads to has been found from a node around it.
        if context.index < coveredEnd { continue }
        coveredEnd = tree.end(of: context)
      }
      try append(from: context, step, to: &found)
    }
    return try inDocumentOrder(found)
  }

  private mutating func append(
    from context: XMLNodeID, _ step: XPathStepCode, to found: inout [XMLNodeID]
  ) throws(XPathFailure) {
    guard let first = step.predicates.first else {
      try spend(tree.append(step, from: context, most: .max, to: &found))
      return
    }
    var nodes: [XMLNodeID] = []
    // The axis is not walked beyond a position that is asked for.
    let most = if case .position(let position) = first { position } else { Int.max }
    try spend(tree.append(step, from: context, most: most, to: &nodes))
    found += try filter(nodes, by: step.predicates)
  }

  /// The nodes for which the predicates hold, their positions being those in the list (§2.4).
  private mutating func filter(
    _ nodes: [XMLNodeID], by predicates: [XPathPredicate]
  ) throws(XPathFailure) -> [XMLNodeID] {
    var kept = nodes
    for predicate in predicates {
      switch predicate {
      case .position(let position):
        kept = position >= 1 && position <= kept.count ? [kept[position - 1]] : []
      case .expression(let code, _): kept = try filter(kept, by: code)
      }
    }
    return kept
  }

  private mutating func filter(
    _ nodes: [XMLNodeID], by code: XPathCode
  ) throws(XPathFailure) -> [XMLNodeID] {
    var kept: [XMLNodeID] = []
    for (index, node) in nodes.enumerated() {
      try spend(1)
      let context = XPathContext(node: node, position: index + 1, size: nodes.count)
      let value = try value(of: code, in: context)
      let holds =
        if case .number(let number) = value { number == Double(index + 1) } else {
          value.boolean
        }
      if holds { kept.append(node) }
    }
    return kept
  }

  /// Sorts nodes, each once.
  private mutating func inDocumentOrder(_ nodes: [XMLNodeID]) throws(XPathFailure) -> [XMLNodeID] {
    if zip(nodes, nodes.dropFirst()).allSatisfy({ $0 < $1 }) { return nodes }
    try spend(nodes.count)
    var ordered = nodes.sorted()
    var count = 0
    for node in ordered where count == 0 || ordered[count - 1] != node {
      ordered[count] = node
      count += 1
    }
    ordered.removeLast(ordered.count - count)
    return ordered
  }
}
