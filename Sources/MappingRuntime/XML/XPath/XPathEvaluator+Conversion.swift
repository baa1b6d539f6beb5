// Conversions between the types (§4.2, §4.4).

extension XPathEvaluator {
  /// What `number` makes of a value.
  mutating func number(_ value: XPathValue) throws(XPathFailure) -> Double {
    switch value {
    case .number(let number): return number
    case .boolean(let boolean): return boolean ? 1 : 0
    case .nodes, .text:
      let text = try string(value)
      try spend(working: text.count)
      return XPathNumber.value(of: text)
    }
  }

  /// What `string` makes of a value; a set of nodes stands for its first one.
  mutating func string(_ value: XPathValue) throws(XPathFailure) -> ArraySlice<UInt8> {
    switch value {
    case .text(let text): return text
    case .nodes(let nodes):
      guard let first = nodes.first else { return [] }
      return tree.stringValue(of: first)
    case .boolean(let boolean): return Array(boolean ? "true".utf8 : "false".utf8)[...]
    case .number(let number): return Array(XPathNumber.text(of: number).utf8)[...]
    }
  }
}
