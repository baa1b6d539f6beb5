extension TransformMismatch {
  /// Why there is no result, in a clause without a period. Never holds the value.
  package var message: String {
    switch self {
    case .list: "the value is a list: take one with first, last, only or nth, or join them"
    case .structure: "the value has values within it: let the path go on into it"
    case .structureInList: "the list holds lists, objects or elements, not only single values"
    case .loneSurrogate: "the text holds half of a surrogate pair, which is no character"
    case .notNumber: "the value is not a number"
    case .surroundingSpace: "the text has white space around it: take it off with trim"
    case .plusSign: "the text is a number with a plus sign: take it off with after(\"+\")"
    case .numberOutOfRange: "the number has an exponent of more than 15 digits"
    case .overflow: "the result is beyond 10^6144, where calculating ends"
    case .divisionByZero: "a number cannot be divided by zero"
    case .fraction: "the number has a fraction: make it whole with round, floor or ceiling"
    case .notBoolean: "the value is neither true nor false, 1 nor 0"
    case .notTruthValue: "the value is not true or false: make it that with boolean"
    case .notOfPattern: "the text is not written as the pattern says"
    case .noSuchTime: "the text names a day, a time of day or an offset that does not exist"
    case .timeOutOfRange: "the time is outside the years 0 to 9999"
    case .noTimeOfDay: "the value is a date alone, and the pattern asks for a time of day"
    case .notTime: "the value is not a date or time: read it with date, datetime or epoch"
    case .several: "the list has more than one element"
    case .mixedList: "the list holds values of several kinds, which have no order"
    case .unsortable: "the list holds true and false, which have no order"
    case .noEntry: "there is no entry for the value, and no else"
    case .notJSON: "the text is not JSON"
    case .jsonTooLarge: "the JSON in the text is nested too deep or holds too many values"
    case .tooCostly: "the value is too long to be searched by this path or expression"
    case .tooLong: "the result is longer than \(ResultLimit.bytes) bytes"
    case .tooMany: "the result has more than \(ResultLimit.elements) elements"
    }
  }
}
