package import MappingPlan

// What the envelope of a response has to do with the body's format.

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
    var start = 0
    var isUTF16 = false
    switch (mark, self) {
    case (.utf8, _): start = 3
    case (.utf16, .xml):
      start = 2
      isUTF16 = true
    default: break
    }
    for offset in start..<max(start, body.count) {
      let byte = body[offset]
      if byte.isJSONWhiteSpace || isUTF16 && byte == 0 { continue }
      return byte
    }
    return nil
  }
}
