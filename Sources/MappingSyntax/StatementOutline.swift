import Diagnostics

/// Where a statement's parts lie, found before any of them is read: its arrows, operators and
/// comments, and a bracket or quote that its line does not close.
///
///     person.email  # as the service has it
///                   ^ comment
///         ?? 'e-mail' |> trim -> Email
///         ^ fallback  ^ transform ^ arrow
///
/// A statement is a line and the lines that continue it (those that begin with `->`, `??` or `|>`),
/// with blank and comment lines between. What is an arrow, and so what is a mapping, does not depend
/// on the notation of a path: only quotes and brackets hide an arrow.
struct StatementOutline {
  struct Mark {
    /// A `comment` stands behind the text of a line, a `loneComment` on a line of its own.
    enum Kind { case arrow, fallback, transform, comment, loneComment }

    let kind: Kind
    let offset: Int
  }

  /// From the first to the last byte of the statement's text.
  private(set) var range = SourceRange(at: 0)
  /// What stands outside quotes and brackets, in the order of the text.
  private(set) var marks: [Mark] = []
  /// The first arrow among the marks.
  private(set) var firstArrow: Int?
  private(set) var secondArrow: Int?
  /// The first bracket or quote that is open where its line ends.
  private(set) var unclosed: (opener: SyntaxProblem.Opener, offset: Int)?

  /// In XPath a backslash is a character as any other.
  private var backslashEscapes = true
  /// Whether nothing but blanks has been passed since the last place where a source begins.
  private var isAtSource = true

  /// Finds the parts of the statement whose first line has its first significant byte at `start`.
  ///
  /// - Complexity: O(*n*) in the length of the statement and the trivia behind it.
  mutating func read(_ bytes: [UInt8], from start: Int) {
    range = SourceRange(at: start)
    marks.removeAll(keepingCapacity: true)
    (firstArrow, secondArrow, unclosed) = (nil, nil, nil)
    (backslashEscapes, isAtSource) = (true, true)
    var next: Int? = start
    while let line = next { next = continuation(in: bytes, after: scanLine(bytes, from: line)) }
  }

  /// The first comment that shares a line with the statement's text.
  var firstComment: Int? { marks.first { $0.kind == .comment }?.offset }

  /// Returns the line's end, or the start of its comment.
  ///
  /// Grammar: comment, any, free, quotes, plainQuotes, brackets, plainBrackets, parentheses, enclosed.
  private mutating func scanLine(_ bytes: [UInt8], from start: Int) -> Int {
    var depth = 0
    var opener = start
    var offset = start
    while offset < bytes.count, !bytes[offset].isLineEnd {
      let byte = bytes[offset]
      if isAtSource, !byte.isBlank {
        isAtSource = false
        backslashEscapes = byte != UInt8(ascii: "/") && byte != UInt8(ascii: "(")
      }
      switch byte {
      case UInt8(ascii: "#") where depth == 0:
        marks.append(Mark(kind: .comment, offset: offset))
        return offset
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard let end = quoteEnd(in: bytes, from: offset) else {
          return noteUnclosed(in: bytes, at: depth > 0 ? opener : offset, from: offset)
        }
        offset = end
      case UInt8(ascii: "["), UInt8(ascii: "("):
        if depth == 0 { opener = offset }
        depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: ")"): depth = max(0, depth - 1)
      case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: "|"):
        if depth == 0, let kind = StatementOutline.sign(in: bytes, at: offset) {
          note(kind, at: offset)
          offset += 1
        }
      default: break
      }
      if !bytes[offset].isBlank { range.upperBound = offset + 1 }
      offset += 1
    }
    return depth > 0 ? noteUnclosed(in: bytes, at: opener, from: offset) : offset
  }

  private mutating func note(_ kind: Mark.Kind, at offset: Int) {
    marks.append(Mark(kind: kind, offset: offset))
    backslashEscapes = true
    isAtSource = kind == .fallback
    guard kind == .arrow else { return }
    if firstArrow == nil { firstArrow = offset } else { secondArrow = secondArrow ?? offset }
  }

  /// `->`, `??` or `|>` at the offset.
  ///
  /// Grammar: arrow, fallback, pipe.
  private static func sign(in bytes: [UInt8], at offset: Int) -> Mark.Kind? {
    guard offset + 1 < bytes.count else { return nil }
    switch (bytes[offset], bytes[offset + 1]) {
    case (UInt8(ascii: "-"), UInt8(ascii: ">")): return .arrow
    case (UInt8(ascii: "?"), UInt8(ascii: "?")): return .fallback
    case (UInt8(ascii: "|"), UInt8(ascii: ">")): return .transform
    default: return nil
    }
  }

  /// What is open hides the rest of its line; returns the line's end.
  private mutating func noteUnclosed(in bytes: [UInt8], at offset: Int, from start: Int) -> Int {
    let end = StatementOutline.lineEnd(in: bytes, from: start)
    range.upperBound = max(range.upperBound, end)
    while bytes[range.upperBound - 1].isWhiteSpace { range.upperBound -= 1 }
    guard unclosed == nil else { return end }
    switch bytes[offset] {
    case UInt8(ascii: "'"): unclosed = (.singleQuote, offset)
    case UInt8(ascii: "\""): unclosed = (.doubleQuote, offset)
    default: unclosed = (.bracket, offset)
    }
    return end
  }

  private func quoteEnd(in bytes: [UInt8], from start: Int) -> Int? {
    StatementOutline.quoteEnd(in: bytes, from: start, backslashEscapes: backslashEscapes)
  }

  /// The offset of the quote that closes the one at `start`, on the same line.
  static func quoteEnd(
    in bytes: [UInt8], from start: Int, limit: Int = .max, backslashEscapes: Bool = true
  ) -> Int? {
    let quote = bytes[start]
    let limit = min(limit, bytes.count)
    var offset = start + 1
    while offset < limit, !bytes[offset].isLineEnd {
      if bytes[offset] == quote { return offset }
      let isEscape = backslashEscapes && bytes[offset] == UInt8(ascii: "\\") && offset + 1 < limit
      offset += isEscape && !bytes[offset + 1].isLineEnd ? 2 : 1
    }
    return nil
  }

  /// The first significant byte of the next line that is neither blank nor comment, if that line
  /// continues the statement.
  ///
  /// Grammar: continued.
  private mutating func continuation(in bytes: [UInt8], after end: Int) -> Int? {
    var offset = StatementOutline.lineEnd(in: bytes, from: end)
    let known = marks.count
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "#") {
        marks.append(Mark(kind: .loneComment, offset: offset))
        offset = StatementOutline.lineEnd(in: bytes, from: offset)
      } else if bytes[offset].isWhiteSpace {
        offset += 1
      } else if StatementOutline.sign(in: bytes, at: offset) != nil {
        return offset
      } else {
        break
      }
    }
    marks.removeSubrange(known...)
    return nil
  }

  static func lineEnd(in bytes: [UInt8], from start: Int) -> Int {
    var offset = start
    while offset < bytes.count, !bytes[offset].isLineEnd { offset += 1 }
    return offset
  }
}

extension UInt8 {
  /// Space or tab.
  var isBlank: Bool { self == 0x20 || self == 0x09 }
  /// Line feed or carriage return.
  var isLineEnd: Bool { self == 0x0A || self == 0x0D }
  /// Blank or part of a line break.
  var isWhiteSpace: Bool { isBlank || isLineEnd }
  var isDigit: Bool { (0x30...0x39).contains(self) }
  var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
  /// What the names of fields and transforms are made of.
  ///
  /// Grammar: name, letter, digit.
  var isNameByte: Bool { isLetter || isDigit || self == UInt8(ascii: "_") }
}
