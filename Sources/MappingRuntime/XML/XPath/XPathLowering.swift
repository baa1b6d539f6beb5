internal import XPath

/// Lowers expressions, and gathers the names in them.
struct XPathLowering {
  private let namespaces: [[UInt8]: [UInt8]]
  private(set) var names = XMLNameTable()

  /// - Parameter namespaces: what prefixes stand for.
  init(_ namespaces: [(prefix: String, uri: String)]) {
    var uris: [[UInt8]: [UInt8]] = [Array("xml".utf8): XMLTree.xmlNamespace]
    for (prefix, uri) in namespaces { uris[Array(prefix.utf8)] = Array(uri.utf8) }
    self.namespaces = uris
  }

  mutating func lower(_ syntax: XPathSyntax) throws(XPathFailure) -> XPathCode {
    switch syntax {
    case .operation(let first, let operations):
      var lowered: [XPathCode.Operation] = []
      for operation in operations {
        lowered.append(
          XPathCode.Operation(
            operator: operation.operator, operand: try lower(operation.operand)))
      }
      return .operation(try lower(first), lowered)
    case .negation(let count, let operand):
      // Two signs make a number of what is none.
      return count % 2 == 1
        ? .negation(try lower(operand)) : .call(.number, [try lower(operand)])
    case .union(let operands): return .union(try lower(operands))
    case .path(let path): return .path(isAbsolute: path.isAbsolute, try lower(path.steps))
    case .filter(let primary, let predicates, let steps):
      return .filter(
        try lower(primary), predicates: try lower(predicates: predicates), steps: try lower(steps))
    case .literal(let text): return .literal(Array(text.string.utf8))
    case .number(let digits): return .number(XPathNumber.value(of: Array(digits.utf8)[...]))
    case .call(let function, let arguments): return .call(function, try lower(arguments))
    }
  }

  private mutating func lower(_ operands: [XPathSyntax]) throws(XPathFailure) -> [XPathCode] {
    var lowered: [XPathCode] = []
    for operand in operands { lowered.append(try lower(operand)) }
    return lowered
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
    var lowered: [XPathPredicate] = []
    for predicate in predicates {
      if case .number(let digits) = predicate, let position = Int(digits) {
        lowered.append(.position(position))
      } else {
        lowered.append(
          .expression(try lower(predicate), mayBePositional: predicate.mayBePositional))
      }
    }
    return lowered
  }

  private mutating func test(_ test: XPathNodeTest) throws(XPathFailure) -> XMLNodeTest {
    switch test {
    case .name(let name):
      let uri =
        try name.prefix.map { prefix throws(XPathFailure) in try self.uri(of: prefix) } ?? []
      return .name(names.expandedName(uri: uri, local: Array(name.local.string.utf8)))
    case .any(nil): return .any
    case .any(let prefix?): return .namespace(names.namespace(try uri(of: prefix)))
    case .node: return .node
    case .text: return .text
    case .comment: return .comment
    case .processingInstruction(let target):
      return .instruction(target: target.map { Array($0.string.utf8) })
    }
  }

  private func uri(of prefix: XPathText) throws(XPathFailure) -> [UInt8] {
    guard let uri = namespaces[Array(prefix.string.utf8)] else { throw .undeclaredPrefix }
    return uri
  }
}
