internal import XPath

/// An expression in the form that is evaluated: names are numbers, numbers are numbers.
///
/// Its depth is limited by the parser, so it can be walked by recursion.
indirect enum XPathCode: Sendable {
  /// Operators of one precedence, which associate to the left.
  case operation(XPathCode, [Operation])
  case negation(XPathCode)
  case union([XPathCode])
  case path(isAbsolute: Bool, [XPathStepCode])
  /// What a pattern has selected while the document was read.
  case selection(pattern: Int)
  case filter(XPathCode, predicates: [XPathPredicate], steps: [XPathStepCode])
  case literal([UInt8])
  case number(Double)
  case call(XPathFunction, [XPathCode])

  /// An operator with its right side.
  struct Operation: Sendable {
    let `operator`: XPathOperator
    let operand: XPathCode
  }
}

/// A step: an axis, what is wanted of it, and the predicates.
struct XPathStepCode: Sendable {
  let axis: XPathAxis
  let test: XMLNodeTest
  let predicates: [XPathPredicate]

  /// Whether what the step selects from a node contains what it selects from the nodes within that one.
  var coversNested: Bool {
    (axis == .descendant || axis == .descendantOrSelf)
      && predicates.allSatisfy { !$0.mayBePositional }
  }
}

enum XPathPredicate: Sendable {
  /// `[2]`
  case position(Int)
  case expression(XPathCode, mayBePositional: Bool)

  var mayBePositional: Bool {
    switch self {
    case .position: true
    case .expression(_, let mayBePositional): mayBePositional
    }
  }
}

/// §2.3
enum XMLNodeTest: Sendable {
  /// The number of an expanded name.
  case name(Int32)
  /// The number of a namespace.
  case namespace(Int32)
  /// Any name.
  case any
  case node, text, comment
  case instruction(target: [UInt8]?)
}
