package import MappingPlan

// What the envelope of a response has to do with the body's format.

/// What a Content-Type header says to those who expect a certain format.
struct ContentType {
  /// The header's value.
  let text: String
  let charset: String?
  /// The name of a media type that is not the format's; nil for one that is, and for none.
  let otherType: String?

  init(_ text: String, for format: BodyFormat) {
    self.text = text
    let mediaType = MediaType(text)
    charset = mediaType?.charset
    otherType = mediaType.flatMap { format.includes($0) ? nil : $0.name }
  }
}

extension BodyFormat {
  /// The format's name in messages.
  package var name: String {
    switch self {
    case .json: "JSON"
    case .xml: "XML"
    }
  }

  /// Whether a content type says that the body is of the format.
  func includes(_ mediaType: MediaType) -> Bool {
    switch self {
    case .json: mediaType.isJSON
    case .xml: mediaType.isXML
    }
  }

  /// Whether a body of the format can begin with the byte, white space and byte order mark aside.
  func canBegin(with byte: UInt8) -> Bool {
    switch (self, byte) {
    case (.json, UInt8(ascii: "{")), (.json, UInt8(ascii: "[")), (.json, UInt8(ascii: "\"")),
      (.json, UInt8(ascii: "-")), (.json, UInt8(ascii: "0")...UInt8(ascii: "9")),
      (.json, UInt8(ascii: "t")), (.json, UInt8(ascii: "f")), (.json, UInt8(ascii: "n")):
      true
    case (.json, _): false
    case (.xml, _): byte == UInt8(ascii: "<")
    }
  }

  /// The first byte that is not white space, behind a byte order mark; nil in an empty body.
  ///
  /// JSON in UTF-16 is refused for its byte order mark, so that is its first byte.
  func firstByte(of body: Span<UInt8>, mark: ByteOrderMark?) -> UInt8? {
    if self == .xml, case .utf16(let isBigEndian) = mark {
      return firstByte(ofUTF16: body, isBigEndian: isBigEndian)
    }
    var offset = if case .utf8 = mark { 3 } else { 0 }
    while offset < body.count, body[offset].isJSONWhiteSpace { offset += 1 }
    return offset < body.count ? body[offset] : nil
  }

  /// The first character that is not white space, if it is of ASCII; else any other byte.
  private func firstByte(ofUTF16 body: Span<UInt8>, isBigEndian: Bool) -> UInt8? {
    var offset = 2
    while offset + 1 < body.count {
      let (high, low) = (body[offset + (isBigEndian ? 0 : 1)], body[offset + (isBigEndian ? 1 : 0)])
      if high != 0 { return high }
      if !low.isJSONWhiteSpace { return low }
      offset += 2
    }
    return offset < body.count ? body[offset] : nil
  }
}
