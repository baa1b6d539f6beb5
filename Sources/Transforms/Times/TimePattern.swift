/// A pattern of dates and times, in the letters of Unicode TR35 part 4, Date Field Symbol Table.
///
/// ```
/// M/d/yyyy h:mm a     month 1  "/"  day 1  "/"  year 4  " "  hour 1  ":"  minute 2  " "  AM or PM
/// yyyy-MM-dd'T'HH:mm  year 4  "-"  month 2  "-"  day 2  "T"  hour 2  ":"  minute 2
/// ```
///
/// | letters | |
/// | --- | --- |
/// | `y` `yyyy` | the year, of 1 to 4 or of 4 digits |
/// | `yy` | its last two digits: 69 to 99 are 1969 to 1999, 00 to 68 are 2000 to 2068 (POSIX) |
/// | `M` `MM` `MMM` `MMMM` | the month: 1 or 2 digits, 2 digits, `Jan`, `January` |
/// | `d` `dd` | the day: 1 or 2 digits, 2 digits |
/// | `H` `HH` `h` `hh` | the hour: 0 to 23, 1 to 12 |
/// | `a` | `AM` or `PM`, in any case |
/// | `m` `mm` `s` `ss` | minutes and seconds |
/// | `S` to `SSSSSSSSS` | a fraction of a second: any digits are read, as many zeros are written |
/// | `X` `XX` `XXX` | the offset from UTC: `Z`, or `+02` and `+0230`, `+0200`, `+02:00` |
/// | `'…'` `''` | text as it stands, an apostrophe |
///
/// Names are English, in any case where they are read; a fraction of a second is dropped. Any other
/// letter is refused, any other character stands for itself; a space also for the spaces that do not
/// break (U+00A0, U+202F), which some systems write before `PM`.
package struct TimePattern: Hashable, Sendable {
  enum Element: Hashable, Sendable {
    case text(Unicode.Scalar)
    case field(TimeField, width: Int)
  }

  let elements: [Element]

  /// How often the field stands in it.
  func count(_ field: TimeField) -> Int {
    elements.count {
      if case .field(field, _) = $0 { true } else { false }
    }
  }

  func has(_ field: TimeField) -> Bool { count(field) > 0 }

  /// Whether a field stands in it that a date alone does not have.
  var hasTimeOfDay: Bool { TimeField.allCases.contains { !$0.isOfDate && has($0) } }
}

/// What a letter of a pattern stands for.
package enum TimeField: Unicode.Scalar, CaseIterable, Sendable {
  case year = "y"
  case month = "M"
  case day = "d"
  case hour = "H"
  case hourOfHalfDay = "h"
  case halfDay = "a"
  case minute = "m"
  case second = "s"
  case fraction = "S"
  case offset = "X"

  var isOfDate: Bool { self == .year || self == .month || self == .day }

  /// How often the letter may be repeated.
  var widths: [Int] {
    switch self {
    case .year: [1, 2, 4]
    case .month: [1, 2, 3, 4]
    case .day, .hour, .hourOfHalfDay, .minute, .second: [1, 2]
    case .halfDay: [1]
    case .fraction: Array(1...9)
    case .offset: [1, 2, 3]
    }
  }

  /// Whether it is written in digits only, when the letter is repeated that often.
  func isNumeric(width: Int) -> Bool {
    switch self {
    case .month: width <= 2
    case .halfDay, .offset: false
    case .year, .day, .hour, .hourOfHalfDay, .minute, .second, .fraction: true
    }
  }

  /// Whether the number of its digits is open.
  func isVariable(width: Int) -> Bool {
    self == .fraction || isNumeric(width: width) && width == 1
  }
}

/// What is wrong with a pattern.
package enum TimePatternProblem: Error, Hashable, Sendable {
  case empty
  case unclosedQuote
  case unknownLetter(Unicode.Scalar)
  /// A letter that is not repeated that often.
  case width(TimeField, Int)
  /// A field of any number of digits with digits behind it: nobody could tell where it ends.
  case ambiguous(TimeField)
  // What keeps a pattern from being read by.
  case repeated(TimeField)
  case lacks(TimeField)
  /// `h` without `a`, or `a` without `h`.
  case halfDayAlone(TimeField)
}
