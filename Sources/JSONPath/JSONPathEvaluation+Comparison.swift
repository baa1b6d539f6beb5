import JSONText

extension JSONPathEvaluation {
  /// RFC 9535 §2.3.5.2.2: two absences are equal; numbers by their exact value, strings by their
  /// scalars, arrays and objects by their content, whatever the order of members. By a stack of its
  /// own, since the document may be deep.
  mutating func areEqual(
    _ left: JSONValue?, _ right: JSONValue?
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
    _ left: JSONValue, _ right: JSONValue, _ pending: inout [(JSONValue, JSONValue)]
  ) throws(EvaluationBudget.Exceeded) -> Bool {
    switch (left, right) {
    case (.null, .null): return true
    case (.boolean(let left), .boolean(let right)): return left == right
    case (.number(let left), .number(let right)):
      try budget.spend(reading: left)
      try budget.spend(reading: right)
      return ExactNumber(left) == ExactNumber(right)
    case (.string(let left), .string(let right)),
      (.illFormedString(let left), .illFormedString(let right)):
      try budget.spend(reading: left)
      return left.utf8.elementsEqual(right.utf8)
    case (.array(let left), .array(let right)):
      guard left.count == right.count else { return false }
      try budget.spend(left.count)
      pending.append(contentsOf: zip(left, right))
      return true
    case (.object(let left), .object(let right)): return try areAlike(left, right, &pending)
    case (.null, _), (.boolean, _), (.number, _), (.string, _), (.illFormedString, _), (.array, _),
      (.object, _):
      return false
    }
  }

  private mutating func areAlike(
    _ left: [JSONMember], _ right: [JSONMember], _ pending: inout [(JSONValue, JSONValue)]
  ) throws(EvaluationBudget.Exceeded) -> Bool {
    try budget.spend(left.count + right.count)
    let left = left.withoutDuplicates
    let right = right.withoutDuplicates
    guard left.count == right.count else { return false }
    var byName: [MemberName: JSONValue] = [:]
    for member in right { byName[MemberName(member: member)] = member.value }
    for member in left {
      guard let other = byName[MemberName(member: member)] else { return false }
      pending.append((member.value, other))
    }
    return true
  }

  /// Only two numbers or two strings have an order. A string with half a surrogate pair has none.
  mutating func isLess(
    _ left: JSONValue?, _ right: JSONValue?
  ) throws(EvaluationBudget.Exceeded) -> Bool {
    switch (left, right) {
    case (.number(let left), .number(let right)):
      try budget.spend(reading: left)
      try budget.spend(reading: right)
      return ExactNumber(left) < ExactNumber(right)
    case (.string(let left), .string(let right)):
      try budget.spend(reading: left)
      // The order of the bytes of UTF-8 is that of the scalars.
      return left.utf8.lexicographicallyPrecedes(right.utf8)
    case (_, _): return false
    }
  }
}
