import IRegexp
import JSONText

extension JSONPathEvaluation {
  /// Whether the expression is true of the node (RFC 9535 §2.3.5.2).
  mutating func holds(
    _ expression: LogicalExpression, at current: JSONNode
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
    case .comparison(let comparison): return try holds(comparison, at: current)
    case .existence(let query): return try !nodes(query, at: current).isEmpty
    case .test(let call): return try test(call, at: current)
    }
  }

  /// §2.3.5.2.2: `<` and `==` are defined, the others follow from them.
  private mutating func holds(
    _ comparison: JSONPathComparison, at current: JSONNode
  ) throws(EvaluationBudget.Exceeded) -> Bool {
    let left = try value(of: comparison.left, at: current)
    let right = try value(of: comparison.right, at: current)
    switch comparison.relation {
    case .equal: return try areEqual(left, right)
    case .notEqual: return try !areEqual(left, right)
    case .less: return try isLess(left, right)
    case .greater: return try isLess(right, left)
    case .lessOrEqual:
      if try isLess(left, right) { return true }
      return try areEqual(left, right)
    case .greaterOrEqual:
      if try isLess(right, left) { return true }
      return try areEqual(left, right)
    }
  }

  /// The value of an operand; nil is the RFC's `Nothing`.
  private mutating func value(
    of operand: JSONPathOperand, at current: JSONNode
  ) throws(EvaluationBudget.Exceeded) -> JSONValue? {
    switch operand {
    case .literal(let literal): return literal.jsonValue
    case .query(let query): return try nodes(query, at: current).first?.value
    case .call(let call): return try result(of: call, at: current)
    }
  }

  /// The result of `length`, `count` or `value` (§2.4.4, §2.4.5, §2.4.8).
  private mutating func result(
    of call: JSONPathCall, at current: JSONNode
  ) throws(EvaluationBudget.Exceeded) -> JSONValue? {
    guard let argument = call.arguments.first else { return nil }
    switch call.function {
    case .length:
      guard let value = try value(of: argument, at: current) else { return nil }
      return try length(of: value).map { .integer($0) }
    case .count: return .integer(try nodes(of: argument, at: current).count)
    case .value:
      let nodes = try nodes(of: argument, at: current)
      return nodes.count == 1 ? nodes[0].value : nil
    case .match, .search: return nil
    }
  }

  private mutating func nodes(
    of argument: JSONPathOperand, at current: JSONNode
  ) throws(EvaluationBudget.Exceeded) -> [JSONNode] {
    guard case .query(let query) = argument else { return [] }
    return try nodes(query, at: current)
  }

  private mutating func length(of value: JSONValue) throws(EvaluationBudget.Exceeded) -> Int? {
    switch value {
    case .string(let text):
      try budget.spend(reading: text)
      return text.unicodeScalars.count
    case .illFormedString(let source):
      try budget.spend(reading: source)
      return source.lengthAsSource
    case .array(let elements): return elements.count
    case .object(let members):
      try budget.spend(members.count)
      return members.withoutDuplicates.count
    case .null, .boolean, .number: return nil
    }
  }

  /// The result of `match` or `search` (§2.4.6, §2.4.7): false for what is no string, and for a
  /// pattern that is no I-Regexp.
  private mutating func test(
    _ call: JSONPathCall, at current: JSONNode
  ) throws(EvaluationBudget.Exceeded) -> Bool {
    guard call.arguments.count == 2,
      case .string(let text) = try value(of: call.arguments[0], at: current),
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
    of call: JSONPathCall, at current: JSONNode
  ) throws(EvaluationBudget.Exceeded) -> IRegexp? {
    if let pattern = call.pattern { return pattern }
    guard case .string(let text) = try value(of: call.arguments[1], at: current) else { return nil }
    let pattern = try? IRegexp(text)
    // What it costs to compile.
    try budget.spend(min(text.utf8.count, IRegexp.lengthLimit) + (pattern?.stateCount ?? 0))
    return pattern
  }
}

extension JSONPathLiteral {
  fileprivate var jsonValue: JSONValue {
    switch value {
    case .null: .null
    case .boolean(let value): .boolean(value)
    case .number(let text): .number(text)
    case .string(let text): .string(text)
    }
  }
}

extension String {
  /// The number of scalars that the source text of a JSON string stands for, each surrogate without
  /// its other half counted as one.
  fileprivate var lengthAsSource: Int {
    let bytes = Array(utf8)
    var offset = 0
    var count = 0
    while offset < bytes.count {
      offset += bytes.widthOfCharacter(at: offset)
      count += 1
    }
    return count
  }
}

extension [UInt8] {
  /// How many bytes the character or escape at the offset takes.
  fileprivate func widthOfCharacter(at offset: Int) -> Int {
    guard self[offset] == UInt8(ascii: "\\") else {
      return self[offset] < 0x80 ? 1 : self[offset] < 0xE0 ? 2 : self[offset] < 0xF0 ? 3 : 4
    }
    guard let lead = codeUnit(at: offset) else { return 2 }
    let isPair =
      UTF16.isLeadSurrogate(lead)
      && codeUnit(at: offset + 6).map(UTF16.isTrailSurrogate) == true
    return isPair ? 12 : 6
  }

  /// The code unit of `\uXXXX` at the offset; nil if another thing stands there.
  private func codeUnit(at offset: Int) -> UInt16? {
    guard offset + 6 <= count, self[offset] == UInt8(ascii: "\\"),
      self[offset + 1] == UInt8(ascii: "u")
    else { return nil }
    return UInt16(String(decoding: self[(offset + 2)..<(offset + 6)], as: UTF8.self), radix: 16)
  }
}
