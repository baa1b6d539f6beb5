package import Diagnostics

/// The text of a mapping file: bytes that are known to be UTF-8.
package struct SourceText: Sendable {
  package let bytes: [UInt8]

  /// - Throws: `notUTF8` with the first byte that no UTF-8 text can hold.
  package init(_ bytes: [UInt8]) throws(SyntaxProblem) {
    if let offset = SourceText.firstInvalidByte(in: bytes) {
      throw SyntaxProblem(
        .notUTF8(byte: bytes[offset], isUTF16: bytes.starts(with: [0xFF, 0xFE])),
        at: SourceRange(offset, offset + 1))
    }
    self.bytes = bytes
  }

  package subscript(range: SourceRange) -> String {
    String(decoding: bytes[range.lowerBound..<range.upperBound], as: UTF8.self)
  }

  /// The end of the scalar that begins at `offset`, no further than the limit.
  func endOfScalar(at offset: Int, limit: Int) -> Int {
    var end = min(offset + 1, limit)
    while end < limit, bytes[end].isUTF8Continuation { end += 1 }
    return end
  }

  /// The offset of the first byte that is not part of well-formed UTF-8, if there is one.
  private static func firstInvalidByte(in bytes: [UInt8]) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput, .error: return offset
      }
    }
  }
}
