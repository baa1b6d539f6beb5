import ResponseMapping

/// A value of JSON, as an obvious reader takes it apart.
indirect enum SlowValue {
  case null
  case boolean(Bool)
  /// The number's source text.
  case number(String)
  /// Unicode scalars, and surrogates that stand alone.
  case string([UInt32])
  case array([SlowValue])
  /// In the order of the text, keys that come twice included.
  case object([(key: [UInt32], value: SlowValue)])
}

/// What an obvious reader says about a body.
enum SlowVerdict: Equatable {
  case accepted
  /// Length 0 or white space only.
  case empty
  /// The first byte that cannot continue a JSON text; the body's length if it is cut short.
  case malformed(Int)
  /// The first byte of the first sequence that is not UTF-8, where it stands before any other
  /// mistake.
  case encoding(Int)
}

/// Reads JSON (RFC 8259) byte by byte, recursively and slowly: the oracle of the other reader.
struct SlowJSON {
  private static let space: [UInt8] = [0x20, 0x09, 0x0A, 0x0D]
  private static let behindRun = Array(" \t\n\r{}[]:,\"".utf8)
  private static let simpleEscapes: [UInt8: UInt32] = [
    UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "/"): 0x2F,
    UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12, UInt8(ascii: "n"): 10, UInt8(ascii: "r"): 13,
    UInt8(ascii: "t"): 9,
  ]

  private struct Stop: Error { let verdict: SlowVerdict }

  private let bytes: [UInt8]
  private var offset = 0
  /// Where the backslash stands of the escape that is being read, for messages about it.
  private(set) var escapeStart: Int?

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// What is to be said about the body, and its value if there is one.
  ///
  /// `escapeStart` is given if the mistake is in an escape: where its backslash stands.
  static func read(
    _ bytes: [UInt8]
  ) -> (verdict: SlowVerdict, escapeStart: Int?, value: SlowValue?) {
    var reader = SlowJSON(bytes)
    do throws(Stop) {
      let value = try reader.document()
      return (.accepted, nil, value)
    } catch {
      return (error.verdict, reader.escapeStart, nil)
    }
  }

  private mutating func document() throws(Stop) -> SlowValue {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    skipSpace()
    if offset == bytes.count { throw Stop(verdict: .empty) }
    let value = try value()
    skipSpace()
    if offset < bytes.count { throw wrong() }
    return value
  }

  private mutating func value() throws(Stop) -> SlowValue {
    skipSpace()
    switch try peek() {
    case UInt8(ascii: "{"): return .object(try members())
    case UInt8(ascii: "["): return .array(try elements())
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"):
      try word("true")
      return .boolean(true)
    case UInt8(ascii: "f"):
      try word("false")
      return .boolean(false)
    case UInt8(ascii: "n"):
      try word("null")
      return .null
    default: return .number(try number())
    }
  }

  private mutating func members() throws(Stop) -> [(key: [UInt32], value: SlowValue)] {
    var members: [(key: [UInt32], value: SlowValue)] = []
    try take("{")
    skipSpace()
    if try peek() == UInt8(ascii: "}") {
      offset += 1
      return []
    }
    while true {
      skipSpace()
      if try peek() != UInt8(ascii: "\"") { throw wrong() }
      let key = try string()
      skipSpace()
      try take(":")
      members.append((key, try value()))
      skipSpace()
      if try peek() == UInt8(ascii: "}") {
        offset += 1
        return members
      }
      try take(",")
    }
  }

  private mutating func elements() throws(Stop) -> [SlowValue] {
    var elements: [SlowValue] = []
    try take("[")
    skipSpace()
    if try peek() == UInt8(ascii: "]") {
      offset += 1
      return []
    }
    while true {
      elements.append(try value())
      skipSpace()
      if try peek() == UInt8(ascii: "]") {
        offset += 1
        return elements
      }
      try take(",")
    }
  }

  private mutating func word(_ letters: String) throws(Stop) {
    for letter in letters.utf8 {
      if try peek() != letter { throw wrong() }
      offset += 1
    }
    try endOfRun()
  }

  private mutating func number() throws(Stop) -> String {
    let start = offset
    if try peek() == UInt8(ascii: "-") { offset += 1 }
    if try peek() == UInt8(ascii: "0") { offset += 1 } else { try digits() }
    if offset < bytes.count, bytes[offset] == UInt8(ascii: ".") {
      offset += 1
      try digits()
    }
    if offset < bytes.count,
      bytes[offset] == UInt8(ascii: "e") || bytes[offset] == UInt8(ascii: "E")
    {
      offset += 1
      let sign = try peek()
      if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { offset += 1 }
      try digits()
    }
    try endOfRun()
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private mutating func digits() throws(Stop) {
    let start = offset
    while offset < bytes.count, (0x30...0x39).contains(bytes[offset]) { offset += 1 }
    if offset == start {
      _ = try peek()
      throw wrong()
    }
  }

  /// Behind a number or word there is the end, white space or punctuation.
  private func endOfRun() throws(Stop) {
    if offset == bytes.count { return }
    if !SlowJSON.behindRun.contains(bytes[offset]) { throw wrong() }
  }

  private mutating func string() throws(Stop) -> [UInt32] {
    var text: [UInt32] = []
    offset += 1
    while true {
      let byte = try peek()
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        return joiningSurrogates(text)
      case UInt8(ascii: "\\"): text.append(try escape())
      case 0x00...0x1F: throw wrong()
      case 0x20...0x7F:
        text.append(UInt32(byte))
        offset += 1
      default: text.append(try sequence())
      }
    }
  }

  private mutating func escape() throws(Stop) -> UInt32 {
    let start = offset
    offset += 1
    let letter = try peek()
    if let value = SlowJSON.simpleEscapes[letter] {
      offset += 1
      return value
    }
    guard letter == UInt8(ascii: "u") else {
      escapeStart = start
      throw wrong()
    }
    offset += 1
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Character(Unicode.Scalar(try peek())).hexDigitValue, try peek() < 0x80
      else {
        escapeStart = start
        throw wrong()
      }
      unit = unit * 16 + UInt32(digit)
      offset += 1
    }
    // An escape apart from its neighbours: only escapes pair up, and raw text has no surrogates.
    return unit
  }

  /// The rows of table 3-7 of the Unicode Standard: first byte, then the ranges of the others.
  private static let sequences: [(ClosedRange<UInt8>, [ClosedRange<UInt8>])] = [
    (0xC2...0xDF, [0x80...0xBF]),
    (0xE0...0xE0, [0xA0...0xBF, 0x80...0xBF]),
    (0xE1...0xEC, [0x80...0xBF, 0x80...0xBF]),
    (0xED...0xED, [0x80...0x9F, 0x80...0xBF]),
    (0xEE...0xEF, [0x80...0xBF, 0x80...0xBF]),
    (0xF0...0xF0, [0x90...0xBF, 0x80...0xBF, 0x80...0xBF]),
    (0xF1...0xF3, [0x80...0xBF, 0x80...0xBF, 0x80...0xBF]),
    (0xF4...0xF4, [0x80...0x8F, 0x80...0xBF, 0x80...0xBF]),
  ]

  private mutating func sequence() throws(Stop) -> UInt32 {
    let start = offset
    let first = bytes[start]
    guard let (_, rest) = SlowJSON.sequences.first(where: { $0.0.contains(first) }) else {
      throw Stop(verdict: .encoding(start))
    }
    var value = UInt32(first) & (0x3F >> UInt32(rest.count))
    offset += 1
    for range in rest {
      guard range.contains(try peek()) else { throw Stop(verdict: .encoding(start)) }
      value = value * 64 + UInt32(bytes[offset] & 0x3F)
      offset += 1
    }
    return value
  }

  private func joiningSurrogates(_ units: [UInt32]) -> [UInt32] {
    var joined: [UInt32] = []
    for unit in units {
      if (0xDC00...0xDFFF).contains(unit), let lead = joined.last,
        (0xD800...0xDBFF).contains(lead)
      {
        joined[joined.count - 1] = 0x10000 + (lead - 0xD800) * 0x400 + (unit - 0xDC00)
      } else {
        joined.append(unit)
      }
    }
    return joined
  }

  private mutating func take(_ sign: Unicode.Scalar) throws(Stop) {
    if try peek() != UInt8(ascii: sign) { throw wrong() }
    offset += 1
  }

  private mutating func skipSpace() {
    while offset < bytes.count, SlowJSON.space.contains(bytes[offset]) { offset += 1 }
  }

  /// The next byte; without one the body is cut short.
  private func peek() throws(Stop) -> UInt8 {
    guard offset < bytes.count else { throw Stop(verdict: .malformed(bytes.count)) }
    return bytes[offset]
  }

  /// The byte at the offset cannot stand there; if no character begins there, that is said.
  private func wrong() -> Stop {
    guard bytes[offset] >= 0x80, escapeStart == nil else {
      return Stop(verdict: .malformed(offset))
    }
    guard let (_, rest) = SlowJSON.sequences.first(where: { $0.0.contains(bytes[offset]) }),
      offset + rest.count < bytes.count,
      zip(rest, bytes[(offset + 1)...]).allSatisfy({ $0.contains($1) })
    else { return Stop(verdict: .encoding(offset)) }
    return Stop(verdict: .malformed(offset))
  }
}

extension SlowVerdict {
  /// The verdict on a body that has so many more bytes before this one's.
  func moved(by count: Int) -> SlowVerdict {
    switch self {
    case .accepted, .empty: self
    case .malformed(let offset): .malformed(offset + count)
    case .encoding(let offset): .encoding(offset + count)
    }
  }

  /// What the runtime's outcome says in these words; nil if it says something else.
  init?(_ outcome: Outcome) {
    switch outcome {
    case .mapped: self = .accepted
    case .notMapped(let failure):
      switch failure.kind {
      case .emptyBody: self = .empty
      case .malformedBody(let position): self = .malformed(position.offset)
      case .encoding(let position): self = .encoding(position.offset)
      default: return nil
      }
    }
  }
}
