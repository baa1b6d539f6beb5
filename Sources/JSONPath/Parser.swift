import Diagnostics

/// Reads a query or a condition by the ABNF of RFC 9535 (Appendix A) and checks that it is
/// well-typed (§2.4.3), by recursive descent of limited depth.
struct Parser {
  /// How deep parentheses, filters and function calls may nest, all counted together.
  static let depthLimit = 32

  let text: [UInt8]
  let end: Int
  private(set) var offset: Int
  private var depth = 0
  /// How many filters are open; outside of all, `@` means nothing, or the document in a condition.
  var filterDepth = 0
  /// The first brackets of the query read last that hold blanks around their selector.
  var spacedBrackets: SourceRange?

  init(_ text: [UInt8], in range: SourceRange) {
    self.text = text
    end = min(max(range.upperBound, 0), text.count)
    offset = min(max(range.lowerBound, 0), end)
  }

  /// jsonpath-query = root-identifier segments
  mutating func wholeQuery() throws(JSONPathProblem) -> JSONPathQuery {
    let start = offset
    skipBlanks()
    guard offset == start else { throw problem(.surroundingSpace, from: start, removing: true) }
    guard byte == UInt8(ascii: "$") else { throw missingRoot() }
    offset += 1
    let segments = try segments()
    let last = offset
    skipBlanks()
    guard offset == end else { throw unexpected(after: last) }
    guard offset == last else { throw problem(.surroundingSpace, from: last, removing: true) }
    return JSONPathQuery(.root, segments, at: SourceRange(start, end))
  }

  /// A logical-expr with blanks around it.
  mutating func condition() throws(JSONPathProblem) -> LogicalExpression {
    skipBlanks()
    let expression = try orExpression()
    skipBlanks()
    guard offset == end else { throw unexpectedInExpression() }
    return expression
  }

  /// Runs `parse` one level deeper.
  mutating func nested<Result>(
    _ parse: (inout Parser) throws(JSONPathProblem) -> Result
  ) throws(JSONPathProblem) -> Result {
    guard depth < Parser.depthLimit else {
      throw JSONPathProblem(
        .tooDeep(limit: Parser.depthLimit), at: SourceRange(offset, min(offset + 1, end)))
    }
    depth += 1
    defer { depth -= 1 }
    return try parse(&self)
  }

  private func missingRoot() -> JSONPathProblem {
    let range = scalarRange
    if byte == UInt8(ascii: "@") { return JSONPathProblem(.currentOutsideFilter, at: range) }
    return JSONPathProblem(.missingRoot, at: range)
  }
}

// MARK: - The cursor

extension Parser {
  /// The byte at the offset; nil at the end.
  var byte: UInt8? { offset < end ? text[offset] : nil }

  /// The byte after that at the offset.
  var nextByte: UInt8? { offset + 1 < end ? text[offset + 1] : nil }

  /// The range of the scalar at the offset; empty at the end.
  var scalarRange: SourceRange { SourceRange(offset, scalarEnd(offset)) }

  /// Where the scalar that begins at `start` ends.
  func scalarEnd(_ start: Int) -> Int {
    guard start < end else { return start }
    var last = start + 1
    while last < end, text[last].isUTF8Continuation { last += 1 }
    return last
  }

  func string(_ start: Int, _ end: Int) -> String {
    String(decoding: text[start..<max(start, end)], as: UTF8.self)
  }

  func begins(with word: String) -> Bool { text[offset..<end].starts(with: word.utf8) }

  mutating func advance(_ count: Int = 1) { offset = min(offset + count, end) }

  mutating func move(to newOffset: Int) { offset = min(newOffset, end) }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard byte == UInt8(ascii: character) else { return false }
    offset += 1
    return true
  }

  /// S = *B; B = space, tab, line feed or carriage return.
  mutating func skipBlanks() {
    while let byte, byte.isBlank { offset += 1 }
  }

  /// A problem at what has been read since `start`.
  func problem(
    _ kind: JSONPathProblem.Kind, from start: Int, removing: Bool = false
  ) -> JSONPathProblem {
    let range = SourceRange(start, offset)
    let rewrite = removing ? JSONPathProblem.Rewrite(range: range, text: "", isSafe: true) : nil
    return JSONPathProblem(kind, at: range, rewrite: rewrite)
  }
}

extension UInt8 {
  var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
  var isDigit: Bool { self &- 0x30 < 10 }
  var isHexDigit: Bool { isDigit || (self | 0x20) &- 0x61 < 6 }
  var isSmallLetter: Bool { self &- 0x61 < 26 }
  /// name-first = ALPHA / "_" / %x80-D7FF / %xE000-10FFFF
  var beginsName: Bool { (self | 0x20) &- 0x61 < 26 || self == UInt8(ascii: "_") || self >= 0x80 }
  var continuesName: Bool { beginsName || isDigit }
}
