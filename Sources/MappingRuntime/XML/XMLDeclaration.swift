/// The XML declaration at the beginning of a body (XML 1.0 §2.8): what it says of the encoding, and
/// whether it is as it must be, to the letter.
///
///     XMLDecl ::= '<?xml' VersionInfo EncodingDecl? SDDecl? S? '?>'
struct XMLDeclaration {
  /// The name of the encoding, if the declaration gives one.
  private(set) var encodingName: String?
  /// Where it is not as it must be. A body that ends within its declaration is cut short, which is
  /// for the parser to say.
  private(set) var flaw: Int?

  /// - Parameter mark: the body's byte order mark.
  init(of body: Span<UInt8>, mark: ByteOrderMark?) {
    var scanner = Scanner(body, mark: mark)
    guard scanner.take("<?xml"), scanner.takeSpace() else { return }
    do throws(Flaw) {
      try readAttributes(&scanner)
    } catch {
      if scanner.isCutShort {
        encodingName = nil
      } else {
        flaw = scanner.bodyOffset
      }
    }
  }

  private struct Flaw: Error {}

  private mutating func readAttributes(_ scanner: inout Scanner) throws(Flaw) {
    guard isVersion(try value(of: "version", &scanner)) else { throw Flaw() }
    var hasSpace = scanner.takeSpace()
    if hasSpace, scanner.isAt("encoding") {
      let name = try value(of: "encoding", &scanner)
      encodingName = String(decoding: name, as: UTF8.self)
      hasSpace = scanner.takeSpace()
    }
    if hasSpace, scanner.isAt("standalone") {
      let answer = try value(of: "standalone", &scanner)
      guard answer.elementsEqual("yes".utf8) || answer.elementsEqual("no".utf8) else {
        throw Flaw()
      }
      _ = scanner.takeSpace()
    }
    guard scanner.take("?>") else { throw Flaw() }
  }

  /// VersionNum ::= '1.' [0-9]+
  private func isVersion(_ value: [UInt8]) -> Bool {
    value.count > 2 && value.starts(with: "1.".utf8)
      && value.dropFirst(2).allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Name Eq ("'" Value "'" | '"' Value '"')
  private func value(of name: StaticString, _ scanner: inout Scanner) throws(Flaw) -> [UInt8] {
    guard scanner.take(name) else { throw Flaw() }
    _ = scanner.takeSpace()
    guard scanner.take("=") else { throw Flaw() }
    _ = scanner.takeSpace()
    guard let quote = scanner.character,
      quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    else { throw Flaw() }
    scanner.advance()
    var value: [UInt8] = []
    while let character = scanner.character, character != quote {
      guard character > 0x20, character < 0x7F, character != UInt8(ascii: "<") else {
        throw Flaw()
      }
      value.append(character)
      scanner.advance()
    }
    guard scanner.character == quote else { throw Flaw() }
    scanner.advance()
    return value
  }
}

/// Reads a declaration character by character.
private struct Scanner {
  /// The characters up to the first `>`; 0xFF for those beyond ASCII, of which a declaration has none.
  private var text: [UInt8] = []
  private var next = 0
  private let start: Int
  private let width: Int

  /// No parser takes a declaration that is longer.
  private static let longest = 1 << 16

  init(_ body: Span<UInt8>, mark: ByteOrderMark?) {
    start = mark?.length ?? 0
    var lowByte = 0
    if case .utf16(let isBigEndian) = mark {
      width = 2
      lowByte = isBigEndian ? 1 : 0
    } else {
      width = 1
    }
    text.reserveCapacity(128)
    var offset = start
    while offset + width <= body.count, text.count < Scanner.longest {
      let isASCII = width == 1 || body[offset + 1 - lowByte] == 0
      text.append(isASCII ? body[offset + lowByte] : 0xFF)
      if text.last == UInt8(ascii: ">") || text.first != UInt8(ascii: "<") { return }
      offset += width
    }
  }

  /// Where the next character stands in the body.
  var bodyOffset: Int { start + next * width }

  /// Whether the body ends before a `>`.
  var isCutShort: Bool { text.last != UInt8(ascii: ">") }

  var character: UInt8? { next < text.count ? text[next] : nil }

  mutating func advance() { next += 1 }

  func isAt(_ word: StaticString) -> Bool {
    word.withUTF8Buffer { unsafe text[next...].starts(with: $0) }
  }

  /// Passes the word if it comes next, or as much of it as does.
  mutating func take(_ word: StaticString) -> Bool {
    for index in 0..<word.utf8CodeUnitCount {
      guard unsafe character == word.utf8Start[index] else { return false }
      advance()
    }
    return true
  }

  /// Passes white space; false if there is none.
  mutating func takeSpace() -> Bool {
    let start = next
    while character?.isXMLWhiteSpace ?? false { advance() }
    return next > start
  }
}
