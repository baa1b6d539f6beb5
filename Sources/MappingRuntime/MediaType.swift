/// A media type (RFC 9110 §8.3.1), as a Content-Type header gives it.
struct MediaType {
  /// Without parameters and white space around, in the case it was written in.
  private let essence: Substring.UTF8View
  private let parameters: Substring.UTF8View

  /// The media type of a header's value, or nil if it holds none.
  init?(_ value: String) {
    let essence = value.utf8.prefix { $0 != UInt8(ascii: ";") }.trimmed
    if essence.isEmpty { return nil }
    self.essence = essence
    parameters = value.utf8.drop { $0 != UInt8(ascii: ";") }
  }

  var name: String { Substring(essence).lowercased() }

  /// The parameter `charset`: the first of that name that has a value, without its quotes.
  var charset: String? {
    var rest = parameters
    while let parameter = rest.nextParameter() {
      let name = parameter.prefix { $0 != UInt8(ascii: "=") }
      guard MediaType.equals("charset", name.trimmed) else { continue }
      var value = parameter.dropFirst(name.count + 1).trimmed
      let quote = UInt8(ascii: "\"")
      if value.count > 1, value.first == quote, value.last == quote {
        value = value.dropFirst().dropLast()
      }
      if !value.isEmpty { return String(Substring(value)) }
    }
    return nil
  }

  /// Whether the type is one of JSON: `application/json`, `text/json`, or one with `+json`
  /// (RFC 6839 §3.1).
  var isJSON: Bool { isOne(of: "application/json", "text/json", suffix: "+json") }

  /// Whether the type is one of XML: `application/xml`, `text/xml`, or one with `+xml`
  /// (RFC 7303 §4).
  var isXML: Bool { isOne(of: "application/xml", "text/xml", suffix: "+xml") }

  private func isOne(of first: StaticString, _ second: StaticString, suffix: StaticString) -> Bool {
    MediaType.equals(first, essence) || MediaType.equals(second, essence)
      || MediaType.equals(suffix, essence.suffix(suffix.utf8CodeUnitCount))
  }

  /// Media types and names of parameters are compared without regard to case.
  private static func equals(_ name: StaticString, _ text: Substring.UTF8View) -> Bool {
    name.withUTF8Buffer { name in
      unsafe text.elementsEqual(name) { $0 == $1 || $0 | 0x20 == $1 }
    }
  }
}

extension Substring.UTF8View {
  /// Takes the text up to the next semicolon that is not in quotes (RFC 9110 §5.6.6), passing the one
  /// it begins with; nil at the end.
  fileprivate mutating func nextParameter() -> Substring.UTF8View? {
    guard first == UInt8(ascii: ";") else { return nil }
    let text = dropFirst()
    var isQuoted = false
    var isEscaped = false
    let end = text.indices.first { index in
      let byte = text[index]
      if isEscaped {
        isEscaped = false
      } else if isQuoted, byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      }
      return byte == UInt8(ascii: ";") && !isQuoted
    }
    defer { self = text[(end ?? text.endIndex)...] }
    return text[..<(end ?? text.endIndex)]
  }

  fileprivate var trimmed: Substring.UTF8View {
    var text = self
    while text.first.map(\.isJSONWhiteSpace) ?? false { text.removeFirst() }
    while text.last.map(\.isJSONWhiteSpace) ?? false { text.removeLast() }
    return text
  }
}
