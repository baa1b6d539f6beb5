import Diagnostics

extension Parser {
  /// segments = *(S segment)
  mutating func segments() throws(JSONPathProblem) -> [JSONPathSegment] {
    var segments: [JSONPathSegment] = []
    spacedBrackets = nil
    while true {
      let before = offset
      skipBlanks()
      guard let segment = try segment() else {
        move(to: before)
        return segments
      }
      segments.append(segment)
    }
  }

  /// segment = child-segment / descendant-segment
  private mutating func segment() throws(JSONPathProblem) -> JSONPathSegment? {
    switch byte {
    case UInt8(ascii: "["): return .child(try bracketedSelection())
    case UInt8(ascii: "."):
      let dot = offset
      advance()
      guard take(".") else { return .child([try dottedSelector(after: dot)]) }
      if byte == UInt8(ascii: "[") { return .descendant(try bracketedSelection()) }
      return .descendant([try dottedSelector(after: dot)])
    default: return nil
    }
  }

  /// wildcard-selector / member-name-shorthand
  private mutating func dottedSelector(after dot: Int) throws(JSONPathProblem) -> JSONPathSelector {
    if take("*") { return .wildcard }
    guard let byte, byte.beginsName else { throw noName(after: dot) }
    let start = offset
    while let byte = self.byte, byte.continuesName { advance() }
    if self.byte == UInt8(ascii: "(") { throw methodCall(after: dot, name: start) }
    return .name(string(start, offset))
  }

  private func noName(after dot: Int) -> JSONPathProblem {
    let isDescendant = offset - dot == 2
    switch byte {
    case UInt8(ascii: "["):
      return JSONPathProblem(
        .dotBeforeBracket, at: SourceRange(dot, offset),
        rewrite: JSONPathProblem.Rewrite(range: SourceRange(dot, offset), text: "", isSafe: true))
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return dottedQuote(after: dot, isDescendant)
    case .some(let byte) where byte.isDigit: return dottedNumber(after: dot, isDescendant)
    case UInt8(ascii: "."), nil: return JSONPathProblem(.missingName, at: SourceRange(dot, offset))
    case .some(let byte) where byte.isBlank || byte.endsWord:
      return JSONPathProblem(.missingName, at: SourceRange(dot, offset))
    default: return illegalName(after: dot, from: offset, at: offset)
    }
  }

  /// `$.'a'`: the quotes belong in brackets.
  private func dottedQuote(after dot: Int, _ isDescendant: Bool) -> JSONPathProblem {
    var ahead = self
    let isClosed = (try? ahead.stringLiteral()) != nil
    let quoted = isClosed ? "[\(string(offset, ahead.offset))]" : nil
    let rewrite = quoted.map {
      JSONPathProblem.Rewrite(
        range: SourceRange(dot, ahead.offset), text: (isDescendant ? ".." : "") + $0, isSafe: true)
    }
    return JSONPathProblem(
      .illegalNameCharacter(string(offset, offset + 1), quoted: quoted), at: scalarRange,
      rewrite: rewrite)
  }

  private func dottedNumber(after dot: Int, _ isDescendant: Bool) -> JSONPathProblem {
    var last = offset
    while last < end, text[last].isDigit { last += 1 }
    let isWhole = last == end || !text[last].continuesName
    let number = string(offset, last)
    let rewrite = JSONPathProblem.Rewrite(
      range: SourceRange(dot, last), text: (isDescendant ? ".." : "") + "[\(number)]",
      isSafe: false)
    return isWhole
      ? JSONPathProblem(.dotBeforeIndex, at: SourceRange(offset, last), rewrite: rewrite)
      : illegalName(after: dot, from: offset, at: offset)
  }

  /// The character at `place` cannot stand in the name that begins at `start`.
  private func illegalName(after dot: Int, from start: Int, at place: Int) -> JSONPathProblem {
    var last = place
    while last < end, !text[last].endsWord, !text[last].isBlank { last = scalarEnd(last) }
    let written = string(start, max(last, scalarEnd(place)))
    let bare = String(written.filter { $0 != "'" && $0 != "\"" })
    let quoted = bare.isEmpty ? nil : "['\(bare.escapedForSingleQuotes)']"
    let isDescendant = dot + 1 < start && text[dot + 1] == UInt8(ascii: ".")
    let rewrite = quoted.map {
      JSONPathProblem.Rewrite(
        range: SourceRange(dot, max(last, scalarEnd(place))),
        text: (isDescendant ? ".." : "") + $0, isSafe: false)
    }
    return JSONPathProblem(
      .illegalNameCharacter(string(place, scalarEnd(place)), quoted: quoted),
      at: SourceRange(place, scalarEnd(place)), rewrite: rewrite)
  }

  private func methodCall(after dot: Int, name start: Int) -> JSONPathProblem {
    JSONPathProblem(.methodCall(string(start, offset)), at: SourceRange(dot, offset))
  }

  /// Something follows a whole query that cannot; `last` is where the query ends.
  func unexpected(after last: Int) -> JSONPathProblem {
    if last == offset, let dot = dotOfShorthand(endingAt: last) {
      return illegalName(after: dot.dot, from: dot.name, at: last)
    }
    return JSONPathProblem(.unexpectedText(string(offset, scalarEnd(offset))), at: scalarRange)
  }

  /// Where the name after a dot begins that ends there; nil if there is none.
  private func dotOfShorthand(endingAt last: Int) -> (dot: Int, name: Int)? {
    var start = last
    while start > 0, text[start - 1].continuesName { start -= 1 }
    guard start < last, text[start].beginsName, start > 0, text[start - 1] == UInt8(ascii: ".")
    else { return nil }
    let isDescendant = start > 1 && text[start - 2] == UInt8(ascii: ".")
    return (isDescendant ? start - 2 : start - 1, start)
  }
}

extension UInt8 {
  /// Whether the character can end a word in a query that is written wrongly.
  fileprivate var endsWord: Bool {
    switch self {
    case UInt8(ascii: "."), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "("),
      UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: "="), UInt8(ascii: "!"),
      UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "|"):
      true
    default: false
    }
  }
}
