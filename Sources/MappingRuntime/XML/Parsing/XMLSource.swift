internal import CXMLText

/// The text of a document, all of whose characters XML allows.
///
/// Safety: the text outlives the value; places in it are compared with its length before they are read.
@safe
struct XMLSource {
  private let start: UnsafePointer<UInt8>
  /// In bytes.
  let count: Int
  private let classes = unsafe XMLNameCharacters.classes.start

  /// Nothing.
  init() {
    unsafe start = XMLNameCharacters.classes.start
    count = 0
  }

  /// The text, if there is any.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    guard let start = text.baseAddress else { return nil }
    unsafe self.start = start
    count = text.count
  }

  /// The first of its bytes.
  @unsafe var text: UnsafePointer<UInt8> { unsafe start }

  /// The byte at a place; 0, which no document holds, where the text has ended.
  @inline(__always)
  func byte(_ offset: Int) -> UInt8 { offset < count ? unsafe start[offset] : 0 }

  /// - Precondition: the range lies within the text.
  func bytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(start: start + range.lowerBound, count: range.count)
  }

  // MARK: Words

  /// Whether a word of ASCII stands at a place.
  func stands(_ word: StaticString, at offset: Int) -> Bool {
    for index in 0..<word.utf8CodeUnitCount
    where unsafe byte(offset &+ index) != word.utf8Start[index] { return false }
    return true
  }

  /// The same; the text may end within the word.
  func mayStand(_ word: StaticString, at offset: Int) -> Bool {
    for index in 0..<min(word.utf8CodeUnitCount, max(0, count - offset))
    where unsafe byte(offset &+ index) != word.utf8Start[index] { return false }
    return true
  }

  /// Whether a word of lower case stands at a place, in any case.
  func isWord(_ word: StaticString, at offset: Int) -> Bool {
    for index in 0..<word.utf8CodeUnitCount
    where unsafe byte(offset &+ index) | 0x20 != word.utf8Start[index] { return false }
    return true
  }

  /// Where a word stands first, from a place on.
  func find(_ word: StaticString, from offset: Int) -> Int? {
    guard offset < count,
      let found = unsafe respmap_find(
        start + offset, count - offset, word.utf8Start, word.utf8CodeUnitCount)
    else { return nil }
    return unsafe found - start
  }

  // MARK: Runs

  @inline(__always)
  func endOfSpace(_ offset: Int) -> Int {
    var end = offset
    while byte(end).isXMLWhiteSpace { end &+= 1 }
    return end
  }

  /// The end of the text, from a place on, that has no markup, reference or line end to be looked at.
  @inline(__always)
  func endOfPlainText(_ offset: Int) -> Int {
    unsafe respmap_xml_text_end(start, offset, count)
  }

  /// The same in a CDATA section.
  func endOfPlainSection(_ offset: Int) -> Int {
    unsafe respmap_xml_first_of(start, offset, count, UInt8(ascii: "]"), UInt8(ascii: "\r"), 0, 0)
  }

  /// The end of the part of an attribute's value that is written as it is meant.
  func endOfPlainValue(_ offset: Int, _ quote: UInt8) -> Int {
    var end = offset
    while end < count {
      switch unsafe start[end] {
      case quote, UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "\t"), UInt8(ascii: "\n"),
        UInt8(ascii: "\r"):
        return end
      default: end &+= 1
      }
    }
    return end
  }

  // MARK: Names

  /// The end of the name without a colon that begins at a place (Namespaces in XML 1.0 §3, NCName); the place if
  /// none does.
  @inline(__always)
  func endOfName(_ offset: Int) -> Int {
    var end = offset
    while unsafe classes[Int(byte(end))] & XMLNameCharacters.inner != 0 { end &+= 1 }
    if byte(end) >= 0x80 { return endOfWideName(offset) }
    let first = byte(offset)
    return unsafe classes[Int(first)] & XMLNameCharacters.start != 0 ? end : offset
  }

  /// The same for a name with characters beyond ASCII.
  private func endOfWideName(_ offset: Int) -> Int {
    var end = offset
    while true {
      let first = byte(end)
      if first < 0x80 {
        let wanted = end == offset ? XMLNameCharacters.start : XMLNameCharacters.inner
        guard unsafe classes[Int(first)] & wanted != 0 else { return end }
        end &+= 1
      } else {
        let (scalar, length) = scalar(at: end)
        guard XMLNameCharacters.allow(scalar, atStart: end == offset) else { return end }
        end &+= length
      }
    }
  }

  /// The character beyond ASCII that begins at a place, and its length in bytes.
  private func scalar(at offset: Int) -> (UInt32, Int) {
    let first = UInt32(byte(offset))
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    var scalar = first & (0xFF >> UInt32(length + 1))
    for index in 1..<length { scalar = scalar << 6 | UInt32(byte(offset &+ index) & 0x3F) }
    return (scalar, length)
  }

  /// The name with or without a prefix that begins at a place (Namespaces in XML 1.0 §4); nil if none does.
  @inline(__always)
  func qualifiedName(at offset: Int) -> XMLQualifiedName? {
    let end = endOfName(offset)
    if end == offset { return nil }
    guard byte(end) == UInt8(ascii: ":") else {
      return unsafe XMLQualifiedName(start + offset, prefixLength: 0, length: end &- offset)
    }
    let localEnd = endOfName(end &+ 1)
    if localEnd == end &+ 1 || byte(localEnd) == UInt8(ascii: ":") { return nil }
    return unsafe XMLQualifiedName(
      start + offset, prefixLength: end &- offset, length: localEnd &- offset)
  }
}
