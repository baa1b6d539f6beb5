import Diagnostics

extension Parser {
  /// directive = response | fields | profile | namespace | guard | statusRule | policyRule
  ///
  /// A statement without an arrow whose first word is near to no directive lacks its arrow.
  mutating func statementWithoutArrow() -> StatementSyntax {
    let wordEnd = lexer.endOfText
    guard let word = directiveWord(upTo: wordEnd) else { return unknownStatement(wordEnd: wordEnd) }
    let end = lexer.limit
    let keyword = lexer.token(.word, upTo: wordEnd)
    setLimitBeforePunctuation()
    return .directive(directive(word, keyword, end: end))
  }

  func directiveWord(upTo end: Int) -> DirectiveWord? {
    // No directive is longer.
    guard end - lexer.offset <= 9 else { return nil }
    return DirectiveWord(rawValue: lexer.text[SourceRange(lexer.offset, end)])
  }

  private mutating func directive(
    _ word: DirectiveWord, _ keyword: Token, end: Int
  ) -> DirectiveSyntax {
    switch word {
    case .response: .response(response(keyword, end: end))
    case .fields: .fields(fields(keyword, end: end))
    case .profile: .profile(profile(keyword, end: end))
    case .namespace: .namespace(namespace(keyword, end: end))
    case .accept: .guard(guardDirective(keyword, .accept, end: end))
    case .reject: .guard(guardDirective(keyword, .reject, end: end))
    case .pending: .guard(guardDirective(keyword, .pending, end: end))
    case .on: rule(keyword, end: end)
    }
  }

  /// What is left of a directive. It is a mistake, unless one has been reported already.
  mutating func rest(of word: DirectiveWord, end: Int, isGood: Bool) -> [Token] {
    let tokens = unexpectedText()
    if isGood { reportUnexpected(tokens, after: .directive(word)) }
    lexer.setLimit(end)
    return tokens + unexpectedText()
  }

  /// The next word of the statement with its text; nil where the statement ends.
  mutating func word() -> (token: Token, text: String)? {
    lexer.skipTrivia()
    if lexer.isAtLimit { return nil }
    let token = lexer.token(.word, upTo: lexer.endOfText)
    return (token, lexer.text[token.range])
  }

  // MARK: - No directive

  private mutating func unknownStatement(wordEnd: Int) -> StatementSyntax {
    let range = SourceRange(lexer.offset, wordEnd)
    let word = lexer.text[range]
    let known = DirectiveWord.allCases.map(\.rawValue)
    guard let suggestion = Suggestion.nearest(to: word, among: known).flatMap(DirectiveWord.init),
      suggestion != .on || word.lowercased() == "on" || isRule(behind: wordEnd)
    else { return missingArrow() }
    report(.directive(.unknown(word: word, suggestion: suggestion)), at: range)
    return .unreadable(
      UnreadableStatementSyntax(tokens: unexpectedText(), intended: suggestion))
  }

  /// Whether a status or a situation follows, as behind `on`: any word of two letters is near to it.
  private func isRule(behind offset: Int) -> Bool {
    var ahead = lexer
    ahead.move(to: offset)
    ahead.skipTrivia()
    if let byte = ahead.byte, byte.isDigit { return true }
    let second = SourceRange(ahead.offset, ahead.endOfText)
    return second.count < 10 && SituationWord(rawValue: lexer.text[second]) != nil
  }

  private mutating func missingArrow() -> StatementSyntax {
    let written = writtenArrow
    let comment = outline.firstComment.map {
      SourceRange($0, StatementOutline.lineEnd(in: lexer.text.bytes, from: $0))
    }
    let hidden = comment.flatMap { lexer.text[$0].contains("->") ? $0 : nil }
    let start = lexer.offset
    let tokens = unexpectedText()
    report(
      .missingArrow(written: written, comment: hidden),
      at: SourceRange(start, tokens.last?.range.upperBound ?? start))
    return .unreadable(UnreadableStatementSyntax(tokens: tokens, intended: nil))
  }

  /// What the statement has outside quotes and brackets that may be meant as an arrow.
  private var writtenArrow: SyntaxProblem.WrittenArrow? {
    var ahead = lexer
    var found: [(spelling: SyntaxProblem.WrittenArrow.Spelling, range: SourceRange)] = []
    while found.count < 2, !ahead.isAtLimit {
      ahead.skipTrivia()
      ahead.move(to: ahead.topLevelEnd { "=<-#".utf8.contains($0) || $0 > 0x7F })
      if let spelling = ahead.writtenArrow {
        found.append(
          (spelling, SourceRange(ahead.offset, ahead.offset + spelling.rawValue.utf8.count)))
        ahead.move(to: ahead.offset + spelling.rawValue.utf8.count)
      } else if !ahead.isAtLimit, ahead.byte != UInt8(ascii: "#") {
        ahead.skipCharacterOrQuotes()
      }
    }
    guard let first = found.first else { return nil }
    return SyntaxProblem.WrittenArrow(
      spelling: first.spelling, range: first.range, isOnly: found.count == 1)
  }

  // MARK: - One word or text

  /// response = "response" blanks ( "json" | "xml" )
  private mutating func response(_ keyword: Token, end: Int) -> ResponseDirectiveSyntax {
    guard let (token, word) = word() else {
      report(.directive(.missingFormat), at: keyword.range)
      return ResponseDirectiveSyntax(
        keyword: keyword, formatToken: lexer.missing(.word), format: nil,
        unexpected: rest(of: .response, end: end, isGood: false))
    }
    let format = BodyFormatWord(rawValue: word)
    if format == nil {
      let nearest: BodyFormatWord? = nearest(to: word)
      report(.directive(.unknownFormat(word: word, suggestion: nearest)), at: token.range)
    }
    return ResponseDirectiveSyntax(
      keyword: keyword, formatToken: token, format: format,
      unexpected: rest(of: .response, end: end, isGood: format != nil))
  }

  /// profile = "profile" blanks ( "extended" | "marketo" )
  private mutating func profile(_ keyword: Token, end: Int) -> ProfileDirectiveSyntax {
    guard let (token, word) = word() else {
      report(.directive(.missingProfile), at: keyword.range)
      return ProfileDirectiveSyntax(
        keyword: keyword, profileToken: lexer.missing(.word), profile: nil,
        unexpected: rest(of: .profile, end: end, isGood: false))
    }
    let profile = ProfileWord(rawValue: word)
    if profile == nil {
      let nearest: ProfileWord? = nearest(to: word)
      report(.directive(.unknownProfile(word: word, suggestion: nearest)), at: token.range)
    }
    return ProfileDirectiveSyntax(
      keyword: keyword, profileToken: token, profile: profile,
      unexpected: rest(of: .profile, end: end, isGood: profile != nil))
  }

  /// The word of a vocabulary that is meant, perhaps.
  func nearest<Word: RawRepresentable<String> & CaseIterable>(to word: String) -> Word? {
    Suggestion.nearest(to: word, among: Word.allCases.map(\.rawValue)).flatMap(Word.init)
  }

  /// fields = "fields" blanks filledString
  private mutating func fields(_ keyword: Token, end: Int) -> FieldsDirectiveSyntax {
    let (token, file) = plainText(.fields, behind: keyword)
    return FieldsDirectiveSyntax(
      keyword: keyword, fileToken: token, file: file,
      unexpected: rest(of: .fields, end: end, isGood: file != nil))
  }

  /// filledString = string - '""'
  mutating func plainText(
    _ place: SyntaxProblem.TextPlace, behind before: Token
  ) -> (Token, String?) {
    lexer.skipTrivia()
    guard let byte = lexer.byte else {
      report(.directive(.missingText(place, written: nil)), at: before.range)
      return (lexer.missing(.string), nil)
    }
    guard byte == UInt8(ascii: "\"") else {
      let token = lexer.token(.unexpected, upTo: lexer.trimmedLimit)
      report(.directive(.missingText(place, written: withoutQuotes(token))), at: token.range)
      return (token, nil)
    }
    let (token, text) = quoted(.string)
    guard let text, text.isEmpty else { return (token, text) }
    report(.directive(.emptyText(place)), at: token.range)
    return (token, nil)
  }

  /// The token's text without single quotes around it.
  private func withoutQuotes(_ token: Token) -> String {
    let text = lexer.text[token.range]
    let isQuoted = text.utf8.first == 0x27 && text.utf8.last == 0x27 && text.utf8.count > 1
    return isQuoted ? String(text.dropFirst().dropLast()) : text
  }

  // MARK: - Namespaces

  /// namespace = "namespace" blanks prefix "=" filledString
  private mutating func namespace(_ keyword: Token, end: Int) -> NamespaceDirectiveSyntax {
    lexer.skipTrivia()
    let (prefixToken, prefix) = prefix(keyword)
    lexer.skipTrivia()
    let isEquals = lexer.byte == UInt8(ascii: "=")
    let equals = isEquals ? lexer.sign(.equals) : lexer.missing(.equals)
    guard let prefix, isEquals else {
      if prefix != nil { report(.directive(.missingEquals), at: prefixToken.range) }
      return NamespaceDirectiveSyntax(
        keyword: keyword, prefixToken: prefixToken, prefix: prefix, equals: equals,
        uriToken: lexer.missing(.string), uri: nil,
        unexpected: rest(of: .namespace, end: end, isGood: false))
    }
    let (uriToken, uri) = plainText(.namespace, behind: equals)
    return NamespaceDirectiveSyntax(
      keyword: keyword, prefixToken: prefixToken, prefix: prefix, equals: equals,
      uriToken: uriToken, uri: uri,
      unexpected: rest(of: .namespace, end: end, isGood: uri != nil))
  }

  /// prefix = prefixStart { prefixStart | digit | "-" | "." … }
  ///
  /// Grammar: prefixStart.
  ///
  /// An NCName (Namespaces in XML 1.0 §3) in the letters that keys have.
  private mutating func prefix(_ keyword: Token) -> (Token, String?) {
    let end = lexer.topLevelEnd {
      $0.isBlank || $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "\"")
    }
    guard end > lexer.offset else {
      report(.directive(.missingPrefix), at: keyword.range)
      return (lexer.missing(.word), nil)
    }
    let token = lexer.token(.word, upTo: end)
    let prefix = lexer.text[token.range]
    guard prefix.unicodeScalars.first?.isPrefixStart == true,
      prefix.unicodeScalars.allSatisfy(\.isPrefixScalar)
    else {
      report(.directive(.invalidPrefix(prefix)), at: token.range)
      return (token, nil)
    }
    return (token, prefix)
  }
}

extension Unicode.Scalar {
  fileprivate var isPrefixStart: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: self == "_"
    }
  }

  fileprivate var isPrefixScalar: Bool {
    self == "." || MarketoNotation.isKeyScalar(self) && self != ":" && self != " " && self != "\t"
  }
}

extension Lexer {
  /// What may be meant as an arrow, at the offset.
  fileprivate var writtenArrow: SyntaxProblem.WrittenArrow.Spelling? {
    typealias Spelling = SyntaxProblem.WrittenArrow.Spelling
    let rest = text.bytes[offset..<limit]
    guard let spelling = Spelling.allCases.first(where: { rest.starts(with: $0.rawValue.utf8) })
    else { return nil }
    guard spelling == .assignment else { return spelling }
    // `a = X`, but not `a == b` or `a=b`.
    let isBlankBefore = offset > 0 && text.bytes[offset - 1].isBlank
    let isBlankBehind = offset + 1 >= limit || text.bytes[offset + 1].isWhiteSpace
    return isBlankBefore && isBlankBehind ? spelling : nil
  }
}
