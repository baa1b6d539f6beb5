/// The text of an XML body as UTF-8, up to its end or to what is no text.
///
/// Safety: `body` must outlive the value.
@safe
struct XMLText {
  /// Why the text ends before the body does.
  enum Flaw { case invalidBytes, nul }

  let encoding: TextEncoding
  private let body: UnsafeBufferPointer<UInt8>
  /// Where the text begins: behind a byte order mark.
  private let start: Int

  init(_ body: UnsafeBufferPointer<UInt8>, from start: Int, _ encoding: TextEncoding) {
    unsafe self.body = unsafe body
    self.start = start
    self.encoding = encoding
  }

  /// Hands the text out, piece by piece, until there is no need for more.
  ///
  /// - Parameter feed: takes a piece, cut between characters; false if it needs no more.
  /// - Returns: what ends the text and the offset in the body where it stands; nil if the whole body
  ///   is text or not all of it was needed.
  func forEachPiece(
    _ feed: (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> (flaw: Flaw, offset: Int)? {
    guard encoding == .utf8 else { return unsafe decodePieces(feed) }
    let rest = unsafe UnsafeBufferPointer(rebasing: body[start...])
    let validLength = unsafe rest.validUTF8Length
    let nul = unsafe rest[..<validLength].firstIndex(of: 0)
    let length = nul ?? validLength
    let piece = unsafe UnsafeBufferPointer(rebasing: rest[..<length])
    guard unsafe piece.isEmpty || feed(piece), length < rest.count else { return nil }
    return (nul == nil ? .invalidBytes : .nul, start + length)
  }

  /// The longest piece that is decoded at a time, in bytes.
  private static let pieceLength = 4096

  private func decodePieces(
    _ feed: (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> (flaw: Flaw, offset: Int)? {
    let body = unsafe Span(_unsafeElements: self.body)
    var piece: [UInt8] = []
    piece.reserveCapacity(XMLText.pieceLength)
    var offset = start
    var flaw: Flaw?
    while offset < body.count, flaw == nil {
      piece.removeAll(keepingCapacity: true)
      while offset < body.count, piece.count <= XMLText.pieceLength - 4 {
        let from = offset
        let scalar = encoding.scalar(body, at: &offset)
        guard let scalar, scalar != "\0" else {
          offset = from
          flaw = scalar == nil ? .invalidBytes : .nul
          break
        }
        piece.append(utf8: scalar)
      }
      let goesOn = unsafe piece.withUnsafeBufferPointer { unsafe $0.isEmpty || feed($0) }
      if !goesOn { return nil }
    }
    return flaw.map { ($0, offset) }
  }

  /// Whether the text's byte of that number would stand behind the body.
  func isEnd(_ number: Int) -> Bool { unsafe bodyOffset(ofTextByte: number) >= body.count }

  /// Where the text's byte of that number stands in the body.
  ///
  /// - Complexity: O(*n*) in the number, but O(1) for UTF-8.
  func bodyOffset(ofTextByte number: Int) -> Int {
    guard encoding != .utf8 else { return unsafe min(start + number, body.count) }
    let body = unsafe Span(_unsafeElements: self.body)
    var offset = start
    var passed = 0
    while passed < number, offset < body.count,
      let scalar = encoding.scalar(body, at: &offset)
    {
      passed += UTF8.width(scalar)
    }
    return offset
  }

  /// The offset in the body of the last ASCII character of that kind before an offset.
  func lastOffset(of character: UInt8, before offset: Int) -> Int? {
    var at = offset - unitWidth
    while at >= start, !isCharacter(character, at: at) { at -= unitWidth }
    return at >= start ? at : nil
  }

  /// The offset of the `&` that stands right before an offset, if one does.
  func referenceOpening(before offset: Int) -> Int? {
    let at = offset - unitWidth
    return at >= start && isCharacter(UInt8(ascii: "&"), at: at) ? at : nil
  }

  private var unitWidth: Int { if case .utf16 = encoding { 2 } else { 1 } }

  private func isCharacter(_ character: UInt8, at offset: Int) -> Bool {
    let unit = unsafe body[offset..<(offset + unitWidth)]
    return unsafe unit.contains(character) && unit.allSatisfy { $0 == character || $0 == 0 }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// How many bytes from the first on are UTF-8.
  fileprivate var validUTF8Length: Int {
    do throws(UTF8.ValidationError) {
      _ = try unsafe UTF8Span(validating: Span(_unsafeElements: self))
      return count
    } catch {
      return error.byteOffsets.lowerBound
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append(utf8 scalar: Unicode.Scalar) {
    if scalar.isASCII {
      append(UInt8(scalar.value))
    } else {
      append(contentsOf: UTF8.encode(scalar) ?? .init())
    }
  }
}
