package import JSONText

extension Value {
  /// A value of a JSON document.
  ///
  /// Arrays nest as deep as their tree does, which the reader of the document limits.
  ///
  /// - Complexity: O(*elements*), those of arrays within arrays included.
  package init(_ json: JSONValue) {
    self =
      switch json {
      case .null: .null
      case .boolean(let value): .boolean(value)
      case .number(let text): .number(text)
      case .string(let text): .text(text)
      case .illFormedString(let source): .illFormedText(source)
      case .array(let elements): .list(elements.map { Value($0) })
      case .object: .object
      }
  }

  /// The list of the values that a path selected.
  ///
  /// Paths select values within one another, `$..*` each of them once for every level it is on: the
  /// list may have far more elements than the document has values.
  ///
  /// - Throws: `tooMany` beyond ``ResultLimit/elements``, those of lists within the list included.
  package init(selected values: [JSONValue]) throws(TransformMismatch) {
    var pending = values
    var count = 0
    while let value = pending.popLast() {
      count += 1
      guard count + pending.count <= ResultLimit.elements else { throw .tooMany }
      if case .array(let elements) = value { pending += elements }
    }
    self = .list(values.map { Value($0) })
  }
}
