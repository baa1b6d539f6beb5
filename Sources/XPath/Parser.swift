internal import Diagnostics

/// Parses tokens by recursive descent, one function a production. Beside the grammar it checks what the
/// grammar lets pass, types above all; of those problems the first is kept until the end.
struct Parser {
  /// Nested parentheses, predicates and arguments.
  static let deepest = 32

  /// A part of the expression and where it stands.
  struct Part {
    let syntax: XPathSyntax
    let range: SourceRange
  }

  private let text: [UInt8]
  private let tokens: [Token]
  private var index = 0
  private var depth = 0
  let prefixes: Set<String>?
  private var usedPrefixes: [XPathPrefixUse] = []
  var zeroPositions: [SourceRange] = []
  private var staticProblem: XPathProblem?

  init(_ tokens: [Token], of text: [UInt8], prefixes: Set<String>?) {
    self.tokens = tokens
    self.text = text
    self.prefixes = prefixes
  }

  mutating func wholeExpression() throws(XPathProblem) -> XPathExpression {
    let syntax = try expression().syntax
    guard current.kind == .end else { throw unexpected() }
    if let staticProblem { throw staticProblem }
    return XPathExpression(
      syntax: syntax, usedPrefixes: usedPrefixes, zeroPositions: zeroPositions,
      isParenthesized: isParenthesized)
  }

  /// Whether the first token is a parenthesis that the last one closes.
  private var isParenthesized: Bool {
    guard tokens.first?.kind == .openParenthesis else { return false }
    var open = 0
    for (position, token) in tokens.enumerated() {
      if token.kind == .openParenthesis { open += 1 }
      if token.kind == .closeParenthesis { open -= 1 }
      if open == 0 { return position == tokens.count - 2 }
    }
    return false
  }

  // MARK: Tokens

  /// The last token is `end`, beyond which nothing is taken.
  var current: Token { tokens[min(index, tokens.count - 1)] }

  var previous: Token? { index > 0 ? tokens[index - 1] : nil }

  func spelling(_ range: SourceRange) -> String {
    String(decoding: text[range.lowerBound..<range.upperBound], as: UTF8.self)
  }

  @discardableResult
  mutating func advance() -> Token {
    let token = current
    index = min(index + 1, tokens.count - 1)
    return token
  }

  mutating func take(_ kind: Token.Kind) -> Token? {
    current.kind == kind ? advance() : nil
  }

  /// The bracket that closes another.
  @discardableResult
  mutating func close(_ opener: Token) throws(XPathProblem) -> Token {
    let isRound = opener.kind == .openParenthesis
    if let closer = take(isRound ? .closeParenthesis : .closeBracket) { return closer }
    switch current.kind {
    case .end, .closeParenthesis, .closeBracket:
      throw XPathProblem(.unclosedBracket(isRound ? .round : .square), at: opener.range)
    default: throw unexpected()
    }
  }

  /// What stands within brackets, one level deeper.
  mutating func nested(
    in opener: Token
  ) throws(XPathProblem) -> Part {
    guard depth < Parser.deepest else {
      throw XPathProblem(.tooDeep(limit: Parser.deepest), at: opener.range)
    }
    depth += 1
    let part = try expression()
    depth -= 1
    return part
  }

  // MARK: Facts

  /// Notes a problem that is none of the grammar, unless there is one already.
  mutating func note(_ kind: XPathProblem.Kind, at range: SourceRange) {
    staticProblem = staticProblem ?? XPathProblem(kind, at: range)
  }

  mutating func requireNodeSet(_ part: Part, for place: XPathProblem.NodeSetPlace) {
    if part.syntax.type != .nodeSet { note(.notANodeSet(part.syntax.type, place), at: part.range) }
  }

  /// Notes the prefix that begins at that offset.
  mutating func use(prefix: XPathText?, at offset: Int) {
    guard let prefix else { return }
    let range = SourceRange(offset, offset + prefix.string.utf8.count)
    usedPrefixes.append(XPathPrefixUse(prefix: prefix.string, range: range))
    guard let prefixes, prefix != "xml" else { return }
    // A set takes canonically equivalent texts for equal; prefixes are compared by scalars.
    if let known = prefixes.firstIndex(of: prefix.string),
      XPathText(prefixes[known]) == prefix
    {
      return
    }
    let suggestion = Suggestion.nearest(to: prefix.string, among: prefixes.sorted())
    note(.undeclaredPrefix(prefix.string, suggestion: suggestion), at: range)
  }

  // MARK: Operators

  /// What stands before an operator whose right side is not known yet.
  private struct Pending {
    let left: Part
    /// Operators of the same precedence that follow it.
    var operations: [XPathOperation] = []
    var next: XPathOperator
  }

  /// Expr ::= OrExpr, and what it is made of down to MultiplicativeExpr (§3.3–§3.5).
  ///
  /// Not by recursion, which would go seven calls deep for each level of brackets.
  mutating func expression() throws(XPathProblem) -> Part {
    var pending: [Pending] = []
    var right = try unary()
    while true {
      let next = currentOperator
      let precedence = next?.precedence ?? 0
      while let last = pending.last, last.next.precedence > precedence {
        pending.removeLast()
        right = Parser.join(last, right)
      }
      guard let next else { return right }
      if let last = pending.last, last.next.precedence == precedence {
        pending[pending.count - 1].operations.append(XPathOperation(last.next, right.syntax))
        pending[pending.count - 1].next = next
      } else {
        pending.append(Pending(left: right, next: next))
      }
      advance()
      right = try unary()
    }
  }

  private var currentOperator: XPathOperator? {
    if case .operator(let found) = current.kind { found } else { nil }
  }

  /// The operation that ends with that operand.
  private static func join(_ pending: Pending, _ right: Part) -> Part {
    let operations = pending.operations + [XPathOperation(pending.next, right.syntax)]
    let range = pending.left.range.union(right.range)
    // `(a - b) - c` is `a - b - c`.
    if case .operation(let first, let before) = pending.left.syntax,
      before.first?.operator.precedence == pending.next.precedence
    {
      return Part(syntax: .operation(first, before + operations), range: range)
    }
    return Part(syntax: .operation(pending.left.syntax, operations), range: range)
  }

  /// UnaryExpr ::= UnionExpr | '-' UnaryExpr
  private mutating func unary() throws(XPathProblem) -> Part {
    let start = current.range
    var count = 0
    while take(.operator(.minus)) != nil { count += 1 }
    let operand = try union()
    guard count > 0 else { return operand }
    let range = start.union(operand.range)
    if case .negation(let inner, let innermost) = operand.syntax {
      return Part(syntax: .negation(count: count + inner, innermost), range: range)
    }
    return Part(syntax: .negation(count: count, operand.syntax), range: range)
  }

  /// UnionExpr ::= PathExpr | UnionExpr '|' PathExpr
  private mutating func union() throws(XPathProblem) -> Part {
    let first = try path()
    guard current.kind == .bar else { return first }
    var operands = [first]
    while take(.bar) != nil { operands.append(try path()) }
    for operand in operands { requireNodeSet(operand, for: .union) }
    let flat = operands.flatMap { operand in
      if case .union(let inner) = operand.syntax { inner } else { [operand.syntax] }
    }
    let range = operands.reduce(first.range) { $0.union($1.range) }
    return Part(syntax: .union(flat), range: range)
  }
}
