import Diagnostics
import MappingSyntax
import ResponseMapping
import TestSupport
import Testing

/// Whatever is formatted keeps its meaning: the same tokens, comments and plan.
@Suite struct `However a file is laid out` {
  /// What must not change, in the order of the text.
  private struct Contents: Equatable {
    var tokens: [String] = []
    var comments: [String] = []

    init(_ bytes: [UInt8]) throws {
      let text = try SourceText(bytes)
      for token in Parser.parse(text).0.tokens {
        if !token.range.isEmpty { tokens.append("\(token.kind) \(text[token.range])") }
        comments += Contents.comments(in: text[token.leadingTrivia])
      }
    }

    /// Trivia hold nothing but blanks, line breaks and comments.
    private static func comments(in trivia: String) -> [String] {
      trivia.unicodeScalars.split { $0 == "\n" || $0 == "\r" }.compactMap { line in
        guard let start = line.firstIndex(of: "#") else { return nil }
        var comment = String(line[start...])
        while comment.last == " " || comment.last == "\t" { comment.removeLast() }
        return comment
      }
    }
  }

  /// - Returns: Whether the text is formatted, and not refused.
  @discardableResult
  private func expectKept(
    _ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Bool {
    let text = String(decoding: bytes, as: UTF8.self).debugDescription
    guard let layout = try? Mapping.formatting(bytes) else { return false }
    let comment = Comment(rawValue: text)
    #expect(try Mapping.formatting(layout) == layout, comment, sourceLocation: sourceLocation)
    #expect(try Contents(layout) == Contents(bytes), comment, sourceLocation: sourceLocation)
    #expect(try expectedLines(layout), comment, sourceLocation: sourceLocation)
    if let mapping = try? Mapping(compiling: bytes) {
      let again = try? Mapping(compiling: layout)
      #expect(again?.planHash == mapping.planHash, comment, sourceLocation: sourceLocation)
    }
    return true
  }

  /// No blanks at the ends of lines, no two empty lines, an end to the last line.
  private func expectedLines(_ layout: [UInt8]) throws -> Bool {
    let text = String(decoding: layout, as: UTF8.self).unicodeScalars
    let lineBreak = try #require(text.last)
    let lines = text.split(separator: lineBreak, omittingEmptySubsequences: false)
      .map { $0.last == "\r" ? $0.dropLast() : $0 }
    return lines.allSatisfy { $0.last != " " && $0.last != "\t" }
      && !zip(lines, lines.dropFirst()).contains { $0.isEmpty && $1.isEmpty }
      && lines.last?.isEmpty == true && lines.first?.isEmpty == false
  }

  @Test func `the samples and the corpus keep their meaning`() throws {
    for file in try `A token that is deleted, doubled or swapped`.files.get() {
      #expect(try expectKept(Array(file.text.utf8)), "\(file.name)")
    }
  }

  @Test func `a file with one token deleted, doubled or swapped keeps its meaning or is refused`()
    throws
  {
    var formatted = 0
    var refused = 0
    for file in try `A token that is deleted, doubled or swapped`.files.get() {
      let mutants = try TokenMutant.all(of: Array(file.text.utf8))
      for index in stride(from: 0, to: mutants.count, by: 29) {
        if try expectKept(mutants[index].bytes) { formatted += 1 } else { refused += 1 }
      }
    }
    #expect(formatted > 100)
    #expect(refused > 100)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `white space and comments that are strewn in do not change what is meant`(_ seed: UInt64)
    throws
  {
    var generator = SeededGenerator(seed: seed)
    for file in try `A token that is deleted, doubled or swapped`.files.get() {
      let bytes = Array(file.text.utf8)
      let strewn = try strewn(bytes, using: &generator)
      #expect(try expectKept(strewn), "\(String(decoding: strewn, as: UTF8.self))")
      let mapping = try Mapping(compiling: bytes)
      let layout = try Mapping.formatting(strewn)
      #expect(try Mapping(compiling: layout).planHash == mapping.planHash, "\(file.name)")
    }
  }

  /// The file with more white space, more and fewer empty lines, and comments where lines end.
  private func strewn(_ bytes: [UInt8], using generator: inout SeededGenerator) throws -> [UInt8] {
    let lineBreak = ["\n", "\r\n", "\r"].randomElement(using: &generator) ?? "\n"
    let text = try SourceText(bytes)
    var result = ""
    for token in Parser.parse(text).0.tokens {
      for scalar in text[token.leadingTrivia].unicodeScalars {
        switch scalar {
        case "\n": result += lineEnds(lineBreak, using: &generator)
        case " ": result += blanks(using: &generator)
        default: result.unicodeScalars.append(scalar)
        }
      }
      result += text[token.range]
    }
    return Array(result.utf8)
  }

  private func blanks(using generator: inout SeededGenerator) -> String {
    [" ", " ", "  ", "\t", " \t "].randomElement(using: &generator) ?? " "
  }

  private func lineEnds(_ lineBreak: String, using generator: inout SeededGenerator) -> String {
    let ends = [
      "", "", "", " ", "\t  ", "  #\(lineBreak)", " # ü, -> and \"quotes\t\(lineBreak)",
      "\(lineBreak) \(lineBreak)", "\(lineBreak)\(lineBreak)# lone \(lineBreak)   ",
    ]
    return (ends.randomElement(using: &generator) ?? "") + lineBreak
  }

  @Test(arguments: [11, 12] as [UInt64])
  func `files of random pieces keep their meaning or are refused`(_ seed: UInt64) throws {
    let pieces = [
      "a", "b.c", "a[0]", "'x y'", "\"{a} b\"", "$.a", "$['#']", "/a", "(1)", " -> X", "->Y",
      "\n-> Z", " ?? b", "\n??'c'", "|>trim", "\n |> join(\",\")", ":integer", " : text",
      " required", " on null clear", "\n", "\n", "\r\n", "\r", " ", "\t", "# c", " # d \n", "\n\n",
      "response json\n", "on 404,5xx skip\n", "accept when $.a\n", "reject when $.b because\"x\"\n",
      "\u{FEFF}", "é", "fields \"f\"\n", "\u{B}", "\u{85}", "\u{2028}",
    ]
    var generator = SeededGenerator(seed: seed)
    var formatted = 0
    for _ in 0..<4_000 {
      let count = Int.random(in: 1...10, using: &generator)
      let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      if try expectKept(Array(text.utf8)) { formatted += 1 }
    }
    #expect(formatted > 100)
  }
}
