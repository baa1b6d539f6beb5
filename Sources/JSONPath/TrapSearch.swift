/// Walks through an expression, and remembers what stands beside each part of it.
struct TrapSearch {
  /// What holds around a part.
  struct Context {
    /// The queries that something is said about, so that a test of theirs is no trap.
    struct Settled {
      /// Compared beside the part.
      var compared: Set<JSONPathQuery> = []
      /// Known to select something where the part counts.
      var present: Set<JSONPathQuery> = []
    }

    /// By the parts joined to this one by `&&`, or by `||` if both are negated.
    var joined = Settled()
    /// The same, should the part be negated.
    var joinedIfNegated = Settled()
    var isNegated = false
    /// Whether `!` stands right before the part.
    var isBehindNot = false

    var negated: Context {
      Context(
        joined: joinedIfNegated, joinedIfNegated: joined, isNegated: !isNegated, isBehindNot: true)
    }
  }

  private(set) var traps: [JSONPathTrap] = []

  mutating func visit(_ query: JSONPathQuery) {
    for selector in query.segments.lazy.flatMap(\.selectors) {
      if case .filter(let expression) = selector { visit(expression, Context()) }
    }
  }

  mutating func visit(_ expression: LogicalExpression, _ context: Context) {
    switch expression {
    case .and(let parts):
      var inner = context
      inner.isBehindNot = false
      for part in parts { inner.joined.add(part) }
      for part in parts { visit(part, inner) }
    case .or(let parts):
      var inner = context
      inner.isBehindNot = false
      for part in parts { inner.joinedIfNegated.add(negated: part) }
      for part in parts { visit(part, inner) }
    case .not(let part): visit(part, context.negated)
    case .comparison(let comparison): visit(comparison, context)
    case .existence(let query): visit(existenceOf: query, context)
    case .test(let call): visit(call)
    }
  }

  private mutating func visit(_ call: JSONPathCall) {
    for argument in call.arguments { visit(argument) }
  }

  private mutating func visit(_ operand: JSONPathOperand) {
    switch operand {
    case .literal: return
    case .query(let query): visit(query)
    case .call(let call): visit(call)
    }
  }

  private mutating func visit(existenceOf query: JSONPathQuery, _ context: Context) {
    visit(query)
    guard query.isSingular, !context.joined.compared.contains(query) else { return }
    let path = query.canonicalText
    let test = query.segments.isEmpty ? "\(path) != null" : "\(path) && \(path) != null"
    traps.append(
      JSONPathTrap(
        kind: .existenceOfNull(path: path), range: query.range,
        replacement: context.isBehindNot ? "(\(test))" : test))
  }

  private mutating func visit(_ comparison: JSONPathComparison, _ context: Context) {
    visit(comparison.left)
    visit(comparison.right)
    guard comparison.relation == .notEqual, !context.isNegated, !comparison.hasCall else { return }
    let absent = comparison.queries.filter { $0.mayBeAbsent(in: context) }.map(\.canonicalText)
    guard !absent.isEmpty else { return }
    let unequal = comparison.canonicalText
    traps.append(
      JSONPathTrap(
        kind: .inequalityOfAbsent(
          left: comparison.left.canonicalText, right: comparison.right.canonicalText,
          absent: absent),
        range: comparison.range, replacement: (absent + [unequal]).joined(separator: " && ")))
  }
}

extension JSONPathQuery {
  /// Whether nothing beside the part tells that the query selects something, be it joined by `&&`,
  /// or by `||` as in `!@.a || @.a != 1`.
  fileprivate func mayBeAbsent(in context: TrapSearch.Context) -> Bool {
    !segments.isEmpty && !context.joined.present.contains(self)
      && !context.joinedIfNegated.present.contains(self)
  }
}

extension TrapSearch.Context.Settled {
  /// Takes what a part says that has to be true.
  mutating func add(_ part: LogicalExpression) {
    addCompared(part)
    switch part {
    case .existence(let query): present.insert(query)
    case .comparison(let comparison):
      if comparison.impliesPresence { present.formUnion(comparison.queries) }
    case .test(let call): present.formUnion(call.arguments.compactMap(\.query))
    case .and, .or, .not: return
    }
  }

  /// Takes what a part says that has to be false for the others to count.
  mutating func add(negated part: LogicalExpression) {
    addCompared(part)
    if case .not(.existence(let query)) = part { present.insert(query) }
  }

  private mutating func addCompared(_ part: LogicalExpression) {
    switch part {
    case .and(let parts), .or(let parts): for part in parts { addCompared(part) }
    case .not(let part): addCompared(part)
    case .comparison(let comparison): compared.formUnion(comparison.queries)
    case .existence, .test: return
    }
  }
}

extension JSONPathComparison {
  fileprivate var queries: [JSONPathQuery] { [left, right].compactMap(\.query) }

  fileprivate var hasCall: Bool {
    switch (left, right) {
    case (.call, _), (_, .call): true
    case (.literal, _), (.query, _): false
    }
  }

  /// Whether it is false where a query selects nothing.
  fileprivate var impliesPresence: Bool {
    switch (relation, left, right) {
    case (.notEqual, _, _): false
    case (_, .literal, _), (_, _, .literal), (.less, _, _), (.greater, _, _): true
    case (_, .query, _), (_, .call, _): false
    }
  }
}

extension JSONPathOperand {
  fileprivate var query: JSONPathQuery? {
    switch self {
    case .query(let query): query
    case .literal, .call: nil
    }
  }
}
