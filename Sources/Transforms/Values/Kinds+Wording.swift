extension Kinds {
  /// What a value of these kinds is, with articles: "a number or a text".
  package var words: String {
    if isSuperset(of: [.scalar, .list, .structure]) { return "any value" }
    var words = Kinds.named.filter { contains($0.kinds) }.map(\.words)
    if isSuperset(of: .scalar) {
      words = words.filter { !Kinds.scalarWords.contains($0) }
      words.insert("a single value", at: 0)
    }
    guard let last = words.popLast() else { return "nothing" }
    return words.isEmpty ? last : words.joined(separator: ", ") + " or " + last
  }

  private static let named: [(kinds: Kinds, words: String)] = [
    (.text, "a text"), (.number, "a number"), (.boolean, "true or false"), (.date, "a date"),
    (.dateTime, "a date and time"), (.list, "a list"), (.structure, "an object or element"),
    (.null, "null"),
  ]

  private static let scalarWords = named.filter { scalar.contains($0.kinds) }.map(\.words)
}
