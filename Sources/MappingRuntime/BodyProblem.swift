/// Why a body cannot be read, and where: byte offsets into the body, counted from 0.
///
/// The wording is in `BodyProblem+Wording.swift`.
package enum BodyProblem: Error, Hashable, Sendable {
  case malformed(Malformation, offset: Int)
  case encoding(EncodingProblem, offset: Int)
  case limit(Limits.Name, value: Int)
}

/// How a body breaks the rules of its format.
package enum Malformation: Hashable, Sendable {
  case json(JSONMalformation)
  case xml(XMLMalformation)
}

/// Why the bytes of a body are not text in an encoding that its format allows.
package enum EncodingProblem: Error, Hashable, Sendable {
  /// The bytes are no character of the encoding that the body is in.
  case invalidBytes(TextEncoding)
  case utf16, utf32, ebcdic
  case compressed(Compression)
  /// An encoding that bodies may not be in, by the name that was given.
  case unsupported(name: String, Source)
  /// The body is said to be in two encodings.
  case contradiction(Source, TextEncoding, Source, TextEncoding)
  /// The body is said to be UTF-16, and its bytes are not.
  case notUTF16(Source)

  package enum Compression: String, Hashable, Sendable {
    case gzip
    case zstandard = "Zstandard"
    case deflate
  }

  /// What tells the encoding of an XML body.
  package enum Source: Hashable, Sendable { case byteOrderMark, contentType, declaration }
}
