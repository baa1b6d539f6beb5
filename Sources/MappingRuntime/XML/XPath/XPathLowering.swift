internal import XPath

/// Lowers expressions, and gathers the names in them.
struct XPathLowering {
  private let namespaces: [[UInt8]: [UInt8]]
  private(set) var names = XMLNameTable()
  /// The paths that a stream can follow; nil once an expression has one that it cannot, or asks for more
  /// than its paths select, or where there is to be a tree anyway.
  private(set) var patterns: XPathPatternBuilder?
  private var isInPredicate = false

  /// - Parameters:
  ///   - namespaces: what prefixes stand for.
  ///   - streams: whether paths become patterns as long as all can.
  init(_ namespaces: [(prefix: String, uri: String)], streams: Bool) {
    var uris: [[UInt8]: [UInt8]] = [Array("xml".utf8): XMLTree.xmlNamespace]
    for (prefix, uri) in namespaces { uris[Array(prefix.utf8)] = Array(uri.utf8) }
    self.namespaces = uris
    patterns = streams ? XPathPatternBuilder() : nil
  }

  /// - Parameter wanted: how many of the nodes play a part, if the expression selects some.
  mutating func lower(
    _ syntax: XPathSyntax, wanting wanted: Int
  ) throws(XPathFailure) -> XPathCode {
    switch syntax {
    case .operation(let first, let operations): return try lower(first, operations)
    case .negation(let count, let operand):
      // Two signs make a number of what is none.
      let operand = try lower(operand, wanting: 1)
      return count % 2 == 1 ? .negation(operand) : .call(.number, [operand])
    case .union(let operands):
      var lowered: [XPathCode] = []
      for operand in operands { lowered.append(try lower(operand, wanting: wanted)) }
      return .union(lowered)
    case .path(let path): return try lower(path, wanting: wanted)
    case .filter(let primary, let predicates, let steps):
      if !steps.isEmpty { patterns = nil }
      return .filter(
        try lower(primary, wanting: .max), predicates: try lower(predicates: predicates),
        steps: try lower(steps))
    case .literal(let text): return .literal(Array(text.string.utf8))
    case .number(let digits): return .number(XPathNumber.value(of: Array(digits.utf8)[...]))
    case .call(let function, let arguments): return try lower(function, arguments)
    }
  }

  private mutating func lower(
    _ first: XPathSyntax, _ operations: [XPathOperation]
  ) throws(XPathFailure) -> XPathCode {
    // A comparison looks at all nodes, arithmetic at the first, and a condition at whether there is one.
    func wanted(by operation: XPathOperation?) -> Int {
      switch operation?.operator {
      case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: .max
      default: 1
      }
    }
    var lowered: [XPathCode.Operation] = []
    for operation in operations {
      let operand = try lower(operation.operand, wanting: wanted(by: operation))
      lowered.append(XPathCode.Operation(operator: operation.operator, operand: operand))
    }
    return .operation(try lower(first, wanting: wanted(by: operations.first)), lowered)
  }

  private mutating func lower(
    _ function: XPathFunction, _ arguments: [XPathSyntax]
  ) throws(XPathFailure) -> XPathCode {
    switch function {
    case .last, .position, .true, .false: break
    // They look at what stands around the context node.
    case .id, .lang: patterns = nil
    default: if arguments.isEmpty { patterns = nil }
    }
    let wanted = function == .count || function == .sum ? Int.max : 1
    var lowered: [XPathCode] = []
    for argument in arguments { lowered.append(try lower(argument, wanting: wanted)) }
    return .call(function, lowered)
  }

  private mutating func lower(
    _ path: XPathLocationPath, wanting wanted: Int
  ) throws(XPathFailure) -> XPathCode {
    guard var patterns, path.isAbsolute || !isInPredicate, let steps = path.simpleSteps else {
      patterns = nil
      return .path(isAbsolute: path.isAbsolute, try lower(path.steps))
    }
    let pattern = try patterns.add(steps, wanted: wanted) { name throws(XPathFailure) in
      try expandedName(name)
    }
    self.patterns = patterns
    return .selection(pattern: pattern)
  }

  /// `//a[b]` is a step on the descendant axis, which is no other thing where no predicate asks for a
  /// position (§2.5).
  private mutating func lower(_ steps: [XPathStep]) throws(XPathFailure) -> [XPathStepCode] {
    var lowered: [XPathStepCode] = []
    for (index, step) in steps.enumerated() {
      let predicates = try lower(predicates: step.predicates)
      let test = try test(step.test)
      let isBehindDescendants = index > 0 && steps[index - 1] == .descendants
      let isDirect = step.axis == .child && !predicates.contains { $0.mayBePositional }
      if isBehindDescendants, isDirect { lowered.removeLast() }
      lowered.append(
        XPathStepCode(
          axis: isBehindDescendants && isDirect ? .descendant : step.axis, test: test,
          predicates: predicates))
    }
    return lowered
  }

  private mutating func lower(
    predicates: [XPathSyntax]
  ) throws(XPathFailure) -> [XPathPredicate] {
    let isWithinPredicate = isInPredicate
    isInPredicate = true
    defer { isInPredicate = isWithinPredicate }
    var lowered: [XPathPredicate] = []
    for predicate in predicates {
      if case .number(let digits) = predicate, let position = Int(digits) {
        lowered.append(.position(position))
      } else {
        lowered.append(
          .expression(
            try lower(predicate, wanting: .max), mayBePositional: predicate.mayBePositional))
      }
    }
    return lowered
  }

  private mutating func test(_ test: XPathNodeTest) throws(XPathFailure) -> XMLNodeTest {
    switch test {
    case .name(let name): return .name(try expandedName(name))
    case .any(nil): return .any
    case .any(let prefix?): return .namespace(names.namespace(try uri(of: prefix)))
    case .node: return .node
    case .text: return .text
    case .comment: return .comment
    case .processingInstruction(let target):
      return .instruction(target: target.map { Array($0.string.utf8) })
    }
  }

  /// A name without a prefix is in no namespace (§2.3).
  private mutating func expandedName(_ name: XPathName) throws(XPathFailure) -> Int32 {
    var uri: [UInt8] = []
    if let prefix = name.prefix { uri = try self.uri(of: prefix) }
    return names.expandedName(uri: uri, local: Array(name.local.string.utf8))
  }

  private func uri(of prefix: XPathText) throws(XPathFailure) -> [UInt8] {
    guard let uri = namespaces[Array(prefix.string.utf8)] else { throw .undeclaredPrefix }
    return uri
  }
}
