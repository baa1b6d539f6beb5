import Diagnostics

/// Turns a mapping file into its lossless tree and the list of everything that is wrong with it.
///
/// Each statement is outlined first (``StatementOutline``) and then read piece by piece, so that a
/// mistake never reaches beyond its statement. The grammar is `Grammar/respmap.ebnf`.
package struct Parser {
  var lexer: Lexer
  /// Of the statement that is being read.
  var outline = StatementOutline()
  /// The first mark of the outline that may lie at the lexer's offset or behind it.
  var nextMark = 0
  var suppressions: [SuppressionSyntax] = []
  private(set) var problems: [SyntaxProblem] = []

  /// - Complexity: O(*n*) in the length of the text.
  package static func parse(_ text: SourceText) -> (MappingFileSyntax, [SyntaxProblem]) {
    var parser = Parser(lexer: Lexer(text))
    let file = parser.mappingFile()
    return (file, parser.problemsInOrder)
  }

  init(lexer: Lexer) { self.lexer = lexer }

  var problemCount: Int { problems.count }

  mutating func report(_ kind: SyntaxProblem.Kind, at range: SourceRange) {
    problems.append(SyntaxProblem(kind, at: range))
  }

  /// In the order of the file; of two at one place the one found first.
  var problemsInOrder: [SyntaxProblem] {
    let starts = problems.map(\.range.lowerBound)
    let isInOrder = zip(starts, starts.dropFirst()).allSatisfy { $0 <= $1 }
    if isInOrder { return problems }
    return problems.indices.sorted { (starts[$0], $0) < (starts[$1], $1) }.map { problems[$0] }
  }

  /// file = { [ statement ] lineEnd } [ statement ]
  private mutating func mappingFile() -> MappingFileSyntax {
    var statements: [StatementSyntax] = []
    passLinesWithoutStatement()
    while !lexer.isAtLimit {
      statements.append(statement())
      lexer.setLimit(lexer.text.bytes.count)
      readSuppressions()
      // A comment behind the statement has been read with it.
      passRestOfLine()
      passLinesWithoutStatement()
    }
    if statements.isEmpty { report(.emptyFile, at: SourceRange(at: lexer.offset)) }
    return MappingFileSyntax(
      statements: statements, endOfFile: lexer.token(.endOfFile, upTo: lexer.offset),
      suppressions: suppressions)
  }

  private mutating func passLinesWithoutStatement() {
    while let byte = lexer.byte, byte.isWhiteSpace || byte == UInt8(ascii: "#") {
      if byte == UInt8(ascii: "#") {
        refuseSuppression(onItsOwnLineAt: lexer.offset)
        passRestOfLine()
      } else {
        lexer.move(to: lexer.offset + 1)
      }
    }
  }

  private mutating func passRestOfLine() {
    lexer.move(to: StatementOutline.lineEnd(in: lexer.text.bytes, from: lexer.offset))
  }

  /// statement = mapping | directive
  private mutating func statement() -> StatementSyntax {
    outline.read(lexer.text.bytes, from: lexer.offset)
    nextMark = 0
    lexer.setLimit(outline.range.upperBound)
    if let unclosed = outline.unclosed, outline.firstArrow ?? .max > unclosed.offset {
      report(
        .unclosed(unclosed.opener, isBehindArrow: false),
        at: unclosedRange(unclosed.opener, at: unclosed.offset))
      let intended = directiveWord(upTo: lexer.endOfText)
      return .unreadable(UnreadableStatementSyntax(tokens: unexpectedText(), intended: intended))
    }
    if let arrow = outline.firstArrow { return .mapping(mapping(arrow: arrow)) }
    return statementWithoutArrow()
  }

  /// The opener, and of a bracket the position or `*` behind it, since there it should be closed.
  private func unclosedRange(_ opener: SyntaxProblem.Opener, at offset: Int) -> SourceRange {
    let bytes = lexer.text.bytes
    var end = offset + 1
    guard opener == .bracket else { return SourceRange(offset, end) }
    while end < lexer.limit, bytes[end].isDigit || bytes[end] == UInt8(ascii: "*") { end += 1 }
    return SourceRange(offset, end)
  }

  /// What is left up to the limit, piece by piece.
  mutating func unexpectedText() -> [Token] {
    var tokens: [Token] = []
    lexer.skipTrivia()
    while !lexer.isAtLimit {
      tokens.append(lexer.token(.unexpected, upTo: lexer.endOfText))
      lexer.skipTrivia()
    }
    return tokens
  }

  /// Reports a `,` or `;` that ends the statement, and sets the limit before it.
  ///
  /// Complete statements only: no quote or bracket is open where they end.
  mutating func setLimitBeforePunctuation() {
    let bytes = lexer.text.bytes
    let end = lexer.limit
    var start = end
    while start > lexer.offset, bytes[start - 1] == 0x2C || bytes[start - 1] == 0x3B { start -= 1 }
    guard start < end else { return }
    lexer.setLimit(start)
    if lexer.trimmedLimit == lexer.offset { return lexer.setLimit(end) }
    report(
      .strayPunctuation(String(Unicode.Scalar(bytes[start]))), at: SourceRange(start, end))
  }

  mutating func reportUnexpected(_ tokens: [Token], after place: SyntaxProblem.Place) {
    guard let first = tokens.first, let last = tokens.last else { return }
    report(.unexpectedText(after: place), at: first.range.union(last.range))
  }
}
