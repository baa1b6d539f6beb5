/// A name as a dictionary's key, compared by its Unicode scalars.
///
/// Swift's strings are equal where they are canonically equivalent; names of fields are not. Of ASCII
/// that is the same, and the string is its own key, which is the fastest there is; the few others
/// are spelled out.
struct ExactName: Hashable {
  private let key: String
  private let isSpelledOut: Bool

  init(_ text: String) {
    isSpelledOut = !text.utf8.allSatisfy { $0 < 0x80 }
    key =
      isSpelledOut
      ? text.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " ") : text
  }
}

extension String {
  func isExactly(_ other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}

extension String? {
  func isExactly(_ other: String?) -> Bool {
    switch (self, other) {
    case (nil, nil): true
    case (let text?, let other?): text.isExactly(other)
    case (nil, _?), (_?, nil): false
    }
  }
}
