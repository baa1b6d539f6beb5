/// Where a value stands in a body, in the notation of each contender.
struct Lookup {
  enum Step: Hashable {
    case key(String)
    case index(Int)
  }

  /// What the value is, so that a typed reader can ask for it.
  enum Kind { case text, integer, decimal, boolean }

  let steps: [Step]
  /// Nil where it is not known.
  let kind: Kind?

  /// Marketo's notation, for keys that need no quotes.
  var marketoPath: String {
    steps.enumerated().reduce(into: "") { path, step in
      switch step.element {
      case .key(let key): path += (step.offset == 0 ? "" : ".") + key
      case .index(let index): path += "[\(index)]"
      }
    }
  }

  /// An XPath, whose positions count from 1; it has one at each element, so that the search may stop there.
  var xpath: String {
    steps.enumerated().reduce(into: "") { path, step in
      switch step.element {
      case .key(let key): path += "/\(key)" + (hasPosition(after: step.offset) ? "[1]" : "")
      case .index(let index): path += "[\(index + 1)]"
      }
    }
  }

  /// A filter of jq.
  var jqFilter: String {
    "."
      + steps.map { step in
        switch step {
        case .key(let key): "[\"\(key)\"]"
        case .index(let index): "[\(index)]"
        }
      }.joined()
  }

  /// Whether the key at that place is an element that no index follows.
  private func hasPosition(after place: Int) -> Bool {
    if case .key(let key) = steps[place], key.hasPrefix("@") { return false }
    guard place + 1 < steps.count, case .index = steps[place + 1] else { return true }
    return false
  }
}

extension Lookup.Kind {
  /// The type of a custom field for it.
  var fieldType: String {
    switch self {
    case .text: "string"
    case .integer: "integer"
    case .decimal: "float"
    case .boolean: "boolean"
    }
  }
}
