/// A place in a JSON text that is read in one pass, without a tree.
///
/// Each step moves behind what it has read and says whether it was there; after a step that failed
/// the place means nothing. What it takes is JSON (RFC 8259); some rare JSON it does not take, and
/// leaves it to ``JSONReader``, which also says what is wrong.
struct JSONCursor {
  var offset = 0
  /// The characters of the last string that was decoded.
  var text = DecodedText()

  mutating func skipWhiteSpace(_ json: Span<UInt8>) {
    while offset < json.count, json[offset].isJSONWhiteSpace { offset += 1 }
  }

  func isAt(_ character: Unicode.Scalar, _ json: Span<UInt8>) -> Bool {
    offset < json.count && json[offset] == UInt8(ascii: character)
  }

  mutating func take(_ character: Unicode.Scalar, _ json: Span<UInt8>) -> Bool {
    guard isAt(character, json) else { return false }
    offset += 1
    return true
  }

  mutating func takeLiteral(_ word: StaticString, _ json: Span<UInt8>) -> Bool {
    let length = word.utf8CodeUnitCount
    guard json.holds(word, at: offset..<(offset + length)) else { return false }
    offset += length
    return true
  }

  /// A string, its characters left in ``text``.
  mutating func takeString(_ json: Span<UInt8>) -> Bool {
    take("\"", json) && text.decode(json, from: &offset)
  }

  /// A name without escapes and its colon; where the name stands.
  mutating func takeName(_ json: Span<UInt8>) -> Range<Int>? {
    guard take("\"", json) else { return nil }
    let start = offset
    while offset < json.count, json[offset].isNameByte { offset += 1 }
    let name = start..<offset
    guard take("\"", json) else { return nil }
    skipWhiteSpace(json)
    guard take(":", json) else { return nil }
    skipWhiteSpace(json)
    return name
  }

  /// number = [ "-" ] int [ frac ] [ exp ]
  mutating func takeNumber(_ json: Span<UInt8>) -> Range<Int>? {
    let start = offset
    _ = take("-", json)
    guard take("0", json) || takeDigits(json) else { return nil }
    if take(".", json), !takeDigits(json) { return nil }
    if take("e", json) || take("E", json) {
      if !take("+", json) { _ = take("-", json) }
      guard takeDigits(json) else { return nil }
    }
    return start..<offset
  }

  private mutating func takeDigits(_ json: Span<UInt8>) -> Bool {
    let start = offset
    while offset < json.count, json[offset] &- UInt8(ascii: "0") < 10 { offset += 1 }
    return offset > start
  }
}

extension JSONCursor {
  /// Containers within each other are kept as the bits of a word.
  private static let depthLimit = UInt64.bitWidth

  /// A value of any kind, which is looked at and left.
  mutating func skipValue(_ json: Span<UInt8>) -> Bool {
    var depth = 0
    /// The innermost open container is the lowest bit: 1 for an object.
    var objects: UInt64 = 0
    while true {
      guard offset < json.count else { return false }
      let byte = json[offset]
      if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
        guard depth < JSONCursor.depthLimit else { return false }
        let isObject = byte == UInt8(ascii: "{")
        objects = objects << 1 | (isObject ? 1 : 0)
        depth += 1
        offset += 1
        skipWhiteSpace(json)
        if !isAt(isObject ? "}" : "]", json) {
          guard !isObject || skipName(json) else { return false }
          continue
        }
      } else {
        guard skipScalar(json) else { return false }
      }
      guard closeContainers(json, &depth, &objects) else { return false }
      if depth == 0 { return true }
    }
  }

  /// Reads what may follow a value, up to the place of the next one or the end of all containers.
  private mutating func closeContainers(
    _ json: Span<UInt8>, _ depth: inout Int, _ objects: inout UInt64
  ) -> Bool {
    while depth > 0 {
      skipWhiteSpace(json)
      let isObject = objects & 1 == 1
      if take(isObject ? "}" : "]", json) {
        objects >>= 1
        depth -= 1
      } else {
        guard take(",", json) else { return false }
        skipWhiteSpace(json)
        return !isObject || skipName(json)
      }
    }
    return true
  }

  private mutating func skipName(_ json: Span<UInt8>) -> Bool {
    guard takeString(json) else { return false }
    skipWhiteSpace(json)
    guard take(":", json) else { return false }
    skipWhiteSpace(json)
    return true
  }

  private mutating func skipScalar(_ json: Span<UInt8>) -> Bool {
    switch json[offset] {
    case UInt8(ascii: "\""): takeString(json)
    case UInt8(ascii: "t"): takeLiteral("true", json)
    case UInt8(ascii: "f"): takeLiteral("false", json)
    case UInt8(ascii: "n"): takeLiteral("null", json)
    default: takeNumber(json) != nil
    }
  }
}

extension Span<UInt8> {
  /// Whether the bytes of that range are there and are that text.
  func holds(_ text: StaticString, at range: Range<Int>) -> Bool {
    guard range.count == text.utf8CodeUnitCount, range.upperBound <= count else { return false }
    let bytes = unsafe UnsafeBufferPointer(start: text.utf8Start, count: range.count)
    for place in 0..<range.count where unsafe self[range.lowerBound + place] != bytes[place] {
      return false
    }
    return true
  }

  /// The text of a range that is known to be UTF-8.
  func string(_ range: Range<Int>) -> String {
    unsafe extracting(range).withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}

extension UInt8 {
  /// White space of RFC 8259 §2.
  fileprivate var isJSONWhiteSpace: Bool {
    self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D
  }

  /// ASCII that stands for itself within a name.
  fileprivate var isNameByte: Bool {
    self >= 0x20 && self < 0x80 && self != UInt8(ascii: "\"") && self != UInt8(ascii: "\\")
  }
}
