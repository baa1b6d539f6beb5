internal import CXMLText

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

  /// The bytes of the text if it is in UTF-8; of another one they are to be decoded.
  var utf8: UnsafeBufferPointer<UInt8>? {
    unsafe encoding == .utf8 ? UnsafeBufferPointer(rebasing: body[start...]) : nil
  }

  /// Writes the text in UTF-8, up to bytes that are none; where in the body these stand.
  func decode(into text: inout [UInt8]) -> Int? {
    let body = unsafe Span(_unsafeElements: self.body)
    text.removeAll(keepingCapacity: text.capacity <= XMLText.largestKept)
    text.reserveCapacity(body.count - start)
    var offset = start
    while offset < body.count {
      guard let scalar = encoding.scalar(body, at: &offset) else { return offset }
      if scalar.isASCII {
        text.append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        text.append(contentsOf: UTF8.encode(scalar) ?? .init())
      }
    }
    return nil
  }

  /// Room for more is given back before the next text.
  private static let largestKept = 1 << 17

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
