// The conversions without loss by which a transform takes a value of another kind.
//
//     a text    takes numbers (their exact source text), true and false, times (ISO 8601)
//     a number  takes texts that are exactly a number of RFC 8259 §6: no space around, no plus sign
//     a list    takes a single value as a list of one: XML with one node, a list that is left out

extension Value {
  func asText() throws(TransformMismatch) -> String {
    guard let text else { throw structureMismatch }
    return text
  }

  func asNumber() throws(TransformMismatch) -> ExactNumber {
    switch self {
    case .number(let text), .text(let text): try ExactNumber(text)
    case .null, .boolean, .date, .dateTime: throw .notNumber
    case .list, .object, .element: throw structureMismatch
    }
  }

  var asList: [Value] {
    if case .list(let elements) = self { elements } else { [self] }
  }

  private var structureMismatch: TransformMismatch {
    if case .list = self { .list } else { .structure }
  }
}

extension [Value] {
  /// The elements but null; any list or structure among them is a mismatch.
  func singleValues() throws(TransformMismatch) -> [Value] {
    var values: [Value] = []
    for element in self where element != .null {
      guard element.text != nil else { throw .structureInList }
      values.append(element)
    }
    return values
  }
}
