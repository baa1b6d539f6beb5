extension TimePattern {
  /// Takes a pattern apart.
  ///
  /// pattern = 1*( letters / quoted / character );  quoted = "'" *( character / "''" ) "'" / "''"
  package init(_ text: String) throws(TimePatternProblem) {
    var rest = text.unicodeScalars[...]
    var elements: [Element] = []
    while let first = rest.first {
      if first == "'" {
        elements += try TimePattern.quoted(&rest)
      } else if first.properties.isAlphabetic, first.isASCII {
        elements.append(try TimePattern.field(&rest))
      } else {
        elements.append(.text(rest.removeFirst()))
      }
    }
    guard !elements.isEmpty else { throw .empty }
    try TimePattern.checkWidths(elements)
    self.elements = elements
  }

  private static func quoted(
    _ rest: inout Substring.UnicodeScalarView
  ) throws(TimePatternProblem) -> [Element] {
    rest.removeFirst()
    var content: [Element] = []
    while let scalar = rest.popFirst() {
      guard scalar == "'" else {
        content.append(.text(scalar))
        continue
      }
      if content.isEmpty { return [.text("'")] }
      guard rest.first == "'" else { return content }
      content.append(.text(rest.removeFirst()))
    }
    throw .unclosedQuote
  }

  private static func field(
    _ rest: inout Substring.UnicodeScalarView
  ) throws(TimePatternProblem) -> Element {
    let letter = rest[rest.startIndex]
    guard let field = TimeField(rawValue: letter) else { throw .unknownLetter(letter) }
    let width = rest.prefix { $0 == letter }.count
    guard field.widths.contains(width) else { throw .width(field, width) }
    rest.removeFirst(width)
    return .field(field, width: width)
  }

  private static func checkWidths(_ elements: [Element]) throws(TimePatternProblem) {
    for (element, next) in zip(elements, elements.dropFirst()) {
      guard case .field(let field, let width) = element, field.isVariable(width: width) else {
        continue
      }
      switch next {
      case .field(let next, let width) where next.isNumeric(width: width): throw .ambiguous(field)
      case .text("0"..."9"): throw .ambiguous(field)
      case .field, .text: continue
      }
    }
  }
}

extension TimePattern {
  /// What is read by a pattern.
  enum Reading {
    /// Year, month and day; a time of day may stand in it.
    case date
    /// A date, an hour and minutes.
    case dateTime
  }

  /// Checks that the pattern has all that is to be read, and nothing twice.
  func check(for reading: Reading) throws(TimePatternProblem) {
    for field in TimeField.allCases where count(field) > 1 { throw .repeated(field) }
    for field in [TimeField.year, .month, .day] where !has(field) { throw .lacks(field) }
    guard has(.hourOfHalfDay) == has(.halfDay) else {
      throw .halfDayAlone(has(.halfDay) ? .halfDay : .hourOfHalfDay)
    }
    guard !(has(.hour) && has(.hourOfHalfDay)) else { throw .repeated(.hour) }
    guard reading == .dateTime else { return }
    guard has(.hour) || has(.hourOfHalfDay) else { throw .lacks(.hour) }
    guard has(.minute) else { throw .lacks(.minute) }
  }
}
