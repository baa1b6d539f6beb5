import Diagnostics
import Foundation
import MappingSyntax
import Testing
import TestSupport

/// The tokens of a file, each with the trivia before it, tile the file: the tree prints it back.
@Suite struct LosslessnessTests {
  @Test(arguments: files(in: "Samples", endingIn: ".respmap"))
  func `the tree of a sample prints the sample back, and nothing is wrong with it`(
    sample: URL
  ) throws {
    let bytes = Array(try Data(contentsOf: sample))
    #expect(try parse(bytes).problems == [])
    expectTiling(of: bytes)
  }

  @Test(arguments: LosslessnessTests.oddFiles)
  func `the tree of an odd file prints the file back`(text: String) {
    expectTiling(of: Array(text.utf8))
  }

  @Test(arguments: Mistake.all)
  func `the tree of a mistake prints the mistake back`(mistake: Mistake) {
    expectTiling(of: Array(MarkedText(mistake.marked).text.utf8))
  }

  @Test(arguments: Corpus.statements + [Corpus.file])
  func `the tree of a good text prints it back, and nothing is wrong with it`(
    text: String
  ) throws {
    #expect(try parse(text).problems == [])
    expectTiling(of: Array(text.utf8))
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `the tree of a damaged file prints the damage back`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var originals = (LosslessnessTests.oddFiles + Corpus.statements).map { Array($0.utf8) }
    originals.append(Array(Corpus.file.utf8))
    for sample in files(in: "Samples", endingIn: ".respmap") {
      originals += try statements(of: Array(try Data(contentsOf: sample)))
    }
    for _ in 0..<3_000 {
      var bytes = originals[Int.random(in: 0..<originals.count, using: &generator)]
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        damage(&bytes, using: &generator)
      }
      guard (try? SourceText(bytes)) != nil else { continue }
      expectTiling(of: bytes)
    }
  }

  @Test(arguments: [31, 32, 33] as [UInt64])
  func `sentences with damaged bytes are printed back or are no UTF-8`(seed: UInt64) throws {
    var sentences = SentenceGenerator(try Grammar.ofMappingFiles(), seed: seed)
    var random = SeededGenerator(seed: seed)
    var other: [UInt8] = []
    for _ in 0..<400 {
      let sentence = Array(String(String.UnicodeScalarView(sentences.sentence(of: "file"))).utf8)
      var bytes = sentence
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        spoil(&bytes, with: other, using: &random)
      }
      other = sentence
      do throws(SyntaxProblem) {
        _ = try SourceText(bytes)
        expectTiling(of: bytes)
      } catch {
        #expect(error.range.lowerBound >= 0 && error.range.upperBound <= bytes.count)
      }
    }
    #expect(sentences.used.isSuperset(of: ["mapping", "directive", "template", "xPath"]))
  }

  @Test(arguments: [11, 12] as [UInt64])
  func `files of random pieces are printed back`(seed: UInt64) {
    let pieces = [
      "a", "b.c", ".", "[", "]", "0", "(", ")", "'", "\"", "\\", "#", "->", "-", ">", ":", " ",
      "\t", "\n", "\r", "\r\n", "??", "|>", "é", "😀", "\u{0}", "\u{A0}", "$", "/", "{", "}", "=>",
      "→", "response", "json", "X", "\u{FEFF}", "\u{85}", "\u{2028}", "accept", "when", "because",
      "on", "404", "5xx", ",", ";", "missing", "fail", "required", "blank", "namespace", "=",
      "fields",
      "profile", "trim", "json(", "else", "@", "{{", "}}", "{a}", "# respmap: ignore[RM207]",
    ]
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<3_000 {
      let count = Int.random(in: 0...16, using: &generator)
      let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      expectTiling(of: Array(text.utf8))
    }
  }

  private static let oddFiles: [String] = [
    "accept when $.a because", "pending when $.a because \"",
    "", " ", "\n", "\r", "\r\n", "\t\n \r\n", "#", "# only a comment", "# one\n# two\n", "\u{FEFF}",
    "\u{FEFF}# comment", "\u{FEFF}\u{FEFF}a -> X", "->", "-> ->", "->->->", "a", "a->", "->X",
    "response json", "response json\r\n\r\na -> X\r\n", "response json\ra -> X\rb -> Y",
    "a\n\n# between\n\n   -> X", "a -> X # end", "a -> X\n-> Y\n-> Z", "a\n?? b\n|> c\n-> X",
    "'a->b'.c -> X", "'a' -> \"X -> Y\" : text", "'", "\"", "[", "(", "a[", "a['", "a[\"", "a[#",
    "'a\\", "'a\\\n' -> X", "\"a\\\r\" -> X", "a[0 # x\n] -> X", "a[#] -> X", "a['#'] -> X",
    "\"a#b\" -> X", "a -> \"b#c\" # d", "a -> X \"#\" y", "a\u{0}b -> X\u{0}", "é😀 -> Ünï",
    "a[0]é -> X", "a -> : integer", "a -> X : : :", "a[1][2][", "a.. .b[[]] -> X -> Y : z # w\n",
    "response", "response # json", "response json json json", "respnse json", "$.a[?@.b -> c] -> X",
    "a ((((-> X", ")]a -> X", "a - > X", "a\n#\n#\n#\n->\n#\nX",
  ]

  /// The tokens tile the bytes, every range stays within them, and the problems do too.
  /// The ends of a node, which are found without its tokens, are the first and last of them.
  private func expectEnds(
    of nodes: [any SyntaxNode], _ text: String, sourceLocation: SourceLocation
  ) {
    for node in nodes
    where node.firstToken != node.tokens.first || node.lastToken != node.tokens.last {
      Issue.record("the ends of \(node) in \(text)", sourceLocation: sourceLocation)
    }
  }

  private func expectTiling(
    of bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    guard let (file, problems) = try? parse(bytes) else { return }
    var printed: [UInt8] = []
    var end = 0
    for token in file.tokens {
      let trivia = token.leadingTrivia
      guard
        trivia.lowerBound == end, trivia.upperBound == token.range.lowerBound,
        token.range.upperBound <= bytes.count, !token.isMissing || token.range.isEmpty
      else {
        Issue.record(
          "\(token) does not begin at \(end) of \(String(decoding: bytes, as: UTF8.self).debugDescription)",
          sourceLocation: sourceLocation)
        return
      }
      printed += bytes[trivia.lowerBound..<token.range.upperBound]
      end = token.range.upperBound
    }
    let text = String(decoding: bytes, as: UTF8.self).debugDescription
    #expect(printed == bytes, "\(text)", sourceLocation: sourceLocation)
    for statement in file.statements {
      expectEnds(of: statement.nodes, text, sourceLocation: sourceLocation)
    }
    for problem in problems {
      let range = problem.range
      let isWithin = range.lowerBound >= 0 && range.upperBound <= bytes.count
      #expect(isWithin, "\(problem) in \(text)", sourceLocation: sourceLocation)
      guard isWithin else { continue }
      #expect(
        String(validating: bytes[range.lowerBound..<range.upperBound], as: UTF8.self) != nil,
        "\(problem) cuts a character of \(text)", sourceLocation: sourceLocation)
      expectSoundFixes(of: problem.diagnostic, within: bytes, sourceLocation)
    }
  }

  /// The edits lie within the file, in order and apart, and say what they do.
  private func expectSoundFixes(
    of diagnostic: Diagnostic, within bytes: [UInt8], _ sourceLocation: SourceLocation
  ) {
    for fix in diagnostic.fixes {
      var end = 0
      for edit in fix.edits {
        #expect(edit.range.lowerBound >= end, sourceLocation: sourceLocation)
        end = edit.range.upperBound
      }
      #expect(end <= bytes.count && !fix.title.isEmpty, sourceLocation: sourceLocation)
    }
  }

  /// The bytes of each statement.
  private func statements(of bytes: [UInt8]) throws -> [[UInt8]] {
    try parse(bytes).file.statements.map { statement in
      Array(bytes[statement.range.lowerBound..<statement.range.upperBound])
    }
  }

  /// Inserts, deletes or swaps bytes, or goes on with the end of another text.
  private func spoil(
    _ bytes: inout [UInt8], with other: [UInt8], using random: inout SeededGenerator
  ) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: bytes.insert(UInt8.random(in: 0...0xFF, using: &random), at: place)
    case 1 where place < bytes.count: bytes.remove(at: place)
    case 2 where place < bytes.count:
      bytes.swapAt(place, Int.random(in: 0..<bytes.count, using: &random))
    default:
      bytes.replaceSubrange(
        place..., with: other.suffix(Int.random(in: 0...other.count, using: &random)))
    }
  }

  /// Deletes, doubles or swaps a byte, a scalar's width of bytes, or a token.
  private func damage(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
    guard !bytes.isEmpty else { return }
    var pieces = [0..<bytes.count]
    if Bool.random(using: &generator), let tokens = try? parse(bytes).file.tokens {
      pieces = tokens.map { $0.range.lowerBound..<$0.range.upperBound }.filter { !$0.isEmpty }
    } else {
      pieces = bytes.indices.map { $0..<$0 + 1 }
    }
    guard let piece = pieces.randomElement(using: &generator),
      let other = pieces.randomElement(using: &generator)
    else { return }
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: bytes.removeSubrange(piece)
    case 1: bytes.insert(contentsOf: bytes[piece], at: piece.lowerBound)
    case 2: bytes.insert(contentsOf: bytes[piece], at: other.lowerBound)
    default:
      guard piece.upperBound <= other.lowerBound else { return }
      let text = bytes[piece]
      bytes.replaceSubrange(piece, with: bytes[other])
      let shift = other.count - piece.count
      bytes.replaceSubrange(
        other.lowerBound + shift..<other.upperBound + shift, with: text)
    }
  }
}

extension StatementSyntax {
  /// The statement with what it is made of.
  fileprivate var nodes: [any SyntaxNode] {
    guard case .mapping(let mapping) = self else { return [self] }
    let operands = mapping.source.stages.flatMap { stage -> [any SyntaxNode] in
      switch stage {
      case .fallback(_, let operand): [stage] + operand.nodes
      case .transform(_, let call): [stage, call]
      }
    }
    return [self, mapping, mapping.source, mapping.target] + mapping.modifiers
      + mapping.source.first.nodes + operands
  }
}

extension OperandSyntax {
  fileprivate var nodes: [any SyntaxNode] {
    switch self {
    case .path(let path): [self, path] + path.steps
    case .literal(let literal): [self, literal]
    case .jsonPath, .xPath, .template, .unreadable: [self]
    }
  }
}
