internal import IRegexp
internal import JSONPath

extension QueryEvaluation {
  /// Whether the expression is true of the node (RFC 9535 §2.3.5.2).
  mutating func holds(
    _ expression: IndexedExpression, at current: Number
  ) throws(EvaluationBudget.Exceeded) -> Bool {
    try budget.spend()
    switch expression {
    case .or(let parts):
      for part in parts where try holds(part, at: current) { return true }
      return false
    case .and(let parts):
      for part in parts where try !holds(part, at: current) { return false }
      return true
    case .not(let part): return try !holds(part, at: current)
    case .comparison(let left, let relation, let right):
      return try compare(
        try value(of: left, at: current), relation, try value(of: right, at: current))
    case .existence(let query):
      return query.isSingular
        ? try node(query, at: current) != nil : try !nodes(query, at: current).isEmpty
    case .test(let call): return try test(call, at: current)
    }
  }

  /// The value of an operand; nil is the RFC's `Nothing`.
  private mutating func value(
    of operand: IndexedOperand, at current: Number
  ) throws(EvaluationBudget.Exceeded) -> ComparedValue? {
    switch operand {
    case .literal(let literal): return literal
    case .query(let query): return try node(query, at: current).map { .node($0) }
    case .call(let call): return try result(of: call, at: current)
    }
  }

  /// The result of `length`, `count` or `value` (§2.4.4, §2.4.5, §2.4.8).
  private mutating func result(
    of call: IndexedCall, at current: Number
  ) throws(EvaluationBudget.Exceeded) -> ComparedValue? {
    guard let argument = call.arguments.first else { return nil }
    switch call.function {
    case .length:
      guard let value = try value(of: argument, at: current) else { return nil }
      return try length(of: value).map { .number(ComparedNumber($0)) }
    case .count: return .number(ComparedNumber(try nodes(of: argument, at: current).count))
    case .value:
      let nodes = try nodes(of: argument, at: current)
      return nodes.count == 1 ? .node(nodes[0]) : nil
    case .match, .search: return nil
    }
  }

  private mutating func nodes(
    of argument: IndexedOperand, at current: Number
  ) throws(EvaluationBudget.Exceeded) -> [Number] {
    guard case .query(let query) = argument else { return [] }
    return try nodes(query, at: current)
  }

  /// The scalars of a text, the elements of an array, the members of an object.
  private mutating func length(
    of value: ComparedValue
  ) throws(EvaluationBudget.Exceeded) -> Int? {
    switch value {
    case .null, .boolean, .number: return nil
    case .text(let text):
      try budget.spend(reading: text.count)
      return text.count { $0 & 0xC0 != 0x80 }
    case .node(let node):
      if isContainer(node) { return try countChildren(of: node) }
      guard firstByte(of: node) == UInt8(ascii: "\"") else { return nil }
      let text = unsafe content(ofString: node)
      try budget.spend(reading: text.count)
      var scalars = unsafe JSONStringScalars(text)
      var length = 0
      while scalars.next() != nil { length += 1 }
      return length
    }
  }

  /// The result of `match` or `search` (§2.4.6, §2.4.7): false for what is no string, and for a pattern
  /// that is no I-Regexp.
  private mutating func test(
    _ call: IndexedCall, at current: Number
  ) throws(EvaluationBudget.Exceeded) -> Bool {
    guard call.arguments.count == 2,
      let text = try value(of: call.arguments[0], at: current).flatMap(string),
      let pattern = try pattern(of: call, at: current)
    else { return false }
    try budget.spend(reading: text, with: pattern)
    switch call.function {
    case .match: return pattern.matches(text)
    case .search: return pattern.isFound(in: text)
    case .length, .count, .value: return false
    }
  }

  private mutating func pattern(
    of call: IndexedCall, at current: Number
  ) throws(EvaluationBudget.Exceeded) -> IRegexp? {
    if let pattern = call.pattern { return pattern }
    guard let text = try value(of: call.arguments[1], at: current).flatMap(string) else {
      return nil
    }
    let pattern = try? IRegexp(text)
    // What it costs to compile.
    try budget.spend(min(text.utf8.count, IRegexp.lengthLimit) + (pattern?.stateCount ?? 0))
    return pattern
  }

  /// The text of a string; nil for what is none, and for one with half of a surrogate pair.
  private func string(_ value: ComparedValue) -> String? {
    switch value {
    case .null, .boolean, .number: return nil
    case .text(let text): return String(decoding: text, as: UTF8.self)
    case .node(let node):
      guard firstByte(of: node) == UInt8(ascii: "\"") else { return nil }
      return text(ofString: node)
    }
  }

  /// What stands between the quotes of a string.
  func content(ofString node: Number) -> UnsafeBufferPointer<UInt8> {
    let entry = unsafe entries[Int(node)]
    return unsafe UnsafeBufferPointer(rebasing: body[(entry.start + 1)..<(entry.end - 1)])
  }
}
