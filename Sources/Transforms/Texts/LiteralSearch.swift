/// Finds a text in texts, byte for byte (Knuth, Morris and Pratt, 1977).
///
/// UTF-8 synchronises itself, so equal bytes are equal Unicode scalars. What is found may begin or
/// end within what a reader sees as one character: the `e` of an `é` that is two scalars.
struct LiteralSearch: Sendable {
  private let wanted: [UInt8]
  /// For each length of a match that fails there: the length of the longest shorter one that its
  /// end may still become.
  private let fallbacks: [Int]

  /// - Parameter wanted: a text that is not empty.
  init(_ wanted: String) {
    self.wanted = Array(wanted.utf8)
    var fallbacks = [0, 0]
    for end in self.wanted.indices.dropFirst() {
      var length = fallbacks[end]
      while length > 0, self.wanted[length] != self.wanted[end] { length = fallbacks[length] }
      fallbacks.append(self.wanted[length] == self.wanted[end] ? length + 1 : 0)
    }
    self.fallbacks = fallbacks
  }

  /// The first place of the text from an offset on.
  ///
  /// - Complexity: O(*n*).
  func first(in text: [UInt8], from start: Int = 0) -> Range<Int>? {
    guard !wanted.isEmpty else { return nil }
    var length = 0
    for offset in text.indices.dropFirst(start) {
      while length > 0, text[offset] != wanted[length] { length = fallbacks[length] }
      if text[offset] == wanted[length] { length += 1 }
      if length == wanted.count { return (offset + 1 - length)..<(offset + 1) }
    }
    return nil
  }

  /// The parts of the text between all places, none of which overlaps the one before; at the most
  /// that many.
  ///
  /// - Returns: nil if there are more.
  func parts(of text: [UInt8], limit: Int) -> [ArraySlice<UInt8>]? {
    var parts: [ArraySlice<UInt8>] = []
    var start = 0
    while let place = first(in: text, from: start) {
      parts.append(text[start..<place.lowerBound])
      start = place.upperBound
      guard parts.count < limit else { return nil }
    }
    return parts + [text[start...]]
  }
}
