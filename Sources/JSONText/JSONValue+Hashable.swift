extension JSONValue: Hashable {
  /// Whether both are written alike: numbers by their text, strings by their scalars, members in
  /// their order. Not recursive, so that deep documents can be compared on a small stack.
  ///
  /// - Complexity: O(*n*).
  package static func == (left: JSONValue, right: JSONValue) -> Bool {
    var pending = [(left, right)]
    while let (left, right) = pending.popLast() {
      guard left.isAlike(right, &pending) else { return false }
    }
    return true
  }

  /// Compares the values themselves, and leaves their children to be compared.
  private func isAlike(
    _ other: JSONValue, _ pending: inout [(JSONValue, JSONValue)]
  ) -> Bool {
    switch (self, other) {
    case (.null, .null): return true
    case (.boolean(let left), .boolean(let right)): return left == right
    case (.number(let left), .number(let right)), (.string(let left), .string(let right)),
      (.illFormedString(let left), .illFormedString(let right)):
      return left.utf8.elementsEqual(right.utf8)
    case (.array(let left), .array(let right)):
      guard left.count == right.count else { return false }
      pending.append(contentsOf: zip(left, right))
      return true
    case (.object(let left), .object(let right)):
      guard left.count == right.count else { return false }
      for (left, right) in zip(left, right) {
        guard left.hasSameName(as: right) else { return false }
        pending.append((left.value, right.value))
      }
      return true
    case (.null, _), (.boolean, _), (.number, _), (.string, _), (.illFormedString, _), (.array, _),
      (.object, _):
      return false
    }
  }

  package func hash(into hasher: inout Hasher) {
    var pending = [self]
    while let value = pending.popLast() {
      value.hashItself(into: &hasher, &pending)
    }
  }

  private func hashItself(into hasher: inout Hasher, _ pending: inout [JSONValue]) {
    switch self {
    case .null: hasher.combine(0)
    case .boolean(let value): hasher.combine(value)
    case .number(let text), .string(let text), .illFormedString(let text):
      hasher.combine(exactly: text)
    case .array(let elements):
      hasher.combine(elements.count)
      pending.append(contentsOf: elements)
    case .object(let members):
      hasher.combine(members.count)
      for member in members {
        hasher.combine(exactly: member.name)
        pending.append(member.value)
      }
    }
  }
}

extension JSONMember: Hashable {
  package static func == (left: JSONMember, right: JSONMember) -> Bool {
    left.hasSameName(as: right) && left.value == right.value
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(exactly: name)
    hasher.combine(value)
  }

  package func hasSameName(as other: JSONMember) -> Bool {
    hasIllFormedName == other.hasIllFormedName && name.utf8.elementsEqual(other.name.utf8)
  }
}

extension Hasher {
  /// Takes the bytes of the text, so that texts differ that are only canonically equivalent.
  package mutating func combine(exactly text: String) {
    combine(text.utf8.count)
    for byte in text.utf8 { combine(byte) }
  }
}
