// The conversions without loss by which a transform takes a value of another kind.
//
//     a text    takes numbers (their exact source text), true and false, times (ISO 8601)
//     a number  takes texts that are exactly a number of RFC 8259 §6: no space around, no plus sign
//     a list    takes a single value as a list of one: XML with one node, a list that is left out

extension Value {
  func asText() throws(TransformMismatch) -> String {
    guard let text else { throw textMismatch }
    return text
  }

  func asNumber() throws(TransformMismatch) -> ExactNumber {
    switch self {
    case .number(let text), .text(let text): try ExactNumber(text)
    case .null, .boolean, .illFormedText, .date, .dateTime: throw .notNumber
    case .list, .object, .element: throw textMismatch
    }
  }

  var asList: [Value] {
    if case .list(let elements) = self { elements } else { [self] }
  }

  /// Why the value cannot be an element of a list of single values.
  var elementMismatch: TransformMismatch {
    if case .illFormedText = self { .loneSurrogate } else { .structureInList }
  }

  private var textMismatch: TransformMismatch {
    switch self {
    case .list: .list
    case .illFormedText: .loneSurrogate
    case .null, .boolean, .number, .text, .date, .dateTime, .object, .element: .structure
    }
  }
}

extension [Value] {
  /// The elements but null; any list or structure among them is a mismatch.
  func singleValues() throws(TransformMismatch) -> [Value] {
    var values: [Value] = []
    for element in self where element != .null {
      guard element.text != nil else { throw element.elementMismatch }
      values.append(element)
    }
    return values
  }
}
