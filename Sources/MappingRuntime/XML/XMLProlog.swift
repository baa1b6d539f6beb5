/// The XML declaration that the last body began with, and what followed from it: the next body of a service
/// mostly begins with the same one.
struct XMLProlog {
  /// The declaration, to the letter; empty if there is none to remember.
  private var declaration: [UInt8] = []
  private var charset: String?
  private var encoding = TextEncoding.utf8

  /// Longer ones are not remembered.
  private static let longest = 256

  /// The encoding of a body that begins alike.
  func encoding(of body: Span<UInt8>, charset: String?) -> TextEncoding? {
    guard !declaration.isEmpty, body.count >= declaration.count, charset == self.charset else {
      return nil
    }
    for index in declaration.indices where body[index] != declaration[index] { return nil }
    return encoding
  }

  /// Remembers what a body without a byte order mark, whose declaration has no flaw, begins with.
  mutating func note(_ body: Span<UInt8>, charset: String?, _ encoding: TextEncoding) {
    var text: [UInt8] = []
    while text.count < min(body.count, XMLProlog.longest), text.last != UInt8(ascii: ">") {
      text.append(body[text.count])
    }
    let isDeclaration = text.starts(with: "<?xml".utf8) && text.last == UInt8(ascii: ">")
    declaration = isDeclaration && text.count > 5 && text[5].isXMLWhiteSpace ? text : []
    self.charset = charset
    self.encoding = encoding
  }
}
