internal import Diagnostics

/// A token of an expression (§3.7 [28]), its kind already told from its neighbours.
struct Token: Hashable {
  enum Kind: Hashable {
    case openParenthesis, closeParenthesis, openBracket, closeBracket
    case dot, dotDot, at, comma, colonColon, slash, doubleSlash, bar
    case nameTest(XPathNodeTest)
    case nodeType(NodeType)
    case functionName(XPathName)
    case axisName(String)
    case `operator`(XPathOperator)
    /// A name where an operator belongs, which spells none.
    case strayName(XPathName)
    case literal(XPathText)
    case number(String)
    case variable(XPathName)
    case end
  }

  enum NodeType: String, CaseIterable {
    case comment, text, node
    case processingInstruction = "processing-instruction"
  }

  let kind: Kind
  let range: SourceRange

  /// Whether an operand has ended with the token, so that an operator follows.
  ///
  /// §3.7: a `*` or a name is an operator if there is a preceding token that is none of `@`, `::`, `(`,
  /// `[`, `,` or an Operator, to which `/`, `//` and `|` belong.
  var endsOperand: Bool {
    switch kind {
    case .at, .colonColon, .openParenthesis, .openBracket, .comma, .slash, .doubleSlash, .bar,
      .operator:
      false
    default: true
    }
  }
}
