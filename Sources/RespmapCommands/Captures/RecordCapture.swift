internal import JSONText
internal import ResponseMapping

/// Reads files of one JSON object a line:
///
///     {"id":7,"status":200,"reason":"OK","headers":{"Content-Type":"application/json"},"body":"{}"}
///
/// `body_base64` holds bodies that are no text; a header's value may be an array of values.
enum RecordCapture {
  /// Whether the first line is an object with a `status`.
  static func begins(_ contents: [UInt8]) -> Bool {
    guard let first = lines(of: contents).first,
      let value = try? JSONReader.read(Array(first))
    else { return false }
    return value["status"] != nil
  }

  static func responses(of contents: [UInt8]) throws(CaptureProblem) -> [CapturedResponse] {
    var captures: [CapturedResponse] = []
    for line in lines(of: contents) {
      do {
        captures.append(try response(of: line))
      } catch {
        throw CaptureProblem(.record(error), at: line.startIndex)
      }
    }
    return captures
  }

  private static func lines(of contents: [UInt8]) -> [ArraySlice<UInt8>] {
    contents.split(separator: 0x0A).filter { line in
      !line.allSatisfy { [0x20, 0x09, 0x0D].contains($0) }
    }
  }

  private static func response(
    of line: ArraySlice<UInt8>
  ) throws(CaptureProblem.RecordProblem) -> CapturedResponse {
    guard let record = try? JSONReader.read(Array(line)) else { throw .notJSON }
    guard record.members != nil else { throw .notObject }
    guard let statusValue = record["status"] else { throw .noStatus }
    guard let status = statusValue.integer, (100...999).contains(status) else {
      throw .wrongType(member: "status", wanted: "a number of three digits")
    }
    let head = ResponseHead(
      status: status, reasonPhrase: try text("reason", of: record), headers: try headers(of: record)
    )
    return CapturedResponse(
      id: try id(of: record), response: Response(head, body: try body(of: record)))
  }

  private static func id(
    of record: JSONValue
  ) throws(CaptureProblem.RecordProblem) -> JSONValue? {
    switch record["id"] {
    case nil, .null: nil
    case .string, .number: record["id"]
    case .boolean, .array, .object: throw .wrongType(member: "id", wanted: "a text or number")
    }
  }

  private static func text(
    _ member: String, of record: JSONValue
  ) throws(CaptureProblem.RecordProblem) -> String? {
    switch record[member] {
    case nil, .null: nil
    case .string(let text): text
    case .boolean, .number, .array, .object: throw .wrongType(member: member, wanted: "a text")
    }
  }

  private static func headers(
    of record: JSONValue
  ) throws(CaptureProblem.RecordProblem) -> [ResponseHead.Header] {
    guard let value = record["headers"], value != .null else { return [] }
    guard let members = value.members else {
      throw .wrongType(member: "headers", wanted: "an object")
    }
    var headers: [ResponseHead.Header] = []
    for member in members {
      for value in member.value.array ?? [member.value] {
        guard let text = value.string else {
          throw .wrongType(member: "headers", wanted: "an object of texts")
        }
        headers.append(ResponseHead.Header(member.name, text))
      }
    }
    return headers
  }

  private static func body(
    of record: JSONValue
  ) throws(CaptureProblem.RecordProblem) -> [UInt8] {
    let plain = try text("body", of: record)
    guard let encoded = try text("body_base64", of: record) else {
      return Array((plain ?? "").utf8)
    }
    guard plain == nil else { throw .twoBodies }
    return try Base64.decoded(encoded, member: "body_base64")
  }
}
