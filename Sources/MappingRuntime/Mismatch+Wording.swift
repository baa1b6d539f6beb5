internal import Transforms

extension Mismatch {
  /// Why the value does not fit, in one sentence without a period. Never holds the value.
  package func message(for type: String) -> String {
    let typed = "aeiou".contains(type.prefix(1)) ? "an \(type)" : "a \(type)"
    return switch self {
    case .object: "the value is an object; \(typed) field takes a single value"
    case .array: "the value is an array; \(typed) field takes a single value"
    case .elementWithChildren:
      "the element has elements within it; \(typed) field takes a single value"
    case .number: "the value is a number; \(typed) field takes a text"
    case .boolean: "the value is true or false; that is no \(type)"
    case .nul: "the text holds the character U+0000"
    case .loneSurrogate: "the text holds half of a surrogate pair, which is no character"
    case .oversized: "the text is too long to be \(typed)"
    case .notEmail: "the text is no e-mail address in ASCII with one `@`"
    case .notNumber: "the text is not a number"
    case .plusSign: "the text is a number with a plus sign, which Marketo may take as a change"
    case .surroundingSpace: "the text has white space around its number"
    case .fraction: "the number has a fraction; \(typed) field holds whole numbers"
    case .beyond64Bits: "the number is beyond 64 bits"
    case .notBoolean: "the value is neither true nor false, 1 nor 0"
    case .notDate: "the text is not a date written YYYY-MM-DD"
    case .dateWithTime: "the text is a date with a time; a date field takes the date alone"
    case .notDateTime: "the text is not a date and time of ISO 8601"
    case .dateAlone: "the text is a date without a time"
    case .refused(let mismatch): mismatch.message
    case .noSuchTime: "the text names a time of day or an offset that does not exist"
    }
  }
}
