/// What keeps a text from being JSON (RFC 8259), and the byte offset where it stops being it.
package struct JSONProblem: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    case expectedValue, expectedName, expectedColon, expectedCommaOrEnd
    case invalidNumber, invalidLiteral, invalidEscape, loneSurrogate, controlCharacter
    case invalidUTF8, unexpectedEnd, trailingText
    case tooDeep(limit: Int)
    case tooManyNodes(limit: Int)
  }

  package let reason: Reason
  package let offset: Int
}

/// Reads a JSON text into a tree: strict, iterative, for small documents.
///
/// Nesting is limited, since a tree of enums is released recursively. A lone surrogate escape is
/// refused unless the options keep it: a Swift string cannot hold it.
///
/// - Complexity: O(*n*).
package struct JSONReader {
  package static let depthLimit = 128

  package struct Options: Hashable, Sendable {
    /// How many containers may be open at once.
    package let depthLimit: Int
    /// How many values the document may hold, containers included; nil: any number.
    package let nodeLimit: Int?
    /// Whether a string with half of a surrogate pair, which RFC 8259 §8.2 allows, is kept as its
    /// source text (``JSONValue/illFormedString(_:)``, ``JSONMember/hasIllFormedName``).
    package let keepsLoneSurrogates: Bool

    package init(
      depthLimit: Int = JSONReader.depthLimit, nodeLimit: Int? = nil,
      keepsLoneSurrogates: Bool = false
    ) {
      self.depthLimit = depthLimit
      self.nodeLimit = nodeLimit
      self.keepsLoneSurrogates = keepsLoneSurrogates
    }
  }

  private let bytes: [UInt8]
  private let options: Options
  private var offset = 0
  /// The finished values of all open containers, outermost first, and the names of their members.
  private var values: [JSONValue] = []
  private var names: [Text] = []
  private var open: [Container] = []
  private var nodeCount = 0

  /// A container that is being read: its values and names begin there in the two stacks.
  private enum Container {
    case array(firstValue: Int)
    case object(firstValue: Int, firstName: Int)
  }

  /// The content of a string; if it is ill-formed, its source text.
  private struct Text {
    let content: String
    let isIllFormed: Bool
  }

  package static func read(
    _ text: [UInt8], options: Options = Options()
  ) throws(JSONProblem) -> JSONValue {
    var reader = JSONReader(bytes: text, options: options)
    return try reader.document()
  }

  private init(bytes: [UInt8], options: Options) {
    self.bytes = bytes
    self.options = options
  }

  private mutating func document() throws(JSONProblem) -> JSONValue {
    while true {
      skipWhiteSpace()
      guard var value = try valueOrOpening() else { continue }
      while let container = open.last {
        values.append(value)
        skipWhiteSpace()
        guard let whole = try ended(container) else { break }
        open.removeLast()
        value = whole
      }
      if open.isEmpty { return try end(after: value) }
    }
  }

  private mutating func end(after value: JSONValue) throws(JSONProblem) -> JSONValue {
    skipWhiteSpace()
    guard offset == bytes.count else { throw problem(.trailingText) }
    return value
  }

  /// The container as a value if it ends here; otherwise reads on to the place of its next value.
  private mutating func ended(_ container: Container) throws(JSONProblem) -> JSONValue? {
    switch container {
    case .array(let firstValue):
      if take(",") { return nil }
      guard take("]") else { throw problemOrEnd(.expectedCommaOrEnd) }
      defer { values.removeSubrange(firstValue...) }
      return .array(Array(values[firstValue...]))
    case .object(let firstValue, let firstName):
      if take(",") {
        names.append(try memberName())
        return nil
      }
      guard take("}") else { throw problemOrEnd(.expectedCommaOrEnd) }
      defer {
        values.removeSubrange(firstValue...)
        names.removeSubrange(firstName...)
      }
      return .object(
        zip(names[firstName...], values[firstValue...]).map {
          JSONMember($0.content, $1, hasIllFormedName: $0.isIllFormed)
        })
    }
  }

  /// A scalar or an empty container; nil after the opening of any other container.
  private mutating func valueOrOpening() throws(JSONProblem) -> JSONValue? {
    guard offset < bytes.count else { throw problem(.unexpectedEnd) }
    try countNode()
    switch bytes[offset] {
    case UInt8(ascii: "{"):
      try checkDepth()
      skipWhiteSpace()
      if take("}") { return .object([]) }
      open.append(.object(firstValue: values.count, firstName: names.count))
      names.append(try memberName())
      return nil
    case UInt8(ascii: "["):
      try checkDepth()
      skipWhiteSpace()
      if take("]") { return .array([]) }
      open.append(.array(firstValue: values.count))
      return nil
    case UInt8(ascii: "\""):
      let text = try string()
      return text.isIllFormed ? .illFormedString(text.content) : .string(text.content)
    case UInt8(ascii: "t"): return try literal("true", .boolean(true))
    case UInt8(ascii: "f"): return try literal("false", .boolean(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw problem(.expectedValue)
    }
  }

  private mutating func checkDepth() throws(JSONProblem) {
    guard open.count < options.depthLimit else {
      throw problem(.tooDeep(limit: options.depthLimit))
    }
    offset += 1
  }

  private mutating func countNode() throws(JSONProblem) {
    guard let limit = options.nodeLimit else { return }
    guard nodeCount < limit else { throw problem(.tooManyNodes(limit: limit)) }
    nodeCount += 1
  }

  private mutating func memberName() throws(JSONProblem) -> Text {
    skipWhiteSpace()
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else {
      throw problem(.expectedName)
    }
    let name = try string()
    skipWhiteSpace()
    guard take(":") else { throw problem(.expectedColon) }
    return name
  }

  private mutating func literal(
    _ text: StaticString, _ value: JSONValue
  ) throws(JSONProblem) -> JSONValue {
    let word = Array(text.description.utf8)
    guard bytes[offset...].starts(with: word) else { throw problem(.invalidLiteral) }
    offset += word.count
    return value
  }

  /// number = [ "-" ] int [ frac ] [ exp ]
  private mutating func number() throws(JSONProblem) -> JSONValue {
    let start = offset
    _ = take("-")
    if !take("0") { try digits() }
    if take(".") { try digits() }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      try digits()
    }
    return .number(String(decoding: bytes[start..<offset], as: UTF8.self))
  }

  private mutating func digits() throws(JSONProblem) {
    let start = offset
    while offset < bytes.count, bytes[offset].isASCIIDigit { offset += 1 }
    guard offset > start else { throw problem(.invalidNumber) }
  }

  private mutating func string() throws(JSONProblem) -> Text {
    offset += 1
    let start = offset
    var isIllFormed = false
    var text: [UInt8] = []
    while offset < bytes.count {
      let byte = bytes[offset]
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        let content = isIllFormed ? Array(bytes[start..<(offset - 1)]) : text
        return Text(content: String(decoding: content, as: UTF8.self), isIllFormed: isIllFormed)
      case UInt8(ascii: "\\"):
        if let scalar = try escape() {
          text.append(contentsOf: String(scalar).utf8)
        } else {
          isIllFormed = true
        }
      case ..<0x20: throw problem(.controlCharacter)
      case ..<0x80:
        text.append(byte)
        offset += 1
      default: text.append(contentsOf: try sequence())
      }
    }
    throw problem(.unexpectedEnd)
  }

  /// The bytes of the UTF-8 sequence at the offset.
  private mutating func sequence() throws(JSONProblem) -> ArraySlice<UInt8> {
    let bytes = bytes[offset...].prefix(4)
    var iterator = bytes.makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else {
      throw problem(.invalidUTF8)
    }
    offset += UTF8.width(scalar)
    return bytes.prefix(UTF8.width(scalar))
  }

  /// The scalar of an escape; nil for half of a surrogate pair if such are kept.
  private mutating func escape() throws(JSONProblem) -> Unicode.Scalar? {
    guard offset + 1 < bytes.count else { throw problem(.unexpectedEnd) }
    if bytes[offset + 1] == UInt8(ascii: "u") { return try unicodeEscape() }
    guard let scalar = JSONReader.simpleEscapes[bytes[offset + 1]] else {
      throw problem(.invalidEscape)
    }
    offset += 2
    return scalar
  }

  private static let simpleEscapes: [UInt8: Unicode.Scalar] = [
    UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/",
    UInt8(ascii: "b"): "\u{8}", UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n",
    UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
  ]

  private mutating func unicodeEscape() throws(JSONProblem) -> Unicode.Scalar? {
    let start = offset
    let lead = try codeUnit()
    if let scalar = Unicode.Scalar(lead) { return scalar }
    let afterLead = offset
    if UTF16.isLeadSurrogate(lead), offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "\\"),
      bytes[offset + 1] == UInt8(ascii: "u")
    {
      let trail = try codeUnit()
      if UTF16.isTrailSurrogate(trail) {
        return UTF16.decode(UTF16.EncodedScalar([lead, trail]))
      }
    }
    guard options.keepsLoneSurrogates else {
      throw JSONProblem(reason: .loneSurrogate, offset: start)
    }
    offset = afterLead
    return nil
  }

  /// The code unit of a `\uXXXX` escape.
  private mutating func codeUnit() throws(JSONProblem) -> UInt16 {
    let digits = bytes[(offset + 2)...].prefix(4)
    guard digits.count == 4, digits.allSatisfy(\.isASCIIHexDigit),
      let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw problem(.invalidEscape) }
    offset += 6
    return unit
  }

  private mutating func skipWhiteSpace() {
    while offset < bytes.count, bytes[offset].isJSONWhiteSpace { offset += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: character) else { return false }
    offset += 1
    return true
  }

  /// A problem where the text may also simply end.
  private func problemOrEnd(_ reason: JSONProblem.Reason) -> JSONProblem {
    problem(offset == bytes.count ? .unexpectedEnd : reason)
  }

  private func problem(_ reason: JSONProblem.Reason) -> JSONProblem {
    JSONProblem(reason: reason, offset: offset)
  }
}

extension UInt8 {
  fileprivate var isASCIIDigit: Bool { self &- 0x30 < 10 }
  fileprivate var isASCIIHexDigit: Bool { isASCIIDigit || (self | 0x20) &- 0x61 < 6 }
  /// White space of RFC 8259 §2.
  fileprivate var isJSONWhiteSpace: Bool {
    self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D
  }
}
