internal import CXMLPush

/// The text of an XML body as UTF-8, up to its end or to bytes that are no text.
///
/// Safety: `body` must outlive the value.
@safe
struct XMLText {
  let encoding: TextEncoding
  let body: UnsafeBufferPointer<UInt8>
  /// Where the text begins: behind a byte order mark.
  let start: Int

  init(_ body: UnsafeBufferPointer<UInt8>, from start: Int, _ encoding: TextEncoding) {
    unsafe self.body = unsafe body
    self.start = start
    self.encoding = encoding
  }

  /// Hands the text out, piece by piece, until there is no need for more.
  ///
  /// - Parameter feed: takes a piece, cut between characters; false if it needs no more.
  /// - Returns: where bytes stand in the body that are no text; nil if there are none, or if not all of
  ///   the text was needed.
  func forEachPiece(_ feed: (UnsafeBufferPointer<UInt8>) -> Bool) -> Int? {
    guard encoding == .utf8 else { return unsafe decodePieces(feed) }
    let rest = unsafe UnsafeBufferPointer(rebasing: body[start...])
    let length = unsafe respmap_utf8_prefix(rest.baseAddress, rest.count)
    let text = unsafe UnsafeBufferPointer(rebasing: rest[..<length])
    guard unsafe text.isEmpty || feed(text) else { return nil }
    return length < rest.count ? start + length : nil
  }

  /// The longest piece that is decoded at a time, in bytes.
  private static let pieceLength = 4096

  private func decodePieces(_ feed: (UnsafeBufferPointer<UInt8>) -> Bool) -> Int? {
    unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: XMLText.pieceLength) { piece in
      let body = unsafe Span(_unsafeElements: self.body)
      var offset = start
      var isText = true
      while offset < body.count, isText {
        var length = 0
        while offset < body.count, length <= XMLText.pieceLength - 4 {
          guard let scalar = encoding.scalar(body, at: &offset) else {
            isText = false
            break
          }
          length &+= unsafe piece.write(utf8: scalar, at: length)
        }
        let decoded = unsafe UnsafeBufferPointer(rebasing: piece[..<length])
        guard unsafe decoded.isEmpty || feed(decoded) else { return nil }
      }
      return isText ? nil : offset
    }
  }

  /// Where the text's byte of that number stands in the body.
  ///
  /// - Complexity: O(*n*) in the number, but O(1) for UTF-8.
  func bodyOffset(ofTextByte number: Int) -> Int {
    guard encoding != .utf8 else { return unsafe min(start + number, body.count) }
    let body = unsafe Span(_unsafeElements: self.body)
    var offset = start
    var passed = 0
    while passed < number, offset < body.count,
      let scalar = encoding.scalar(body, at: &offset)
    {
      passed += UTF8.width(scalar)
    }
    return offset
  }
}

extension UnsafeMutableBufferPointer<UInt8> {
  /// Writes a character at an offset behind which there are at least four bytes; the bytes it has.
  @inline(__always)
  fileprivate func write(utf8 scalar: Unicode.Scalar, at offset: Int) -> Int {
    let value = scalar.value
    if value < 0x80 {
      unsafe self[offset] = UInt8(truncatingIfNeeded: value)
      return 1
    }
    let width = value < 0x800 ? 2 : value < 0x10000 ? 3 : 4
    var rest = value
    for index in (1..<width).reversed() {
      unsafe self[offset + index] = 0x80 | UInt8(truncatingIfNeeded: rest) & 0x3F
      rest >>= 6
    }
    unsafe self[offset] = ~(0xFF >> UInt8(width)) | UInt8(truncatingIfNeeded: rest)
    return width
  }
}
