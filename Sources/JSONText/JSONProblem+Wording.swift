extension JSONProblem.Reason {
  /// What is wrong, in a clause without a period.
  package var message: String {
    switch self {
    case .expectedValue: "a JSON value was expected"
    case .expectedName: "a name in double quotes was expected"
    case .expectedColon: "a colon was expected"
    case .expectedCommaOrEnd: "a comma or the end of the object or array was expected"
    case .invalidNumber: "a digit was expected in the number"
    case .invalidLiteral: "a bare word is `true`, `false` or `null`, nothing else"
    case .invalidEscape: "a backslash in a string begins no escape"
    case .loneSurrogate: "it holds half of a surrogate pair, which is no character"
    case .controlCharacter: "a control character stands in a string without being escaped"
    case .invalidUTF8: "it is not UTF-8"
    case .unexpectedEnd: "it is cut short"
    case .trailingText: "something follows its end"
    case .tooDeep(let limit): "it nests deeper than \(limit) levels"
    case .tooManyNodes(let limit): "it holds more than \(limit) values"
    }
  }
}
