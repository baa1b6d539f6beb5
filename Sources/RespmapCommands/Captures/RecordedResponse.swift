internal import FoundationEssentials
internal import JSONText
internal import ResponseMapping

/// What the two capture formats in JSON have in common.
enum RecordedResponse {
  /// The status of a response that came.
  static func status(_ value: JSONValue?) throws(CaptureProblem.RecordProblem) -> Int {
    guard let value else { throw .noStatus }
    guard let status = value.integer, status == 0 || (100...999).contains(status) else {
      throw .wrongType(member: "status", wanted: "a number of three digits")
    }
    guard status != 0 else { throw .noAnswer }
    return status
  }

  /// A header; numbers are taken by their text.
  static func header(
    _ name: String, _ value: JSONValue?
  ) throws(CaptureProblem.RecordProblem) -> ResponseHead.Header {
    switch value {
    case .string(let text), .number(let text): return ResponseHead.Header(name, text)
    case nil, .null, .boolean, .illFormedString, .array, .object:
      throw .wrongType(member: "headers", wanted: "a list of names with texts")
    }
  }

  /// An optional text.
  static func text(
    _ member: String, of record: JSONValue
  ) throws(CaptureProblem.RecordProblem) -> String? {
    switch record[member] {
    case nil, .null: return nil
    case .string(let text): return text
    case .boolean, .number, .illFormedString, .array, .object:
      throw .wrongType(member: member, wanted: "a text")
    }
  }

  /// Bytes in base64 (RFC 4648 §4).
  static func decoded(
    _ text: String, member: String
  ) throws(CaptureProblem.RecordProblem) -> [UInt8] {
    guard let data = Data(base64Encoded: text) else { throw .base64(member: member) }
    return Array(data)
  }
}
