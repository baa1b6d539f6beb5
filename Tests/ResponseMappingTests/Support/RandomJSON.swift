import TestSupport

/// Writes random JSON texts, and spoils them.
struct RandomJSON {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// A JSON text of a few containers.
  mutating func document() -> [UInt8] {
    var text: [UInt8] = []
    space(&text)
    value(&text, depth: 0)
    space(&text)
    return text
  }

  /// The same bytes with a few of them changed, lost, doubled or new.
  mutating func spoiled(_ document: [UInt8]) -> [UInt8] {
    var bytes = document
    for _ in 0...random.below(2) {
      let place = random.below(bytes.count + 1)
      switch random.below(6) {
      case 0: bytes.insert(contentsOf: random.pick(RandomJSON.fragments), at: place)
      case 1: bytes.insert(UInt8(random.below(256)), at: place)
      case 2 where place < bytes.count: bytes[place] = UInt8(random.below(256))
      case 3 where place < bytes.count: bytes.remove(at: place)
      case 4: bytes.removeSubrange(place...)
      case 5 where place < bytes.count:
        let end = min(bytes.count, place + 1 + random.below(8))
        bytes.insert(contentsOf: bytes[place..<end], at: random.below(bytes.count + 1))
      default: bytes.append(contentsOf: random.pick(RandomJSON.fragments))
      }
    }
    return bytes
  }

  mutating func once(in times: Int) -> Bool { random.once(in: times) }

  mutating func below(_ bound: Int) -> Int { random.below(bound) }

  private static let fragments: [[UInt8]] = [
    "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud83d", "\\n", "\\x", "0", "-", ".", "e",
    "+",
    "true", "nul", "\"a\":", "\"\"", " ", "\n", "é", "😀", "‹C3›", "‹E2 82›", "‹F0 9F›",
    "‹ED A0 80›",
    "‹FF›", "‹00›", "‹1F›", "\u{FEFF}", "//", "'", "{}", "[]", "1", ",,", "]]", "}}",
  ].map { bytes($0) }

  private static let scalars: [[UInt8]] = [
    "null", "true", "false", "0", "-0", "1", "-12.50", "1e400", "42.0", #""""#, #""x""#, #""null""#,
    #""\u0041\\\"""#, #""a\nb""#, #""é€😀""#, #""\ud83d\ude00""#, #""\ud83d""#, #""\udc00x""#,
    #""\u0000""#,
    #""{\"a\":[1]}""#, #""]},:""#,
  ].map { bytes($0) }

  private static let keys: [[UInt8]] = [
    #""a""#, #""a""#, #""b""#, #""b""#, #""c""#, #""\u0061""#, #""\u0062""#, #""""#, #""é""#,
    #""\u00e9""#, #""ab""#, #""A""#, #""\ud83d""#, #""a\u0000""#,
  ].map { bytes($0) }

  private mutating func space(_ text: inout [UInt8]) {
    while random.once(in: 6) { text.append(random.pick([0x20, 0x09, 0x0A, 0x0D])) }
  }

  private mutating func value(_ text: inout [UInt8], depth: Int) {
    switch depth < 5 ? random.below(depth == 0 ? 5 : 7) : 6 {
    case 0, 1, 2: object(&text, depth: depth)
    case 3, 4: array(&text, depth: depth)
    default: text += random.pick(RandomJSON.scalars)
    }
  }

  private mutating func object(_ text: inout [UInt8], depth: Int) {
    text.append(UInt8(ascii: "{"))
    space(&text)
    for index in 0..<random.below(4) {
      if index > 0 { text.append(UInt8(ascii: ",")) }
      space(&text)
      text += random.pick(RandomJSON.keys)
      space(&text)
      text.append(UInt8(ascii: ":"))
      space(&text)
      value(&text, depth: depth + 1)
      space(&text)
    }
    text.append(UInt8(ascii: "}"))
  }

  private mutating func array(_ text: inout [UInt8], depth: Int) {
    text.append(UInt8(ascii: "["))
    space(&text)
    for index in 0..<random.below(4) {
      if index > 0 { text.append(UInt8(ascii: ",")) }
      space(&text)
      value(&text, depth: depth + 1)
      space(&text)
    }
    text.append(UInt8(ascii: "]"))
  }
}
