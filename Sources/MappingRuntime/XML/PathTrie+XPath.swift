internal import MappingPlan

extension PathTrie {
  /// An XPath that selects what a reader of XML meets at the state: elements and attributes by their names
  /// as they are spelled, prefixes included, and an element without a position being the first of its name.
  func xPath(to state: StateID) -> String {
    let steps = path(to: state)
    var text = ""
    for (number, step) in steps.enumerated() {
      switch step {
      case .key(let name):
        text += "/*\(nameTest(name))"
        let isIndexed =
          if number + 1 < steps.count, case .index = steps[number + 1] { true } else { false }
        if !isIndexed { text += "[1]" }
      case .index(let index): text += "[\(UInt64(index) + 1)]"
      case .attribute(let name): text += "/@*\(nameTest(name))"
      }
    }
    return text
  }

  /// Names of XML hold no quotes, so one that does selects nothing.
  private func nameTest(_ name: String) -> String {
    name.utf8.contains { $0 == UInt8(ascii: "\"") || $0 == 0 }
      ? "[false()]" : "[name()=\"\(name)\"]"
  }
}
