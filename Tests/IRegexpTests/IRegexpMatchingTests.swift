import IRegexp
import TestSupport
import Testing

@Suite struct IRegexpMatchingTests {
  @Test(arguments: [
    ("", "", true), ("", "a", false), ("a", "a", true), ("a", "A", false), ("a", "aa", false),
    ("a|b", "b", true), ("a|", "", true), ("(a|b)c", "bc", true), ("a*", "", true),
    ("a*", "aaaa", true), ("a+", "", false), ("a?b", "b", true), ("a{2,3}", "a", false),
    ("a{2,3}", "aaa", true), ("a{2,3}", "aaaa", false), ("a{2,}", "aaaaa", true),
    ("a{0}", "", true), ("a{0}", "a", false), ("(ab){2}", "abab", true), ("(a*)*", "aaa", true),
    ("(a|b)*c", "ababc", true), (".", "\n", false), (".", "\r", false), (".", "\u{2028}", true),
    (".", "😀", true), (".", "e\u{301}", false), ("..", "e\u{301}", true), ("é", "e\u{301}", false),
    ("[a-c]+", "abc", true), ("[^a-c]", "b", false), ("[^a-c]", "\n", true), ("[^]", "^", true),
    ("[-a]", "-", true), ("[a-]", "-", true), ("[\\]]", "]", true), ("[a-cx-z]+", "ayz", true),
    ("^a$", "a", false), ("^a$", "^a$", true), ("\\t\\n\\r", "\t\n\r", true), ("\\.", "x", false),
    ("[\\p{Lu}0-9]+", "A1Ä", true), ("[\\p{Lu}0-9]+", "a", false), ("[^\\p{L}]", "1", true),
    ("[\\P{L}a]+", "a1", true), ("[\\P{L}a]+", "b", false), ("[b-ka-cj-m]+", "abckm", true),
    ("[A-Z]{2}-[0-9]+", "DE-1067", true),
  ])
  func `a whole text matches or not`(pattern: String, text: String, matches: Bool) throws {
    #expect(try IRegexp(pattern).matches(text) == matches)
  }

  @Test(arguments: [
    ("a", "xay", "a"), ("a", "xyz", nil), ("", "abc", ""), ("a*", "baa", ""), ("a+", "baac", "aa"),
    ("a|ab", "xab", "ab"), ("ab|abcd|bc", "xabcd", "abcd"), ("[0-9]+", "no 42, 4711", "42"),
    ("bcd|abc", "abcd", "abc"), ("b|abcde|c", "abcdx", "b"), ("(a|b)*c|a", "abax", "a"),
    ("é", "cafe\u{301}", nil), ("\u{301}", "cafe\u{301}", "\u{301}"), ("x*$", "axx$", "xx$"),
    ("(ab)*", "ababa", "abab"), ("b+|abbbc", "abbbd", "bbb"),
  ])
  func `the leftmost of the longest parts is found`(
    pattern: String, text: String, part: String?
  ) throws {
    let expression = try IRegexp(pattern)
    let found = expression.leftmostLongest(in: text)
    #expect(found.map { Array($0.utf8) } == part.map { Array($0.utf8) })
    #expect(expression.isFound(in: text) == (part != nil))
  }

  @Test(arguments: [
    ("L", "aAǅʰª"), ("Lu", "AÄΩ"), ("Ll", "aäω"), ("Lt", "ǅ"), ("Lm", "ʰ"), ("Lo", "ª中"),
    ("Mn", "\u{301}"), ("Mc", "\u{903}"), ("Me", "\u{488}"), ("Nd", "0٣"), ("Nl", "Ⅷ"),
    ("No", "²½"), ("Pc", "_"), ("Pd", "-–"), ("Ps", "(["), ("Pe", ")]"), ("Pi", "«"), ("Pf", "»"),
    ("Po", "!."), ("Sm", "+<"), ("Sc", "$€"), ("Sk", "^`"), ("So", "©😀"), ("Zs", " \u{A0}"),
    ("Zl", "\u{2028}"), ("Zp", "\u{2029}"), ("Cc", "\u{0}\n"), ("Cf", "\u{200B}"),
    ("Co", "\u{E000}"), ("Cn", "\u{378}"), ("C", "\u{0}\u{200B}\u{E000}\u{378}"), ("P", "_-()«»!"),
    ("S", "+$^©"), ("Z", " \u{2028}\u{2029}"), ("N", "0Ⅷ²"), ("M", "\u{301}\u{903}\u{488}"),
  ])
  func `a category holds its scalars, its complement the others`(
    name: String, scalars: String
  ) throws {
    for scalar in scalars.unicodeScalars.map(String.init) {
      #expect(try IRegexp("\\p{\(name)}").matches(scalar))
      #expect(try !IRegexp("\\P{\(name)}").matches(scalar))
      #expect(try IRegexp("[^\\P{\(name)}]").matches(scalar))
    }
  }

  /// Patterns on which backtracking takes exponential time.
  @Test(arguments: ["(a*)*b", "(a|a)*b", "(a+)+b", "(a|aa)+b", "a{0,900}a{0,900}b", "(.*)*x"])
  func `time is linear in the text`(pattern: String) throws {
    let expression = try IRegexp(pattern)
    let text = String(repeating: "a", count: 300)
    #expect(!expression.matches(text))
    #expect(!expression.isFound(in: text))
    #expect(
      expression.leftmostLongest(in: text + "b") == (pattern.hasSuffix("b") ? text + "b" : nil))
  }

  @Test func `random patterns match what a slow search says`() throws {
    var generator = SeededGenerator(seed: 9485)
    var matched = 0
    for _ in 0..<1_500 {
      let slow = SlowPattern.random(depth: 3, using: &generator)
      let expression = try IRegexp(slow.text)
      for _ in 0..<6 {
        let text = String(
          (0..<Int.random(in: 0...6, using: &generator)).map { _ in
            ["a", "b", "c"].randomElement(using: &generator) ?? "a"
          }.joined())
        let scalars = Array(text.unicodeScalars)
        #expect(expression.matches(text) == slow.matches(scalars), "\(slow.text) on \(text)")
        #expect(
          expression.leftmostLongest(in: text) == slow.leftmostLongest(in: scalars),
          "\(slow.text) in \(text)")
        matched += expression.matches(text) ? 1 : 0
      }
    }
    #expect(matched > 500)
  }

  @Test func `a mutated pattern is taken or refused, never a trap`() {
    var generator = SeededGenerator(seed: 1)
    let alphabet = Array("ab()[]{}*+?|\\.-^,019pPLué".unicodeScalars)
    var taken = 0
    for _ in 0..<20_000 {
      var pattern = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...12, using: &generator) {
        pattern.append(alphabet.randomElement(using: &generator) ?? "a")
      }
      if let expression = try? IRegexp(String(pattern)) {
        taken += 1
        _ = expression.isFound(in: "ab(é")
      }
    }
    #expect(taken > 500)
  }
}

/// A pattern whose matches are found by trying everything.
private indirect enum SlowPattern {
  case letter(Unicode.Scalar)
  case any
  case sequence(SlowPattern, SlowPattern)
  case choice(SlowPattern, SlowPattern)
  case repetition(SlowPattern, Int, Int?)

  static func random(depth: Int, using generator: inout SeededGenerator) -> SlowPattern {
    let kind =
      depth == 0
      ? Int.random(in: 0...1, using: &generator) : Int.random(in: 0...6, using: &generator)
    switch kind {
    case 0: return .letter(["a", "b", "c"].randomElement(using: &generator) ?? "a")
    case 1: return Bool.random(using: &generator) ? .any : .letter("a")
    case 2, 3:
      return .sequence(
        random(depth: depth - 1, using: &generator), random(depth: depth - 1, using: &generator))
    case 4:
      return .choice(
        random(depth: depth - 1, using: &generator), random(depth: depth - 1, using: &generator))
    default:
      let least = Int.random(in: 0...2, using: &generator)
      let most =
        Bool.random(using: &generator) ? nil : least + Int.random(in: 0...2, using: &generator)
      return .repetition(random(depth: depth - 1, using: &generator), least, most)
    }
  }

  var text: String {
    switch self {
    case .letter(let letter): String(letter)
    case .any: "."
    case .sequence(let first, let second): "(\(first.text))(\(second.text))"
    case .choice(let first, let second): "(\(first.text)|\(second.text))"
    case .repetition(let part, let least, let most):
      "(\(part.text)){\(least),\(most.map(String.init) ?? "")}"
    }
  }

  func matches(_ text: [Unicode.Scalar]) -> Bool { ends(in: text, from: 0).contains(text.count) }

  func leftmostLongest(in text: [Unicode.Scalar]) -> String? {
    for start in 0...text.count {
      guard let end = ends(in: text, from: start).max() else { continue }
      return text[start..<end].reduce(into: "") { $0.unicodeScalars.append($1) }
    }
    return nil
  }

  private func ends(in text: [Unicode.Scalar], from start: Int) -> Set<Int> {
    switch self {
    case .letter(let letter): start < text.count && text[start] == letter ? [start + 1] : []
    case .any: start < text.count ? [start + 1] : []
    case .sequence(let first, let second):
      Set(first.ends(in: text, from: start).flatMap { second.ends(in: text, from: $0) })
    case .choice(let first, let second):
      first.ends(in: text, from: start).union(second.ends(in: text, from: start))
    case .repetition(let part, let least, let most):
      SlowPattern.repeated(part, least, most, in: text, from: start)
    }
  }

  private static func repeated(
    _ part: SlowPattern, _ least: Int, _ most: Int?, in text: [Unicode.Scalar], from start: Int
  ) -> Set<Int> {
    var reached: Set<Int> = [start]
    var found: Set<Int> = least == 0 ? [start] : []
    // More times than there are scalars add nothing but the empty text.
    for time in 1...(least + text.count + 1) where time <= most ?? .max {
      reached = Set(reached.flatMap { part.ends(in: text, from: $0) })
      if time >= least { found.formUnion(reached) }
    }
    return found
  }
}
