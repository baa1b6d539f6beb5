/// Cuts an export into its JSON documents, one page each, which stand one after the other.
///
/// It looks at brackets and quotes only; what it cuts out is still to be read. Brackets that are not
/// closed at a document's end are closed here, since Adobe's own sample of `describe.json` lacks the
/// `]` before its last `}`. Within a document nothing is mended:
///
///     {"result": [{"id": 2} }        is read as   {"result": [{"id": 2} ]}
///     {"result": [{"id": 2}          is read as   {"result": [{"id": 2}]}
///     {"result": [{"id": 2}, {"id    is read as it stands, and refused
struct CatalogueDocuments {
  struct Document {
    /// The document's text, brackets closed.
    let bytes: [UInt8]
    /// Where it begins in the export.
    let start: Int
    /// Where a closing bracket is missing, as an offset into the export.
    let unclosed: Int?
  }

  /// Where the scan of a document stands.
  private struct Scan {
    /// The closing brackets that are still to come, the outermost first.
    var awaited: [UInt8] = []
    /// The closing brackets that are missing, and where.
    var missing: [(offset: Int, bracket: UInt8)] = []
    /// The last byte that is no space, of a string the first, and where it ends.
    var lastSign: UInt8 = 0
    var lastEnd = 0
  }

  /// Nesting that no export has; what is deeper is left to the reader to refuse.
  private static let deepest = 64
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next document; nil behind the last.
  mutating func next() -> Document? {
    skipSpace()
    guard offset < bytes.count else { return nil }
    let start = offset
    guard let scan = scan(), scan.missing.isEmpty || isBetweenDocuments else {
      return rest(from: start)
    }
    return Document(
      bytes: text(from: start, closing: scan), start: start, unclosed: scan.missing.first?.offset)
  }

  /// All that is left as one document: for the reader, which says what is wrong with it.
  private mutating func rest(from start: Int) -> Document {
    offset = bytes.count
    return Document(bytes: Array(bytes[start...]), start: start, unclosed: nil)
  }

  private mutating func skipSpace() {
    while offset < bytes.count {
      if bytes[offset].isSpace {
        offset += 1
      } else if bytes[offset...].starts(with: CatalogueDocuments.byteOrderMark) {
        offset += CatalogueDocuments.byteOrderMark.count
      } else {
        return
      }
    }
  }

  /// Whether the text ends here or another page begins, so that a document may well end here.
  private var isBetweenDocuments: Bool {
    guard let next = bytes[offset...].first(where: { !$0.isSpace }) else { return true }
    return next == UInt8(ascii: "{") || next == UInt8(ascii: "[")
      || next == CatalogueDocuments.byteOrderMark[0]
  }

  /// Goes behind the end of the document; nil if the brackets are not those of one.
  private mutating func scan() -> Scan? {
    var scan = Scan()
    while offset < bytes.count {
      let byte = bytes[offset]
      // Once a bracket was missing, only closing brackets may follow.
      guard scan.missing.isEmpty || byte.isSpace || byte.isClosing else { return nil }
      switch byte {
      case UInt8(ascii: "{"): scan.awaited.append(UInt8(ascii: "}"))
      case UInt8(ascii: "["): scan.awaited.append(UInt8(ascii: "]"))
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard close(byte, &scan) else { return nil }
      case UInt8(ascii: "\""): skipString()
      default: break
      }
      offset = min(offset + 1, bytes.count)
      if scan.awaited.isEmpty { return byte.isClosing ? scan : nil }
      guard scan.awaited.count <= CatalogueDocuments.deepest else { return nil }
      if !byte.isSpace { (scan.lastSign, scan.lastEnd) = (byte, offset) }
    }
    guard scan.lastSign.isClosing else { return nil }
    scan.missing += scan.awaited.reversed().map { (scan.lastEnd, $0) }
    return scan
  }

  /// Takes a closing bracket; false if it closes nothing.
  private func close(_ bracket: UInt8, _ scan: inout Scan) -> Bool {
    if scan.awaited.last == bracket {
      scan.awaited.removeLast()
      return true
    }
    guard scan.lastSign.isClosing, let missing = scan.awaited.popLast(),
      scan.awaited.last == bracket
    else { return false }
    scan.awaited.removeLast()
    scan.missing.append((scan.lastEnd, missing))
    return true
  }

  /// Goes to the quotation mark that ends the string, or to the end.
  private mutating func skipString() {
    offset += 1
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\"") {
      offset += bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
    }
  }

  private func text(from start: Int, closing scan: Scan) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(offset - start + scan.missing.count)
    var position = start
    for (place, bracket) in scan.missing {
      text += bytes[position..<place]
      text.append(bracket)
      position = place
    }
    return text + bytes[position..<offset]
  }
}

extension UInt8 {
  fileprivate var isClosing: Bool { self == UInt8(ascii: "}") || self == UInt8(ascii: "]") }
  /// White space of RFC 8259 §2.
  fileprivate var isSpace: Bool {
    self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D
  }
}
