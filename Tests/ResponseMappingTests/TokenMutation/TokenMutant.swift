import Diagnostics
import MappingSyntax

/// A mapping file in which one token is deleted, doubled, or swapped with the next.
struct TokenMutant {
  enum Edit: String, CaseIterable { case delete, double, swap }

  let edit: Edit
  let kind: Token.Kind
  let bytes: [UInt8]
  /// Where the file differs from the good one, with the white space around it: the gap that a deleted
  /// token leaves; a doubled token with its double; two tokens at their new places.
  let places: [SourceRange]

  private init(_ edit: Edit, _ kind: Token.Kind, _ bytes: [UInt8], _ places: [SourceRange]) {
    self.edit = edit
    self.kind = kind
    self.bytes = bytes
    self.places = places.map { $0.widened(overWhiteSpaceOf: bytes) }
  }

  /// Whether a range overlaps one of the places or stands right beside it.
  func isTouched(by range: SourceRange) -> Bool {
    places.contains { $0.lowerBound <= range.upperBound && range.lowerBound <= $0.upperBound }
  }

  /// Every mutant of a text.
  static func all(of bytes: [UInt8]) throws -> [TokenMutant] {
    let pieces = try pieces(of: bytes)
    let single = pieces.flatMap { piece in
      [deleting(piece, from: bytes), doubling(piece, in: bytes)]
    }
    let tokens = pieces.filter { !$0.isInside }
    let inside = pieces.filter(\.isInside)
    let swapped = [tokens, inside].flatMap { pieces in
      zip(pieces, pieces.dropFirst()).compactMap { swapping($0, $1, in: bytes) }
    }
    return single + swapped
  }

  private static func deleting(_ piece: Piece, from bytes: [UInt8]) -> TokenMutant {
    var mutant = bytes
    mutant.removeSubrange(piece.range.lowerBound..<piece.range.upperBound)
    return TokenMutant(.delete, piece.kind, mutant, [SourceRange(at: piece.range.lowerBound)])
  }

  /// With a space between where one stands before the token, so that words stay apart.
  private static func doubling(_ piece: Piece, in bytes: [UInt8]) -> TokenMutant {
    let text = bytes[piece.range.lowerBound..<piece.range.upperBound]
    let separator: [UInt8] = piece.hasSpaceBefore ? [0x20] : []
    var mutant = bytes
    mutant.insert(contentsOf: text + separator, at: piece.range.lowerBound)
    let end = piece.range.upperBound + text.count + separator.count
    return TokenMutant(.double, piece.kind, mutant, [SourceRange(piece.range.lowerBound, end)])
  }

  private static func swapping(_ first: Piece, _ second: Piece, in bytes: [UInt8]) -> TokenMutant? {
    guard first.container == second.container else { return nil }
    let (left, right) = (first.range, second.range)
    let between = bytes[left.upperBound..<right.lowerBound]
    let firstText = bytes[left.lowerBound..<left.upperBound]
    let secondText = bytes[right.lowerBound..<right.upperBound]
    guard firstText != secondText else { return nil }
    let mutant =
      bytes[..<left.lowerBound] + secondText + between + firstText + bytes[right.upperBound...]
    return TokenMutant(
      .swap, first.kind, Array(mutant),
      [
        SourceRange(left.lowerBound, left.lowerBound + secondText.count),
        SourceRange(right.upperBound - firstText.count, right.upperBound),
      ])
  }
}

extension TokenMutant {
  /// A token of the tree, or a lexical piece inside a token that holds a whole expression.
  private struct Piece {
    let kind: Token.Kind
    let range: SourceRange
    let hasSpaceBefore: Bool
    /// Where the token begins that the piece stands in; nil for a token of the tree.
    var container: Int?

    var isInside: Bool { container != nil }
  }

  private static func pieces(of bytes: [UInt8]) throws -> [Piece] {
    let (tree, _) = Parser.parse(try SourceText(bytes))
    return tree.tokens.filter { !$0.range.isEmpty }.flatMap { token in
      let whole = Piece(
        kind: token.kind, range: token.range, hasSpaceBefore: !token.leadingTrivia.isEmpty)
      let hasPieces = [.jsonPath, .xPath, .condition].contains(token.kind)
      return [whole] + (hasPieces ? pieces(inside: token, of: bytes) : [])
    }
  }

  /// Words and numbers, quoted texts, and signs, as JSONPath and XPath have them.
  private static func pieces(inside token: Token, of bytes: [UInt8]) -> [Piece] {
    var pieces: [Piece] = []
    var start = token.range.lowerBound
    while start < token.range.upperBound {
      let length = pieceLength(bytes[start..<token.range.upperBound])
      if bytes[start] != 0x20 {
        pieces.append(
          Piece(
            kind: token.kind, range: SourceRange(start, start + length),
            hasSpaceBefore: start > token.range.lowerBound && bytes[start - 1] == 0x20,
            container: token.range.lowerBound))
      }
      start += length
    }
    return pieces.count > 1 ? pieces : []
  }

  private static func pieceLength(_ bytes: ArraySlice<UInt8>) -> Int {
    guard let first = bytes.first else { return 0 }
    let rest = bytes.dropFirst()
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      return (rest.firstIndex(of: first) ?? bytes.endIndex - 1) - bytes.startIndex + 1
    }
    if isWordByte(first) { return 1 + rest.prefix(while: isWordByte).count }
    let pairs = ["==", "!=", "<=", ">=", "&&", "||", "..", "//", "::"]
    return pairs.contains { bytes.starts(with: $0.utf8) } ? 2 : 1
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}

extension SourceRange {
  /// With the spaces, tabs and line breaks on both sides.
  fileprivate func widened(overWhiteSpaceOf bytes: [UInt8]) -> SourceRange {
    let white: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
    var (lower, upper) = (lowerBound, upperBound)
    while lower > 0, white.contains(bytes[lower - 1]) { lower -= 1 }
    while upper < bytes.count, white.contains(bytes[upper]) { upper += 1 }
    return SourceRange(lower, upper)
  }
}
