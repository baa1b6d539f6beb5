package import JSONText

extension Value {
  /// A value of a JSON document.
  ///
  /// Arrays nest as deep as their tree does, which ``JSONReader/depthLimit`` bounds where it is read;
  /// an object becomes its text.
  ///
  /// - Complexity: O(*n*) in the size of the tree.
  package init(_ json: JSONValue) {
    self =
      switch json {
      case .null: .null
      case .boolean(let value): .boolean(value)
      case .number(let text): .number(text)
      case .string(let text): .text(text)
      case .array(let elements): .list(elements.map { Value($0) })
      case .object: .object(json.text)
      }
  }
}
