/// Why a body cannot be read, and where: byte offsets into the body, counted from 0.
///
/// The wording is in `BodyProblem+Wording.swift`.
package enum BodyProblem: Error, Hashable, Sendable {
  case malformed(Malformation, offset: Int)
  case encoding(EncodingProblem, offset: Int)
  case limit(BodyLimits.Name, value: Int)
}

/// How a body breaks the grammar of RFC 8259.
package enum Malformation: Hashable, Sendable {
  case expectedValue(after: Before, found: UInt8)
  case expectedName(after: Before, found: UInt8)
  case expectedColon
  case expectedCommaOrEnd(of: Container)
  case trailingText
  case invalidNumber(NumberRule)
  case invalidLiteral
  case controlCharacter(UInt8)
  case invalidEscape
  case unterminatedString(start: Int)
  case unclosed(Container, start: Int)
  case unfinishedValue

  /// What stands before the place where something is missing.
  package enum Before: Hashable, Sendable { case start, opening, comma, colon }

  package enum Container: Hashable, Sendable { case object, array }

  package enum NumberRule: Hashable, Sendable {
    case leadingZero, digitExpected, textBehind
  }
}

/// Why the bytes of a body are not the UTF-8 that RFC 8259 §8.1 requires.
package enum EncodingProblem: Hashable, Sendable {
  case invalidUTF8
  case utf16, utf32
  case compressed(Compression)

  package enum Compression: String, Hashable, Sendable {
    case gzip
    case zstandard = "Zstandard"
    case deflate
  }
}

/// How large a body may be before it is refused.
package struct BodyLimits: Hashable, Sendable {
  package enum Name: String, Hashable, Sendable { case bodyBytes, depth }

  package var bodyBytes: Int
  /// Containers within containers.
  package var depth: Int

  package init(bodyBytes: Int, depth: Int) {
    self.bodyBytes = bodyBytes
    self.depth = depth
  }
}
