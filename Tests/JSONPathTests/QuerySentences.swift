import TestSupport

/// Random sentences of the grammar of RFC 9535 that are well-typed.
struct QuerySentences {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func query(_ origin: String, depth: Int) -> String {
    (0..<Int.random(in: 0...3, using: &generator)).reduce(into: origin) { text, _ in
      text += blanks() + segment(depth)
    }
  }

  mutating func condition(depth: Int) -> String {
    var text = basic(depth)
    while Int.random(in: 0...3, using: &generator) == 0 {
      text += blanks() + pick(["&&", "||"]) + blanks() + basic(depth)
    }
    return text
  }

  /// The bytes with some of them changed; they are UTF-8 still.
  mutating func mutated(_ text: String) -> [UInt8] {
    var scalars = Array(text.unicodeScalars)
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      let place = Int.random(in: 0...scalars.count, using: &generator)
      let new = Array("$@.[]()?*:,'\"\\!=<>&|-+ 01eaué\n".unicodeScalars).randomElement(
        using: &generator)
      switch Int.random(in: 0...2, using: &generator) {
      case 0: scalars.removeSubrange(place..<min(place + 1, scalars.count))
      case 1: scalars.insert(new ?? "$", at: place)
      default: scalars.replaceSubrange(place..<min(place + 1, scalars.count), with: [new ?? "$"])
      }
    }
    return scalars.flatMap { Array(String($0).utf8) }
  }

  private mutating func segment(_ depth: Int) -> String {
    switch Int.random(in: 0...5, using: &generator) {
    case 0: ".*"
    case 1: "." + pick(["a", "b", "é", "_x1", "☺"])
    case 2: ".." + pick(["a", "b", "*"])
    case 3: ".." + brackets(depth)
    default: brackets(depth)
    }
  }

  private mutating func brackets(_ depth: Int) -> String {
    let selectors = (0..<Int.random(in: 1...2, using: &generator)).map { _ in
      blanks() + selector(depth) + blanks()
    }
    return "[" + selectors.joined(separator: ",") + "]"
  }

  private mutating func selector(_ depth: Int) -> String {
    switch Int.random(in: 0...7, using: &generator) {
    case 0, 1: quoted()
    case 2: "*"
    case 3, 4: integer()
    case 5:
      pick(["", integer()]) + ":" + pick(["", integer()]) + pick(["", ":", ":" + integer()])
    default: depth > 2 ? "0" : "?" + blanks() + condition(depth: depth + 1)
    }
  }

  private mutating func basic(_ depth: Int) -> String {
    switch Int.random(in: 0...6, using: &generator) {
    case 0: query(pick(["@", "$"]), depth: depth + 1)
    case 1: pick(["", "!", "! "]) + test()
    case 2, 3: comparable(depth) + blanks() + relation() + blanks() + comparable(depth)
    case 4: "!" + query(pick(["@", "$"]), depth: depth + 1)
    default:
      depth > 3
        ? "@.a" : pick(["", "!", "! "]) + "(" + blanks() + condition(depth: depth + 1) + ")"
    }
  }

  private mutating func test() -> String {
    pick(["match", "search"]) + "(" + singular() + "," + blanks()
      + pick(["'a.*'", "\"[a-c]\"", "@.p"])
      + ")"
  }

  private mutating func comparable(_ depth: Int) -> String {
    switch Int.random(in: 0...4, using: &generator) {
    case 0, 1: singular()
    case 2: pick(["1", "-0", "1.5e+3", "true", "false", "null", quoted()])
    case 3: "length(" + blanks() + singular() + ")"
    default: pick(["count(", "value("]) + query("@", depth: depth + 2) + blanks() + ")"
    }
  }

  private mutating func singular() -> String {
    (0..<Int.random(in: 0...2, using: &generator)).reduce(into: pick(["@", "$"])) { text, _ in
      text += pick([".a", ".b", "[0]", "[-1]", "['b c']", "[\"\\u0061\"]"])
    }
  }

  private mutating func relation() -> String { pick(["==", "!=", "<", "<=", ">", ">="]) }

  private mutating func quoted() -> String {
    pick([
      "'a'", "\"a\"", "''", "'b c'", "\"\\\"\"", "'\\''", "\"'\"", "'\"'", "'\\u00e9'", "'\\\\'",
      "\"\\uD83D\\uDE00\"", "'\\u0000\\n'", "'e\\u0301'",
    ])
  }

  private mutating func integer() -> String { pick(["0", "1", "-1", "3", "-9007199254740991"]) }

  private mutating func blanks() -> String { pick(["", "", "", " ", "\n", "\t "]) }

  private mutating func pick(_ choices: [String]) -> String {
    choices.randomElement(using: &generator) ?? ""
  }
}
