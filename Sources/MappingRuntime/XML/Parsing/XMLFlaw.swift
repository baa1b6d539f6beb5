/// What ends the reading of a document, and where.
struct XMLFlaw: Error {
  enum Reason {
    case malformed(XMLMalformation)
    case limit(Limits.Name)
  }

  let reason: Reason
  /// In bytes of the text.
  let offset: Int

  /// Whether it is that the text is at its end.
  var isAtEnd: Bool {
    switch reason {
    case .malformed(.truncated), .malformed(.noElement): true
    default: false
    }
  }
}
