// The slow reading of a body that is refused, for the one thing that the fast walk does not know: which is
// the first byte that cannot continue a JSON text (RFC 8259), and why.

/// Reads a body byte by byte until it is no JSON text or nests too deeply.
///
/// Safety: every byte is read through ``byte(at:)`` or below `count`.
@safe
struct JSONDiagnosis {
  private let body: UnsafeBufferPointer<UInt8>
  private let depthLimit: Int
  private var offset: Int
  private var open: [Container] = []

  private struct Container {
    let kind: JSONMalformation.Container
    let start: Int
  }

  /// What is wrong with a body that is no JSON text, or nests more deeply than the limit allows.
  ///
  /// - Parameter start: where the document begins: behind a byte order mark.
  /// - Complexity: O(*n*).
  static func problem(
    of body: UnsafeBufferPointer<UInt8>, from start: Int, depthLimit: Int
  ) -> BodyProblem {
    var diagnosis = unsafe JSONDiagnosis(body, from: start, depthLimit: depthLimit)
    do {
      try diagnosis.document()
    } catch {
      return error
    }
    return .malformed(.json(.unfinishedValue), offset: body.count)
  }

  private init(_ body: UnsafeBufferPointer<UInt8>, from start: Int, depthLimit: Int) {
    unsafe self.body = unsafe body
    offset = start
    self.depthLimit = depthLimit
  }

  private var count: Int { unsafe body.count }

  private mutating func document() throws(BodyProblem) {
    repeat {
      try value()
      while try endsContainer() {}
    } while !open.isEmpty
    if offset < count { throw problem(.trailingText, at: offset) }
  }

  /// Reads a scalar, or opens a container as far as its first value.
  private mutating func value() throws(BodyProblem) {
    while true {
      skipWhiteSpace()
      guard offset < count else { throw truncated }
      switch unsafe body[offset] {
      case UInt8(ascii: "{"):
        guard try opensObject() else { return }
      case UInt8(ascii: "["):
        guard try opensArray() else { return }
      case UInt8(ascii: "\""): return try string()
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
      case UInt8(ascii: "t"): return try literal("true")
      case UInt8(ascii: "f"): return try literal("false")
      case UInt8(ascii: "n"): return try literal("null")
      default: throw unsafe problem(.expectedValue(after: before, found: body[offset]), at: offset)
      }
    }
  }

  /// Whether a value comes next: the object is not empty.
  private mutating func opensObject() throws(BodyProblem) -> Bool {
    try open(.object)
    if take(UInt8(ascii: "}")) {
      open.removeLast()
      return false
    }
    try name(after: .opening)
    return true
  }

  private mutating func opensArray() throws(BodyProblem) -> Bool {
    try open(.array)
    if take(UInt8(ascii: "]")) {
      open.removeLast()
      return false
    }
    return true
  }

  private mutating func open(_ kind: JSONMalformation.Container) throws(BodyProblem) {
    guard open.count < depthLimit else { throw BodyProblem.limit(.depth, value: depthLimit) }
    open.append(Container(kind: kind, start: offset))
    offset += 1
    skipWhiteSpace()
    guard offset < count else { throw truncated }
  }

  /// Reads what follows a value: whether it ends the container, which is a value itself then.
  private mutating func endsContainer() throws(BodyProblem) -> Bool {
    skipWhiteSpace()
    guard let container = open.last else { return false }
    guard offset < count else { throw truncated }
    if take(UInt8(ascii: ",")) {
      guard container.kind == .object else { return false }
      skipWhiteSpace()
      guard offset < count else { throw truncated }
      try name(after: .comma)
      return false
    }
    let closing = container.kind == .object ? UInt8(ascii: "}") : UInt8(ascii: "]")
    guard take(closing) else {
      throw problem(.expectedCommaOrEnd(of: container.kind), at: offset)
    }
    open.removeLast()
    return true
  }

  /// A name and its colon.
  private mutating func name(after before: JSONMalformation.Before) throws(BodyProblem) {
    guard unsafe body[offset] == UInt8(ascii: "\"") else {
      throw unsafe problem(.expectedName(after: before, found: body[offset]), at: offset)
    }
    try string()
    skipWhiteSpace()
    guard offset < count else { throw truncated }
    guard take(UInt8(ascii: ":")) else { throw problem(.expectedColon, at: offset) }
  }

  // MARK: Scalars

  /// string = quotation-mark *char quotation-mark     (RFC 8259 §7)
  private mutating func string() throws(BodyProblem) {
    let start = offset
    offset += 1
    while offset < count {
      switch unsafe body[offset] {
      case UInt8(ascii: "\""):
        offset += 1
        return
      case UInt8(ascii: "\\"):
        offset += 1
        try escape()
      case ..<0x20:
        throw unsafe .malformed(.json(.controlCharacter(body[offset])), offset: offset)
      case ..<0x80: offset += 1
      default: try sequence()
      }
    }
    throw .malformed(.json(.unterminatedString(start: start)), offset: count)
  }

  private mutating func escape() throws(BodyProblem) {
    switch byte(at: offset) {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      offset += 1
    case UInt8(ascii: "u"):
      offset += 1
      for _ in 0..<4 where offset < count {
        guard unsafe body[offset].isHexadecimal else {
          throw .malformed(.json(.invalidEscape), offset: offset)
        }
        offset += 1
      }
    default:
      if offset < count { throw .malformed(.json(.invalidEscape), offset: offset) }
    }
  }

  /// A character beyond ASCII; one that the body's end cuts off is no wrong one.
  private mutating func sequence() throws(BodyProblem) {
    let rest = unsafe UnsafeBufferPointer(rebasing: body[offset...])
    guard let length = unsafe rest.lengthOfUTF8Sequence else {
      throw .encoding(.invalidBytes(.utf8), offset: offset)
    }
    offset += length
  }

  /// number = [ "-" ] int [ frac ] [ exp ]     (RFC 8259 §6)
  private mutating func number() throws(BodyProblem) {
    _ = take(UInt8(ascii: "-"))
    if take(UInt8(ascii: "0")) {
      guard !isDigit else { throw problem(.invalidNumber(.leadingZero), at: offset) }
    } else {
      try digits()
    }
    if take(UInt8(ascii: ".")) { try digits() }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits()
    }
    guard isDelimiter else { throw problem(.invalidNumber(.textBehind), at: offset) }
  }

  private mutating func digits() throws(BodyProblem) {
    guard isDigit else {
      throw offset < count ? problem(.invalidNumber(.digitExpected), at: offset) : truncated
    }
    while isDigit { offset += 1 }
  }

  private mutating func literal(_ word: StaticString) throws(BodyProblem) {
    for index in 0..<word.utf8CodeUnitCount {
      guard offset < count else { throw truncated }
      guard unsafe body[offset] == word.utf8Start[index] else {
        throw problem(.invalidLiteral, at: offset)
      }
      offset += 1
    }
    guard isDelimiter else { throw problem(.invalidLiteral, at: offset) }
  }

  // MARK: Bytes

  private mutating func skipWhiteSpace() {
    while byte(at: offset).isJSONWhiteSpace { offset += 1 }
  }

  private mutating func take(_ wanted: UInt8) -> Bool {
    guard byte(at: offset) == wanted else { return false }
    offset += 1
    return true
  }

  /// The byte at an offset; 0, which no JSON text holds, behind the body.
  private func byte(at offset: Int) -> UInt8 { unsafe offset < count ? body[offset] : 0 }

  private var isDigit: Bool { byte(at: offset) &- 0x30 < 10 }

  /// Whether a number or literal may end here.
  private var isDelimiter: Bool {
    guard offset < count else { return true }
    switch unsafe body[offset] {
    case 0x20, 0x09, 0x0A, 0x0D: return true
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "\""):
      return true
    default: return false
    }
  }

  /// What stands before the offset, white space aside.
  private var before: JSONMalformation.Before {
    var offset = offset
    while offset > 0 {
      offset -= 1
      switch unsafe body[offset] {
      case UInt8(ascii: ","): return .comma
      case UInt8(ascii: ":"): return .colon
      case UInt8(ascii: "["): return .opening
      case 0x20, 0x09, 0x0A, 0x0D: continue
      default: return .start
      }
    }
    return .start
  }

  // MARK: Problems

  private func problem(_ malformation: JSONMalformation, at offset: Int) -> BodyProblem {
    let rest = unsafe UnsafeBufferPointer(rebasing: body[offset...])
    if unsafe rest.beginsWithInvalidUTF8 { return .encoding(.invalidBytes(.utf8), offset: offset) }
    return .malformed(.json(malformation), offset: offset)
  }

  /// The body ends too early; inside a container that is what is said.
  private var truncated: BodyProblem {
    guard let container = open.last else {
      return .malformed(.json(.unfinishedValue), offset: count)
    }
    return .malformed(.json(.unclosed(container.kind, start: container.start)), offset: count)
  }
}

extension UInt8 {
  fileprivate var isHexadecimal: Bool { self &- 0x30 < 10 || (self | 0x20) &- 0x61 < 6 }
}

extension UnsafeBufferPointer<UInt8> {
  /// How many bytes the UTF-8 sequence takes that begins here, or how many there are of one that the end
  /// cuts off; nil for none (RFC 3629 §4).
  fileprivate var lengthOfUTF8Sequence: Int? {
    guard count > 0, let expected = unsafe self[0].lengthOfUTF8Sequence else { return nil }
    for index in 1..<expected {
      guard index < count else { return count }
      guard unsafe self[index].continuesUTF8Sequence(of: self[0], at: index) else { return nil }
    }
    return expected
  }
}

extension UInt8 {
  fileprivate var lengthOfUTF8Sequence: Int? {
    switch self {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: nil
    }
  }

  fileprivate func continuesUTF8Sequence(of first: UInt8, at index: Int) -> Bool {
    guard self & 0xC0 == 0x80 else { return false }
    guard index == 1 else { return true }
    return switch first {
    case 0xE0: self >= 0xA0
    case 0xED: self < 0xA0
    case 0xF0: self >= 0x90
    case 0xF4: self < 0x90
    default: true
    }
  }
}
