import Diagnostics

extension Parser {
  /// directive = response
  ///
  /// A statement without an arrow whose first word is near to no directive lacks its arrow.
  mutating func directive(_ outline: StatementOutline) -> StatementSyntax {
    let wordEnd = lexer.endOfText
    let word = lexer.text[SourceRange(lexer.offset, wordEnd)]
    if DirectiveWord(rawValue: word) == .response { return .response(response(wordEnd: wordEnd)) }
    if ["accept", "fields", "namespace", "on", "pending", "profile", "reject"].contains(word) {
      report(.unavailableDirective(word), at: SourceRange(lexer.offset, wordEnd))
      return .unreadable(UnreadableStatementSyntax(tokens: unexpectedText(), intended: nil))
    }
    let known = DirectiveWord.allCases.map(\.rawValue)
    guard let name = Suggestion.nearest(to: word, among: known),
      let suggestion = DirectiveWord(rawValue: name)
    else { return missingArrow(outline) }
    report(
      .unknownDirective(word: word, suggestion: suggestion),
      at: SourceRange(lexer.offset, wordEnd))
    return .unreadable(
      UnreadableStatementSyntax(tokens: unexpectedText(), intended: suggestion))
  }

  private mutating func missingArrow(_ outline: StatementOutline) -> StatementSyntax {
    let start = lexer.offset
    let tokens = unexpectedText()
    let words = tokens.map { lexer.text[$0.range] }.filter { $0.first != "'" && $0.first != "\"" }
    let written = SyntaxProblem.WrittenArrow.allCases.first { arrow in
      words.contains { arrow == .assignment ? $0 == arrow.rawValue : $0.contains(arrow.rawValue) }
    }
    let hidden = outline.firstComment.flatMap { lexer.text[$0].contains("->") ? $0 : nil }
    report(
      .missingArrow(written: written, comment: hidden),
      at: SourceRange(start, tokens.last?.range.upperBound ?? start))
    return .unreadable(UnreadableStatementSyntax(tokens: tokens, intended: nil))
  }

  /// response = "response" blanks ( "json" | "xml" )
  private mutating func response(wordEnd: Int) -> ResponseDirectiveSyntax {
    let keyword = lexer.token(.word, upTo: wordEnd)
    lexer.skipTrivia()
    guard !lexer.isAtLimit else {
      report(.missingFormat, at: keyword.range)
      return ResponseDirectiveSyntax(
        keyword: keyword, formatToken: lexer.missing(.word), format: nil, unexpected: [])
    }
    let formatToken = lexer.token(.word, upTo: lexer.endOfText)
    let word = lexer.text[formatToken.range]
    let format = BodyFormatWord(rawValue: word)
    if format == nil {
      let nearest = Suggestion.nearest(to: word, among: BodyFormatWord.allCases.map(\.rawValue))
      report(
        .unknownFormat(word: word, suggestion: nearest.flatMap(BodyFormatWord.init)),
        at: formatToken.range)
    }
    let unexpected = unexpectedText()
    if format != nil { reportUnexpected(unexpected, after: .response) }
    return ResponseDirectiveSyntax(
      keyword: keyword, formatToken: formatToken, format: format, unexpected: unexpected)
  }

  mutating func reportUnexpected(_ tokens: [Token], after place: SyntaxProblem.Place) {
    guard let first = tokens.first, let last = tokens.last else { return }
    report(.unexpectedText(after: place), at: first.range.union(last.range))
  }
}
