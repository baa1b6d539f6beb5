/// A line of a mapping file as its canonical layout has it, before columns are aligned.
///
///     person.email       -> Email required   # the one they gave
///     ^ head             ^ tail              ^ comment
struct LayoutLine {
  /// What is aligned where lines follow each other.
  enum Column { case arrow, when }

  /// The blanks that the line begins with.
  let indentation: Int
  /// The text before the column, or all of it.
  var head = ""
  /// What is aligned with the same of the lines around; nil where nothing is.
  private(set) var column: Column?
  /// The text from the column on.
  private(set) var tail = ""
  /// From `#` to the last character that is no blank.
  var comment: String?

  init(indentation: Int) { self.indentation = indentation }

  /// Neither text nor comment.
  var isBlank: Bool { !hasText && comment == nil }
  var hasText: Bool { !head.isEmpty || column != nil }

  mutating func append(_ word: StatementWord) {
    if column == nil, let column = word.column, hasText {
      self.column = column
      tail = word.text
    } else if column != nil {
      tail += word.separator + word.text
    } else {
      head += (hasText ? word.separator : "") + word.text
    }
  }

  /// The line without its comment; `width` is where its column begins.
  func text(columnAt width: Int) -> String {
    let margin = String(repeating: " ", count: indentation)
    guard column != nil else { return margin + head }
    return margin + head.padded(to: width) + " " + tail
  }
}

extension String {
  /// The text with blanks behind it up to a width, which counts in characters.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
