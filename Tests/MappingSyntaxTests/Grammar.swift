import Foundation

/// A reader of `Grammar/respmap.ebnf`: its productions as a tree, in the notation that the head of
/// that file explains.
struct Grammar {
  indirect enum Expression {
    case terminal([Unicode.Scalar])
    case range(ClosedRange<Unicode.Scalar>)
    case categories([Unicode.GeneralCategory])
    case production(String)
    case sequence([Expression])
    case choice([Expression])
    case optional(Expression)
    case repetition(Expression)
    case exception(Expression, but: Expression)
  }

  struct Production {
    let name: String
    /// Blanks may stand before each symbol of a phrase, nothing between those of a word.
    let isPhrase: Bool
    let expression: Expression
  }

  struct Malformed: Error { let at: String }

  private(set) var productions: [String: Production] = [:]
  private(set) var names: [String] = []

  init(_ text: String) throws {
    var reader = GrammarReader(tokens: try GrammarReader.tokens(of: text))
    while !reader.isAtEnd {
      let production = try reader.production()
      guard productions[production.name] == nil else { throw Malformed(at: production.name) }
      productions[production.name] = production
      names.append(production.name)
    }
  }
}

extension Grammar {
  static func ofMappingFiles() throws -> Grammar {
    try Grammar(String(contentsOf: packageFile("Grammar/respmap.ebnf"), encoding: .utf8))
  }
}

private struct GrammarReader {
  enum Token: Equatable {
    case name(String), text(String), scalar(Unicode.Scalar), categories([String])
    case sign(String)
  }

  let tokens: [Token]
  private var position = 0

  init(tokens: [Token]) { self.tokens = tokens }

  var isAtEnd: Bool { position == tokens.count }

  mutating func production() throws -> Grammar.Production {
    guard case .name(let name)? = next() else { throw malformed }
    let isPhrase = take("=")
    guard isPhrase || take("::=") else { throw malformed }
    let expression = try choice()
    guard take(";") else { throw malformed }
    return Grammar.Production(name: name, isPhrase: isPhrase, expression: expression)
  }

  private mutating func choice() throws -> Grammar.Expression {
    var alternatives = [try sequence()]
    while take("|") { alternatives.append(try sequence()) }
    return alternatives.count == 1 ? alternatives[0] : .choice(alternatives)
  }

  private mutating func sequence() throws -> Grammar.Expression {
    var items: [Grammar.Expression] = []
    while let token = peek, ![";", "|", ")", "]", "}"].map({ Token.sign($0) }).contains(token) {
      var item = try symbol()
      if take("-") { item = .exception(item, but: try symbol()) }
      items.append(item)
    }
    guard !items.isEmpty else { throw malformed }
    return items.count == 1 ? items[0] : .sequence(items)
  }

  private mutating func symbol() throws -> Grammar.Expression {
    switch next() {
    case .name(let name): return .production(name)
    case .text(let text):
      guard take("..") else { return .terminal(Array(text.unicodeScalars)) }
      guard case .text(let last)? = next(), let from = text.unicodeScalars.first,
        let to = last.unicodeScalars.first
      else { throw malformed }
      return .range(from...to)
    case .scalar(let from):
      guard take("..") else { return .terminal([from]) }
      guard case .scalar(let to)? = next() else { throw malformed }
      return .range(from...to)
    case .categories(let names):
      return .categories(try names.map { try category($0) })
    case .sign("("): return try closed(by: ")") { $0 }
    case .sign("["): return try closed(by: "]") { .optional($0) }
    case .sign("{"): return try closed(by: "}") { .repetition($0) }
    default: throw malformed
    }
  }

  private mutating func closed(
    by sign: String, _ wrap: (Grammar.Expression) -> Grammar.Expression
  ) throws -> Grammar.Expression {
    let expression = try choice()
    guard take(sign) else { throw malformed }
    return wrap(expression)
  }

  private func category(_ name: String) throws -> Unicode.GeneralCategory {
    let categories: [String: Unicode.GeneralCategory] = [
      "Lu": .uppercaseLetter, "Ll": .lowercaseLetter, "Lt": .titlecaseLetter,
      "Lm": .modifierLetter, "Lo": .otherLetter, "Mn": .nonspacingMark, "Mc": .spacingMark,
      "Nd": .decimalNumber,
    ]
    guard let category = categories[name] else { throw Grammar.Malformed(at: name) }
    return category
  }

  private var peek: Token? { position < tokens.count ? tokens[position] : nil }

  private mutating func next() -> Token? {
    defer { position += 1 }
    return peek
  }

  private mutating func take(_ sign: String) -> Bool {
    guard peek == .sign(sign) else { return false }
    position += 1
    return true
  }

  private var malformed: Grammar.Malformed {
    Grammar.Malformed(
      at: tokens[max(0, position - 3)..<min(tokens.count, position + 2)].description)
  }

  static func tokens(of text: String) throws -> [Token] {
    var rest = text[...]
    var tokens: [Token] = []
    while let first = rest.first {
      if first.isWhitespace {
        rest = rest.drop(while: \.isWhitespace)
      } else if rest.hasPrefix("(*") {
        guard let end = rest.firstRange(of: "*)") else { throw Grammar.Malformed(at: "(*") }
        rest = rest[end.upperBound...]
      } else if first == "\"" || first == "'" || first == "?" {
        let content = rest.dropFirst().prefix { $0 != first }
        let words = content.split(separator: " ").map(String.init)
        tokens.append(first == "?" ? .categories(words) : .text(String(content)))
        rest = rest[content.endIndex...].dropFirst()
      } else if rest.hasPrefix("U+") {
        let digits = rest.dropFirst(2).prefix(while: \.isHexDigit)
        guard let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) else {
          throw Grammar.Malformed(at: String(digits))
        }
        tokens.append(.scalar(scalar))
        rest = rest[digits.endIndex...]
      } else if first.isLetter {
        let name = rest.prefix(while: \.isLetter)
        tokens.append(.name(String(name)))
        rest = rest[name.endIndex...]
      } else {
        let sign = ["::=", ".."].first { rest.hasPrefix($0) } ?? String(first)
        tokens.append(.sign(sign))
        rest = rest.dropFirst(sign.count)
      }
    }
    return tokens
  }
}
