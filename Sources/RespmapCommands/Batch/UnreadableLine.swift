internal import Diagnostics
internal import JSONText

/// A line of input that is no response: an outcome as others are, so that an output has a line for
/// each that is not blank.
struct UnreadableLine {
  let code: DiagnosticCode
  /// Never holds anything of the line.
  let message: String
  /// Where the line stops making sense, in bytes from its beginning.
  let offset: Int
  /// What the record calls itself, if that much is right.
  let id: JSONValue?

  init(_ problem: CaptureProblem, id: JSONValue?) {
    code = problem.diagnostic.code
    message = problem.diagnostic.message
    offset = problem.offset
    self.id = id
  }

  /// A line beyond the limit, of which nothing is read.
  static let overlong = UnreadableLine(
    code: .limit,
    message: "this line is longer than the \(Block.lineLimit >> 20) MiB that are read",
    offset: Block.lineLimit, id: nil)

  private init(code: DiagnosticCode, message: String, offset: Int, id: JSONValue?) {
    self.code = code
    self.message = message
    self.offset = offset
    self.id = id
  }
}

extension JSONByteWriter {
  /// Writes the outcome; where the digits of the line's number stand.
  ///
  ///     {"version":1,"line":7,"id":"x","outcome":"unreadable","updates":{},"results":[],
  ///      "error":{"code":"RM324","message":"…","offset":0},"warnings":[]}
  mutating func unreadable(_ line: UnreadableLine, number: Int) -> Range<Int> {
    beginObject()
    member("version", 1)
    name("line")
    let start = bytes.count
    integer(number)
    let digits = start..<bytes.count
    if let id = line.id { recordID(id) }
    member("outcome", "unreadable")
    updates([])
    results([])
    name("error")
    beginObject()
    member("code", line.code.rawValue)
    member("message", line.message)
    member("offset", line.offset)
    endObject()
    warnings([])
    endObject()
    return digits
  }
}
