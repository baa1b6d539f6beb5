import TestSupport

/// Expressions drawn from the grammar: well-formed, and well-typed.
struct RandomXPath {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  private mutating func pick<Value>(_ values: [Value]) -> Value? {
    values.randomElement(using: &generator)
  }

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &generator) < percent
  }

  private mutating func space() -> String { pick(["", "", " ", "\n"]) ?? "" }

  mutating func expression(_ depth: Int) -> String {
    if depth == 0 || chance(40) { return chance(60) ? nodeSet(depth) : primary(depth) }
    if chance(10) { return "-" + space() + expression(depth - 1) }
    let operators = [
      "or", "and", "=", "!=", "<", "<=", ">", ">=", "+", "-", "*", "div", "mod",
    ]
    let symbol = pick(operators) ?? "or"
    return expression(depth - 1) + " " + symbol + " " + expression(depth - 1)
  }

  private mutating func primary(_ depth: Int) -> String {
    let simple = ["1", "0", ".5", "12.50", "'a'", "\"it's\"", "'é\"'", "true()", "last()", "''"]
    if depth == 0 { return pick(simple) ?? "1" }
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: return pick(simple) ?? "1"
    case 1: return "(" + space() + expression(depth - 1) + ")"
    case 2: return "count(" + nodeSet(depth - 1) + ")"
    case 3: return "concat(" + expression(depth - 1) + "," + expression(depth - 1) + ")"
    default: return "string" + space() + "(" + expression(depth - 1) + space() + ")"
    }
  }

  mutating func nodeSet(_ depth: Int) -> String {
    if depth == 0 || chance(60) { return path(depth) }
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: return nodeSet(depth - 1) + space() + "|" + space() + nodeSet(depth - 1)
    case 1: return "(" + nodeSet(depth - 1) + ")" + predicate(depth)
    case 2: return "(" + nodeSet(depth - 1) + ")" + predicate(depth) + "/" + step(depth)
    default: return "id('x')//" + step(depth)
    }
  }

  private mutating func path(_ depth: Int) -> String {
    if chance(5) { return "(/)" }
    var path = (pick(["", "/", "//", "./"]) ?? "") + step(depth)
    while chance(40) { path += space() + (pick(["/", "/", "//"]) ?? "/") + step(depth) }
    return path
  }

  private mutating func step(_ depth: Int) -> String {
    if chance(15) { return pick([".", ".."]) ?? "." }
    let axes = [
      "", "", "", "@", "self::", "ancestor-or-self ::", "descendant-or-self::", "child::",
      "parent::", "namespace::", "following-sibling::",
    ]
    let tests = [
      "a", "b-c", "div", "or", "p:a", "*", "p:*", "text()", "node()", "é", "comment ( )",
      "processing-instruction('t')", "text", "child",
    ]
    return (pick(axes) ?? "") + (pick(tests) ?? "a") + predicate(depth)
  }

  private mutating func predicate(_ depth: Int) -> String {
    if depth == 0 || chance(70) { return "" }
    return "[" + expression(depth - 1) + space() + "]"
  }

  /// The text with some of its characters left out, doubled, or replaced by pieces of the grammar.
  mutating func mutated(_ text: String) -> String {
    let pieces = [
      "/", "//", "[", "]", "(", ")", "@", ".", "..", "::", "*", "|", "-", "=", "!", "\"", "'", ",",
      "$",
      "a", "or", "p:", ":", "1", "text()", "count(", "\u{0}", "😀", "é", "ሀ", "&&",
    ]
    var scalars = Array(text.unicodeScalars)
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      let position = Int.random(in: 0...scalars.count, using: &generator)
      let piece = Array((pick(pieces) ?? "/").unicodeScalars)
      let removed = chance(50) ? min(scalars.count, position + 1) : position
      scalars.replaceSubrange(position..<removed, with: chance(75) ? piece : [])
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
