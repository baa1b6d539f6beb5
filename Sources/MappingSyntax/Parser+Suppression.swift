import Diagnostics

extension Parser {
  /// `# respmap: ignore[RM207, RM225] reason`
  ///
  /// Reads the comments of the statement just read that address the compiler.
  mutating func readSuppressions() {
    for mark in outline.marks {
      switch mark.kind {
      case .comment: readSuppression(at: mark.offset)
      case .loneComment: refuseSuppression(onItsOwnLineAt: mark.offset)
      case .arrow, .fallback, .transform: break
      }
    }
  }

  mutating func refuseSuppression(onItsOwnLineAt offset: Int) {
    guard lexer.text.addressesCompiler(commentAt: offset) else { return }
    report(.suppression(.ownLine), at: commentRange(offset))
  }

  private func commentRange(_ offset: Int) -> SourceRange {
    let bytes = lexer.text.bytes
    var end = StatementOutline.lineEnd(in: bytes, from: offset)
    while end > offset, bytes[end - 1].isBlank { end -= 1 }
    return SourceRange(offset, end)
  }

  private mutating func readSuppression(at offset: Int) {
    guard lexer.text.addressesCompiler(commentAt: offset) else { return }
    let comment = commentRange(offset)
    guard let list = codeList(in: comment) else {
      return report(.suppression(.malformed), at: comment)
    }
    let before = problemCount
    let codes = codes(in: list)
    if codes.isEmpty {
      if problemCount == before { report(.suppression(.noCodes), at: comment) }
      return
    }
    let bytes = lexer.text.bytes
    var lineStart = offset
    while lineStart > 0, !bytes[lineStart - 1].isLineEnd { lineStart -= 1 }
    suppressions.append(
      SuppressionSyntax(range: comment, line: SourceRange(lineStart, offset), codes: codes))
  }

  /// What stands between the brackets of `# respmap: ignore[…]`.
  private func codeList(in comment: SourceRange) -> SourceRange? {
    var ahead = Lexer(lexer.text)
    ahead.setLimit(comment.upperBound)
    ahead.move(to: comment.lowerBound + 1)
    for word in ["respmap:", "ignore", "["] as [StaticString] {
      ahead.move(to: ahead.end(ofRun: \.isBlank))
      guard ahead.isAt(word) else { return nil }
      ahead.move(to: ahead.offset + word.utf8CodeUnitCount)
    }
    let end = ahead.end(ofRun: { $0 != UInt8(ascii: "]") })
    return end < comment.upperBound ? SourceRange(ahead.offset, end) : nil
  }

  private mutating func codes(in list: SourceRange) -> [SuppressionSyntax.Code] {
    let bytes = lexer.text.bytes
    var codes: [SuppressionSyntax.Code] = []
    for piece in bytes[list].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: true) {
      let start = piece.firstIndex { !$0.isBlank } ?? piece.endIndex
      let end = piece.lastIndex { !$0.isBlank }.map { $0 + 1 } ?? start
      guard start < end else { continue }
      let range = SourceRange(start, end)
      let text = lexer.text[range]
      guard let code = DiagnosticCode(rawValue: text) else {
        report(.suppression(.unknownCode(text, suggestion: intended(text))), at: range)
        continue
      }
      if code.severity == .warning {
        codes.append(SuppressionSyntax.Code(code: code, range: range))
      } else {
        report(.suppression(.errorCode(code)), at: range)
      }
    }
    return codes
  }

  /// The code that is meant by its name, or in small letters.
  private func intended(_ text: String) -> String? {
    Parser.warningsByName[text]
      ?? DiagnosticCode(rawValue: text.uppercased()).flatMap {
        $0.severity == .warning ? $0.rawValue : nil
      }
  }

  private static let warningsByName = Dictionary(
    uniqueKeysWithValues: DiagnosticCode.allCases.filter { $0.severity == .warning }
      .map { ($0.name, $0.rawValue) })
}

extension SourceText {
  /// Whether the comment begins with `respmap:`.
  fileprivate func addressesCompiler(commentAt offset: Int) -> Bool {
    var start = offset + 1
    while start < bytes.count, bytes[start].isBlank { start += 1 }
    return bytes[start...].starts(with: "respmap:".utf8)
  }
}
