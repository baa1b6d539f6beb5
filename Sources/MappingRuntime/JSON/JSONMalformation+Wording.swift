extension JSONMalformation {
  var message: String {
    switch self {
    case .expectedValue(let before, let found): noValue(after: before, found)
    case .expectedName(.comma, UInt8(ascii: "}")):
      "the comma before this `}` has no member behind it"
    case .expectedName(_, UInt8(ascii: "'")): "names stand in double quotes, not in single ones"
    case .expectedName: "a name in double quotes was expected"
    case .expectedColon: "a colon was expected after the name"
    case .expectedCommaOrEnd(.object): "a comma or `}` was expected after the member"
    case .expectedCommaOrEnd(.array): "a comma or `]` was expected after the element"
    case .trailingText: "something follows the end of the document"
    case .invalidNumber(.leadingZero): "a number does not begin with a zero and another digit"
    case .invalidNumber(.digitExpected): "a digit was expected in the number"
    case .invalidNumber(.textBehind): "something stands directly behind a number"
    case .invalidLiteral: "a bare word is `true`, `false` or `null`, nothing else"
    case .controlCharacter(0x0A), .controlCharacter(0x0D):
      "a line break stands in a string; there it is written `\\n`"
    case .controlCharacter: "a control character stands in a string without being escaped"
    case .invalidEscape: "a backslash in a string begins no escape"
    case .unterminatedString(let start):
      "it is cut short: the string that begins at byte \(start) does not end"
    case .unclosed(.object, let start):
      "it is cut short: the object that begins at byte \(start) does not end"
    case .unclosed(.array, let start):
      "it is cut short: the array that begins at byte \(start) does not end"
    case .unfinishedValue: "it is cut short"
    }
  }

  private func noValue(after before: Before, _ found: UInt8) -> String {
    switch (found, before) {
    case (UInt8(ascii: "<"), .start): "it begins like a page of HTML or XML"
    case (UInt8(ascii: "]"), .comma): "the comma before this `]` has no element behind it"
    case (UInt8(ascii: "'"), _): "strings stand in double quotes, not in single ones"
    case (UInt8(ascii: "N"), _), (UInt8(ascii: "I"), _), (UInt8(ascii: "T"), _),
      (UInt8(ascii: "F"), _), (UInt8(ascii: "u"), _):
      "a bare word is `true`, `false` or `null`, nothing else"
    case (UInt8(ascii: "/"), _): "JSON has no comments"
    case (UInt8(ascii: "+"), _), (UInt8(ascii: "."), _):
      "a number begins with a digit or a minus sign"
    default: "a value was expected"
    }
  }
}
