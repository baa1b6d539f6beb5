/// The names of an object's members, in a body that is known to be well-formed.
@safe
struct MemberNames: Sequence, IteratorProtocol {
  private let bytes: UnsafeRawBufferPointer
  private var offset: Int
  private let end: Int

  /// Looking for a name that was misspelled ends after this many bytes.
  private static let longestSearch = 1 << 16
  /// A longer name is not what a person mistyped.
  private static let longestName = 1024

  init(_ bytes: UnsafeRawBufferPointer, objectAt start: Int) {
    unsafe self.bytes = unsafe bytes
    offset = start + 1
    end = Swift.min(bytes.count, start + MemberNames.longestSearch)
  }

  mutating func next() -> String? {
    while let start = nameStart() {
      let name = unsafe UnsafeBufferPointer(
        rebasing: bytes.bindMemory(to: UInt8.self)[
          start..<(offset - 1)])
      skipValue()
      if name.count <= MemberNames.longestName { return unsafe text(name) }
    }
    return nil
  }

  private func text(_ name: UnsafeBufferPointer<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    var scalars = unsafe JSONStringScalars(name)
    while let value = scalars.next() { text.append(Unicode.Scalar(value) ?? "\u{FFFD}") }
    return String(text)
  }

  /// Passes the next name of the object: its start; the offset is then behind its closing quote.
  private mutating func nameStart() -> Int? {
    while offset < end {
      switch unsafe bytes[offset] {
      case UInt8(ascii: "\""):
        let start = offset + 1
        skipString()
        return offset <= end ? start : nil
      case UInt8(ascii: "}"): return nil
      default: offset += 1
      }
    }
    return nil
  }

  /// From the opening quote to behind the closing one.
  private mutating func skipString() {
    offset += 1
    while offset < end, unsafe bytes[offset] != UInt8(ascii: "\"") {
      offset += unsafe bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
    }
    offset += 1
  }

  /// Passes a member's value: up to the comma behind it or the end of the object.
  private mutating func skipValue() {
    var depth = 0
    while offset < end {
      switch unsafe bytes[offset] {
      case UInt8(ascii: "\""):
        skipString()
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return }
        depth -= 1
      case UInt8(ascii: ","):
        if depth == 0 { return }
      default: break
      }
      offset += 1
    }
  }
}
