internal import Diagnostics

extension Lexer {
  /// Whether a name or `*` here is an operator: see ``Token/endsOperand``.
  var isOperatorNext: Bool { tokens.last?.endsOperand ?? false }

  /// A token that begins as a name does: which one, its neighbours tell (§3.7).
  mutating func name() throws(XPathProblem) -> Token.Kind {
    let start = position
    let first = try takeNCName()
    if !isOperatorNext, byte(at: position) == UInt8(ascii: ":"),
      byte(at: position + 1) == UInt8(ascii: "*")
    {
      position += 2
      return .nameTest(.any(prefix: first))
    }
    let name = try takeLocalPart(after: first)
    if isOperatorNext {
      if name.prefix == nil, let word = XPathOperator(rawValue: name.local.string) {
        return .operator(word)
      }
      return .strayName(name)
    }
    return kind(of: name, from: start)
  }

  private func kind(of name: XPathName, from start: Int) -> Token.Kind {
    let next = endOfSpace(from: position)
    if byte(at: next) == UInt8(ascii: "(") {
      if name.prefix == nil, let type = Token.NodeType(rawValue: name.local.string) {
        return .nodeType(type)
      }
      return .functionName(name)
    }
    let isAxis = byte(at: next) == UInt8(ascii: ":") && byte(at: next + 1) == UInt8(ascii: ":")
    return isAxis ? .axisName(name.text) : .nameTest(.name(name))
  }

  /// VariableReference ::= '$' QName     (nothing stands between the two)
  mutating func variable() throws(XPathProblem) -> Token.Kind {
    let start = position
    position += 1
    guard let next = scalar(at: position), NameCharacters.canBegin(next) else {
      throw XPathProblem(.jsonPath, at: SourceRange(start, position))
    }
    return .variable(try takeLocalPart(after: try takeNCName()))
  }

  /// NCName ::= (Letter | '_') (NCNameChar)*
  private mutating func takeNCName() throws(XPathProblem) -> XPathText {
    let start = position
    while let next = scalar(at: position), NameCharacters.canContinue(next) {
      position += UTF8.width(next)
    }
    if let next = scalar(at: position), !next.isASCII, next.properties.isIDContinue {
      throw XPathProblem(
        .nameCharacter(next), at: SourceRange(position, position + UTF8.width(next)))
    }
    return XPathText(text(start..<position))
  }

  /// QName ::= (Prefix ':')? LocalPart
  private mutating func takeLocalPart(after first: XPathText) throws(XPathProblem) -> XPathName {
    guard byte(at: position) == UInt8(ascii: ":"), byte(at: position + 1) != UInt8(ascii: ":")
    else { return XPathName(first) }
    guard let next = scalar(at: position + 1), NameCharacters.canBegin(next) else {
      throw XPathProblem(.spaceInName, at: SourceRange(position, position + 1))
    }
    position += 1
    return XPathName(prefix: first, try takeNCName())
  }
}
