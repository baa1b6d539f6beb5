/// The characters of names (XML 1.0, fifth edition, §2.3, productions 4 and 4a), the colon aside, which Namespaces
/// in XML takes out of them.
enum XMLNameCharacters {
  /// A byte begins a name.
  static let start: UInt8 = 1
  /// A byte stands in a name.
  static let inner: UInt8 = 2

  /// What each byte is by itself; those of characters beyond ASCII are nothing by themselves.
  static let classes = FlatBuffer(
    (0...UInt8.max).map { byte -> UInt8 in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "_"):
        start | inner
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."): inner
      default: 0
      }
    })

  /// Whether a character beyond ASCII may stand in a name, and at its beginning.
  static func allow(_ scalar: UInt32, atStart: Bool) -> Bool {
    switch scalar {
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D,
      0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD,
      0x10000...0xEFFFF:
      true
    case 0xB7, 0x300...0x36F, 0x203F...0x2040: !atStart
    default: false
    }
  }
}
