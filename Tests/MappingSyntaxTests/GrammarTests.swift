import Diagnostics
import Foundation
import MappingSyntax
import Testing
import TestSupport

/// `Grammar/respmap.ebnf` says what the parser reads: no more, no less.
@Suite struct GrammarTests {
  let grammar: Grammar

  init() throws { grammar = try Grammar.ofMappingFiles() }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `the parser accepts random sentences of the grammar`(seed: UInt64) throws {
    var generator = SentenceGenerator(grammar, seed: seed)
    for _ in 0..<120 {
      let sentence = text(generator.sentence(of: "file"))
      let problems = try parse(sentence).problems.filter { !$0.isBeyondGrammar }
      #expect(problems == [], "\(sentence.debugDescription)")
    }
    // Only says what a condition is not.
    #expect(generator.used == Set(grammar.names).subtracting(["notCondition"]))
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `the parser refuses what the grammar does not derive, and only that`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    var generator = SentenceGenerator(grammar, seed: seed &+ 100)
    for _ in 0..<200 {
      var sentence = generator.sentence(of: "statement")
      for _ in 0..<Int.random(in: 1...2, using: &random) { damage(&sentence, using: &random) }
      try expectAgreement(about: sentence)
    }
  }

  @Test(arguments: [21, 22, 23] as [UInt64])
  func `the parser and the grammar agree about random pieces`(seed: UInt64) throws {
    let pieces = [
      "a", "b", "4", "2", ".", "[0]", "[", "]", " ", "\n", "\r", "->", "-> X", ":", "text", "'",
      "\"", "\\", "#", "-", ">", "true", "e", "response", "json", "(", "é", "'c'", "\"D\"", "\t",
      "@", "$", "/", "??", "|>", ")", "{", "}", "{a}", ",", "trim", "join(", "else", "null", ";",
      "accept", "reject", "when", "because", "on", "404", "5xx", "skip", "missing", "required",
      "blank", "namespace", "p", "=", "fields", "profile", "marketo", " ", " ", " ",
    ]
    var random = SeededGenerator(seed: seed)
    for _ in 0..<400 {
      var sentence = (0..<Int.random(in: 1...8, using: &random)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }.joined()
      if Bool.random(using: &random) { sentence += " -> X" }
      try expectAgreement(about: Array(sentence.unicodeScalars))
    }
  }

  @Test(arguments: files(in: "Samples", endingIn: ".respmap"))
  func `a sample is a sentence of the grammar`(sample: URL) throws {
    // Statement by statement: the matcher is slow.
    let bytes = Array(try Data(contentsOf: sample))
    for statement in try parse(bytes).file.statements {
      let range = statement.range.lowerBound..<statement.range.upperBound
      let text = String(decoding: bytes[range], as: UTF8.self)
      #expect(
        SentenceMatcher(grammar, Array(text.unicodeScalars)).isSentence(of: "file"), "\(text)")
    }
  }

  @Test func `every production that is used is defined, and every one is used`() {
    var referenced: Set<String> = ["file"]
    func collect(_ expression: Grammar.Expression) {
      switch expression {
      case .terminal, .range, .categories: break
      case .production(let name): referenced.insert(name)
      case .sequence(let items), .choice(let items): items.forEach(collect)
      case .optional(let item), .repetition(let item): collect(item)
      case .exception(let item, let but):
        collect(item)
        collect(but)
      }
    }
    grammar.productions.values.map(\.expression).forEach(collect)
    #expect(referenced == Set(grammar.names))
  }

  /// A function is found from the grammar by the production that stands above it, as it is read there (`mapping =
  /// …`) or by its name alone (`Grammar: blank, blanks.`).
  @Test func `every production is named where it is read, and nothing else is`() throws {
    var named: Set<String> = []
    for file in files(in: "Sources/MappingSyntax", endingIn: ".swift") {
      let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      for line in lines {
        if let production = line.wholeMatch(of: /\s*\/\/\/ (?<name>[a-zA-Z]+) +=\s.*/) {
          named.insert(String(production.name))
        } else if let list = line.wholeMatch(of: /\s*\/\/\/ Grammar: (?<names>[a-zA-Z, ]+)\./) {
          named.formUnion(list.names.split(separator: ", ").map(String.init))
        }
      }
    }
    #expect(named.subtracting(grammar.names) == [])
    #expect(Set(grammar.names).subtracting(named) == [])
  }

  /// The type's name is left to the checks, so the parser takes any word there.
  private func expectAgreement(
    about sentence: [Unicode.Scalar], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let (file, all) = try parse(text(sentence))
    let problems = all.filter { !$0.isBeyondGrammar }
    // Of the modifiers behind one given twice nothing is said.
    guard file.statements.allSatisfy(hasPlainType), all.count == problems.count else { return }
    let isSentence = SentenceMatcher(grammar, sentence).isSentence(of: "file")
    #expect(
      problems.isEmpty == isSentence, "\(text(sentence).debugDescription): \(problems)",
      sourceLocation: sourceLocation)
  }

  private func hasPlainType(_ statement: StatementSyntax) -> Bool {
    guard case .mapping(let mapping) = statement, let type = mapping.target.annotation?.typeName
    else { return true }
    return type.allSatisfy { $0.isASCII && $0.isLetter }
  }

  private func text(_ scalars: [Unicode.Scalar]) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  private func damage(_ text: inout [Unicode.Scalar], using random: inout SeededGenerator) {
    let signs: [Unicode.Scalar] = [
      ".", "[", "]", "'", "\"", "\\", "#", "-", ">", ":", " ", "\n", "a", "0", "?", "é",
    ]
    let position = Int.random(in: 0...text.count, using: &random)
    switch Int.random(in: 0..<3, using: &random) {
    case 0:
      text.insert(signs[Int.random(in: 0..<signs.count, using: &random)], at: position)
    case 1 where position < text.count: text.remove(at: position)
    case 2 where position + 1 < text.count: text.swapAt(position, position + 1)
    default: break
    }
  }
}

extension SyntaxProblem {
  /// What the grammar says in a comment only: a modifier given twice, a comment to the compiler.
  fileprivate var isBeyondGrammar: Bool {
    switch kind {
    case .target(.repeatedModifier), .suppression, .source(.indexTooLarge): true
    default: false
    }
  }
}
