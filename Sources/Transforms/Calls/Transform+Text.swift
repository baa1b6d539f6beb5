package import MappingPlan

extension Transform {
  /// How a call is written: `trim`, `replace(text, by)`, `round([places])`.
  package var usage: String {
    guard !parameters.isEmpty else { return name }
    return name + "(" + parameters.map(\.usage).joined(separator: ", ") + ")"
  }

  /// How the example is written behind `|>`.
  package func call(of example: Example) -> TransformCall {
    TransformCall(name, example.arguments)
  }
}

extension Transform.Parameter {
  fileprivate var usage: String {
    if kind == .entries { return "\(name): value, ..., else: value" }
    return isOptional ? "[\(name)]" : name
  }
}

extension TransformCall {
  /// The call as it is written in a mapping file.
  package var text: String {
    arguments.isEmpty ? name : name + "(" + arguments.map(\.text).joined(separator: ", ") + ")"
  }
}

extension Argument {
  fileprivate var text: String {
    switch self {
    case .literal(let literal): literal.text
    case .entry(nil, let value): "else: " + value.text
    case .entry(let key?, let value): key.text + ": " + value.text
    case .jsonPath(let path): path
    }
  }
}
