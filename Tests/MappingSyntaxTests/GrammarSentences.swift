import TestSupport

/// Random sentences of a grammar.
struct SentenceGenerator {
  let grammar: Grammar
  var random: SeededGenerator
  /// The productions that have been used.
  private(set) var used: Set<String> = []

  init(_ grammar: Grammar, seed: UInt64) {
    self.grammar = grammar
    random = SeededGenerator(seed: seed)
  }

  mutating func sentence(of name: String) -> [Unicode.Scalar] {
    guard let production = grammar.productions[name] else { return [] }
    used.insert(name)
    return text(of: production.expression, isPhrase: production.isPhrase)
  }

  private mutating func text(
    of expression: Grammar.Expression, isPhrase: Bool
  ) -> [Unicode.Scalar] {
    switch expression {
    case .terminal(let scalars): return blanks(isPhrase) + scalars
    case .range(let range): return blanks(isPhrase) + [scalar(in: range)]
    case .categories(let categories): return blanks(isPhrase) + [scalar(of: categories)]
    case .production(let name): return blanks(isPhrase) + sentence(of: name)
    case .sequence(let items):
      return items.reduce(into: []) { $0 += text(of: $1, isPhrase: isPhrase) }
    case .choice(let alternatives):
      let chosen = Int.random(in: 0..<alternatives.count, using: &random)
      return text(of: alternatives[chosen], isPhrase: isPhrase)
    case .optional(let item):
      return Bool.random(using: &random) ? text(of: item, isPhrase: isPhrase) : []
    case .repetition(let item):
      return (0..<[0, 0, 1, 1, 2, 4][Int.random(in: 0..<6, using: &random)]).reduce(into: []) {
        all, _ in all += text(of: item, isPhrase: isPhrase)
      }
    case .exception(let item, let but):
      while true {
        let text = text(of: item, isPhrase: isPhrase)
        let matcher = SentenceMatcher(grammar, text)
        if !matcher.ends(of: but, from: 0, isPhrase: isPhrase).contains(text.count) { return text }
      }
    }
  }

  private mutating func blanks(_ isPhrase: Bool) -> [Unicode.Scalar] {
    guard isPhrase, Int.random(in: 0..<6, using: &random) == 0 else { return [] }
    return Bool.random(using: &random) ? [" "] : ["\t", " "]
  }

  /// Mostly near the start of the range, where the characters with a meaning are.
  private mutating func scalar(in range: ClosedRange<Unicode.Scalar>) -> Unicode.Scalar {
    let first = range.lowerBound.value
    let last =
      Int.random(in: 0..<3, using: &random) > 0
      ? min(range.upperBound.value, first + 90) : range.upperBound.value
    return Unicode.Scalar(UInt32.random(in: first...last, using: &random)) ?? range.lowerBound
  }

  private mutating func scalar(of categories: [Unicode.GeneralCategory]) -> Unicode.Scalar {
    let blocks: [ClosedRange<UInt32>] = [
      0x30...0x7A, 0x30...0x7A, 0xC0...0x24F, 0x300...0x36F, 0x370...0x52F, 0x5D0...0x669,
      0x900...0x97F, 0x1C80...0x1CBF, 0x2B0...0x2FF, 0x4E00...0x4FFF, 0x1D400...0x1D7FF,
    ]
    while true {
      let block = blocks[Int.random(in: 0..<blocks.count, using: &random)]
      if let scalar = Unicode.Scalar(UInt32.random(in: block, using: &random)),
        categories.contains(scalar.properties.generalCategory)
      {
        return scalar
      }
    }
  }
}

/// Says whether a text is a sentence: slow and obvious, by trying every way to read it.
final class SentenceMatcher {
  private struct Place: Hashable {
    let production: String
    let start: Int
  }

  private let grammar: Grammar
  private let text: [Unicode.Scalar]
  private var known: [Place: Set<Int>] = [:]

  init(_ grammar: Grammar, _ text: [Unicode.Scalar]) {
    self.grammar = grammar
    self.text = text
  }

  func isSentence(of name: String) -> Bool { ends(of: name, from: 0).contains(text.count) }

  private func ends(of name: String, from start: Int) -> Set<Int> {
    let place = Place(production: name, start: start)
    if let ends = known[place] { return ends }
    guard let production = grammar.productions[name] else { return [] }
    let ends = ends(of: production.expression, from: start, isPhrase: production.isPhrase)
    known[place] = ends
    return ends
  }

  /// Where a text that begins at `start` and matches may end.
  func ends(of expression: Grammar.Expression, from start: Int, isPhrase: Bool) -> Set<Int> {
    switch expression {
    case .terminal, .range, .categories, .production:
      return starts(from: start, isPhrase: isPhrase).reduce(into: []) {
        $0.formUnion(symbolEnds(of: expression, from: $1))
      }
    case .sequence(let items):
      return items.reduce([start]) { starts, item in
        starts.reduce(into: []) { $0.formUnion(ends(of: item, from: $1, isPhrase: isPhrase)) }
      }
    case .choice(let alternatives):
      return alternatives.reduce(into: []) {
        $0.formUnion(ends(of: $1, from: start, isPhrase: isPhrase))
      }
    case .optional(let item):
      return ends(of: item, from: start, isPhrase: isPhrase).union([start])
    case .repetition(let item):
      var all: Set<Int> = [start]
      var fresh = all
      while !fresh.isEmpty {
        let next = fresh.reduce(into: Set<Int>()) {
          $0.formUnion(ends(of: item, from: $1, isPhrase: isPhrase))
        }
        fresh = next.subtracting(all)
        all.formUnion(next)
      }
      return all
    case .exception(let item, let but):
      return ends(of: item, from: start, isPhrase: isPhrase)
        .subtracting(ends(of: but, from: start, isPhrase: isPhrase))
    }
  }

  private func symbolEnds(of symbol: Grammar.Expression, from start: Int) -> Set<Int> {
    if case .production(let name) = symbol { return ends(of: name, from: start) }
    if case .terminal(let scalars) = symbol {
      return text[start...].starts(with: scalars) ? [start + scalars.count] : []
    }
    guard start < text.count else { return [] }
    let scalar = text[start]
    let matches =
      switch symbol {
      case .range(let range): range.contains(scalar)
      case .categories(let categories): categories.contains(scalar.properties.generalCategory)
      default: false
      }
    return matches ? [start + 1] : []
  }

  private func starts(from start: Int, isPhrase: Bool) -> Set<Int> {
    var starts: Set<Int> = [start]
    var next = start
    while isPhrase, next < text.count, text[next] == " " || text[next] == "\t" {
      next += 1
      starts.insert(next)
    }
    return starts
  }
}
