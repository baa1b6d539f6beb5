/// Writes JSON into bytes as it is told, without a tree: for output of many small documents.
///
///     var writer = JSONByteWriter()
///     writer.beginObject()
///     writer.member("version", 1)
///     writer.endObject()             // {"version":1}
///
/// What it writes is what ``JSONValue/text`` gives for the same document. Commas come by
/// themselves; that containers are closed in their order is the caller's matter.
package struct JSONByteWriter {
  /// What is written; a caller may add lines of its own between two documents.
  package var bytes: [UInt8] = []

  package init() {}

  package mutating func beginObject() {
    separate()
    bytes.append(UInt8(ascii: "{"))
  }

  package mutating func endObject() { bytes.append(UInt8(ascii: "}")) }

  package mutating func beginArray() {
    separate()
    bytes.append(UInt8(ascii: "["))
  }

  package mutating func endArray() { bytes.append(UInt8(ascii: "]")) }

  /// The name of the value that comes next.
  ///
  /// - Parameter name: ASCII without anything that would have to be escaped.
  package mutating func name(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    append(name)
    append("\":")
  }

  /// The same of a name that may hold anything.
  package mutating func name(_ name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
  }

  package mutating func string(_ text: String) {
    separate()
    bytes.appendQuoted(text)
  }

  package mutating func integer(_ value: some BinaryInteger) { number("\(value)") }

  /// A number by its text, or another literal.
  package mutating func number(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
  }

  package mutating func literal(_ text: StaticString) {
    separate()
    append(text)
  }

  /// A value, or a name with its colon, that is written already.
  package mutating func fragment(_ json: [UInt8]) {
    separate()
    bytes.append(contentsOf: json)
  }

  package mutating func member(_ name: StaticString, _ text: String) {
    self.name(name)
    string(text)
  }

  package mutating func member(_ name: StaticString, _ value: some BinaryInteger) {
    self.name(name)
    integer(value)
  }

  /// A comma, where a value or member stands before. The last byte tells: nothing else ends like
  /// what opens a container, names a member or ends a line.
  private mutating func separate() {
    switch bytes.last {
    case nil, UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"), UInt8(ascii: "\n"): break
    default: bytes.append(UInt8(ascii: ","))
    }
  }

  private mutating func append(_ text: StaticString) {
    unsafe bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}

extension [UInt8] {
  /// Adds the text as a JSON string; most texts hold nothing that has to be escaped and are copied.
  fileprivate mutating func appendQuoted(_ text: String) {
    let isPlain = unsafe text.utf8.withContiguousStorageIfAvailable { utf8 in
      guard unsafe utf8.allSatisfy(\.isPlainInJSON) else { return false }
      append(UInt8(ascii: "\""))
      unsafe append(contentsOf: utf8)
      append(UInt8(ascii: "\""))
      return true
    }
    if isPlain != true { append(contentsOf: text.jsonQuoted.utf8) }
  }
}

extension UInt8 {
  /// Whether the byte is a character of its own that a JSON string holds as it is.
  fileprivate var isPlainInJSON: Bool {
    self >= 0x20 && self < 0x7F && self != UInt8(ascii: "\"") && self != UInt8(ascii: "\\")
  }
}
