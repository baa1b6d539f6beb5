internal import JSONText
internal import Transforms

extension QueryEvaluation {
  /// A list deeper than this is not made: it is released by recursion.
  static let deepestList = 2_048

  /// The value as pipelines have it.
  ///
  /// - Parameter elements: how many elements lists may have in all; less what this value has.
  /// - Throws: ``ValueProblem``.
  func value(of node: Number, elements: inout Int) throws(ValueProblem) -> Value {
    var open: [(elements: [Value], end: Number)] = []
    var node = node
    while true {
      var value: Value
      if firstByte(of: node) == UInt8(ascii: "[") {
        guard open.count < QueryEvaluation.deepestList else { throw .tooDeep }
        open.append(([], next(after: node)))
        node += 1
        value = .null
      } else {
        value = scalarValue(of: node)
        node = next(after: node)
        guard let last = open.indices.last else { return value }
        open[last].elements.append(value)
      }
      while let list = open.last, node == list.end {
        open.removeLast()
        elements -= list.elements.count
        guard elements >= 0 else { throw .tooMany }
        value = .list(list.elements)
        guard let last = open.indices.last else { return value }
        open[last].elements.append(value)
      }
    }
  }

  /// Why a value is not taken out of the body.
  enum ValueProblem: Error { case tooDeep, tooMany }

  /// The value as a document has it; nil for an array or object.
  func jsonScalar(of node: Number) -> JSONValue? {
    if isContainer(node) { return nil }
    return switch scalarValue(of: node) {
    case .text(let text): .string(text)
    case .illFormedText(let source): .illFormedString(source)
    case .number(let text): .number(text)
    case .boolean(let value): .boolean(value)
    case .null, .date, .dateTime, .list, .object, .element: .null
    }
  }

  /// The value of what is no array.
  private func scalarValue(of node: Number) -> Value {
    switch firstByte(of: node) {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "\""):
      guard let text = text(ofString: node) else {
        return unsafe .illFormedText(String(decoding: content(ofString: node), as: UTF8.self))
      }
      return .text(text)
    case UInt8(ascii: "n"): return .null
    case UInt8(ascii: "t"): return .boolean(true)
    case UInt8(ascii: "f"): return .boolean(false)
    default: return unsafe .number(String(decoding: source(of: node), as: UTF8.self))
    }
  }
}
