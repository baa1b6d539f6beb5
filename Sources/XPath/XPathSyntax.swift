// An expression of XPath 1.0 as data, without its spelling: what is abbreviated is written out, and
// parentheses are gone.
//
//     //book[@year > 1990]/title | (//isbn)[1]
//
//     union
//     ├─ path (absolute)   descendant-or-self::node()
//     │                    child::book[operation @year, > 1990]
//     │                    child::title
//     └─ filter            path //isbn, predicate 1

/// An expression of XPath 1.0 (§3).
///
/// Its depth is limited by the parser, so it can be walked by recursion: operators of one precedence
/// are a list, not a tree.
package indirect enum XPathSyntax: Hashable, Sendable {
  /// Operators of one precedence, which associate to the left: `a - b + c`.
  case operation(XPathSyntax, [XPathOperation])
  /// One minus sign or several.
  case negation(count: Int, XPathSyntax)
  /// Two operands or more.
  case union([XPathSyntax])
  case path(XPathLocationPath)
  /// What is no location path, with predicates and steps: `id("a")[1]/b`.
  case filter(XPathSyntax, predicates: [XPathSyntax], steps: [XPathStep])
  case literal(XPathText)
  /// The number's digits, without what does not change its value.
  case number(String)
  case call(XPathFunction, [XPathSyntax])
}

/// An operator with its right side.
package struct XPathOperation: Hashable, Sendable {
  package let `operator`: XPathOperator
  package let operand: XPathSyntax

  package init(_ operator: XPathOperator, _ operand: XPathSyntax) {
    self.operator = `operator`
    self.operand = operand
  }
}

/// The binary operators but for `|`.
package enum XPathOperator: String, CaseIterable, Hashable, Sendable {
  case or, and
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case plus = "+"
  case minus = "-"
  case multiply = "*"
  case div, mod

  /// The higher binds the tighter (§3.3–§3.5).
  var precedence: Int {
    switch self {
    case .or: 1
    case .and: 2
    case .equal, .notEqual: 3
    case .less, .lessOrEqual, .greater, .greaterOrEqual: 4
    case .plus, .minus: 5
    case .multiply, .div, .mod: 6
    }
  }

  var result: XPathType { precedence < 5 ? .boolean : .number }

  /// Whether a name, or what looks like one, spells it.
  var isWord: Bool {
    switch self {
    case .or, .and, .div, .mod: true
    default: false
    }
  }
}

/// The four types of XPath 1.0 (§1).
package enum XPathType: Hashable, Sendable { case nodeSet, boolean, number, string }

/// `/a/b[1]`, `../@c` (§2).
package struct XPathLocationPath: Hashable, Sendable {
  /// Whether it begins at the document's root, whatever the context.
  package let isAbsolute: Bool
  /// Empty only in `/`.
  package let steps: [XPathStep]

  package init(isAbsolute: Bool, _ steps: [XPathStep]) {
    self.isAbsolute = isAbsolute
    self.steps = steps
  }
}

/// `axis::test[predicate]…` (§2.1).
package struct XPathStep: Hashable, Sendable {
  package let axis: XPathAxis
  package let test: XPathNodeTest
  package let predicates: [XPathSyntax]

  package init(_ axis: XPathAxis, _ test: XPathNodeTest, _ predicates: [XPathSyntax] = []) {
    self.axis = axis
    self.test = test
    self.predicates = predicates
  }

  /// What `//` stands for between two steps (§2.5).
  package static let descendants = XPathStep(.descendantOrSelf, .node)
}

/// §2.2
package enum XPathAxis: String, CaseIterable, Hashable, Sendable {
  case ancestor
  case ancestorOrSelf = "ancestor-or-self"
  case attribute
  case child
  case descendant
  case descendantOrSelf = "descendant-or-self"
  case following
  case followingSibling = "following-sibling"
  case namespace
  case parent
  case preceding
  case precedingSibling = "preceding-sibling"
  case `self`
}

/// §2.3
package enum XPathNodeTest: Hashable, Sendable {
  case name(XPathName)
  /// `*`, or `prefix:*`.
  case any(prefix: XPathText?)
  case node, text, comment
  case processingInstruction(target: XPathText?)
}

/// A name as it is written; its prefix is resolved by whoever evaluates the expression.
package struct XPathName: Hashable, Sendable {
  package let prefix: XPathText?
  package let local: XPathText

  package init(prefix: XPathText? = nil, _ local: XPathText) {
    self.prefix = prefix
    self.local = local
  }

  package var text: String { (prefix.map { $0.string + ":" } ?? "") + local.string }
}

/// A text that equals another only if the two have the same scalars.
package struct XPathText: Hashable, Sendable, ExpressibleByStringLiteral {
  package let string: String

  package init(_ string: String) { self.string = string }

  package init(stringLiteral string: StaticString) { self.string = string.description }

  package static func == (left: XPathText, right: XPathText) -> Bool {
    left.string.utf8.elementsEqual(right.string.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    for byte in string.utf8 { hasher.combine(byte) }
    hasher.combine(0xFF as UInt8)
  }
}
