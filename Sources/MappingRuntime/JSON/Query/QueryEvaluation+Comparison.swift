internal import JSONPath

extension QueryEvaluation {
  /// RFC 9535 §2.3.5.2.2: `<` and `==` are defined, the others follow from them.
  mutating func compare(
    _ left: ComparedValue?, _ relation: JSONPathComparison.Operator, _ right: ComparedValue?
  ) throws(EvaluationBudget.Exceeded) -> Bool {
    switch relation {
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

  /// Two absences are equal; numbers by their exact value, strings by their scalars, arrays and objects by
  /// their content, whatever the order of members. By a stack of its own, since the document may be deep.
  private mutating func areEqual(
    _ left: ComparedValue?, _ right: ComparedValue?
  ) throws(EvaluationBudget.Exceeded) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    var pending = [(left, right)]
    while let (left, right) = pending.popLast() {
      try budget.spend()
      guard try areAlike(left, right, &pending) else { return false }
    }
    return true
  }

  /// Compares the values themselves, and leaves their children to be compared.
  private mutating func areAlike(
    _ left: ComparedValue, _ right: ComparedValue,
    _ pending: inout [(ComparedValue, ComparedValue)]
  ) throws(EvaluationBudget.Exceeded) -> Bool {
    switch (try kind(of: left), try kind(of: right)) {
    case (.null, .null): return true
    case (.boolean(let left), .boolean(let right)): return left == right
    case (.number(let left), .number(let right)): return left == right
    case (.text, .text): return try order(ofText: left, to: right) == 0
    case (.array(let left), .array(let right)): return try areAlike(arrays: left, right, &pending)
    case (.object(let left), .object(let right)):
      return try areAlike(objects: left, right, &pending)
    case (.null, _), (.boolean, _), (.number, _), (.text, _), (.array, _), (.object, _):
      return false
    }
  }

  private mutating func areAlike(
    arrays left: Number, _ right: Number, _ pending: inout [(ComparedValue, ComparedValue)]
  ) throws(EvaluationBudget.Exceeded) -> Bool {
    guard try countChildren(of: left) == countChildren(of: right) else { return false }
    for (left, right) in zip(children(of: left), children(of: right)) {
      pending.append((.node(left), .node(right)))
    }
    return true
  }

  private mutating func areAlike(
    objects left: Number, _ right: Number, _ pending: inout [(ComparedValue, ComparedValue)]
  ) throws(EvaluationBudget.Exceeded) -> Bool {
    guard try countChildren(of: left) == countChildren(of: right) else { return false }
    var byName: [[UInt8]: Number] = [:]
    for member in children(of: right) { byName[nameBytes(of: member)] = member }
    for member in children(of: left) {
      guard let other = byName[nameBytes(of: member)] else { return false }
      pending.append((.node(member), .node(other)))
    }
    return true
  }

  /// Only two numbers or two strings have an order. A string with half a surrogate pair has none.
  private mutating func isLess(
    _ left: ComparedValue?, _ right: ComparedValue?
  ) throws(EvaluationBudget.Exceeded) -> Bool {
    guard let left, let right else { return false }
    switch (try kind(of: left), try kind(of: right)) {
    case (.number(let left), .number(let right)): return left < right
    case (.text(isWellFormed: true), .text(isWellFormed: true)):
      return try order(ofText: left, to: right) < 0
    case (_, _): return false
    }
  }

  // MARK: Values

  private enum Kind {
    case null
    case boolean(Bool)
    case number(ComparedNumber)
    case text(isWellFormed: Bool)
    case array(Number)
    case object(Number)
  }

  private mutating func kind(
    of value: ComparedValue
  ) throws(EvaluationBudget.Exceeded) -> Kind {
    switch value {
    case .null: return .null
    case .boolean(let value): return .boolean(value)
    case .number(let number): return .number(number)
    case .text: return .text(isWellFormed: true)
    case .node(let node):
      switch firstByte(of: node) {
      case UInt8(ascii: "{"): return .object(node)
      case UInt8(ascii: "["): return .array(node)
      case UInt8(ascii: "\""): return .text(isWellFormed: isWellFormed(string: node))
      case UInt8(ascii: "n"): return .null
      case UInt8(ascii: "t"): return .boolean(true)
      case UInt8(ascii: "f"): return .boolean(false)
      default:
        let text = unsafe source(of: node)
        try budget.spend(reading: text.count)
        return .number(unsafe ComparedNumber(text))
      }
    }
  }

  /// The value as it stands in the body.
  func source(of node: Number) -> UnsafeBufferPointer<UInt8> {
    let entry = unsafe entries[Int(node)]
    return unsafe UnsafeBufferPointer(rebasing: body[entry.start..<entry.end])
  }

  /// Two texts by the bytes of their UTF-8, whose order is that of the scalars.
  private mutating func order(
    ofText left: ComparedValue, to right: ComparedValue
  ) throws(EvaluationBudget.Exceeded) -> Int {
    try budget.spend(reading: min(lengthOfText(left), lengthOfText(right)))
    return unsafe withText(of: left) { left in
      unsafe withText(of: right) { right in unsafe left.order(to: right) }
    }
  }

  private func lengthOfText(_ value: ComparedValue) -> Int {
    switch value {
    case .text(let text): text.count
    case .node(let node): unsafe content(ofString: node).count
    case .null, .boolean, .number: 0
    }
  }

  private func withText<Result>(
    of value: ComparedValue, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    switch value {
    case .node(let node) where !hasEscapes(string: node):
      return unsafe body(content(ofString: node))
    case .node(let node):
      return unsafe JSONIndex.bytes(ofEscaped: content(ofString: node))
        .withUnsafeBufferPointer(body)
    case .text(let text): return unsafe text.withUnsafeBufferPointer(body)
    case .null, .boolean, .number: return unsafe body(UnsafeBufferPointer(start: nil, count: 0))
    }
  }

  private func hasEscapes(string node: Number) -> Bool {
    let text = unsafe content(ofString: node)
    return unsafe text.contains(UInt8(ascii: "\\"))
  }

  private func isWellFormed(string node: Number) -> Bool {
    guard hasEscapes(string: node) else { return true }
    var scalars = unsafe JSONStringScalars(content(ofString: node))
    while let value = scalars.next() {
      if Unicode.Scalar(value) == nil { return false }
    }
    return true
  }

  /// A string's text; nil for one with half of a surrogate pair.
  func text(ofString node: Number) -> String? {
    let content = unsafe content(ofString: node)
    guard hasEscapes(string: node) else { return unsafe String(decoding: content, as: UTF8.self) }
    guard isWellFormed(string: node) else { return nil }
    return unsafe String(decoding: JSONIndex.bytes(ofEscaped: content), as: UTF8.self)
  }

  private func nameBytes(of node: Number) -> [UInt8] {
    unsafe index.nameBytes(of: entries[Int(node)], bytes)
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func order(to other: UnsafeBufferPointer<UInt8>) -> Int {
    for index in 0..<Swift.min(count, other.count) {
      let difference = unsafe Int(self[index]) - Int(other[index])
      if difference != 0 { return difference }
    }
    return count - other.count
  }
}
