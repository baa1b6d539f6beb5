/// Says whether bytes are JSON within a depth: RFC 8259's grammar, production by production.
struct JSONOracle {
  private var rest: ArraySlice<UInt8>
  private var depth = 0
  private let depthLimit: Int

  static func accepts(_ bytes: [UInt8], depthLimit: Int) -> Bool {
    guard String(validating: bytes, as: UTF8.self) != nil else { return false }
    var oracle = JSONOracle(rest: bytes[...], depthLimit: depthLimit)
    return oracle.value() && oracle.rest.isEmpty
  }

  private init(rest: ArraySlice<UInt8>, depthLimit: Int) {
    self.rest = rest
    self.depthLimit = depthLimit
  }

  private mutating func value() -> Bool {
    blanks()
    defer { blanks() }
    switch rest.first.map(Unicode.Scalar.init) {
    case "\"": return string()
    case "[": return list("[", "]") { $0.value() }
    case "{": return list("{", "}") { $0.member() }
    case "n", "t", "f": return take("null") || take("true") || take("false")
    default: return number()
    }
  }

  private mutating func member() -> Bool {
    blanks()
    guard string() else { return false }
    blanks()
    return take(":") && value()
  }

  private mutating func list(
    _ open: String, _ close: String, item: (inout JSONOracle) -> Bool
  ) -> Bool {
    guard depth < depthLimit, take(open) else { return false }
    depth += 1
    defer { depth -= 1 }
    blanks()
    if take(close) { return true }
    while item(&self) {
      if take(close) { return true }
      guard take(",") else { return false }
    }
    return false
  }

  private mutating func string() -> Bool {
    guard take("\"") else { return false }
    while let byte = rest.first {
      if take("\"") { return true }
      if byte < 0x20 { return false }
      guard byte == UInt8(ascii: "\\") ? escape() : take(1) else { return false }
    }
    return false
  }

  private mutating func escape() -> Bool {
    for simple in ["\\\"", "\\\\", "\\/", "\\b", "\\f", "\\n", "\\r", "\\t"] where take(simple) {
      return true
    }
    guard let unit = codeUnit() else { return false }
    switch unit {
    case 0xD800..<0xDC00: return (0xDC00..<0xE000).contains(codeUnit() ?? 0)
    case 0xDC00..<0xE000: return false
    default: return true
    }
  }

  private mutating func codeUnit() -> Int? {
    guard take("\\u") else { return nil }
    let digits = rest.prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      take(4)
    else { return nil }
    return Int(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  private mutating func number() -> Bool {
    _ = take("-")
    guard take("0") || digits() else { return false }
    if take("."), !digits() { return false }
    if take("e") || take("E") {
      _ = take("+") || take("-")
      return digits()
    }
    return true
  }

  private mutating func digits() -> Bool {
    take(rest.prefix { (0x30...0x39).contains($0) }.count)
  }

  private mutating func blanks() { _ = take(rest.prefix { [9, 10, 13, 32].contains($0) }.count) }

  private mutating func take(_ text: String) -> Bool {
    rest.starts(with: text.utf8) && take(text.utf8.count)
  }

  private mutating func take(_ count: Int) -> Bool {
    rest = rest.dropFirst(count)
    return count > 0
  }
}
