import Diagnostics

/// Turns a mapping file into its lossless tree and the list of everything that is wrong with it.
///
/// Each statement is outlined first (``StatementOutline``) and then read piece by piece, so that a
/// mistake never reaches beyond its statement. The grammar is `Grammar/respmap.ebnf`.
package struct Parser {
  var lexer: Lexer
  private(set) var problems: [SyntaxProblem] = []

  /// - Complexity: O(*n*) in the length of the text.
  package static func parse(_ text: SourceText) -> (MappingFileSyntax, [SyntaxProblem]) {
    var parser = Parser(lexer: Lexer(text))
    let file = parser.mappingFile()
    return (file, parser.problems)
  }

  private init(lexer: Lexer) { self.lexer = lexer }

  mutating func report(_ kind: SyntaxProblem.Kind, at range: SourceRange) {
    problems.append(SyntaxProblem(kind, at: range))
  }

  /// file = { [ statement ] lineEnd } [ statement ]
  private mutating func mappingFile() -> MappingFileSyntax {
    var statements: [StatementSyntax] = []
    lexer.skipTrivia()
    while !lexer.isAtLimit {
      statements.append(statement())
      lexer.setLimit(lexer.text.bytes.count)
      lexer.skipTrivia()
    }
    if statements.isEmpty { report(.emptyFile, at: SourceRange(at: lexer.offset)) }
    return MappingFileSyntax(
      statements: statements, endOfFile: lexer.token(.endOfFile, upTo: lexer.offset))
  }

  /// statement = mapping | directive
  private mutating func statement() -> StatementSyntax {
    let outline = StatementOutline(in: lexer.text.bytes, from: lexer.offset)
    lexer.setLimit(outline.range.upperBound)
    if let unclosed = outline.unclosed, outline.arrows.first ?? .max > unclosed.offset {
      report(
        .unclosed(unclosed.opener, isBehindArrow: false),
        at: SourceRange(unclosed.offset, unclosed.offset + 1))
      return .unreadable(UnreadableStatementSyntax(tokens: unexpectedText(), intended: nil))
    }
    if let arrow = outline.arrows.first { return .mapping(mapping(outline, arrow: arrow)) }
    return directive(outline)
  }

  /// What is left of the statement, piece by piece.
  mutating func unexpectedText() -> [Token] {
    var tokens: [Token] = []
    lexer.skipTrivia()
    while !lexer.isAtLimit {
      tokens.append(lexer.token(.unexpected, upTo: lexer.endOfText))
      lexer.skipTrivia()
    }
    return tokens
  }
}
