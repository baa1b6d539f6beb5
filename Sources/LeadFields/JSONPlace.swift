/// A way from a JSON document's root to one of its values.
struct JSONPlace {
  enum Step {
    case member(String)
    case element(Int)
  }

  private var steps: [Step] = []

  func member(_ name: String) -> JSONPlace { appending(.member(name)) }
  func element(_ index: Int) -> JSONPlace { appending(.element(index)) }

  private func appending(_ step: Step) -> JSONPlace {
    var place = self
    place.steps.append(step)
    return place
  }

  /// Where the value begins in the text of the document, or else the innermost container on the way
  /// that is there.
  ///
  /// Offsets are not kept with the values, since only a mistake asks for one. The names of `steps`
  /// must be such as JSON does not escape.
  ///
  /// - Precondition: `text` is JSON. (Other texts give some offset within them.)
  /// - Complexity: O(*n*).
  func offset(in text: [UInt8]) -> Int {
    var cursor = JSONCursor(text)
    var found = cursor.offset
    for step in steps {
      guard let next = cursor.enter(step) else { break }
      found = next
    }
    return min(found, text.count)
  }
}

/// Walks over the values of a JSON text without reading them.
private struct JSONCursor {
  private let text: [UInt8]
  private(set) var offset = 0

  init(_ text: [UInt8]) {
    self.text = text
    skipSpace()
  }

  /// Goes from the beginning of a container to that of a value in it; nil if it has none such. Of
  /// members with one name the last is meant.
  mutating func enter(_ step: JSONPlace.Step) -> Int? {
    let isObject = take(UInt8(ascii: "{"))
    guard isObject || take(UInt8(ascii: "[")) else { return nil }
    var found: Int?
    var index = 0
    while offset < text.count, !isAtEnd {
      let name = isObject ? memberName() : nil
      switch step {
      case .member(let wanted):
        if let name, text[name].elementsEqual(wanted.utf8) { found = offset }
      case .element(let wanted):
        if !isObject, wanted == index { found = offset }
      }
      skipValue()
      _ = take(UInt8(ascii: ","))
      index += 1
    }
    offset = found ?? offset
    return found
  }

  private var isAtEnd: Bool {
    text[offset] == UInt8(ascii: "}") || text[offset] == UInt8(ascii: "]")
  }

  /// Goes over a member's name and colon; gives where the name stands, without its quotes.
  private mutating func memberName() -> Range<Int> {
    let start = min(offset + 1, text.count)
    skipString()
    let end = max(start, min(offset - 1, text.count))
    skipSpace()
    _ = take(UInt8(ascii: ":"))
    return start..<end
  }

  /// Goes over a value, by its brackets; always forward.
  private mutating func skipValue() {
    var depth = 0
    repeat {
      skipSpace()
      guard offset < text.count else { return }
      switch text[offset] {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        offset += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        offset += 1
      case UInt8(ascii: "\""): skipString()
      default: offset += 1
      }
    } while depth > 0 || (offset < text.count && isWithinScalar)
    skipSpace()
  }

  /// Whether the byte goes on with a number or a bare word.
  private var isWithinScalar: Bool {
    switch text[offset] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "E"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      true
    default: false
    }
  }

  private mutating func skipString() {
    offset += 1
    while offset < text.count, text[offset] != UInt8(ascii: "\"") {
      offset += text[offset] == UInt8(ascii: "\\") ? 2 : 1
    }
    offset = min(offset + 1, text.count)
  }

  private mutating func skipSpace() {
    while offset < text.count, text[offset] <= 0x20 { offset += 1 }
  }

  /// Goes over the byte, if it is there, and the space behind it.
  private mutating func take(_ byte: UInt8) -> Bool {
    guard offset < text.count, text[offset] == byte else { return false }
    offset += 1
    skipSpace()
    return true
  }
}
