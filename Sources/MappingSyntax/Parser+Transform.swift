import Diagnostics

extension Parser {
  /// transform = name [ "(" [ argument { "," argument } | query ] ")" ]
  ///
  /// Of several without an operator between them each is read. A missing name is reported where
  /// nothing has been (`isGood`).
  mutating func transforms(behind sign: Token, isGood: Bool) -> [StageSyntax] {
    let before = problemCount
    if isGood, lexer.isAtLimit { report(.transform(.missingName), at: sign.range) }
    var stages: [StageSyntax] = [.transform(operator: sign, transform())]
    lexer.skipTrivia()
    while problemCount == before, let byte = lexer.byte, byte.isLetter {
      let wordEnd = lexer.end(ofRun: \.isNameByte)
      report(.transform(.missingOperator), at: SourceRange(lexer.offset, wordEnd))
      let missing = lexer.missing(.operator)
      stages.append(.transform(operator: missing, transform()))
    }
    return stages + tooMuch(after: .transform, isGood: problemCount == before)
  }

  private mutating func transform() -> TransformCallSyntax {
    guard let byte = lexer.byte else {
      return TransformCallSyntax(nameToken: lexer.missing(.word), name: nil, arguments: nil)
    }
    let end = lexer.end(ofRun: \.isNameByte)
    let next = end < lexer.limit ? lexer.text.bytes[end] : UInt8(ascii: " ")
    guard byte.isNameByte, !byte.isDigit, next.isWhiteSpace || next == UInt8(ascii: "(") else {
      let text = lexer.topLevelEnd { $0.isWhiteSpace || $0 == UInt8(ascii: "(") }
      let token = lexer.token(.unexpected, upTo: max(text, lexer.offset + 1))
      report(.transform(.invalidName(lexer.text[token.range])), at: token.range)
      return TransformCallSyntax(nameToken: token, name: nil, arguments: nil)
    }
    let token = lexer.token(.word, upTo: end)
    let name = lexer.text[token.range]
    lexer.skipWhiteSpace()
    return TransformCallSyntax(
      nameToken: token, name: name,
      arguments: lexer.byte == UInt8(ascii: "(") ? argumentList(of: name) : nil)
  }

  /// Of the mistakes in a list only the first is reported.
  private mutating func argumentList(of name: String) -> ArgumentListSyntax {
    let before = problemCount
    let leftParenthesis = lexer.sign(.leftParenthesis)
    lexer.skipWhiteSpace()
    let arguments = name == "json" ? jsonPathArgument() : arguments(before)
    lexer.skipWhiteSpace()
    let isClosed = lexer.byte == UInt8(ascii: ")")
    if !isClosed, problemCount == before {
      report(.transform(.unclosedArguments), at: leftParenthesis.range)
    }
    return ArgumentListSyntax(
      leftParenthesis: leftParenthesis, arguments: arguments,
      rightParenthesis: isClosed
        ? lexer.sign(.rightParenthesis) : lexer.missing(.rightParenthesis))
  }

  /// Everything up to the parenthesis that closes the list.
  ///
  /// Grammar: queryCharacter.
  private mutating func jsonPathArgument() -> [ArgumentSyntax] {
    let limit = lexer.limit
    lexer.setLimit(lexer.topLevelEnd { $0 == UInt8(ascii: ")") || $0 == UInt8(ascii: "]") })
    let end = lexer.trimmedLimit
    lexer.setLimit(limit)
    guard end > lexer.offset else { return [] }
    let value: ArgumentSyntax.Value =
      isTooLong(upTo: end)
      ? .unreadable([lexer.token(.unexpected, upTo: end)])
      : .jsonPath(lexer.token(.jsonPath, upTo: end))
    return [ArgumentSyntax(value: value, comma: nil)]
  }

  private mutating func arguments(_ before: Int) -> [ArgumentSyntax] {
    var arguments: [ArgumentSyntax] = []
    while let byte = lexer.byte, byte != UInt8(ascii: ")") {
      let argument = argument(before, isFirst: arguments.isEmpty)
      arguments.append(argument)
      if argument.comma == nil, lexer.byte != UInt8(ascii: ")") {
        guard !lexer.isAtLimit, lexer.byte != UInt8(ascii: "]") else { break }
        if problemCount == before {
          report(.transform(.missingComma), at: SourceRange(lexer.offset, lexer.endOfArgument))
        }
      }
    }
    if let comma = arguments.last?.comma, problemCount == before, !lexer.isAtLimit {
      report(.transform(.extraComma), at: comma.range)
    }
    return arguments
  }

  /// argument = argumentValue | ( argumentValue | "else" ) ":" argumentValue
  ///
  /// With the comma behind it.
  private mutating func argument(_ before: Int, isFirst: Bool) -> ArgumentSyntax {
    let value = argumentValue(before)
    lexer.skipWhiteSpace()
    let comma = lexer.byte == UInt8(ascii: ",") ? lexer.sign(.comma) : nil
    if case .unreadable(let tokens) = value, tokens.isEmpty, let comma, problemCount == before {
      report(.transform(.missingArgument), at: comma.range)
    }
    lexer.skipWhiteSpace()
    return ArgumentSyntax(value: value, comma: comma)
  }

  private mutating func argumentValue(_ before: Int) -> ArgumentSyntax.Value {
    if lexer.byte == UInt8(ascii: ",") { return .unreadable([]) }
    if lexer.isAt("else"), let entry = elseEntry(before) { return entry }
    guard let key = argumentLiteral(before) else {
      return .unreadable([lexer.token(.unexpected, upTo: lexer.endOfArgument)])
    }
    lexer.skipWhiteSpace()
    guard lexer.byte == UInt8(ascii: ":") else { return .literal(key) }
    return entry(key: key, keyToken: key.token, before)
  }

  private mutating func elseEntry(_ before: Int) -> ArgumentSyntax.Value? {
    var ahead = lexer
    ahead.move(to: lexer.offset + 4)
    ahead.skipWhiteSpace()
    guard ahead.byte == UInt8(ascii: ":") else { return nil }
    let keyToken = lexer.token(.word, upTo: lexer.offset + 4)
    lexer.skipWhiteSpace()
    return entry(key: nil, keyToken: keyToken, before)
  }

  private mutating func entry(
    key: LiteralSyntax?, keyToken: Token, _ before: Int
  ) -> ArgumentSyntax.Value {
    let colon = lexer.sign(.colon)
    lexer.skipWhiteSpace()
    let isMissing = lexer.byte.map { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ")") } ?? true
    if isMissing, problemCount == before { report(.transform(.missingValue), at: colon.range) }
    let value =
      isMissing
      ? LiteralSyntax(token: lexer.missing(.word), value: nil)
      : argumentLiteral(before)
        ?? LiteralSyntax(token: lexer.token(.unexpected, upTo: lexer.endOfArgument), value: nil)
    return .entry(key: key, keyToken: keyToken, colon: colon, value)
  }

  /// argumentValue = string | number | "true" | "false" | "null"
  ///
  /// Reports what is none and returns nil; what stands in single quotes is taken for a string.
  private mutating func argumentLiteral(_ before: Int) -> LiteralSyntax? {
    switch lexer.byte {
    case UInt8(ascii: "\""):
      let (token, text) = quoted(.string)
      return LiteralSyntax(token: token, value: text.map { .text($0) })
    case UInt8(ascii: "'"):
      let range = SourceRange(lexer.offset, lexer.endOfQuotes)
      let text = plainText(inQuotes: range)
      if problemCount == before { report(.transform(.singleQuotes(text: text)), at: range) }
      let token = lexer.token(.unexpected, upTo: range.upperBound)
      return LiteralSyntax(token: token, value: text.map { .text($0) })
    default:
      let range = SourceRange(lexer.offset, lexer.endOfArgument)
      let bytes = lexer.text.bytes[range]
      let isNull = bytes.elementsEqual("null".utf8)
      guard let value = isNull ? .null : MarketoNotation.literal(bytes) else {
        if problemCount == before {
          report(.transform(.unreadableArgument(lexer.text[range])), at: range)
        }
        return nil
      }
      let kind: Token.Kind = if case .number = value { .number } else { .word }
      return LiteralSyntax(token: lexer.token(kind, upTo: range.upperBound), value: value)
    }
  }

  /// The text between single quotes, if it can stand in double quotes as it is.
  private func plainText(inQuotes range: SourceRange) -> String? {
    guard range.count >= 2, lexer.text.bytes[range.upperBound - 1] == UInt8(ascii: "'") else {
      return nil
    }
    let content = SourceRange(range.lowerBound + 1, range.upperBound - 1)
    let isPlain = lexer.text.bytes[content].allSatisfy {
      $0 >= 0x20 && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "\"")
    }
    return isPlain ? lexer.text[content] : nil
  }
}

extension Lexer {
  /// The end of an argument that is written without quotes, of at least one character.
  fileprivate var endOfArgument: Int {
    let end = topLevelEnd { ",:)".utf8.contains($0) }
    var trimmed = end
    while trimmed > offset, text.bytes[trimmed - 1].isWhiteSpace { trimmed -= 1 }
    return max(trimmed, text.endOfScalar(at: offset, limit: limit))
  }

  fileprivate var endOfQuotes: Int {
    var ahead = self
    ahead.skipCharacterOrQuotes()
    return ahead.offset
  }
}
